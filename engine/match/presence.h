// Which words, and which pairs of neighbouring words, stand in an article: a filter of bits that
// may say yes too often and never says no wrongly. It sends most woken rules back to sleep before
// anything of theirs but a few numbers was touched.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "match/places.h"
#include "model/document.h"

namespace tellwire::match {

// The hash of two words in a row.
inline uint64_t PairOf(uint64_t first, uint64_t second) { return std::rotl(first, 23) ^ second; }

class Presence {
 public:
  // Of all words in blocks that are read.
  void Build(const model::Document& title, const model::Document& text) {
    const size_t words = title.tokens.size() + text.tokens.size();
    const size_t bits = std::bit_ceil(std::min<size_t>(16 * words + 64, 1u << 30));
    mask_ = static_cast<uint32_t>(bits - 1);
    bits_.assign(bits / 64, 0);
    Add(title);
    Add(text);
  }

  // The part of the hash of a word or of a pair that is kept to ask with.
  static uint32_t Shortened(uint64_t hash) { return static_cast<uint32_t>(hash); }
  bool MayHave(uint32_t key) const { return (bits_[(key & mask_) >> 6] >> (key & 63) & 1) != 0; }

 private:
  void Set(uint64_t hash) {
    const uint32_t key = Shortened(hash);
    bits_[(key & mask_) >> 6] |= uint64_t{1} << (key & 63);
  }

  void Add(const model::Document& document) {
    for (const model::Block& block : document.blocks) {
      if (!Places::IsRead(block)) continue;
      uint64_t before = 0;
      for (uint32_t token = block.tokens.begin; token < block.tokens.end; ++token) {
        const uint64_t word = document.tokens[token].word;
        Set(word);
        Set(PairOf(before, word));
        before = word;
      }
    }
  }

  uint32_t mask_ = 0;
  std::vector<uint64_t> bits_;
};

}  // namespace tellwire::match
