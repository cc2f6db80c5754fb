// Each word of the text is asked for its number once; then the walk from word to word deals in
// small numbers, and a word that stands in no surface ends it without a look at the edges. Forms
// are expanded when a surface is added: "{full|whole} year" is two paths. Tested by
// tests/analysis/terms_test.cc.
#include "analysis/terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "text/document.h"
#include "text/inflect.h"

namespace tellwire::analysis {
namespace {

constexpr size_t kMostForms = 20000;  // of one surface

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
  if (between == " " || between == "*" || between == "+") return Gap::kOpen;  // E*Trade, K+S
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

}  // namespace

TermHits::TermHits(const std::vector<TermHit>& found) : hits_(found.size()) {
  for (const TermHit& hit : found) ++ranges_[static_cast<size_t>(hit.term.kind)].end;
  uint32_t begin = 0;
  for (Range& range : ranges_) {
    const uint32_t size = std::exchange(range.end, begin);
    range.begin = begin;
    begin += size;
  }
  for (const TermHit& hit : found) hits_[ranges_[static_cast<size_t>(hit.term.kind)].end++] = hit;
}

std::span<const TermHit> HitsFrom(std::span<const TermHit> hits, uint32_t from) {
  const auto first =
      std::ranges::lower_bound(hits, from, {}, [](const TermHit& hit) { return hit.tokens.begin; });
  return {first, hits.end()};
}

std::span<const TermHit> HitsIn(std::span<const TermHit> hits, const model::TokenRange& tokens) {
  const auto from = HitsFrom(hits, tokens.begin);
  const auto last = std::ranges::lower_bound(from, tokens.end, {},
                                             [](const TermHit& hit) { return hit.tokens.begin; });
  return {from.begin(), last};
}

size_t TermTrie::Edges::SlotOf(uint32_t node, uint32_t word) const {
  const size_t mask = edges_.size() - 1;
  const uint64_t mixed = (uint64_t{node} << 32 | word) * 0x9e3779b97f4a7c15ULL;
  for (size_t at = (mixed >> 32) & mask;; at = (at + 1) & mask) {
    const Edge& edge = edges_[at];
    if (edge.child.id == 0 || (edge.node == node && edge.word == word)) return at;
  }
}

const TermTrie::Node* TermTrie::Edges::Find(uint32_t node, uint32_t word) const {
  const Edge& edge = edges_[SlotOf(node, word)];
  return edge.child.id == 0 ? nullptr : &edge.child;
}

TermTrie::Node* TermTrie::Edges::FindOrAdd(uint32_t node, uint32_t word) {
  Edge& edge = edges_[SlotOf(node, word)];
  if (edge.child.id == 0) {
    edge.node = node;
    edge.word = word;
    ++size_;
  }
  return &edge.child;
}

void TermTrie::Edges::MakeRoom(size_t edges) {
  if ((size_ + edges) * 2 <= edges_.size()) return;
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.child.id != 0) edges_[SlotOf(edge.node, edge.word)] = edge;
  }
}

uint32_t TermTrie::NumberOf(uint64_t word) {
  if (const uint32_t known = numbers_.Of(word)) return known;
  const auto number = static_cast<uint32_t>(first_.size());
  numbers_.Add(word, number);
  first_.emplace_back();
  return number;
}

void TermTrie::AddForm(const Form& form, const Term& term) {
  std::vector<uint32_t> words;
  for (const uint64_t word : form) words.push_back(NumberOf(word));
  edges_.MakeRoom(words.size());
  Node* node = &first_[words[0]];
  if (node->id == 0) node->id = ++nodes_;
  for (const uint32_t word : std::span(words).subspan(1)) {
    node->next |= uint64_t{1} << (word & 63);
    node = edges_.FindOrAdd(node->id, word);
    if (node->id == 0) node->id = ++nodes_;
  }
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
                        uint32_t first, std::span<const uint32_t> words,
                        std::vector<TermHit>* hits) const {
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
    const uint32_t word = ++at - first < words.size() ? words[at - first] : 0;
    if (word == 0 || !node->MayGoOn(word)) break;
    node = edges_.Find(node->id, word);
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
                       const model::TokenRange& tokens, bool comma,
                       std::vector<TermHit>* hits) const {
  const Span span{document.tokens[tokens.begin].span.begin,
                  document.tokens[tokens.end - 1].span.end};
  for (uint32_t entry = node.terms; entry != 0; entry = entries_[entry].next) {
    const Term& term = entries_[entry].term;
    if (comma && term.kind != TermKind::kIssuer) continue;
    hits->push_back({tokens, span, term});
  }
}

TermHits TermTrie::FindAll(const model::Document& document, std::string_view text) const {
  std::vector<uint32_t> words(document.tokens.size());
  std::ranges::transform(document.tokens, words.begin(),
                         [&](const model::Token& token) { return numbers_.Of(token.word); });
  std::vector<TermHit> hits;
  hits.reserve(words.size());
  for (const model::Sentence& sentence : document.sentences) {
    const uint32_t end = sentence.tokens.end;
    for (uint32_t at = sentence.tokens.begin; at < end; ++at) {
      if (words[at] == 0) continue;
      const Node& node = first_[words[at]];
      if (at + 1 < end && words[at + 1] != 0 && node.MayGoOn(words[at + 1])) {
        FindFrom(document, text, &node, at, std::span(words).subspan(at, end - at), &hits);
      } else {
        AddHits(document, node, {at, at + 1}, false, &hits);
      }
    }
  }
  return TermHits(hits);
}

}  // namespace tellwire::analysis
