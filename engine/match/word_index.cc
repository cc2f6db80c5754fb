#include "match/word_index.h"

#include <bit>

namespace tellwire::match {

// Filled from the back, so that each chain runs forward through the text.
void WordIndex::Build() {
  built_ = true;
  title_tokens_ = static_cast<uint32_t>(documents_[0]->tokens.size());
  const size_t tokens = title_tokens_ + documents_[1]->tokens.size();
  mask_ = std::bit_ceil(tokens + 1) - 1;
  heads_.assign(mask_ + 1, 0);
  entries_.resize(tokens);
  for (int part = 1; part >= 0; --part) {
    const model::Document& document = *documents_[part];
    const uint32_t offset = part == 0 ? 0 : title_tokens_;
    for (uint32_t b = static_cast<uint32_t>(document.blocks.size()); b-- > 0;) {
      const model::Block& block = document.blocks[b];
      const bool is_read = Places::IsRead(block);
      for (uint32_t token = block.tokens.end; token-- > block.tokens.begin;) {
        Entry& entry = entries_[offset + token];
        const uint64_t word = document.tokens[token].word;
        entry.word = word;
        entry.next = 0;
        entry.block = b;
        entry.is_read = is_read;
        if (!is_read) continue;
        uint32_t& head = heads_[word & mask_];
        entry.next = head;
        head = offset + token + 1;
      }
    }
  }
}

}  // namespace tellwire::match
