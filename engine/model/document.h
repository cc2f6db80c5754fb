// A text taken apart: words, blocks, sections and sentences, all as spans of the text.
// Built by text/ReadDocument, read by analysis and match. The text itself is kept by its owner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace tellwire::model {

// One of the two texts of an article.
enum class Part : uint8_t { kTitle, kText };  // ordered: evidence goes in this order

// A span in one of an article's texts.
struct Place {
  Part part = Part::kText;
  Span span;

  bool operator==(const Place&) const = default;
  auto operator<=>(const Place&) const = default;
};

// A word exactly as FTS5's `unicode61 remove_diacritics 2` makes one: a maximal run of letters,
// digits and private-use characters, folded to lower case without diacritics. Punctuation is
// between words, never one.
struct Token {
  Span span;          // in the text
  uint32_t fold = 0;  // where its folded form begins in Document::folded
  uint32_t fold_size = 0;
  uint64_t word = 0;  // Hash64 of the folded form: the identity of the word
};

struct TokenRange {
  uint32_t begin = 0, end = 0;  // half-open indices into Document::tokens
  bool operator==(const TokenRange&) const = default;
};

enum class BlockKind : uint8_t {
  kProse,      // a paragraph
  kHeading,    // short, without a final stop, followed by prose
  kList,       // an item that opens with a bullet or a number
  kFurniture,  // share bars, sign-up lines, boilerplate: never matched, never a fact
  kProvider,   // glued scores and labels of a data provider: `stated`, never a fact
};

// A paragraph, heading or list item. No phrase and no sentence crosses its border.
struct Block {
  Span span;
  TokenRange tokens;
  BlockKind kind = BlockKind::kProse;
  uint32_t section = 0;                            // index into Document::sections
  uint32_t first_sentence = 0, last_sentence = 0;  // half-open
};

// A heading and the blocks under it. Section 0 has no heading: what stands before the first.
struct Section {
  Span heading;                              // empty for section 0
  uint32_t first_block = 0, last_block = 0;  // half-open; the heading's own block is its first
};

struct Sentence {
  Span span;
  TokenRange tokens;
  uint32_t block = 0;
};

struct Document {
  std::vector<Token> tokens;
  std::string folded;
  std::vector<Block> blocks;  // in text order; every token lies in exactly one
  std::vector<Section> sections;
  std::vector<Sentence> sentences;  // in text order; none in furniture or provider blocks
  bool lends_title = false;  // the first block reads like a headline and no title was given apart

  std::string_view WordOf(const Token& token) const {
    return std::string_view(folded).substr(token.fold, token.fold_size);
  }
  // The index of the sentence, or of the block, that contains the offset; -1 when none does.
  int SentenceAt(uint32_t offset) const;
  int BlockAt(uint32_t offset) const;
  // The tokens that lie in the span: first and one past the last.
  TokenRange TokensIn(const Span& span) const;
};

}  // namespace tellwire::model
