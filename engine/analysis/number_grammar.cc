#include "analysis/number_grammar.h"

#include <algorithm>

namespace tellwire::analysis {

bool IsPartLost(const Reading& r, const QuantityHit& hit, const MetricUse& use) {
  if (!use.loss || !use.needs_number || hit.tokens.end + 1 >= r.tokens.end) return false;
  const std::string_view joint = r.passage->WordAt(hit.tokens.end);
  if (joint != "of" && joint != "in") return false;
  // "lost $5 million in the third quarter"
  const auto period =
      std::ranges::lower_bound(r.passage->periods, hit.tokens.end, {},
                               [](const PeriodHit& place) { return place.tokens.begin; });
  if (period != r.passage->periods.end() && period->tokens.begin <= hit.tokens.end + 3)
    return false;
  // "lost $5 million in the quarter"
  const uint32_t end = std::min(r.tokens.end, hit.tokens.end + 4);
  for (uint32_t at = hit.tokens.end; at < end; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (word == "quarter" || word == "year" || word == "period" || word == "half") return false;
  }
  return true;
}

bool IsTakenFrom(const Reading& r, const model::TokenRange& number) {
  if (number.begin <= r.tokens.begin || number.end >= r.tokens.end) return false;
  const std::string_view before = r.passage->WordAt(number.begin - 1);
  const std::string_view behind = r.passage->WordAt(number.end);
  return (before == "lost" || before == "wiped" || before == "shed" || before == "erased") &&
         (behind == "of" || behind == "off" || behind == "from");
}

bool DescribesCounted(const Reading& r, const QuantityHit& hit, const MetricUse& use) {
  return use.tokens.end < r.tokens.end && !hit.quantity.unit.empty() &&
         r.passage->WordAt(use.tokens.end) == hit.quantity.unit;
}

bool IsOfOther(const Reading& r, const QuantityHit& hit, const MetricUse& use) {
  constexpr uint32_t kNear = 2;
  if (use.tokens.end + kNear >= hit.tokens.begin || hit.tokens.end + 1 >= r.tokens.end)
    return false;
  if (r.passage->WordAt(hit.tokens.end) != "of") return false;
  const std::string_view next = r.passage->WordAt(hit.tokens.end + 1);
  return next != "which" && next != "that" && next != "it";
}

bool IsPartedBefore(const Reading& r, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (word == "and" || word == "but") return true;
    if (word == "of" && at > from && r.QuantityUntil(at) >= 0) return true;
  }
  return false;
}

}  // namespace tellwire::analysis
