// Finds all vocabulary in a text in one pass: a trie over words.
//
// Every lexicon file registers its surfaces here when it is loaded; a text is then read once, and
// each stage picks the hits of its own kinds. A surface is words in a row with these marks:
//
//   {ai|artificial intelligence} {product|service}? revenue     alternatives, and a part that may
//   be absent beat~                                                       all inflections of the
//   word
//
// Words are unicode61 words: `R&D` is the two words r and d. All forms are expanded at load.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/document.h"

namespace tellwire::analysis {

// Which table a surface comes from. `row` is the index of the entry in that table.
enum class TermKind : uint8_t {
  kMetric,       // metrics.tsv
  kEvent,        // events.tsv
  kDirection,    // direction.tsv
  kSurprise,     // surprise.tsv: beat, miss, inline
  kExpectation,  // surprise.tsv: estimates, consensus, expectations
  kScope,        // scopes.tsv: cues of negation, hypothesis, guidance ...
  kSpeech,       // attribution.tsv: said, according to
  kSpeaker,      // attribution.tsv: analysts, management, the CFO
  kIssuer,       // aliases.tsv and the listed companies
  kReference,    // references.tsv: the company, its, the chipmaker
  kTheme,        // themes.tsv
  kTone,         // sentiment.tsv
  kUnit,         // units.tsv: counted nouns
  kPeriod,       // periods.tsv
  kCommodity,    // commodities.tsv: gold, Brent, the dollar
};

struct Term {
  TermKind kind;
  uint32_t row = 0;
};

struct TermHit {
  model::TokenRange tokens;
  Span span;  // from the first word's first byte to the last word's last
  Term term;
};

// Filled at load, then immutable; FindAll is thread-safe.
class TermTrie {
 public:
  // Registers a surface. The returned text says what is wrong with it; nullopt: added.
  std::optional<std::string> Add(std::string_view surface, Term term);

  // All hits in a document, by first token, longer ones first. No hit crosses a sentence or a
  // block; between the words of a hit stand only spaces, hyphens, apostrophes, `&`, `/` and stops
  // (names also allow a comma). Furniture and provider blocks have none. Several terms may share a
  // surface.
  std::vector<TermHit> FindAll(const model::Document& document, std::string_view text) const;

 private:
  struct Node;
  std::vector<Node> nodes_;
  // ... the representation is the trie's own affair
};

}  // namespace tellwire::analysis
