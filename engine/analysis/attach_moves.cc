// Which metric does a word of movement move? The nearest that its grammar allows: a verb takes the
// metric before it, an act the one behind, a noun the one behind `in` or `of` or the one it
// touches. Where its clause names a company and no metric, something is understood:
//
//   Meta fell 5%                          its share price
//   AMD grew sales 30%, Intel's slipped 5%   the metric said before
//   Meta fell 5% and Snap 12%             the verb said before, too
#include <algorithm>
#include <limits>

#include "analysis/attach.h"
#include "analysis/move_grammar.h"

namespace tellwire::analysis {
namespace {

constexpr double kForbidden = std::numeric_limits<double>::infinity();
constexpr double kLimit = 14;
constexpr double kClauseCrossed = 5, kMoveCrossed = 3;
constexpr double kMillion = 1e6;

class MoveAttacher {
 public:
  MoveAttacher(const MetricTable& table, Reading* reading) : table_(table), r_(*reading) {}

  void AttachAll() {
    for (size_t i = 0; i < r_.moves.size(); ++i) Attach(i);
    PartPlaces();
    FillGaps();
    FillPlaces();
  }

 private:
  const MetricEntry& Entry(const MetricUse& use) const { return table_.metrics[use.metric]; }

  bool UnitsFit(const Move& move, const MetricUse& use) const {
    const MetricEntry& entry = Entry(use);
    if (move.change >= 0 && !FitsChange(entry, r_.Quantity(move.change).quantity.unit))
      return false;
    if (move.level < 0) return true;
    const std::string& unit = r_.Quantity(move.level).quantity.unit;
    return FitsValue(entry, unit) || unit == "pct";
  }

  double Crossed(const Move& move, const MetricUse& use) const {
    double cost = 0;
    const bool verb = move.word->kind == MoveKind::kPrice || move.word->kind == MoveKind::kVerb ||
                      move.word->kind == MoveKind::kBoth;
    const bool act = move.word->kind == MoveKind::kAct || move.word->kind == MoveKind::kGuide;
    const uint32_t from = std::min(move.tokens.end, use.tokens.end);
    const uint32_t to = std::max(move.tokens.begin, use.tokens.begin);
    for (const Move& other : r_.moves) {
      if (&other == &move || other.tokens.begin < from || other.tokens.end > to) continue;
      const bool noun = other.word->kind == MoveKind::kNoun;
      // "cut on Tuesday, plans to reduce debt": the nearer act has the object.
      if (act && other.word->kind == MoveKind::kAct && other.tokens.begin > from + 1)
        cost += kLimit;
      cost += verb && !noun && from == use.tokens.end && !Follows(r_, move) ? kLimit : kMoveCrossed;
    }
    for (const SurpriseUse& surprise : r_.surprises) {
      if (surprise.tokens.begin >= from && surprise.tokens.end <= to) cost += kMoveCrossed;
    }
    const uint32_t clauses =
        use.clause > move.clause ? use.clause - move.clause : move.clause - use.clause;
    return cost + clauses * kClauseCrossed;
  }

  // Without a number only a verb of a clause that goes on reaches back: "shares rose but later
  // fell".
  bool GoesOn(const Move& move, const MetricUse& use) const {
    if (move.word->kind == MoveKind::kNoun || move.word->kind == MoveKind::kAdjective) return false;
    if (use.clause + 1 != move.clause) return false;
    const SentenceClause& clause = r_.passage->clauses[move.clause];
    if (move.tokens.begin > clause.tokens.begin + 2) return false;
    const std::string_view opener = clause.opener;
    return opener == "but" || opener == "and" || opener == "before" || opener == "which";
  }

  // The metric stands before the word of movement.
  double CostBefore(const Move& move, const MetricUse& use, double distance) const {
    switch (move.word->kind) {
      case MoveKind::kAct:
      case MoveKind::kGuide: {
        const uint32_t at = move.tokens.begin;
        const bool passive = at > r_.tokens.begin && IsAuxiliary(r_.passage->WordAt(at - 1));
        if (passive) return distance;
        return Headlined(r_, move, use.tokens) ? distance + 5 : kForbidden;
      }
      case MoveKind::kNoun:
        if (distance == 0) return 0;
        if (IsAttributive(r_, move) || JoinsAnother(r_, use.tokens.end, move.tokens.begin))
          return kForbidden;
        return distance + 2;
      case MoveKind::kAdjective:
        if (IsAttributive(r_, move) || !IsPredicate(r_, move, use.tokens)) return kForbidden;
        return distance;
      case MoveKind::kFlat:
        return IsSaidFlat(r_, move, use.tokens) ? distance : kForbidden;
      case MoveKind::kBoth:
        return HasMetricBehind(r_, move) || IsObject(r_, move, use.tokens) ? kForbidden : distance;
      default:
        return IsGerund(r_, move) || ActsOnOther(r_, move) || IsObject(r_, move, use.tokens)
                   ? kForbidden
                   : distance;
    }
  }

  // The metric stands behind it.
  double CostBehind(const Move& move, const MetricUse& use, double distance) const {
    const uint32_t next = move.tokens.end;
    switch (move.word->kind) {
      case MoveKind::kAct:
      case MoveKind::kGuide:
        return ReachesObject(r_, move, use.tokens) ? distance / 2 : kForbidden;
      case MoveKind::kBoth:
        return IsComparator(r_, move) || !ReachesObject(r_, move, use.tokens) ? kForbidden
                                                                              : distance + 1;
      case MoveKind::kNoun:
        return JoinedBehind(r_, next, use.tokens.begin) ? distance / 2 : kForbidden;
      case MoveKind::kFlat:
        return distance <= 1 ? distance + 1 : kForbidden;
      case MoveKind::kAdjective:
        if (distance <= 2) return distance;
        return IsOnePhrase(r_, next, use.tokens.begin) ? distance + 6 : kForbidden;
      default: {
        const std::string_view word = r_.passage->WordAt(move.tokens.begin);
        return distance <= 2 && word.ends_with("ing") ? distance + 1 : kForbidden;
      }
    }
  }

  double Cost(const Move& move, const MetricUse& use) const {
    if (!UnitsFit(move, use)) return kForbidden;
    const bool numbered = move.change >= 0 || move.level >= 0;
    if (use.needs_number && !numbered) return kForbidden;
    if (move.vs_peak && Entry(use).metric.metric_class != model::MetricClass::kPrice)
      return kForbidden;
    const bool guides = move.word->kind == MoveKind::kGuide;
    if (guides && !use.guided && use.metric != table_.guidance) return kForbidden;
    if (use.clause != move.clause && !numbered && !GoesOn(move, use)) return kForbidden;
    if (use.clause < move.clause && HasOwnSubject(r_, move)) return kForbidden;
    const double distance = Distance(move.tokens, use.tokens);
    const double cost = use.tokens.end <= move.tokens.begin ? CostBefore(move, use, distance)
                                                            : CostBehind(move, use, distance);
    return cost + Crossed(move, use);
  }

  // The last company named in the clause before a word, and not inside a mark ("its peak").
  int IssuerBefore(uint32_t clause, uint32_t token) const {
    for (uint32_t i = r_.last_issuer; i-- > r_.first_issuer;) {
      const IssuerHit& hit = r_.passage->issuers[i];
      if (hit.tokens.begin >= token || r_.ClauseOf(hit.tokens.begin) != clause) continue;
      if (!hit.eligible()) continue;
      const bool marked = std::ranges::any_of(
          r_.marks, [&](const Mark& mark) { return Overlap(mark.tokens, hit.tokens); });
      if (!marked) return static_cast<int>(i);
    }
    return -1;
  }

  bool ClauseHasMetric(uint32_t clause) const {
    return std::ranges::any_of(
        r_.metrics, [&](const MetricUse& use) { return use.clause == clause && !use.implied; });
  }

  // The last metric that was named before a word; "which" clauses and ellipses repeat it.
  int MetricBefore(uint32_t token) const {
    int found = -1;
    for (size_t i = 0; i < r_.metrics.size(); ++i) {
      if (r_.metrics[i].tokens.end <= token) found = static_cast<int>(i);
    }
    return found;
  }

  int Imply(uint32_t metric, const Move& move, int issuer) {
    MetricUse use;
    use.tokens = {move.tokens.begin, move.tokens.begin};
    use.metric = metric;
    use.clause = move.clause;
    use.implied = true;
    use.company_hit = issuer;
    if (issuer >= 0) use.company = r_.passage->issuers[static_cast<size_t>(issuer)].company;
    r_.metrics.push_back(std::move(use));
    return static_cast<int>(r_.metrics.size()) - 1;
  }

  // Repeats a metric for another company.
  int Repeat(int metric, const Move& move, int issuer) {
    const uint32_t id = r_.metrics[static_cast<size_t>(metric)].metric;
    const bool loss = r_.metrics[static_cast<size_t>(metric)].loss;
    const int use = Imply(id, move, issuer);
    r_.metrics[static_cast<size_t>(use)].loss = loss;
    return use;
  }

  // "added 10 percent to its stake", "rose 9% to 27,209 vehicles", "doubles the number of ..": what
  // moves stands behind, or is counted in what no price is.
  bool HasObject(const Move& move) const {
    if (move.level >= 0) {
      const std::string& unit = r_.Quantity(move.level).quantity.unit;
      return !unit.empty() &&
             (!IsCurrencyUnit(unit) || r_.Quantity(move.level).quantity.value.high >= kMillion);
    }
    uint32_t next = move.tokens.end;
    if (move.change >= 0) next = std::max(next, r_.Quantity(move.change).tokens.end);
    if (next >= r_.passage->clauses[move.clause].tokens.end) return false;
    const std::string_view word = r_.passage->WordAt(next);
    return move.change >= 0 ? word == "to" : word == "the" || word == "its" || word == "their";
  }

  bool MovesPrice(const Move& move) const {
    if (HasObject(move)) return false;
    const bool idiom = move.tokens.end - move.tokens.begin >= 3;
    if (move.vs_peak) return true;
    if (move.word->kind != MoveKind::kPrice && move.word->kind != MoveKind::kAdjective)
      return false;
    if (move.change >= 0) return r_.Quantity(move.change).quantity.unit == "pct";
    return idiom && move.word->kind == MoveKind::kPrice;
  }

  // What "which" stands for: the name that ends where the clause begins.
  int Antecedent(const SentenceClause& clause) const {
    if (clause.opener != "which" && clause.opener != "who") return -1;
    return r_.IssuerUntil(clause.tokens.begin);
  }

  // What moves where the clause names no metric of its own; -1: nothing.
  int Understood(const Move& move) {
    const SentenceClause& clause = r_.passage->clauses[move.clause];
    int issuer = IssuerBefore(move.clause, move.tokens.begin);
    if (issuer < 0) issuer = Antecedent(clause);
    if (issuer < 0) return -1;
    const IssuerHit& hit = r_.passage->issuers[static_cast<size_t>(issuer)];
    const int before = MetricBefore(hit.tokens.begin);
    if (hit.possessive && !hit.reference && before >= 0) {
      const MetricUse& use = r_.metrics[static_cast<size_t>(before)];
      if (move.change < 0 || FitsChange(Entry(use), r_.Quantity(move.change).quantity.unit))
        return Repeat(before, move, issuer);
    }
    if (hit.possessive || !MovesPrice(move) || IsFund(r_, hit.tokens.end)) return -1;
    if (move.tokens.begin > hit.tokens.end + 4 && !hit.reference) return -1;
    return Imply(table_.share_price, move, issuer);
  }

  // A clause without a subject goes on with that of the clause before: "is up 64% this year but 12%
  // below its peak".
  int Continued(const Move& move, size_t index) const {
    for (size_t i = index; i-- > 0;) {
      const Move& before = r_.moves[i];
      if (before.clause > move.clause || before.metric < 0) continue;
      if (before.clause + 1 < move.clause) return -1;
      return UnitsFit(move, r_.metrics[static_cast<size_t>(before.metric)]) ? before.metric : -1;
    }
    const int named = MetricBefore(move.tokens.begin);
    const bool joined =
        named >= 0 && Follows(r_, move) && UnitsFit(move, r_.metrics[static_cast<size_t>(named)]);
    return joined && r_.metrics[static_cast<size_t>(named)].clause + 1 >= move.clause ? named : -1;
  }

  void Attach(size_t index) {
    const Move move = r_.moves[index];
    int best = -1;
    double least = kLimit;
    for (size_t i = 0; i < r_.metrics.size(); ++i) {
      if (r_.metrics[i].implied && r_.metrics[i].clause != move.clause) continue;
      const double cost = Cost(move, r_.metrics[i]);
      if (cost < least) {
        least = cost;
        best = static_cast<int>(i);
      }
    }
    const bool own = ClauseHasMetric(move.clause);
    const bool elsewhere = best >= 0 && r_.metrics[static_cast<size_t>(best)].clause != move.clause;
    if (!own && (best < 0 || elsewhere)) {
      const int understood = Understood(move);
      if (understood >= 0) {
        best = understood;
      } else if (IssuerBefore(move.clause, move.tokens.begin) >= 0) {
        best = -1;
      } else if (best < 0 && move.change >= 0 && !HasOwnSubject(r_, move)) {
        best = Continued(move, index);
      }
    }
    r_.moves[index].metric = best;
  }

  // "Sales fell 3% for Ford and rose 5% for GM": the second has the metric, but not the company.
  void PartPlaces() {
    for (size_t i = 1; i < r_.moves.size(); ++i) {
      const Move move = r_.moves[i];
      if (move.metric < 0 || move.change < 0) continue;
      const int place = r_.PlaceOf(r_.Quantity(move.change).tokens);
      if (place < 0) continue;
      const bool parted =
          std::any_of(r_.moves.begin(), r_.moves.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Move& other) {
                        if (other.metric != move.metric || other.change < 0) return false;
                        const int there = r_.PlaceOf(r_.Quantity(other.change).tokens);
                        return there >= 0 && there != place;
                      });
      if (parted) r_.moves[i].metric = Repeat(move.metric, move, place);
    }
  }

  // "and Snap 12%": a clause of a company and a number repeats the movement before it.
  void FillGaps() {
    for (uint32_t clause = r_.first_clause + 1; clause < r_.last_clause; ++clause) {
      const bool said =
          std::ranges::any_of(r_.moves, [&](const Move& m) { return m.clause == clause; });
      if (said) continue;
      FillGap(clause);
    }
  }

  // The metric of a clause that nothing moves yet, a number right behind it: "and its profit 9%".
  int BareMetric(uint32_t clause, const model::TokenRange& number) const {
    for (size_t i = 0; i < r_.metrics.size(); ++i) {
      const MetricUse& use = r_.metrics[i];
      if (use.clause == clause && !use.implied && use.tokens.end <= number.begin &&
          number.begin <= use.tokens.end + 1)
        return static_cast<int>(i);
    }
    return -1;
  }

  void FillGap(uint32_t clause) {
    for (NumberUse& number : r_.numbers) {
      const QuantityHit& hit = r_.passage->quantities[number.quantity];
      if (number.role != NumberRole::kFree || r_.ClauseOf(hit.tokens.begin) != clause) continue;
      const int own = BareMetric(clause, hit.tokens);
      const int issuer = IssuerBefore(clause, hit.tokens.begin);
      if (own < 0 && (issuer < 0 || ClauseHasMetric(clause))) return;
      if (own < 0 &&
          hit.tokens.begin > r_.passage->issuers[static_cast<size_t>(issuer)].tokens.end + 1)
        return;
      const Move* before = nullptr;
      for (const Move& move : r_.moves) {
        if (move.clause < clause && move.metric >= 0 && move.change >= 0) before = &move;
      }
      if (!before || r_.Quantity(before->change).quantity.unit != hit.quantity.unit) return;
      Move move = *before;
      move.tokens = hit.tokens;
      move.span = {};
      move.clause = clause;
      move.change = static_cast<int>(number.quantity);
      move.level = move.prior = -1;
      number.role = NumberRole::kChange;
      move.metric = own >= 0 ? own : Repeat(move.metric, move, issuer);
      r_.moves.push_back(move);
      return;
    }
  }

  // "Sales rose 4% at Walmart and 6% at Costco": a number at another company repeats the movement.
  void FillPlaces() {
    for (NumberUse& number : r_.numbers) {
      const QuantityHit& hit = r_.passage->quantities[number.quantity];
      if (number.role != NumberRole::kFree || !IsRatioUnit(hit.quantity.unit)) continue;
      if (hit.tokens.end + 1 >= r_.tokens.end || hit.tokens.begin == r_.tokens.begin) continue;
      const std::string_view joint = r_.passage->WordAt(hit.tokens.end);
      const std::string_view before = r_.passage->WordAt(hit.tokens.begin - 1);
      if ((joint != "at" && joint != "for" && joint != "in") || before == "of") continue;
      const int issuer = IssuerFrom(hit.tokens.end + 1);
      if (issuer < 0) continue;
      const Move* said = nullptr;
      for (const Move& move : r_.moves) {
        if (move.tokens.end <= hit.tokens.begin && move.metric >= 0 && move.change >= 0)
          said = &move;
      }
      if (!said || r_.Quantity(said->change).quantity.unit != hit.quantity.unit) continue;
      Move move = *said;
      move.tokens = hit.tokens;
      move.span = {};
      move.clause = r_.ClauseOf(hit.tokens.begin);
      move.change = static_cast<int>(number.quantity);
      move.level = move.prior = -1;
      number.role = NumberRole::kChange;
      move.metric = Repeat(move.metric, move, issuer);
      r_.moves.push_back(move);
    }
  }

  int IssuerFrom(uint32_t token) const {
    for (uint32_t i = r_.first_issuer; i < r_.last_issuer; ++i) {
      if (r_.passage->issuers[i].tokens.begin == token) return static_cast<int>(i);
    }
    return -1;
  }

  const MetricTable& table_;
  Reading& r_;
};

}  // namespace

void AttachMoves(const MetricTable& table, Reading* reading) {
  MoveAttacher(table, reading).AttachAll();
}

}  // namespace tellwire::analysis
