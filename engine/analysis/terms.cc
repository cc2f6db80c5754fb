// The trie is one hash table of edges, so a word that begins no surface costs one probe. Forms are
// expanded when a surface is added: "{full|whole} year" is two paths. Tested by
// tests/analysis/terms_test.cc.
#include "analysis/terms.h"

#include <array>

#include "base/hash.h"
#include "text/document.h"
#include "text/inflect.h"

namespace tellwire::analysis {
namespace {

constexpr size_t kMostForms = 20000;  // of one surface
constexpr uint32_t kAhead = 8;        // words whose edges are asked for before their turn

using Form = std::vector<uint64_t>;

std::vector<Form> Product(const std::vector<Form>& heads, const std::vector<Form>& tails) {
  std::vector<Form> out;
  if (heads.size() * tails.size() > kMostForms) return out;
  for (const Form& head : heads) {
    for (const Form& tail : tails) {
      Form& form = out.emplace_back(head);
      form.insert(form.end(), tail.begin(), tail.end());
    }
  }
  return out;
}

// All forms of plain words in a row; a word with `~` behind it stands for its inflections.
std::vector<Form> WordForms(std::string_view words) {
  model::Document document;
  text::Tokenise(words, &document);
  std::vector<Form> forms(1);
  for (const model::Token& token : document.tokens) {
    std::vector<Form> choices;
    if (token.span.end < words.size() && words[token.span.end] == '~') {
      for (const std::string& form : text::Inflections(document.WordOf(token)))
        choices.push_back({Hash64(form)});
    } else {
      choices.push_back({token.word});
    }
    forms = Product(forms, choices);
  }
  return forms;
}

// Expands a surface; empty when its braces do not fit or it has too many forms.
std::vector<Form> Expand(std::string_view surface) {
  std::vector<Form> forms(1);
  while (!surface.empty() && !forms.empty()) {
    const size_t open = surface.find('{');
    forms = Product(forms, WordForms(surface.substr(0, open)));
    if (open == std::string_view::npos) break;
    const size_t close = surface.find('}', open);
    if (close == std::string_view::npos) return {};
    std::vector<Form> choices;
    std::string_view inside = surface.substr(open + 1, close - open - 1);
    if (inside.find('{') != std::string_view::npos) return {};
    while (true) {
      const size_t bar = inside.find('|');
      for (Form& form : WordForms(inside.substr(0, bar))) choices.push_back(std::move(form));
      if (bar == std::string_view::npos) break;
      inside.remove_prefix(bar + 1);
    }
    surface.remove_prefix(close + 1);
    if (surface.starts_with('?')) {
      choices.emplace_back();
      surface.remove_prefix(1);
    }
    forms = Product(forms, choices);
  }
  return forms;
}

// What may stand between two words of a hit.
enum class Gap { kOpen, kComma, kClosed };

Gap ReadGap(std::string_view between) {
  if (between == " ") return Gap::kOpen;
  Gap gap = Gap::kOpen;
  for (size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == ' ' || c == '-' || c == '\'' || c == '&' || c == '/' || c == '.' || c == '\n' ||
        c == '\r' || c == '\t')
      continue;
    const std::string_view rest = between.substr(i);
    if (c == ',') {
      gap = Gap::kComma;
    } else if (rest.starts_with("\xC2\xA0")) {  // no-break space
      i += 1;
    } else if (rest.starts_with("\xE2\x80\x99") || rest.starts_with("\xE2\x80\x90") ||
               rest.starts_with("\xE2\x80\x91") || rest.starts_with("\xE2\x80\x89") ||
               rest.starts_with("\xE2\x80\xAF")) {  // apostrophe, hyphens, narrow spaces
      i += 2;
    } else {
      return Gap::kClosed;
    }
  }
  return gap;
}

uint64_t EdgeKey(uint32_t node, uint64_t word) {
  return (word ^ (static_cast<uint64_t>(node) * 0x9e3779b97f4a7c15ULL)) | 1;
}

std::vector<TermHit>* ListOf(TermKind kind, TermHits* hits) {
  if (kind == TermKind::kTone) return &hits->tones;
  return kind == TermKind::kIssuer ? &hits->names : &hits->terms;
}

}  // namespace

void TermTrie::EdgeTable::MakeRoom(size_t edges) {
  if ((size_ + edges) * 2 <= edges_.size()) return;
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  const size_t mask = edges_.size() - 1;
  for (const Edge& edge : old) {
    if (edge.child.id == 0) continue;
    size_t at = (edge.key >> 20) & mask;
    while (edges_[at].child.id != 0) at = (at + 1) & mask;
    edges_[at] = edge;
  }
}

TermTrie::Node* TermTrie::EdgeTable::FindOrAdd(uint64_t key, uint32_t id) {
  const size_t mask = edges_.size() - 1;
  size_t at = (key >> 20) & mask;
  for (; edges_[at].child.id != 0; at = (at + 1) & mask) {
    if (edges_[at].key == key) return &edges_[at].child;
  }
  filter_[FilterWord(key)] |= uint64_t{1} << (key >> 1 & 63);
  edges_[at].key = key;
  edges_[at].child.id = id;
  ++size_;
  return &edges_[at].child;
}

TermTrie::Node* TermTrie::AddChild(Node* node, uint64_t word) {
  const auto id = static_cast<uint32_t>(nodes());
  node->next |= uint64_t{1} << (word & 63);
  if (node != &root_) return edges_.FindOrAdd(EdgeKey(node->id, word), id);
  return first_edges_.FindOrAdd(EdgeKey(0, word), id);
}

void TermTrie::AddForm(const Form& form, const Term& term) {
  first_edges_.MakeRoom(1);
  edges_.MakeRoom(form.size());
  Node* node = &root_;
  for (uint64_t word : form) node = AddChild(node, word);
  AddTerm(term, node);
}

void TermTrie::AddTerm(const Term& term, Node* node) {
  uint32_t* last = &node->terms;
  while (*last != 0) {
    Entry& known = entries_[*last];
    if (known.term.kind == term.kind && known.term.row == term.row) return;
    last = &known.next;
  }
  *last = static_cast<uint32_t>(entries_.size());
  entries_.push_back({term});
}

std::optional<std::string> TermTrie::Add(std::string_view surface, Term term) {
  const std::vector<Form> forms = Expand(surface);
  if (forms.empty()) return "braces do not fit, or it stands for too many forms";
  for (const Form& form : forms) {
    if (form.size() > kMostWords) return "more than 16 words in a row";
    if (form.empty()) return "a form of it has no words";
  }
  for (const Form& form : forms) AddForm(form, term);
  return std::nullopt;
}

void TermTrie::FindFrom(const model::Document& document, std::string_view text, const Node* node,
                        uint32_t first, uint32_t last, TermHits* hits) const {
  struct Match {
    const Node* node;
    uint32_t end;
    bool comma;  // stands between its words
  };
  std::array<Match, kMostWords>
      matches;  // no surface is longer, so neither is a way through the trie
  size_t found = 0;
  bool comma = false;
  for (uint32_t at = first;;) {
    if (node->terms != 0) matches[found++] = {node, at + 1, comma};
    if (++at >= last || !node->MayGoOn(document.tokens[at].word)) break;
    node = edges_.Find(EdgeKey(node->id, document.tokens[at].word));
    if (node == nullptr) break;
    const uint32_t end = document.tokens[at - 1].span.end;
    const Gap gap = ReadGap(text.substr(end, document.tokens[at].span.begin - end));
    if (gap == Gap::kClosed) break;
    comma = comma || gap == Gap::kComma;
  }
  while (found > 0) {
    const Match& match = matches[--found];
    AddHits(document, *match.node, {first, match.end}, match.comma, hits);
  }
}

void TermTrie::AddHits(const model::Document& document, const Node& node,
                       const model::TokenRange& tokens, bool comma, TermHits* hits) const {
  const Span span{document.tokens[tokens.begin].span.begin,
                  document.tokens[tokens.end - 1].span.end};
  for (uint32_t entry = node.terms; entry != 0; entry = entries_[entry].next) {
    const Term& term = entries_[entry].term;
    if (comma && term.kind != TermKind::kIssuer) continue;
    ListOf(term.kind, hits)->push_back({tokens, span, term});
  }
}

TermHits TermTrie::FindAll(const model::Document& document, std::string_view text) const {
  TermHits hits;
  hits.terms.reserve(document.tokens.size() / 2);
  hits.tones.reserve(document.tokens.size() / 2);
  const model::Token* tokens = document.tokens.data();
  const size_t words = document.tokens.size();
  for (const model::Sentence& sentence : document.sentences) {
    const uint32_t end = sentence.tokens.end;
    for (uint32_t at = sentence.tokens.begin; at < end; ++at) {
      if (at + kAhead < words) first_edges_.Prefetch(EdgeKey(0, tokens[at + kAhead].word));
      const Node* node = first_edges_.Find(EdgeKey(0, tokens[at].word));
      if (node == nullptr) continue;
      if (at + 1 < end && node->MayGoOn(tokens[at + 1].word)) {
        FindFrom(document, text, node, at, end, &hits);
      } else {
        AddHits(document, *node, {at, at + 1}, false, &hits);
      }
    }
  }
  return hits;
}

}  // namespace tellwire::analysis
