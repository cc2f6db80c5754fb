// Where each word of one article stands: chains of positions under a hash.
#pragma once

#include <cstdint>
#include <vector>

#include "match/places.h"
#include "model/document.h"

namespace tellwire::match {

// Made anew for each article, in memory that is kept; built when first asked. Blocks that are not
// read have no words here.
class WordIndex {
 public:
  // REQUIRES: both outlive it, or the next Reset.
  void Reset(const model::Document* title, const model::Document* text) {
    documents_[0] = title;
    documents_[1] = text;
    built_ = false;
  }

  const model::Document& document(model::Part part) const {
    return *documents_[static_cast<size_t>(part)];
  }

  // Calls found(part, token) for every token that is the word, title first, in text order.
  template <typename Found>
  void ForEach(uint64_t word, Found found) {
    if (!built_) Build();
    for (uint32_t at = heads_[word & mask_]; at != 0; at = entries_[at - 1].next) {
      const Entry& entry = entries_[at - 1];
      if (entry.word == word) found(PartOf(at - 1), TokenOf(at - 1));
    }
  }

  // Calls found(part, token) for every token.
  template <typename Found>
  void ForEachToken(Found found) {
    if (!built_) Build();
    for (uint32_t at = 0; at < entries_.size(); ++at) {
      if (entries_[at].is_read) found(PartOf(at), TokenOf(at));
    }
  }

  // Whether tokens [first, first + count) exist and lie in the block of `token`.
  bool InOneBlock(model::Part part, uint32_t token, int64_t first, uint32_t count) const {
    const Entry& entry = entries_[token + (part == model::Part::kText ? title_tokens_ : 0)];
    const model::TokenRange& block = document(part).blocks[entry.block].tokens;
    return first >= static_cast<int64_t>(block.begin) && first + count <= block.end;
  }

 private:
  struct Entry {
    uint64_t word = 0;
    uint32_t next = 0;  // 1 + index of the next entry of the chain; 0: none
    uint32_t block = 0;
    bool is_read = false;
  };

  void Build();
  model::Part PartOf(uint32_t entry) const {
    return entry < title_tokens_ ? model::Part::kTitle : model::Part::kText;
  }
  uint32_t TokenOf(uint32_t entry) const {
    return entry < title_tokens_ ? entry : entry - title_tokens_;
  }

  const model::Document* documents_[2] = {nullptr, nullptr};
  bool built_ = false;
  uint32_t title_tokens_ = 0;
  uint64_t mask_ = 0;
  std::vector<uint32_t> heads_;
  std::vector<Entry> entries_;
};

}  // namespace tellwire::match
