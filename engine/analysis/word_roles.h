// Which roles a word may play, asked once a word instead of once a role or once a stage.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tellwire::analysis {

// Words by Hash64 of their folded form, each with bits of its own. Filled at load, then immutable.
class WordRoles {
 public:
  void Add(uint64_t word, uint32_t roles);
  // 0: none.
  uint32_t Of(uint64_t word) const {
    const size_t mask = slots_.size() - 1;
    for (size_t at = word & mask;; at = (at + 1) & mask) {
      if (slots_[at].word == word) return slots_[at].roles;
      if (slots_[at].roles == 0) return 0;
    }
  }

 private:
  struct Slot {
    uint64_t word = 0;
    uint32_t roles = 0;  // 0: empty
  };
  void Grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most a quarter full
  size_t size_ = 0;
};

// What a word may be the beginning of, for stages that look at every word of a text: asked for all
// of them at once, and without a search. What is told may hold for another word; what is not told
// is certain. So a stage passes over what is nothing to it, and asks its own table of the rest.
class WordUses {
 public:
  void Add(uint64_t word, uint16_t uses) { uses_[SlotOf(word)] |= uses; }
  uint16_t Of(uint64_t word) const { return uses_[SlotOf(word)]; }

 private:
  static constexpr size_t kSlots = 1 << 13;  // far more than words with a use
  static size_t SlotOf(uint64_t word) { return word & (kSlots - 1); }

  std::array<uint16_t, kSlots> uses_{};
};

// A set of words, asked quickly: what it says it holds it may not, what it says it does not is
// certain. `kBits`: a power of two, some twenty times as many as words.
template <size_t kBits = 1024>
class WordFilter {
 public:
  void Add(uint64_t word) { bits_[PlaceOf(word)] |= uint64_t{1} << (word & 63); }
  bool MayHold(uint64_t word) const { return (bits_[PlaceOf(word)] >> (word & 63) & 1) != 0; }

 private:
  static size_t PlaceOf(uint64_t word) { return word >> 6 & (kBits / 64 - 1); }
  std::array<uint64_t, kBits / 64> bits_{};
};

}  // namespace tellwire::analysis
