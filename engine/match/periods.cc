// The parts share a period when some period that one of them brings lies within one of each: "Q4
// revenue" and "fiscal 2026 margin" share the quarter; "Q3" and "Q4" share nothing. So every
// different period is tried once as the one that is shared.
#include "match/periods.h"

#include <algorithm>

#include "base/ascii.h"
#include "match/limits.h"

namespace tellwire::match {

using model::And;
using model::Or;
using model::Truth;

namespace {

// Every different thing that the parts bring, in the order in which it comes; one that says nothing
// where that is all there is.
std::vector<Shared> Candidates(const std::vector<SharePart>& parts, ShareBy by) {
  std::vector<Shared> candidates;
  bool any = false;
  for (const SharePart& part : parts) {
    for (const Shared& brought : part.brings) {
      if (brought.wild) continue;
      any = true;
      if (by == ShareBy::kPeriod && brought.form.empty()) continue;
      if (std::find(candidates.begin(), candidates.end(), brought) == candidates.end())
        candidates.push_back(brought);
      if (candidates.size() > kMaxPeriods) return candidates;
    }
  }
  if (candidates.empty()) candidates.push_back({!any, "", {}, {}});
  return candidates;
}

Truth Under(const SharePart& part, const Shared& shared, ShareBy by) {
  if (part.brings.empty()) return part.truth;
  Truth truth = Truth::kFalse;
  for (size_t i = 0; i < part.brings.size(); ++i)
    truth = Or(truth, And(part.truths[i], Agrees(part.brings[i], shared, by)));
  return truth;
}

}  // namespace

Shared SharedOf(const Reading& reading, ShareBy by, const LeafContext& context) {
  const auto& facts = context.subject.analysis.facts;
  const model::Fact* fact = reading.fact < 0 ? nullptr : &facts[static_cast<size_t>(reading.fact)];
  if (by == ShareBy::kSegment) {
    if (fact == nullptr) return {true, "", {}, {}};
    return {false, Lowered(fact->segment), {}, {}};
  }
  if (fact == nullptr && !reading.HasWords()) return {true, "", {}, {}};
  const model::Period& period = fact != nullptr && !fact->period.form.empty()
                                    ? fact->period
                                    : context.places.PeriodAt(reading.place);
  return {false, period.form, period.from, period.until};
}

Truth Agrees(const Shared& reading, const Shared& shared, ShareBy by) {
  if (reading.wild || shared.wild) return Truth::kTrue;
  if (by == ShareBy::kSegment) return reading.form == shared.form ? Truth::kTrue : Truth::kFalse;
  if (reading.form.empty() || shared.form.empty()) return Truth::kUnknown;
  if (reading.form == shared.form) return Truth::kTrue;
  if (!reading.from || !reading.until || !shared.from || !shared.until) return Truth::kUnknown;
  return *reading.from <= *shared.from && *shared.until <= *reading.until ? Truth::kTrue
                                                                          : Truth::kFalse;
}

Truth Share(const std::vector<SharePart>& parts, ShareBy by,
            std::vector<std::vector<Truth>>* kept) {
  kept->assign(parts.size(), {});
  for (size_t p = 0; p < parts.size(); ++p)
    (*kept)[p].assign(parts[p].brings.size(), Truth::kFalse);
  const std::vector<Shared> candidates = Candidates(parts, by);
  if (candidates.size() > kMaxPeriods) return Truth::kError;
  Truth truth = Truth::kFalse;
  for (const Shared& shared : candidates) {
    Truth here = Truth::kTrue;
    for (const SharePart& part : parts) here = And(here, Under(part, shared, by));
    if (here == Truth::kFalse) continue;
    truth = Or(truth, here);
    for (size_t p = 0; p < parts.size(); ++p) {
      for (size_t i = 0; i < parts[p].brings.size(); ++i) {
        const Truth left =
            And(here, And(parts[p].truths[i], Agrees(parts[p].brings[i], shared, by)));
        (*kept)[p][i] = Or((*kept)[p][i], left);
      }
    }
  }
  return truth;
}

}  // namespace tellwire::match
