#include "analysis/context_words.h"

#include <algorithm>
#include <utility>

namespace tellwire::analysis {

ContextWords::ContextWords(std::vector<uint64_t> words) : words_(std::move(words)) {
  std::sort(words_.begin(), words_.end());
  for (const uint64_t word : words_) filter_.Add(word);
}

bool ContextWords::StandIn(const model::Document& document, const model::TokenRange& range) const {
  if (words_.empty()) return true;
  for (uint32_t at = range.begin; at < range.end; ++at) {
    const uint64_t word = document.tokens[at].word;
    if (filter_.MayHold(word) && std::binary_search(words_.begin(), words_.end(), word))
      return true;
  }
  return false;
}

}  // namespace tellwire::analysis
