// Small numbers for words, so that what is asked of each word of a text takes little memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tellwire::analysis {

// Words by Hash64 of their folded form, numbered from 1 as they are added.
class WordNumbers {
 public:
  uint32_t Add(uint64_t word);  // the number that it has, or a new one
  // 0: the word has none.
  uint32_t Of(uint64_t word) const {
    const size_t mask = slots_.size() - 1;
    for (size_t at = word & mask;; at = (at + 1) & mask) {
      const uint32_t number = slots_[at];
      if (number == 0 || words_[number] == word) return number;
    }
  }
  uint64_t WordOf(uint32_t number) const { return words_[number]; }
  uint32_t size() const { return static_cast<uint32_t>(words_.size() - 1); }

 private:
  void Place(uint32_t number);

  std::vector<uint32_t> slots_ = std::vector<uint32_t>(64);  // a power of two, at most half full
  std::vector<uint64_t> words_{0};                           // by number
};

}  // namespace tellwire::analysis
