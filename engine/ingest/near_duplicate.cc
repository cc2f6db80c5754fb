#include "ingest/near_duplicate.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"

namespace tellwire::ingest {
namespace {

// Spreads the bits of a hash over the whole word (the finaliser of SplitMix64).
uint64_t Mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// Band i of 7: nine bits each, the last one ten.
uint64_t BandOf(uint64_t fingerprint, size_t i) {
  const uint64_t rest = fingerprint >> (i * 9);
  return i == static_cast<size_t>(kMostBits) ? rest : rest & 0x1ff;
}

}  // namespace

std::vector<uint64_t> ShinglesOf(const model::Document& text) {
  std::vector<uint64_t> shingles;
  shingles.reserve(text.tokens.size());
  for (const model::Block& block : text.blocks) {
    if (block.kind == model::BlockKind::kFurniture || block.kind == model::BlockKind::kProvider) {
      continue;
    }
    for (uint32_t i = block.tokens.begin; i + 2 < block.tokens.end; ++i) {
      const uint64_t first = Combine(text.tokens[i].word, text.tokens[i + 1].word);
      shingles.push_back(Mix(Combine(first, text.tokens[i + 2].word)));
    }
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

std::optional<uint64_t> FingerprintOf(const std::vector<uint64_t>& shingles) {
  if (shingles.size() < kFewestShingles) return std::nullopt;
  std::array<int32_t, 64> votes{};
  for (const uint64_t shingle : shingles) {
    for (size_t bit = 0; bit < votes.size(); ++bit) {
      votes[bit] += static_cast<int32_t>(shingle >> bit & 1) * 2 - 1;
    }
  }
  uint64_t fingerprint = 0;
  for (size_t bit = 0; bit < votes.size(); ++bit) {
    if (votes[bit] > 0) fingerprint |= uint64_t{1} << bit;
  }
  return fingerprint;
}

double Overlap(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++both, ++i, ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  const size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

bool AreNear(uint64_t a, uint64_t b) { return std::popcount(a ^ b) <= kMostBits; }

void FingerprintIndex::Add(uint64_t fingerprint, int64_t key) {
  for (size_t i = 0; i < kBands; ++i) {
    bands_[i][BandOf(fingerprint, i)].push_back({fingerprint, key});
  }
  ++size_;
}

std::vector<int64_t> FingerprintIndex::Near(uint64_t fingerprint) const {
  std::vector<int64_t> keys;
  for (size_t i = 0; i < kBands; ++i) {
    const auto band = bands_[i].find(BandOf(fingerprint, i));
    if (band == bands_[i].end()) continue;
    for (const Entry& entry : band->second) {
      if (AreNear(entry.fingerprint, fingerprint)) keys.push_back(entry.key);
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace tellwire::ingest
