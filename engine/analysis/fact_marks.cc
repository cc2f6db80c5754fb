// What stands around a fact and colours it: the basis of its change, "double-digit", streaks,
// records.
#include <algorithm>
#include <cstdlib>

#include "analysis/fact_builder.h"
#include "analysis/periods.h"

namespace tellwire::analysis {

void FactBuilder::SetMarks(const MetricUse& use, const Move* move, model::Fact* fact) const {
  const uint32_t clause = move ? move->clause : use.clause;
  if (fact->change_basis.empty() && (move || fact->prior)) {
    const Span near = move ? move->span : use.span;
    const std::string_view basis = ChangeBasisNear(passage_, passage_.clauses[clause].span, near);
    if (basis != "vs_peak") fact->change_basis = basis;
  }
  for (const Mark& mark : reading_->marks) {
    const uint32_t marked = reading_->ClauseOf(mark.tokens.begin);
    const std::string& value = mark.word->value;
    const uint32_t near = Distance(mark.tokens, move ? move->tokens : use.tokens);
    switch (mark.word->kind) {
      case MoveKind::kClass:
        if (marked != clause || (near > 4 && Distance(mark.tokens, use.tokens) > 2)) break;
        if (!fact->change && fact->growth_class.empty()) {
          fact->growth_class = value;
          fact->spans.fact = Cover(fact->spans.fact, mark.span);
        }
        break;
      case MoveKind::kStreak: {
        const bool ended = std::ranges::any_of(reading_->marks, [&](const Mark& end) {
          return end.word->kind == MoveKind::kStreakEnd && end.tokens.begin >= mark.tokens.end &&
                 end.tokens.begin <= mark.tokens.end + 6;
        });
        if (ended && marked + 1 >= clause) {
          AddFlag("streak_ended:" + value, fact);
        } else if (marked == clause && (move || fact->value) && !fact->streak_quarters) {
          fact->streak_quarters = std::atoi(value.c_str());
        }
        break;
      }
      case MoveKind::kMark: {
        const uint32_t beside = std::min(near, Distance(mark.tokens, use.tokens));
        if (value == "intraday" && move && marked == clause && near <= 3) AddFlag(value, fact);
        if (value == "record" && marked == clause && beside <= 3) AddFlag(value, fact);
        if (value == "discount" && marked == clause && beside <= 3) AddFlag(value, fact);
        break;
      }
      default:
        break;
    }
  }
}

}  // namespace tellwire::analysis
