// Forms are expanded when a surface is added: "{full|whole} year" is two paths of a tree. Then
// nodes from which the same ways lead to the same terms are made one, from the leaves up:
// alternatives share what follows them, and what is left is a tenth (the minimal acyclic automaton;
// Daciuk, Mihov, Watson and Watson, "Incremental construction of minimal acyclic finite-state
// automata", 2000). Tested by tests/analysis/terms_test.cc.
#include <algorithm>
#include <numeric>
#include <utility>

#include "analysis/surface.h"
#include "analysis/term_states.h"
#include "analysis/term_trie.h"

namespace tellwire::analysis {
namespace {

// One to one, and spread over all bits.
uint64_t KeyOf(uint32_t node, uint32_t word) {
  return __builtin_bswap64(((uint64_t{node} << 32) | word) * 0x9e3779b97f4a7c15ULL);
}

}  // namespace

uint32_t TermTrie::Builder::ChildOf(uint32_t node, uint32_t word) {
  const uint64_t key = KeyOf(node, word);
  if (const uint32_t known = children_.Of(key)) return known;
  children_.Add(key, static_cast<uint32_t>(nodes_.size()));
  nodes_.push_back({node, word});
  return static_cast<uint32_t>(nodes_.size() - 1);
}

void TermTrie::Builder::AddForm(const WordRow& form, const Term& term) {
  uint32_t node = 0;
  for (const uint64_t word : form) node = ChildOf(node, words_.Add(word));
  AddTerm(term, node);
}

void TermTrie::Builder::AddTerm(const Term& term, uint32_t node) {
  uint32_t* last = &nodes_[node].first_term;
  while (*last != 0) {
    NodeTerm& known = terms_[*last];
    if (known.term.kind == term.kind && known.term.row == term.row) return;
    last = &known.next;
  }
  *last = static_cast<uint32_t>(terms_.size());
  terms_.push_back({term});
}

std::optional<std::string> TermTrie::Builder::Add(std::string_view surface, Term term) {
  const std::vector<WordRow> forms = FormsOf(surface);
  if (forms.empty()) return "braces do not fit, or it stands for too many forms";
  for (const WordRow& form : forms) {
    if (form.size() > kMostWords) return "more than 16 words in a row";
    if (form.empty()) return "a form of it has no words";
  }
  for (const WordRow& form : forms) AddForm(form, term);
  return std::nullopt;
}

TermTrie::Builder::Children TermTrie::Builder::ReadChildren() const {
  Children children;
  children.begins.resize(nodes_.size() + 1);
  for (size_t i = 1; i < nodes_.size(); ++i) ++children.begins[nodes_[i].parent + 1];
  std::partial_sum(children.begins.begin(), children.begins.end(), children.begins.begin());
  std::vector<uint32_t> next(children.begins.begin(), children.begins.end() - 1);
  children.nodes.resize(nodes_.size() - 1);
  for (uint32_t i = 1; i < nodes_.size(); ++i) children.nodes[next[nodes_[i].parent]++] = i;
  return children;
}

WordNumbers TermTrie::Builder::Renumbered(std::span<const uint32_t> first_nodes) const {
  WordNumbers numbers;
  for (const uint32_t node : first_nodes) numbers.Add(words_.WordOf(nodes_[node].word));
  for (uint32_t word = 1; word <= words_.size(); ++word) numbers.Add(words_.WordOf(word));
  return numbers;
}

uint32_t TermTrie::Builder::ReadStates(const WordNumbers& numbers, const Children& children,
                                       TermStates* states) const {
  std::vector<uint32_t> state_of(nodes_.size());
  std::vector<uint32_t> terms, ways;
  std::vector<std::pair<uint32_t, uint32_t>> sorted;
  for (size_t i = nodes_.size(); i-- > 0;) {  // a child has a higher index than its parent
    terms.clear();
    ways.clear();
    sorted.clear();
    for (uint32_t t = nodes_[i].first_term; t != 0; t = terms_[t].next)
      terms.insert(terms.end(), {static_cast<uint32_t>(terms_[t].term.kind), terms_[t].term.row});
    for (const uint32_t child : children.Of(static_cast<uint32_t>(i)))
      sorted.emplace_back(numbers.Of(words_.WordOf(nodes_[child].word)), state_of[child]);
    std::ranges::sort(sorted);
    for (const auto& [word, state] : sorted) ways.insert(ways.end(), {word, state});
    state_of[i] = states->NumberOf(terms, ways);
  }
  return state_of[0];
}

// What a state says, but for the place of its children. Several terms are added to `terms`.
TermTrie::Node TermTrie::Builder::NodeOf(const TermStates& states, uint32_t state,
                                         std::vector<Term>* terms) {
  TermTrie::Node node;
  const auto said = states.TermsOf(state), ways = states.WaysOf(state);
  node.terms = static_cast<uint32_t>(said.size() / 2);
  node.children = static_cast<uint32_t>(ways.size() / 2);
  for (size_t i = 0; i < ways.size(); i += 2) node.next |= uint64_t{1} << (ways[i] & 63);
  node.term.row = static_cast<uint32_t>(terms->size());
  for (size_t i = 0; i < said.size(); i += 2)
    terms->push_back({static_cast<TermKind>(said[i]), said[i + 1]});
  if (node.terms == 1) {
    node.term = terms->back();
    terms->pop_back();
  }
  return node;
}

TermTrie TermTrie::Builder::Build() const {
  const Children children = ReadChildren();
  TermTrie trie;
  trie.numbers_ = Renumbered(children.Of(0));
  trie.first_words_ = static_cast<uint32_t>(children.Of(0).size());

  TermStates states;
  std::vector<uint32_t> laid{ReadStates(trie.numbers_, children, &states)};  // of each node
  std::vector<TermTrie::Node> nodes;                                         // of each state
  for (uint32_t state = 0; state < states.size(); ++state)
    nodes.push_back(NodeOf(states, state, &trie.terms_));
  trie.words_.assign(1, 0);
  for (size_t i = 0; i < laid.size(); ++i) {
    TermTrie::Node& node = nodes[laid[i]];
    if (node.children == 0 || node.first_child != 0) continue;
    node.first_child = static_cast<uint32_t>(laid.size());
    const auto ways = states.WaysOf(laid[i]);
    for (size_t way = 0; way < ways.size(); way += 2) {
      trie.words_.push_back(ways[way]);
      laid.push_back(ways[way + 1]);
    }
  }
  for (const uint32_t state : laid) trie.nodes_.push_back(nodes[state]);
  return trie;
}

}  // namespace tellwire::analysis
