// The words of a sentence that may move the price of a commodity, whosever they are: what the
// reader of prices (price_reader.h) chooses from.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/price_reader.h"

namespace tellwire::analysis {

// A word or phrase that may move a price.
struct PriceCandidate {
  model::TokenRange tokens;
  model::Direction direction = model::Direction::kNone;
  int move = -1;  // index into Reading::moves
  bool extreme = false;
  bool noun = false;
  bool acts = false;    // moves what stands behind it: "lifts gold"
  bool broken = false;  // a run that is broken off: "ends four-session slump"
};

// Sorted by place. REQUIRES: ReadMovePhrases was run.
std::vector<PriceCandidate> FindPriceCandidates(const PriceTable& table, const Reading& reading);

// What stands between a word of the sentence and the one before it, "" at the start.
std::string_view PriceGapBefore(const Reading& reading, uint32_t token);
// Whether a colon, a dash, a bracket, or (`commas`) a comma stands before a word.
bool PriceBreaksBefore(const Reading& reading, uint32_t token, bool commas);

}  // namespace tellwire::analysis
