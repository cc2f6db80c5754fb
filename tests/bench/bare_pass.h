// The pass that nothing can do without: make words, and look each up in a set. What a benchmark
// measures is given as a part of this one in the same run, so it is as plain and fast as it may be.
#pragma once

#include <cstdint>
#include <vector>

#include "bench/corpus.h"
#include "model/document.h"

namespace tellwire::bench {

// A set of words by their hashes: one open-addressing table.
class WordSet {
 public:
  static constexpr size_t kMost = 50'000;
  // REQUIRES: no more than kMost are added
  void Add(uint64_t word);
  bool Has(uint64_t word) const {
    for (uint64_t at = word & kMask; slots_[at] != 0; at = (at + 1) & kMask) {
      if (slots_[at] == word) return true;
    }
    return false;
  }

 private:
  static constexpr uint64_t kMask = (1 << 17) - 1;
  std::vector<uint64_t> slots_ = std::vector<uint64_t>(kMask + 1);
};

class BarePass {
 public:
  // Looks up among some thousand words of the corpus, the common ones first of all: what a
  // vocabulary is like.
  explicit BarePass(const Corpus& corpus);

  // How many words of the corpus are in the set.
  size_t Run();

 private:
  const Corpus& corpus_;
  WordSet words_;
  model::Document document_;  // used again and again
};

}  // namespace tellwire::bench
