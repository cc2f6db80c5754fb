// A verb looks to its right and reads prepositions: by -> change, to -> level, from -> prior. A
// noun has its change before it ("a 10% drop") or behind `of`; "up" and "down" have it behind,
// "higher" and "lower" mostly before. A verb that is itself a multiple ("doubled") is its own
// change.
#include <algorithm>
#include <array>

#include "analysis/attach.h"
#include "analysis/one_of.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kVerbReach = 16;  // words behind a verb that may hold its numbers
constexpr uint32_t kNounReach = 10;

enum class Link { kNone, kBy, kOf, kTo, kFrom, kOther };

// `previous` is the word before: "more than 5%" compares with nothing.
Link LinkOf(std::string_view word, std::string_view previous, Link before) {
  if (word == "than" && (previous == "more" || previous == "less" || previous == "fewer"))
    return before;
  if ((word == "to" || word == "with") && previous == "compared") return Link::kFrom;
  if (word == "as" && (previous == "high" || previous == "low")) return Link::kTo;
  if (word == "at" && before == Link::kFrom) return before;  // "down from a close at $10"
  if (word == "by") return Link::kBy;
  if (word == "of") return Link::kOf;
  if (word == "to" || word == "at" || word == "above" || word == "below" || word == "past" ||
      word == "under")
    return Link::kTo;
  if (word == "from" || word == "than" || word == "versus" || word == "vs" || word == "against" ||
      word == "compared" || word == "above" || word == "below")
    return Link::kFrom;
  if (word == "in" || word == "for" || word == "on" || word == "with" || word == "after")
    return before == Link::kFrom && word == "with" ? Link::kFrom : Link::kOther;
  return before;
}

// What stands between a number and a movement that has nothing to do with it: "fell 2 percent on
// weaker demand", "80 percent of our growth".
bool Parts(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kParting = {
      "of", "on", "amid", "by", "with", "from",  "and", "as",    "despite", "after",
      "to", "at", "due",  "or", "but",  "while", "for", "under", "because", "than"};
  return IsOneOf(word, kParting);
}

bool IsVerb(MoveKind kind) {
  return kind == MoveKind::kVerb || kind == MoveKind::kAct || kind == MoveKind::kBoth ||
         kind == MoveKind::kPrice || kind == MoveKind::kFlat || kind == MoveKind::kGuide;
}

class MovePhrase {
 public:
  MovePhrase(Reading* reading, Move* move) : r_(*reading), move_(*move) {}

  void Read() {
    TakeOwnMultiple();
    const MoveKind kind = move_.word->kind;
    if (kind == MoveKind::kNoun) {
      TakeBefore(3);
      ScanRight(kNounReach, move_.change < 0 ? Link::kOther : Link::kNone);
    } else if (kind == MoveKind::kAdjective) {
      const std::string_view word = r_.passage->WordAt(move_.tokens.end - 1);
      const bool right_first = word == "up" || word == "down" || word == "off";
      if (!right_first) TakeBefore(1);
      ScanRight(kVerbReach, Link::kNone);
      if (right_first && move_.change < 0 && move_.level < 0) TakeBefore(1);
    } else if (IsVerb(kind)) {
      ScanRight(kVerbReach, Link::kNone);
    }
  }

 private:
  bool Free(int quantity) { return quantity >= 0 && r_.Number(quantity).role == NumberRole::kFree; }

  void Take(int quantity, int* slot, NumberRole role) {
    *slot = quantity;
    r_.Number(quantity).role = role;
  }

  void TakeOwnMultiple() {
    for (uint32_t i = r_.first_quantity; i < r_.last_quantity; ++i) {
      const int index = static_cast<int>(i);
      if (!r_.Quantity(index).multiple_verb || !Free(index)) continue;
      if (Overlap(r_.Quantity(index).tokens, move_.tokens))
        Take(index, &move_.change, NumberRole::kChange);
    }
  }

  // "a 5 percent quarterly rise": a number at most `words` words before; "80 percent of our growth"
  // is a share.
  void TakeBefore(uint32_t words) {
    for (uint32_t back = 0; back <= words; ++back) {
      if (move_.tokens.begin < r_.tokens.begin + back) return;
      if (back > 0 && Parts(r_.passage->WordAt(move_.tokens.begin - back))) return;
      const int quantity = r_.QuantityUntil(move_.tokens.begin - back);
      if (quantity < 0) continue;
      if (!Free(quantity) || r_.ClauseOf(r_.Quantity(quantity).tokens.begin) != move_.clause)
        return;
      const std::string& unit = r_.Quantity(quantity).quantity.unit;
      if (!IsRatioUnit(unit) && !(back == 0 && IsCurrencyUnit(unit))) return;
      if (move_.prior >= 0 && IsCurrencyUnit(unit)) return;  // "was $193 up from $115"
      const auto& tokens = r_.passage->document->tokens;
      const Span gap{r_.Quantity(quantity).quantity.place.span.end,
                     tokens[move_.tokens.begin].span.begin};
      if (gap.Of(r_.passage->text).find(',') != std::string_view::npos) return;
      Take(quantity, &move_.change, NumberRole::kChange);
      return;
    }
  }

  bool StopsAt(uint32_t at) const {
    for (const Move& other : r_.moves) {
      if (&other != &move_ && other.tokens.begin == at && other.word->kind != MoveKind::kFlat)
        return true;
    }
    for (const SurpriseUse& surprise : r_.surprises) {
      if (surprise.tokens.begin == at) return true;
    }
    return false;
  }

  // A noun, or a verb that is written like one: "a gain of 3%", "posted a decline of 3%".
  bool IsNoun() const {
    if (move_.word->kind == MoveKind::kNoun) return true;
    const uint32_t last = move_.tokens.end - 1;
    if (move_.word->kind != MoveKind::kPrice || last == r_.tokens.begin) return false;
    const std::string_view before = r_.passage->WordAt(last - 1);
    return before == "a" || before == "an" || before == "the";
  }

  const MetricUse* MetricAt(uint32_t at) const {
    for (const MetricUse& metric : r_.metrics) {
      if (metric.tokens.begin == at) return &metric;
    }
    return nullptr;
  }

  // "4% at Walmart and 6%": the name ends what the preposition introduced.
  bool NamesCompany(uint32_t at) const {
    for (uint32_t i = r_.first_issuer; i < r_.last_issuer; ++i) {
      const IssuerHit& hit = r_.passage->issuers[i];
      if (hit.tokens.begin == at) return !hit.reference;
    }
    return false;
  }

  Link LinkAt(uint32_t at, Link before) const {
    const std::string_view previous =
        at > r_.tokens.begin ? r_.passage->WordAt(at - 1) : std::string_view();
    return LinkOf(r_.passage->WordAt(at), previous, before);
  }

  void ScanRight(uint32_t reach, Link link) {
    const bool noun = move_.word->kind == MoveKind::kNoun;
    const bool acts = move_.word->kind == MoveKind::kAct || move_.word->kind == MoveKind::kBoth ||
                      move_.word->kind == MoveKind::kGuide || noun;
    const uint32_t end =
        std::min(r_.passage->clauses[move_.clause].tokens.end, move_.tokens.end + reach);
    bool metric_passed = false;
    // "slipped below $70": the preposition may be part of the verb.
    if (move_.tokens.end - move_.tokens.begin > 1) link = LinkAt(move_.tokens.end - 1, link);
    for (uint32_t at = move_.tokens.end; at < end;) {
      if (StopsAt(at)) return;
      if (const MetricUse* metric = MetricAt(at)) {
        if (!acts || metric_passed || (move_.level >= 0 || (move_.change >= 0 && !noun))) return;
        metric_passed = true;
        at = std::max(at + 1, metric->tokens.end);
        link = link == Link::kOther && !noun ? Link::kNone : link;
        continue;
      }
      const int quantity = r_.QuantityFrom(at);
      if (quantity >= 0) {
        // "fell below $8 billion": the qualifier is part of the number.
        link = LinkAt(at, link);
        if (!TakeRight(quantity, link, metric_passed)) return;
        at = std::max(at + 1, r_.Quantity(quantity).tokens.end);
        link = Link::kOther;
        continue;
      }
      link = NamesCompany(at) ? Link::kOther : LinkAt(at, link);
      ++at;
    }
  }

  // "to $10 billion from $11 billion to $12 billion": what it was before may be a range.
  void TakePriorEnd(uint32_t at) {
    if (move_.level < 0 || at >= r_.tokens.end || r_.passage->WordAt(at) != "to") return;
    const int quantity = r_.QuantityFrom(at + 1);
    if (!Free(quantity)) return;
    if (r_.Quantity(quantity).quantity.unit != r_.Quantity(move_.prior).quantity.unit) return;
    Take(quantity, &move_.prior_end, NumberRole::kPrior);
  }

  // Gives a number the role that its preposition says; false: the phrase ends before it.
  bool TakeRight(int quantity, Link link, bool metric_passed) {
    if (!Free(quantity)) return true;
    const std::string& unit = r_.Quantity(quantity).quantity.unit;
    const bool ratio = IsRatioUnit(unit);
    switch (link) {
      case Link::kNone:
        // "more than double the $10 million reported a year ago"
        if (move_.change >= 0 && IsCurrencyUnit(unit) &&
            r_.Quantity(move_.change).quantity.unit == "x") {
          Take(quantity, &move_.prior, NumberRole::kPrior);
          return false;
        }
        // "raised $5 billion": an act moves its object, money behind it is not how far.
        if (move_.word->kind == MoveKind::kAct && !ratio) return false;
        if (move_.word->kind == MoveKind::kGuide || move_.word->kind == MoveKind::kFlat)
          return false;
        if (metric_passed && !ratio) return false;
        if (move_.change >= 0) return false;
        Take(quantity, &move_.change, NumberRole::kChange);
        return true;
      case Link::kOf:
        if (!IsNoun() || metric_passed) return true;
        [[fallthrough]];
      case Link::kBy:
        if (move_.change >= 0) return false;
        Take(quantity, &move_.change, NumberRole::kChange);
        return true;
      case Link::kTo:
        if (move_.level >= 0) return false;
        Take(quantity, &move_.level, NumberRole::kValue);
        return true;
      case Link::kFrom:
        if (move_.prior >= 0) return true;
        Take(quantity, &move_.prior, NumberRole::kPrior);
        TakePriorEnd(r_.Quantity(quantity).tokens.end);
        return true;
      case Link::kOther:
        return true;
    }
    return true;
  }

  Reading& r_;
  Move& move_;
};

// "12% below its peak" and "−23% y/y" say a movement without a word of movement.
void AddWordlessMoves(const MetricTable& table, Reading* r) {
  static const MoveWord kPlain{MoveKind::kAdjective, model::Direction::kNone, 1, ""};
  (void)table;
  const Span sentence = r->passage->document->sentences[r->sentence].span;
  const auto& bases = r->passage->bases;
  auto next =
      std::lower_bound(bases.begin(), bases.end(), sentence.begin,
                       [](const BasisHit& hit, uint32_t begin) { return hit.span.begin < begin; });
  for (; next != bases.end() && next->span.begin < sentence.end; ++next) {
    const BasisHit& basis = *next;
    if (basis.basis != "vs_peak" || !sentence.Contains(basis.span)) continue;
    const model::TokenRange tokens = r->passage->document->TokensIn(basis.span);
    const int quantity = r->QuantityUntil(tokens.begin);
    if (quantity < 0 || r->Number(quantity).role != NumberRole::kFree) continue;
    Move move{tokens, basis.span, &kPlain, model::Direction::kDown, r->ClauseOf(tokens.begin)};
    move.change = quantity;
    move.vs_peak = true;
    r->Number(quantity).role = NumberRole::kChange;
    r->moves.push_back(move);
  }
  for (NumberUse& number : r->numbers) {
    const QuantityHit& hit = r->passage->quantities[number.quantity];
    if (number.role != NumberRole::kFree || !hit.is_signed || hit.quantity.unit != "pct") continue;
    Move move{hit.tokens, hit.quantity.place.span, &kPlain,
              hit.quantity.value.low < 0 ? model::Direction::kDown : model::Direction::kUp,
              r->ClauseOf(hit.tokens.begin)};
    move.change = static_cast<int>(number.quantity);
    number.role = NumberRole::kChange;
    r->moves.push_back(move);
  }
}

}  // namespace

void ReadMovePhrases(const MetricTable& table, Reading* reading) {
  // Numbers that touch a noun or adjective belong to it before any verb reaches for them.
  for (Move& move : reading->moves) {
    if (move.word->kind == MoveKind::kNoun || move.word->kind == MoveKind::kAdjective)
      MovePhrase(reading, &move).Read();
  }
  for (Move& move : reading->moves) {
    if (move.word->kind != MoveKind::kNoun && move.word->kind != MoveKind::kAdjective)
      MovePhrase(reading, &move).Read();
  }
  AddWordlessMoves(table, reading);
}

}  // namespace tellwire::analysis
