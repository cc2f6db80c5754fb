// Finds all vocabulary in a text in one pass: a trie over words.
//
// Every lexicon file registers its surfaces here when it is loaded; a text is then read once, and
// each stage picks the hits of its own kinds. A surface is words in a row with these marks:
//
//   {ai|artificial intelligence} revenue     alternatives
//   {product|service}? revenue               a part that may be absent
//   beat~                                    all inflections of the word
//
// Words are unicode61 words: `R&D` is the two words r and d. All forms are expanded at load.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/word_roles.h"
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
  kTone,         // sentiment.tsv, tone_cues.tsv
  kCue,          // sentence_events.tsv
  kCommodity,    // commodities.tsv: gold, Brent, the dollar
};
inline constexpr size_t kTermKinds = 14;

struct Term {
  TermKind kind;
  uint32_t row = 0;
};

struct TermHit {
  model::TokenRange tokens;
  Span span;  // from the first word's first byte to the last word's last
  Term term;
};

// What was found in a document: a list of each kind, by first token, longer ones first.
class TermHits {
 public:
  TermHits() = default;
  // Takes hits of all kinds, by first token, longer ones first.
  explicit TermHits(const std::vector<TermHit>& found);

  std::span<const TermHit> Of(TermKind kind) const {
    const Range& range = ranges_[static_cast<size_t>(kind)];
    return std::span(hits_).subspan(range.begin, range.end - range.begin);
  }

  template <typename Drop>
  void EraseIf(TermKind kind, const Drop& drop) {
    Range& range = ranges_[static_cast<size_t>(kind)];
    const auto hits = std::span(hits_).subspan(range.begin, range.end - range.begin);
    range.end -= static_cast<uint32_t>(std::ranges::remove_if(hits, drop).size());
  }

 private:
  struct Range {
    uint32_t begin = 0, end = 0;
  };
  std::vector<TermHit> hits_;  // those of one kind lie together
  std::array<Range, kTermKinds> ranges_{};
};

// Those of a list that begin with token `from` or behind it, and those that begin within `tokens`.
// Logarithmic.
std::span<const TermHit> HitsFrom(std::span<const TermHit> hits, uint32_t from);
std::span<const TermHit> HitsIn(std::span<const TermHit> hits, const model::TokenRange& tokens);

// Goes through a list sentence by sentence.
class TermSweep {
 public:
  explicit TermSweep(std::span<const TermHit> hits) : hits_(hits) {}
  // Those that begin in the sentence. REQUIRES: it stands behind the one asked for before.
  std::span<const TermHit> In(const model::TokenRange& sentence) {
    while (at_ < hits_.size() && hits_[at_].tokens.begin < sentence.begin) ++at_;
    const size_t first = at_;
    while (at_ < hits_.size() && hits_[at_].tokens.begin < sentence.end) ++at_;
    return hits_.subspan(first, at_ - first);
  }

 private:
  std::span<const TermHit> hits_;
  size_t at_ = 0;
};

// Filled at load, then immutable; FindAll is thread-safe.
class TermTrie {
 public:
  // Registers a surface. The returned text says what is wrong with it; nullopt: added.
  std::optional<std::string> Add(std::string_view surface, Term term);

  // All hits in a document. No hit crosses a sentence or a block; between the words of a hit stand
  // only spaces, hyphens, apostrophes, `&`, `/` and stops (names also allow a comma). Furniture and
  // provider blocks have none. Several terms may share a surface.
  TermHits FindAll(const model::Document& document, std::string_view text) const;

  size_t nodes() const { return nodes_; }

 private:
  static constexpr size_t kMostWords = 16;  // of one form
  using Form = std::vector<uint64_t>;       // the words of one expanded surface, by their hashes

  // A place in the trie. `next` has the bit of every word with which longer surfaces go on: nearly
  // all words that do not are told apart without asking the edges.
  struct Node {
    uint64_t next = 0;
    uint32_t id = 0;
    uint32_t terms = 0;  // index into entries_; 0: no surface ends here
    bool MayGoOn(uint32_t word) const { return (next >> (word & 63) & 1) != 0; }
  };
  // (node, word) -> node in an open-addressing table. The child lies in the edge, so that a step
  // costs one look into memory that is seldom at hand.
  class Edges {
   public:
    const Node* Find(uint32_t node, uint32_t word) const;  // nullptr: there is none
    // The child; a new one has the id 0 and must be given one at once. REQUIRES: MakeRoom
    Node* FindOrAdd(uint32_t node, uint32_t word);
    void MakeRoom(size_t edges);

   private:
    struct Edge {
      uint32_t node = 0, word = 0;
      Node child;  // id 0: empty
    };
    // Where the search for an edge begins and, where it is not there, ends.
    size_t SlotOf(uint32_t node, uint32_t word) const;

    std::vector<Edge> edges_ = std::vector<Edge>(16);  // a power of two, at most half full
    size_t size_ = 0;
  };
  // A term of a node and the next one of the same node.
  struct Entry {
    Term term;
    uint32_t next = 0;  // index into entries_; 0: it is the last
  };

  uint32_t NumberOf(uint64_t word);  // makes one when the word has none
  void AddForm(const Form& form, const Term& term);
  void AddTerm(const Term& term, Node* node);
  // The hits that begin with the first of `words`, whose node is `node`.
  void FindFrom(const model::Document& document, std::string_view text, const Node* node,
                uint32_t first, std::span<const uint32_t> words, std::vector<TermHit>* hits) const;
  // Those that end at a node; behind a comma only names.
  void AddHits(const model::Document& document, const Node& node, const model::TokenRange& tokens,
               bool comma, std::vector<TermHit>* hits) const;

  // Every word of a surface has a number, 1 and up; what has none is in no surface.
  WordRoles numbers_;
  uint32_t nodes_ = 0;
  std::vector<Node> first_{1};     // the nodes behind one word, by its number; id 0: there is none
  Edges edges_;                    // all further ones
  std::vector<Entry> entries_{1};  // 0 is none
};

}  // namespace tellwire::analysis
