// What stands around a fact and colours it: the basis of its change, "double-digit", streaks,
// records.
#include <algorithm>
#include <cstdlib>

#include "analysis/fact_builder.h"
#include "analysis/periods.h"

namespace tellwire::analysis {

namespace {

// Whether a streak has come to its end: "twelve quarters of growth ended".
bool HasEnded(const Reading& reading, const Mark& streak) {
  return std::ranges::any_of(reading.marks, [&](const Mark& end) {
    return end.word->kind == MoveKind::kStreakEnd && end.tokens.begin >= streak.tokens.end &&
           end.tokens.begin <= streak.tokens.end + 6;
  });
}

}  // namespace

void FactBuilder::SetMarks(const MetricUse& use, const Move* move, model::Fact* fact) const {
  const uint32_t clause = move ? move->clause : use.clause;
  if (fact->change_basis.empty() && (move || fact->prior)) {
    const Span near = move ? move->span : use.span;
    const std::string_view basis = ChangeBasisNear(passage_, passage_.clauses[clause].span, near);
    if (basis != "vs_peak") fact->change_basis = basis;
  }
  for (const Mark& mark : reading_->marks) {
    const uint32_t marked = reading_->ClauseOf(mark.tokens.begin);
    const bool here = marked == clause;
    const std::string& value = mark.word->value;
    const uint32_t from_metric = Distance(mark.tokens, use.tokens);
    const uint32_t near = move ? Distance(mark.tokens, move->tokens) : from_metric;
    if (mark.word->kind == MoveKind::kClass) {
      if (!here || (near > 4 && from_metric > 2)) continue;
      if (fact->change || !fact->growth_class.empty()) continue;
      fact->growth_class = value;
      fact->spans.fact = Cover(fact->spans.fact, mark.span);
    } else if (mark.word->kind == MoveKind::kStreak) {
      if (HasEnded(*reading_, mark) && marked + 1 >= clause) {
        AddFlag("streak_ended:" + value, fact);
      } else if (here && (move || fact->value) && !fact->streak_quarters) {
        fact->streak_quarters = std::atoi(value.c_str());
      }
    } else if (mark.word->kind == MoveKind::kMark && here) {
      if (value == "intraday" && move && near <= 3) AddFlag(value, fact);
      const bool beside = std::min(near, from_metric) <= 3;
      if (beside && (value == "record" || value == "discount")) AddFlag(value, fact);
    }
  }
}

}  // namespace tellwire::analysis
