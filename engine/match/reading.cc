#include "match/reading.h"

#include <algorithm>

namespace tellwire::match {

model::Truth AtLeast(int n, const std::vector<model::Truth>& members) {
  using model::Truth;
  const auto count = [&](Truth truth) {
    return static_cast<int>(std::count(members.begin(), members.end(), truth));
  };
  const int reached = count(Truth::kTrue), errors = count(Truth::kError);
  if (reached >= n) return Truth::kTrue;
  if (reached + errors + count(Truth::kUnknown) < n) return Truth::kFalse;
  return errors > 0 ? Truth::kError : Truth::kUnknown;
}

Filters Filters::Under(rule::Op op) const {
  Filters filters = *this;
  const bool now = op == rule::Op::kCurrent;
  filters.affirmed |= now || op == rule::Op::kAffirmed;
  filters.recent |= now || op == rule::Op::kRecent;
  filters.current |= now;
  return filters;
}

bool IsMark(rule::Op op) { return op == rule::Op::kAnywhere || Filters().Under(op).any(); }

}  // namespace tellwire::match
