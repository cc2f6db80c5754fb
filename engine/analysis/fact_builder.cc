// Slot by slot. A loss is a negative net income: what widens it is `down`, what narrows it `up`.
#include "analysis/fact_builder.h"

#include <algorithm>
#include <utility>

#include "analysis/attach.h"
#include "analysis/fact_slots.h"
#include "analysis/issuer_table.h"
#include "analysis/issuers.h"

namespace tellwire::analysis {
namespace {

model::Direction Opposite(model::Direction direction) {
  if (direction == model::Direction::kUp) return model::Direction::kDown;
  if (direction == model::Direction::kDown) return model::Direction::kUp;
  return direction;
}

// What is made or lost; cash that is burned is neither.
bool IsProfit(const MetricEntry& entry) { return entry.metric.event == "Profit/Loss"; }

}  // namespace

void AddFlag(std::string_view flag, model::Fact* fact) {
  if (flag.empty()) return;
  const auto at = std::ranges::lower_bound(fact->flags, flag);
  if (at == fact->flags.end() || *at != flag) fact->flags.insert(at, std::string(flag));
}

const MetricEntry& FactBuilder::Entry(const MetricUse& use) const {
  return lexicon_.metrics->metrics[use.metric];
}

void FactBuilder::Build(Reading* reading, std::vector<model::Fact>* facts) {
  reading_ = reading;
  facts_ = facts;
  const size_t first = facts->size();
  ShareWithCoordinated();
  for (size_t i = 0; i < reading->metrics.size(); ++i) {
    if (reading->metrics[i].metric != lexicon_.metrics->commodity_metric) BuildMetric(i);
  }
  BuildPrices();
  BuildEvents(first);
  if (facts->size() == first) return;
  const std::string said_by = AttributionOf(*reading, *lexicon_.scopes, analysis_.companies);
  for (size_t i = first; i < facts->size(); ++i) (*facts)[i].attribution = said_by;
}

FactBuilder::Parts FactBuilder::PartsOf(size_t metric) const {
  const int wanted = static_cast<int>(metric);
  Parts parts;
  for (const Move& move : reading_->moves) {
    if (move.metric == wanted) parts.moves.push_back(&move);
  }
  for (const SurpriseUse& surprise : reading_->surprises) {
    if (surprise.metric == wanted && !parts.surprise) parts.surprise = &surprise;
  }
  for (const NumberUse& number : reading_->numbers) {
    if (number.metric != wanted) continue;
    const int quantity = static_cast<int>(number.quantity);
    if (number.role == NumberRole::kValue) parts.value = quantity;
    if (number.role == NumberRole::kPrior) parts.prior = quantity;
    if (number.role == NumberRole::kConsensus) parts.consensus = quantity;
  }
  return parts;
}

model::Fact FactBuilder::Start(const MetricUse& use) const {
  model::Fact fact;
  const MetricEntry& entry = Entry(use);
  fact.metric = entry.metric.id;
  fact.kind = model::FactKind::kMetric;
  fact.segment = use.segment;
  fact.in_title = passage_.part == model::Part::kTitle;
  fact.spans.metric = use.span;
  if (use.loss && IsProfit(entry)) AddFlag("loss", &fact);
  if (use.profitable) AddFlag("profitable", &fact);
  if (use.up) fact.direction = model::Direction::kUp;
  return fact;
}

// "the forecast is nearly halved from the previous year": what is foreseen is less than what was.
bool FactBuilder::IsOnYearBefore(const Move& move) const {
  constexpr uint32_t kReach = 5;
  const uint32_t end = std::min(reading_->tokens.end, move.tokens.end + kReach);
  if (move.tokens.end >= end || passage_.WordAt(move.tokens.end) != "from") return false;
  for (uint32_t at = move.tokens.end + 1; at < end; ++at) {
    if (passage_.WordAt(at) == "year" && reading_->QuantityFrom(move.tokens.end + 1) < 0)
      return true;
  }
  return false;
}

// "A forecast of a 2% increase", "forecast to grow", "an outlook calling for a rise": the movement
// is what the guidance foresees, not what became of it.
bool FactBuilder::IsForeseen(const MetricUse& use, const Move& move) const {
  const uint32_t behind = move.tokens.end + 1;  // "a decrease in estimated projections"
  if (behind < reading_->tokens.end && passage_.WordAt(behind) == "estimated") return true;
  if (IsOnYearBefore(move)) return true;
  if (move.tokens.begin <= use.tokens.end) return false;
  const std::string_view next = passage_.WordAt(use.tokens.end);
  return next == "of" || next == "calling" || passage_.WordAt(move.tokens.begin - 1) == "to" ||
         (next == "to" && passage_.WordAt(use.tokens.end + 1) != "be");
}

// "grew at 12%", "growth slowed to 4%"; what declined to 27% has reached that.
bool FactBuilder::IsPace(const Move& move) const {
  const uint32_t at = reading_->Quantity(move.level).tokens.begin;
  return move.word->kind == MoveKind::kNoun || passage_.WordAt(at - 1) == "at" ||
         (at > move.tokens.end && passage_.WordAt(at - 2) == "at");
}

void FactBuilder::SetMove(const MetricUse& use, const Move& move, model::Fact* fact) const {
  if (use.done) {  // "cut its staff by 10 percent": how far is how many
    if (move.change >= 0 && !fact->value) SetValue(use, move.change, fact);
    return;
  }
  const MetricEntry& entry = Entry(use);
  fact->direction = use.loss ? Opposite(move.direction) : move.direction;
  if (entry.metric.metric_class == model::MetricClass::kEvent && !entry.metric.default_unit.empty())
    fact->direction = model::Direction::kNone;  // capital that is raised goes not up
  if (use.loss && IsProfit(entry) && fact->direction == model::Direction::kUp)
    AddFlag("loss_narrowed", fact);
  SetNumbersOf(use, move, fact);
  FlagGuidance(use, move, fact);
  if (move.vs_peak) fact->change_basis = "vs_peak";
}

void FactBuilder::SetNumbersOf(const MetricUse& use, const Move& move, model::Fact* fact) const {
  const MetricEntry& entry = Entry(use);
  if (move.level >= 0) {
    const std::string& unit = reading_->Quantity(move.level).quantity.unit;
    if (FitsValue(entry, unit)) {
      SetValue(use, move.level, fact);
    } else if (move.change < 0 && unit == "pct" && IsPace(move)) {
      Move at = move;  // "grew at 12%"
      at.change = move.level;
      SetChange(use, at, fact);
    }
  }
  if (move.change >= 0) SetChange(use, move, fact);
  if (move.prior < 0) return;
  const std::string& unit = reading_->Quantity(move.prior).quantity.unit;
  const bool alike = !fact->value || IsCurrencyUnit(fact->unit) == IsCurrencyUnit(unit);
  if (alike && FitsValue(entry, unit)) fact->prior = Compared(use, move.prior);
  if (fact->prior && move.prior_end >= 0) fact->prior->high = Compared(use, move.prior_end).high;
}

// "raised its forecast": what was guided has moved.
void FactBuilder::FlagGuidance(const MetricUse& use, const Move& move, model::Fact* fact) const {
  const bool guides =
      move.word->kind == MoveKind::kGuide || move.word->kind == MoveKind::kAct ||
      move.word->kind == MoveKind::kBoth ||
      (move.word->kind == MoveKind::kNoun && move.tokens.end <= use.tokens.begin && !use.foreseen);
  const bool guided = use.guided || use.metric == lexicon_.metrics->guidance;
  if (!guides || !guided || IsForeseen(use, move)) return;
  std::string_view flag = move.word->value;
  if (flag.empty() && move.direction == model::Direction::kUp) flag = "guidance_raised";
  if (flag.empty() && move.direction == model::Direction::kDown) flag = "guidance_cut";
  // More of a loss to come is a cut.
  if (use.loss && flag == "guidance_raised")
    flag = "guidance_cut";
  else if (use.loss && flag == "guidance_cut")
    flag = "guidance_raised";
  AddFlag(flag, fact);
}

// "Man shares", "Airline stocks": whoever they are, it is nobody whom we know.
bool FactBuilder::HasOwnerUnknown(const MetricUse& use) const {
  const uint32_t at = use.tokens.begin;
  if (at <= reading_->tokens.begin || !passage_.Looks(at, kSpaced)) return false;
  const uint64_t word = passage_.document->tokens[at - 1].word;
  const std::string_view before = passage_.WordAt(at - 1);
  if (before == "company" || before == "group" || before == "common") return false;
  return passage_.Looks(at - 1, kCapital) && !passage_.Looks(at - 1, kDigitFirst) &&
         !lexicon_.issuers->Is(word, IssuerTable::kStop | IssuerTable::kVerb);
}

// Whether a fact in whose clause nobody is named belongs to the company that was carried over.
bool FactBuilder::IsCarried(const MetricUse& use, const SentenceClause& clause,
                            const model::Fact& fact) const {
  const auto& sentence = passage_.document->sentences[clause.sentence].tokens;
  if (use.span.empty()) return true;
  if (IsOfOthers(*lexicon_.issuers, passage_, clause, use.tokens.begin)) return false;
  if (IsNamedIn(passage_, sentence, fact.company)) return true;
  if (IsOnlySource(passage_, sentence, fact.company)) return false;
  const int primary = analysis_.Primary();
  if (IsOfAnEconomy(*lexicon_.issuers, passage_, use.tokens, primary >= 0)) return false;
  // "could squeeze margins across the industry"
  if (use.tokens.end < sentence.end && passage_.WordAt(use.tokens.end) == "across") return false;
  if (use.metric == lexicon_.metrics->share_price && HasOwnerUnknown(use)) return false;
  const bool is_main = fact.company == primary;
  if (passage_.own_voice && is_main) return true;
  // "Founder Jane Doe resigned": whose officer is not said where everybody knows
  if (is_main && fact.metric.starts_with("event.officer")) return true;
  return IsCarriedTo(*lexicon_.issuers, passage_, clause, use.tokens, is_main);
}

// Company, period and certainty.
void FactBuilder::SetCircumstances(const MetricUse& use, const Span& head, int prior,
                                   model::Fact* fact) const {
  const SentenceClause& clause = passage_.clauses[use.clause];
  const Span near = use.span.empty() ? head : use.span;
  int issuer = use.company_hit;
  fact->company = use.company;
  if (use.company == -2) {
    issuer = SubjectOf(*lexicon_.issuers, passage_, clause, near);
    fact->company = CompanyOf(*lexicon_.issuers, passage_, clause, near);
    if (issuer < 0 && fact->company >= 0 && !IsCarried(use, clause, *fact)) fact->company = -1;
  }
  const std::optional<Defendant> defendant =
      Entry(use).metric.event == "Legal" ? DefendantOf(*reading_, *lexicon_.issuers, use.tokens)
                                         : std::nullopt;
  if (defendant) {
    issuer = defendant->issuer;
    fact->company = issuer < 0 ? -1 : passage_.issuers[static_cast<size_t>(issuer)].company;
  }
  if (issuer >= 0) {
    const IssuerHit& hit = passage_.issuers[static_cast<size_t>(issuer)];
    fact->spans.company = hit.span;
    if (fact->segment.empty()) fact->segment = hit.segment;
  }
  if (fact->segment.empty() && use.company == -2 && fact->company == clause.company)
    fact->segment = clause.segment;

  Certainty certainty =
      CertaintyAt(*reading_, *lexicon_.scopes, head.empty() ? use.span : head, fact->company);
  // "expects profit of $600 million, which would represent an increase": the figure itself is sure.
  if (certainty.modality == model::Modality::kHypothetical && !fact->spans.value.empty() &&
      fact->spans.value.end <= head.begin)
    certainty = CertaintyAt(*reading_, *lexicon_.scopes, fact->spans.value, fact->company);
  fact->negated = certainty.negated;
  fact->modality = certainty.modality;
  if (fact->modality == model::Modality::kActual && !head.empty() && head != use.span &&
      head != fact->spans.value)
    fact->modality = InfinitiveAt(*reading_, passage_.document->TokensIn(head).begin);
  if (fact->modality == model::Modality::kActual && use.needs_number && !use.implied)
    fact->modality = InfinitiveAt(*reading_, use.tokens.begin);
  if (fact->modality == model::Modality::kActual && !use.implied &&
      InfinitiveAt(*reading_, use.tokens.begin) == model::Modality::kGuidance)
    fact->modality = model::Modality::kGuidance;  // "HSBC to buy back"
  const MetricEntry& entry = Entry(use);
  if (fact->modality == model::Modality::kActual && (fact->value || fact->change))
    fact->modality = GoesOnAt(*reading_, use.tokens.begin);
  if (fact->modality == model::Modality::kActual) {
    fact->modality = entry.modality;
    const bool guides = std::ranges::any_of(
        fact->flags, [](const std::string& flag) { return flag.starts_with("guidance_"); });
    if (use.guided || guides)
      fact->modality =
          IsForeseenByOthers(use) ? model::Modality::kEstimate : model::Modality::kGuidance;
  }
  if (defendant && defendant->is_sued && fact->modality == model::Modality::kActual)
    fact->modality = model::Modality::kHypothetical;
  SetPeriod(use, head, prior, fact);
}

// "JPMorgan cut its forecast for Samsung's shipments": it is no word of Samsung's.
bool FactBuilder::IsForeseenByOthers(const MetricUse& use) const {
  for (uint32_t i = reading_->last_issuer; i-- > reading_->first_issuer;) {
    const IssuerHit& hit = passage_.issuers[i];
    const bool dateline = passage_.GapBefore(hit.tokens.begin).ends_with('(');
    if (hit.tokens.end <= use.tokens.begin && !hit.possessive && !dateline) return hit.only_source;
  }
  return false;
}

// "posted an operating loss": a verb of reporting asserts a bare loss.
bool FactBuilder::IsPosted(const MetricUse& use) const {
  return std::ranges::any_of(reading_->levels, [&](const model::TokenRange& level) {
    return level.end <= use.tokens.begin && use.tokens.begin <= level.end + 2;
  });
}

// Whether a fact says enough to be one.
bool FactBuilder::Says(const model::Fact& fact, const MetricUse& use) const {
  if (use.needs_number && !fact.value && !fact.change) return false;
  if (use.done) return true;
  const bool flagged = std::ranges::any_of(fact.flags, [&](const std::string& flag) {
    return flag != "record" && !(use.weak && flag == "loss" && !IsPosted(use));
  });
  return fact.value || fact.change || fact.direction != model::Direction::kNone ||
         fact.surprise != model::Surprise::kNone || !fact.growth_class.empty() ||
         fact.streak_quarters || flagged;
}

bool FactBuilder::Finish(const MetricUse& use, const Span& head, int prior,
                         model::Fact* fact) const {
  CompareNumbers(use, fact);
  if (!Says(*fact, use)) return false;
  SetCircumstances(use, head, prior, fact);
  // The outlook of an economy is nobody's guidance; "slashing guidance" is somebody's.
  const bool acted = !fact->flags.empty() && head.begin < use.span.begin;
  if (use.metric == lexicon_.metrics->guidance && fact->company < 0 && !fact->value && !acted)
    return false;
  model::FactSpans& spans = fact->spans;
  spans.fact = Cover(Cover(spans.fact, spans.metric), Cover(spans.value, spans.change));
  if (prior >= 0) spans.fact = Cover(spans.fact, reading_->Quantity(prior).quantity.place.span);
  if (spans.fact.empty()) spans.fact = head;
  if (spans.fact.empty()) return false;
  fact->mentions = {spans.fact};
  return true;
}

// A movement without a number that is only a cause or a condition: "beat estimates on higher
// prices", "if demand weakens, ...".
bool FactBuilder::IsAside(const Move& move, const model::Fact& fact) const {
  if (fact.value || fact.change || fact.surprise != model::Surprise::kNone) return false;
  // "shares fall on cut in forecast": the cause is news itself.
  for (const std::string& flag : fact.flags) {
    if (flag.starts_with("guidance_")) return false;
  }
  const std::string_view opener = passage_.clauses[move.clause].opener;
  if (opener == "if" || opener == "unless") return true;
  if (move.word->kind != MoveKind::kAdjective && move.word->kind != MoveKind::kNoun) return false;
  if (move.tokens.begin <= reading_->tokens.begin) return false;
  const std::string_view before = passage_.WordAt(move.tokens.begin - 1);
  return before == "on" || before == "amid" || before == "by" || before == "with" ||
         before == "despite";
}

void FactBuilder::BuildMetric(size_t index) {
  const MetricUse use = reading_->metrics[index];
  Parts parts = PartsOf(index);
  Move cut;
  if (!parts.moves.empty() && parts.value >= 0 && IsCutBy(use, *parts.moves[0], parts.value)) {
    cut = *parts.moves[0];
    cut.change = std::exchange(parts.value, -1);
    parts.moves[0] = &cut;
  }
  // The first movement, the surprise and the value make one fact; further movements their own.
  for (size_t i = 0; i < std::max<size_t>(1, parts.moves.size()); ++i) {
    model::Fact fact = Start(use);
    const Move* move = i < parts.moves.size() ? parts.moves[i] : nullptr;
    Span head = move ? move->span : Span();
    int prior = move ? move->prior : -1;
    if (i == 0 && parts.value >= 0) SetValue(use, parts.value, &fact);
    if (move) SetMove(use, *move, &fact);
    if (i == 0) {
      if (parts.prior >= 0 && !fact.prior) {
        fact.prior = Compared(use, parts.prior);
        prior = parts.prior;
      }
      if (parts.consensus >= 0) fact.consensus = Compared(use, parts.consensus);
      if (parts.surprise) {
        SetSurprise(use, *parts.surprise, move, &fact);
        fact.spans.fact = SpanOf(*parts.surprise);
        if (head.empty()) head = parts.surprise->span;
      }
    }
    if (move) fact.spans.fact = Cover(fact.spans.fact, move->span);
    if (move && move->prior_end >= 0) {
      const Span& end = reading_->Quantity(move->prior_end).quantity.place.span;
      fact.spans.fact = Cover(fact.spans.fact, end);
    }
    if (head.empty()) head = fact.spans.value;
    if (head.empty()) head = use.span;
    SetMarks(use, move, &fact);
    if (move && IsAside(*move, fact)) continue;
    if (!Finish(use, head, prior, &fact)) continue;
    if (i == 0 && parts.surprise && IsDelivered(*parts.surprise))
      fact.modality = model::Modality::kActual;
    ShareWithCompanies(use, move, &fact);
    facts_->push_back(std::move(fact));
  }
}

}  // namespace tellwire::analysis
