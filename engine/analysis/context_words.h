// Words of which one has to stand in a sentence for a surface to count there: "recall" is an event
// where there are cars, defects or products, else a memory.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/word_roles.h"
#include "model/document.h"

namespace tellwire::analysis {

// Filled at load, then immutable.
class ContextWords {
 public:
  ContextWords() = default;
  // `words`: Hash64 of the folded words.
  explicit ContextWords(std::vector<uint64_t> words);

  // Whether one of them stands in the range; true when there are none.
  bool StandIn(const model::Document& document, const model::TokenRange& range) const;

 private:
  std::vector<uint64_t> words_;  // sorted
  WordFilter<> filter_;          // passes over nearly all other words
};

}  // namespace tellwire::analysis
