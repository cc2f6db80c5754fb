// Near-duplicates: the wire story that forty sites copied.
//
// Two texts are near-duplicates when the 64-bit simhashes over the word 3-grams of their prose
// differ in at most 6 bits, and the sets of those 3-grams overlap by 0.8 (Jaccard). Fingerprints
// are stable for ever: stores keep them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "model/document.h"

namespace tellwire::ingest {

inline constexpr int kMostBits = 6;
inline constexpr double kLeastOverlap = 0.8;
inline constexpr size_t kFewestShingles = 12;  // shorter texts resemble each other by chance

// The distinct hashes of the word 3-grams of a text, without furniture and provider blocks,
// ascending. No 3-gram crosses the border of a block.
std::vector<uint64_t> ShinglesOf(const model::Document& text);

// The simhash; nullopt for fewer than kFewestShingles.
std::optional<uint64_t> FingerprintOf(const std::vector<uint64_t>& shingles);

// The share of what two ascending lists hold that both hold; 0 for two empty ones.
double Overlap(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

// Whether two fingerprints are near enough to look at the texts.
bool AreNear(uint64_t a, uint64_t b);

// Finds, among many fingerprints, those within kMostBits: of 7 bands of bits, two such
// fingerprints share at least one. Memory: 7 entries of 16 bytes a fingerprint. Not thread-safe.
class FingerprintIndex {
 public:
  // `key` is the caller's: an arrival number, say.
  void Add(uint64_t fingerprint, int64_t key);

  // The keys of fingerprints within kMostBits, ascending.
  std::vector<int64_t> Near(uint64_t fingerprint) const;

  size_t size() const { return size_; }

 private:
  struct Entry {
    uint64_t fingerprint;
    int64_t key;
  };
  static constexpr size_t kBands = kMostBits + 1;

  std::array<std::unordered_map<uint64_t, std::vector<Entry>>, kBands> bands_;
  size_t size_ = 0;
};

}  // namespace tellwire::ingest
