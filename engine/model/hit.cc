#include "model/hit.h"

#include <algorithm>

#include "model/analysis.h"

namespace tellwire::model {
namespace {

int FilledSlots(const Fact& fact) {
  const bool slots[] = {fact.value.has_value(),
                        fact.change.has_value(),
                        fact.prior.has_value(),
                        fact.consensus.has_value(),
                        fact.surprise_amount.has_value(),
                        fact.alt_value.has_value(),
                        fact.streak_quarters.has_value(),
                        fact.promise.has_value(),
                        !fact.growth_class.empty(),
                        !fact.segment.empty(),
                        !fact.period_text.empty() || !fact.period.form.empty(),
                        !fact.attribution.empty(),
                        fact.direction != Direction::kNone,
                        fact.surprise != Surprise::kNone};
  return static_cast<int>(std::count(std::begin(slots), std::end(slots), true));
}

}  // namespace

const Evidence* BestEvidence(const std::vector<Evidence>& evidence, std::string_view clause,
                             const Analysis& analysis) {
  const Evidence* best = nullptr;
  int most = -1;
  for (const Evidence& candidate : evidence) {
    if (candidate.clause != clause) continue;
    const int filled =
        candidate.fact < 0 ? 0 : FilledSlots(analysis.facts[static_cast<size_t>(candidate.fact)]);
    if (filled <= most) continue;
    most = filled;
    best = &candidate;
  }
  return best;
}

}  // namespace tellwire::model
