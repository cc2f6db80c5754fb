// The nodes of a trie told apart by what they say, so that equal ones are made one (see
// term_trie_builder.cc).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/word_roles.h"
#include "base/hash.h"

namespace tellwire::analysis {

// A state is what a node says: the terms that end there, as kind and row, and
// the ways on, as word and node.
class TermStates {
 public:
  using Words = std::vector<uint32_t>;

  // The number of the state with these terms and ways; a new one where there is none.
  uint32_t NumberOf(const Words& terms, const Words& ways) {
    scratch_.assign(1, static_cast<uint32_t>(terms.size()));
    scratch_.insert(scratch_.end(), terms.begin(), terms.end());
    scratch_.insert(scratch_.end(), ways.begin(), ways.end());
    uint64_t key = Hash64({reinterpret_cast<const char*>(scratch_.data()), scratch_.size() * 4});
    for (;; ++key) {
      const uint32_t known = by_content_.Of(key);
      if (known == 0) break;
      if (std::ranges::equal(Of(known - 1), scratch_)) return known - 1;
    }
    pool_.insert(pool_.end(), scratch_.begin(), scratch_.end());
    begins_.push_back(pool_.size());
    by_content_.Add(key, size());
    return size() - 1;
  }

  uint32_t size() const { return static_cast<uint32_t>(begins_.size() - 1); }
  std::span<const uint32_t> TermsOf(uint32_t state) const {
    return Of(state).subspan(1, Of(state)[0]);
  }
  std::span<const uint32_t> WaysOf(uint32_t state) const {
    return Of(state).subspan(1 + Of(state)[0]);
  }

 private:
  std::span<const uint32_t> Of(uint32_t state) const {
    return std::span(pool_).subspan(begins_[state], begins_[state + 1] - begins_[state]);
  }

  Words pool_, scratch_;
  std::vector<size_t> begins_{0};
  WordRoles by_content_;  // number + 1
};

}  // namespace tellwire::analysis
