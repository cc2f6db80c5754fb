// Finds all vocabulary in a text in one pass: a trie over words.
//
// Every lexicon file registers its surfaces with the builder when it is loaded. A surface is words
// in a row with these marks:
//
//   {ai|artificial intelligence} revenue     alternatives
//   {product|service}? revenue               a part that may be absent
//   beat~                                    all inflections of the word
//
// Words are unicode61 words: `R&D` is the two words r and d. All forms are expanded when a surface
// is added.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/surface.h"
#include "analysis/terms.h"
#include "analysis/word_numbers.h"
#include "analysis/word_roles.h"
#include "model/document.h"

namespace tellwire::analysis {

class TermStates;  // term_states.h

// Immutable, so FindAll is thread-safe.
class TermTrie {
 public:
  class Builder;
  TermTrie() = default;  // finds nothing

  // All hits in a document. No hit crosses a sentence or a block; between the words of a hit stand
  // only spaces, hyphens, apostrophes, `&`, `/` and stops (names also allow a comma). Furniture and
  // provider blocks have none. Several terms may share a surface.
  TermHits FindAll(const model::Document& document, std::string_view text) const;

 private:
  static constexpr size_t kMostWords = 16;  // of one form

  struct Node {
    // The bit of every word with which longer surfaces go on: nearly all words that do not are told
    // apart without asking the children.
    uint64_t next = 0;
    uint32_t first_child = 0, children = 0;
    uint32_t terms = 0;  // of the surfaces that end here
    Term term = {};      // if it is one; of several the row is where they lie in `terms_`
    bool MayGoOn(uint32_t word) const { return (next >> (word & 63) & 1) != 0; }
  };

  const Node* Child(const Node& node, uint32_t word) const;  // nullptr: there is none
  std::span<const Term> TermsOf(const Node& node) const {
    return node.terms == 1 ? std::span(&node.term, 1)
                           : std::span(terms_).subspan(node.term.row, node.terms);
  }
  // The hits that begin with the first of `words`, whose node is `node`.
  void FindFrom(const model::Document& document, std::string_view text, const Node* node,
                uint32_t first, std::span<const uint32_t> words, std::vector<TermHit>* hits) const;
  // Those that end at a node; behind a comma only names.
  void AddHits(const model::Document& document, const Node& node, const model::TokenRange& tokens,
               bool comma, std::vector<TermHit>* hits) const;

  // Every word of a surface has a number, 1 and up; what has none is in no surface. A word that
  // begins one has the number of its node.
  WordNumbers numbers_;
  uint32_t first_words_ = 0;  // the highest number of those
  // Breadth first, the root in front: the children of a node lie together, sorted by word, so that
  // a step touches few lines of memory. Nodes from which the same ways lead to the same terms share
  // their children.
  std::vector<Node> nodes_;
  std::vector<uint32_t> words_;  // one a node: the number of the word that leads to it
  std::vector<Term> terms_;
};

class TermTrie::Builder {
 public:
  // Registers a surface. The returned text says what is wrong with it; nullopt: added.
  std::optional<std::string> Add(std::string_view surface, Term term);
  TermTrie Build() const;

 private:
  struct Node {
    uint32_t parent = 0, word = 0;
    uint32_t first_term = 0;  // index into terms_; 0: no surface ends here
  };
  // A term of a node and the next one of the same node.
  struct NodeTerm {
    Term term;
    uint32_t next = 0;  // index into terms_; 0: it is the last
  };
  // The children of all nodes in one list, and where those of each begin in it.
  struct Children {
    std::vector<uint32_t> nodes, begins;
    std::span<const uint32_t> Of(uint32_t node) const {
      return std::span(nodes).subspan(begins[node], begins[node + 1] - begins[node]);
    }
  };

  uint32_t ChildOf(uint32_t node, uint32_t word);  // made when there is none
  void AddForm(const WordRow& form, const Term& term);
  void AddTerm(const Term& term, uint32_t node);
  Children ReadChildren() const;
  // All words, those that begin surfaces in front.
  WordNumbers Renumbered(std::span<const uint32_t> first_nodes) const;
  // The state of every node, from the leaves up; returns that of the root.
  uint32_t ReadStates(const WordNumbers& numbers, const Children& children,
                      TermStates* states) const;
  static TermTrie::Node NodeOf(const TermStates& states, uint32_t state, std::vector<Term>* terms);

  WordNumbers words_;
  WordRoles children_;              // node and word -> node
  std::vector<Node> nodes_{1};      // 0 is the root
  std::vector<NodeTerm> terms_{1};  // 0 is none
};

}  // namespace tellwire::analysis
