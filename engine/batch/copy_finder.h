// Finds the group of near-duplicates that a new article belongs to.
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "ingest/near_duplicate.h"
#include "store/copies.h"
#include "store/store.h"

namespace tellwire::batch {

using Shingles = std::vector<uint64_t>;

// Holds the fingerprints of all articles of the store.
class CopyFinder {
 public:
  // `shingles_of` reads the shingles of a stored revision by its seq.
  CopyFinder(store::Store& store, std::function<Shingles(int64_t seq)> shingles_of);

  // Notes an article's current revision with its group; true when it is a copy of an earlier one.
  // An article that is known keeps its group.
  bool Add(int64_t seq, int64_t article, const Shingles& shingles);

 private:
  void Remember(const store::CopyRow& row);
  int64_t FirstOf(int64_t article, uint64_t fingerprint, const Shingles& shingles) const;

  store::Copies copies_;
  std::function<Shingles(int64_t)> shingles_of_;
  std::unordered_map<int64_t, store::CopyRow> rows_;  // by article
  ingest::FingerprintIndex near_;                     // its keys are articles
};

}  // namespace tellwire::batch
