// What `:same "period"` and `:same "segment"` ask of the readings of the parts.
#pragma once

#include <string>
#include <vector>

#include "match/leaves.h"
#include "match/reading.h"

namespace tellwire::match {

// What a reading brings to be shared: a period or a segment; `wild`: nothing that could disagree (a
// phrase has no segment, what has no words has no period).
struct Shared {
  bool wild = false;
  std::string form;  // of the period, or the segment in lower case
  std::optional<Day> from, until;
  bool operator==(const Shared&) const = default;
};

enum class ShareBy { kSegment, kPeriod };

Shared SharedOf(const Reading& reading, ShareBy by, const LeafContext& context);

// Whether a reading agrees with what is to be shared. Periods: equal, or the reading's contains it;
// unknown where one has none or the two cannot be laid on days.
model::Truth Agrees(const Shared& reading, const Shared& shared, ShareBy by);

// What a part of `same` came to: its truth, and what its readings bring, with their truths.
struct SharePart {
  model::Truth truth = model::Truth::kFalse;
  std::vector<Shared> brings;
  std::vector<model::Truth> truths;  // parallel
};

// The truth of the parts sharing one period (or segment): one that lies within, or equals, one of
// every part. `kept` gets for each part the truth that each of its readings is left with; kFalse:
// it takes no part. kError above kMaxPeriods different ones.
model::Truth Share(const std::vector<SharePart>& parts, ShareBy by,
                   std::vector<std::vector<model::Truth>>* kept);

}  // namespace tellwire::match
