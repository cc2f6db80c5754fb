#include "batch/copy_finder.h"

namespace tellwire::batch {
namespace {

constexpr uint64_t kTooShort = 0;  // stands for the fingerprint of a text that has none

}  // namespace

CopyFinder::CopyFinder(store::Store& store, std::function<Shingles(int64_t)> shingles_of)
    : copies_(store), shingles_of_(std::move(shingles_of)) {
  for (const store::CopyRow& row : copies_.All()) Remember(row);
}

void CopyFinder::Remember(const store::CopyRow& row) {
  rows_[row.article] = row;
  if (row.sketch != kTooShort) near_.Add(row.sketch, row.article);
}

// The first article of the earliest copy, else the article itself. Articles are numbered as they
// arrive, so the earliest has the smallest key.
int64_t CopyFinder::FirstOf(int64_t article, uint64_t fingerprint, const Shingles& shingles) const {
  if (fingerprint == kTooShort) return article;
  for (const int64_t other : near_.Near(fingerprint)) {
    if (other == article) continue;
    const store::CopyRow& row = rows_.at(other);
    // A revision may have moved it away from the fingerprint that was found.
    if (!ingest::AreNear(row.sketch, fingerprint)) continue;
    if (ingest::Overlap(shingles, shingles_of_(row.seq)) >= ingest::kLeastOverlap) return row.first;
  }
  return article;
}

bool CopyFinder::Add(int64_t seq, int64_t article, const Shingles& shingles) {
  const uint64_t fingerprint = ingest::FingerprintOf(shingles).value_or(kTooShort);
  const auto known = rows_.find(article);
  const int64_t first =
      known != rows_.end() ? known->second.first : FirstOf(article, fingerprint, shingles);
  const store::CopyRow row{seq, article, first, fingerprint};
  copies_.Save(row);
  Remember(row);
  return first != article;
}

}  // namespace tellwire::batch
