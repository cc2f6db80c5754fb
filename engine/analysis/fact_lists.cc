// What is said of several companies at once holds for each: "Apple, Microsoft and Nvidia each lost
// 2%"; "Shell and BP shares rose 2% and 3% respectively" pairs names and numbers in order. So is
// what is said of several metrics: "revenue and profit rose".
#include <span>

#include "analysis/fact_builder.h"

namespace tellwire::analysis {
namespace {

constexpr size_t kMostCompanies = 12;

// Whether two names stand beside each other with nothing but a comma or `and` between them.
bool AreListed(const Passage& passage, const IssuerHit& a, const IssuerHit& b) {
  if (a.reference || b.reference || !a.eligible() || !b.eligible()) return false;
  std::string_view gap = passage.text.substr(a.span.end, b.span.begin - a.span.end);
  if (a.possessive) {  // "Walmart's and Costco's sales"
    if (!b.possessive || gap.find('s') > 3) return false;
    gap.remove_prefix(gap.find('s') + 1);
  }
  return gap == ", " || gap == " and " || gap == ", and " || gap == " & ";
}

// The names that stand in a row with this one, it included; empty: it is not named here.
std::span<const IssuerHit> RowAround(const Reading& reading, const Span& name) {
  const Passage& passage = *reading.passage;
  const auto& hits = passage.issuers;
  uint32_t last = reading.last_issuer;
  for (uint32_t i = reading.first_issuer; i < reading.last_issuer; ++i) {
    if (hits[i].span == name) last = i;
  }
  if (last == reading.last_issuer) return {};
  uint32_t first = last;
  while (first > reading.first_issuer && last - first < kMostCompanies &&
         AreListed(passage, hits[first - 1], hits[first]))
    --first;
  while (last + 1 < reading.last_issuer && last - first < kMostCompanies &&
         AreListed(passage, hits[last], hits[last + 1]))
    ++last;
  return std::span(hits).subspan(first, last - first + 1);
}

bool IsSaidRespectively(const Reading& reading, const Move& move) {
  for (uint32_t at = move.tokens.end; at < reading.tokens.end; ++at) {
    if (reading.passage->WordAt(at) == "respectively") return true;
  }
  return false;
}

// The numbers of a unit behind a movement, in order: indexes into Passage::quantities.
std::vector<int> NumbersBehind(const Reading& reading, const Move& move, std::string_view unit) {
  std::vector<int> numbers;
  for (const NumberUse& number : reading.numbers) {
    const QuantityHit& hit = reading.passage->quantities[number.quantity];
    if (hit.tokens.begin >= move.tokens.end && hit.quantity.unit == unit)
      numbers.push_back(static_cast<int>(number.quantity));
  }
  return numbers;
}

}  // namespace

// "raised its profit and sales forecasts": what is done to the first is done to the second, which
// has nothing of its own.
void FactBuilder::ShareAct(const Parts& first, const Parts& second, int metric) {
  const bool bare = second.moves.empty() && !second.surprise && second.value < 0;
  const uint32_t begin = reading_->metrics[static_cast<size_t>(metric)].tokens.begin;
  // "beat profit and revenue forecasts"
  if (bare && first.surprise && first.moves.empty() && first.value < 0 &&
      first.surprise->tokens.end < begin && first.surprise->amount < 0) {
    SurpriseUse copy = *first.surprise;
    copy.consensus = -1;
    copy.metric = metric;
    reading_->surprises.push_back(copy);
    return;
  }
  if (first.moves.size() != 1 || !bare) return;
  Move copy = *first.moves[0];
  const bool act = copy.word->kind == MoveKind::kAct || copy.word->kind == MoveKind::kBoth;
  const MetricUse& use = reading_->metrics[static_cast<size_t>(metric)];
  const bool numbered = copy.change >= 0 || copy.level >= 0 || copy.prior >= 0;
  const bool event = Entry(use).metric.metric_class == model::MetricClass::kEvent ||
                     passage_.WordAt(use.tokens.begin).ends_with("ing");  // "or buying back shares"
  if (!act || numbered || event || use.needs_number || copy.tokens.end > use.tokens.begin) return;
  copy.metric = metric;
  reading_->moves.push_back(copy);
}

// "Revenue and profit rose", "sales and earnings beat estimates": what is said of the second is
// said of the first, which has nothing of its own.
void FactBuilder::ShareWithCoordinated() {
  auto& metrics = reading_->metrics;
  for (size_t i = metrics.size(); i-- > 1;) {
    const MetricUse& second = metrics[i];
    const MetricUse& first = metrics[i - 1];
    if (first.implied || second.implied || first.clause != second.clause) continue;
    if (second.tokens.begin < first.tokens.end || second.tokens.begin > first.tokens.end + 2)
      continue;
    const std::string_view joint = passage_.WordAt(first.tokens.end);
    if (second.tokens.begin == first.tokens.end || (joint != "and" && joint != "or")) continue;
    const Parts own = PartsOf(i - 1);
    const Parts said = PartsOf(i);
    ShareAct(own, said, static_cast<int>(i));
    if (!own.moves.empty() || own.surprise || own.value >= 0) continue;
    if (said.value >= 0) continue;
    for (const Move* move : said.moves) {
      if (move->tokens.begin < second.tokens.end) continue;
      Move copy = *move;
      copy.level = copy.prior = -1;
      copy.metric = static_cast<int>(i - 1);
      reading_->moves.push_back(copy);
      break;
    }
    if (said.surprise) {
      SurpriseUse copy = *said.surprise;
      copy.amount = copy.consensus = -1;
      copy.metric = static_cast<int>(i - 1);
      reading_->surprises.push_back(copy);
    }
  }
}

void FactBuilder::ShareWithCompanies(const MetricUse& use, const Move* move, model::Fact* told) {
  if (!move || told->spans.company.empty()) return;
  const bool respectively = IsSaidRespectively(*reading_, *move);
  if (!respectively && use.metric != lexicon_.metrics->share_price) return;
  const std::span<const IssuerHit> row = RowAround(*reading_, told->spans.company);
  if (row.size() < 2) return;
  std::vector<int> numbers;
  if (respectively) {
    numbers = NumbersBehind(*reading_, *move, told->change_unit);
    if (numbers.size() != row.size()) return;
  }
  const auto pair = [&](size_t i, model::Fact* fact) {
    if (!respectively) return;
    Move paired = *move;
    paired.change = numbers[i];
    SetChange(use, paired, fact);
  };
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i].span == told->spans.company) {
      pair(i, told);
      continue;
    }
    model::Fact copy = *told;
    copy.company = row[i].company;
    copy.segment = row[i].segment;
    copy.spans.company = row[i].span;
    pair(i, &copy);
    facts_->push_back(std::move(copy));
  }
}

}  // namespace tellwire::analysis
