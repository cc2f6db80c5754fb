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

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  kTone,         // sentiment.tsv, tone_cues.tsv
  kCue,          // sentence_events.tsv
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

// What was found in a document, each list by first token, longer ones first. Names and words of
// tone are many, and few stages ask for them.
struct TermHits {
  std::vector<TermHit> terms;  // all others
  std::vector<TermHit> names;  // kIssuer
  std::vector<TermHit> tones;  // kTone
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

  size_t nodes() const { return first_edges_.size() + edges_.size() + 1; }

 private:
  static constexpr size_t kMostWords = 16;  // of one form
  using Form = std::vector<uint64_t>;       // the words of one expanded surface, by their hashes

  // `next` has the bit of every word with which longer surfaces go on: nearly all words that do not
  // are told apart without asking the edges.
  struct Node {
    uint64_t next = 0;
    uint32_t id = 0;     // 0: the root
    uint32_t terms = 0;  // index into entries_; 0: no surface ends here
    bool MayGoOn(uint64_t word) const { return (next >> (word & 63) & 1) != 0; }
  };
  // The edges of the trie in an open-addressing table: (parent, word) -> child. The child lies in
  // the edge, so that a step costs one look into memory that is seldom at hand; a filter that
  // mostly is spares nearly all looks for edges that there are not.
  class EdgeTable {
   public:
    // `filter_bits`: a power of two, some ten times as many as edges.
    explicit EdgeTable(size_t filter_bits) : filter_(filter_bits / 64) {}
    const Node* Find(uint64_t key) const {  // nullptr: there is none
      if ((filter_[FilterWord(key)] >> (key >> 1 & 63) & 1) == 0) return nullptr;
      const size_t mask = edges_.size() - 1;
      for (size_t at = (key >> 20) & mask;; at = (at + 1) & mask) {
        if (edges_[at].key == key) return &edges_[at].child;
        if (edges_[at].child.id == 0) return nullptr;
      }
    }
    void Prefetch(uint64_t key) const {
      __builtin_prefetch(&edges_[(key >> 20) & (edges_.size() - 1)]);
    }
    // The child of a key; made, with this id, when it is new. REQUIRES: MakeRoom
    Node* FindOrAdd(uint64_t key, uint32_t id);
    void MakeRoom(size_t edges);
    size_t size() const { return size_; }

   private:
    struct Edge {
      uint64_t key = 0;
      Node child;  // id 0: empty
    };
    size_t FilterWord(uint64_t key) const { return key >> 7 & (filter_.size() - 1); }

    std::vector<uint64_t> filter_;
    std::vector<Edge> edges_ = std::vector<Edge>(16);  // a power of two, at most half full
    size_t size_ = 0;
  };
  // A term of a node and the next one of the same node.
  struct Entry {
    Term term;
    uint32_t next = 0;  // index into entries_; 0: it is the last
  };

  Node* AddChild(Node* node, uint64_t word);
  void AddForm(const Form& form, const Term& term);
  void AddTerm(const Term& term, Node* node);
  // The hits that begin with the word `first`, whose node is `node`.
  void FindFrom(const model::Document& document, std::string_view text, const Node* node,
                uint32_t first, uint32_t last, TermHits* hits) const;
  // Those that end at a node; behind a comma only names.
  void AddHits(const model::Document& document, const Node& node, const model::TokenRange& tokens,
               bool comma, TermHits* hits) const;

  Node root_;
  std::vector<Entry> entries_{1};  // 0 is none
  // Of the root, at which most looks are, and of all other nodes.
  EdgeTable first_edges_{1 << 19}, edges_{1 << 21};
};

}  // namespace tellwire::analysis
