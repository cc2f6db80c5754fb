#include "analysis/terms.h"

#include <utility>

namespace tellwire::analysis {

TermHits::TermHits(const std::vector<TermHit>& found) : hits_(found.size()) {
  for (const TermHit& hit : found) ++ranges_[static_cast<size_t>(hit.term.kind)].end;
  uint32_t begin = 0;
  for (Range& range : ranges_) {
    const uint32_t size = std::exchange(range.end, begin);
    range.begin = begin;
    begin += size;
  }
  for (const TermHit& hit : found) hits_[ranges_[static_cast<size_t>(hit.term.kind)].end++] = hit;
}

std::span<const TermHit> HitsFrom(std::span<const TermHit> hits, uint32_t from) {
  const auto first =
      std::ranges::lower_bound(hits, from, {}, [](const TermHit& hit) { return hit.tokens.begin; });
  return {first, hits.end()};
}

std::span<const TermHit> HitsIn(std::span<const TermHit> hits, const model::TokenRange& tokens) {
  const auto from = HitsFrom(hits, tokens.begin);
  const auto last = std::ranges::lower_bound(from, tokens.end, {},
                                             [](const TermHit& hit) { return hit.tokens.begin; });
  return {from.begin(), last};
}

}  // namespace tellwire::analysis
