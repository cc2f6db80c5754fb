// Each word of the text is asked for its number once; then the walk from word to word deals in
// small numbers, and a word that stands in no surface ends it without a look at the trie. Tested by
// tests/analysis/terms_test.cc.
#include "analysis/term_trie.h"

#include <algorithm>
#include <array>

namespace tellwire::analysis {
namespace {

constexpr uint32_t kAhead = 4;  // words whose nodes are asked for before their turn

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

const TermTrie::Node* TermTrie::Child(const Node& node, uint32_t word) const {
  if (node.children == 0) return nullptr;
  // A binary search without a branch that cannot be foretold.
  const uint32_t* at = &words_[node.first_child];
  for (uint32_t left = node.children; left > 1; left -= left / 2)
    at += at[left / 2 - 1] < word ? left / 2 : 0;
  return *at == word ? &nodes_[static_cast<size_t>(at - words_.data())] : nullptr;
}

void TermTrie::AddHits(const model::Document& document, const Node& node,
                       const model::TokenRange& tokens, bool comma,
                       std::vector<TermHit>* hits) const {
  const Span span{document.tokens[tokens.begin].span.begin,
                  document.tokens[tokens.end - 1].span.end};
  for (const Term& term : TermsOf(node)) {
    if (comma && term.kind != TermKind::kIssuer) continue;
    hits->push_back({tokens, span, term});
  }
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
    if (node->terms > 0) matches[found++] = {node, at + 1, comma};
    const uint32_t word = ++at - first < words.size() ? words[at - first] : 0;
    if (word == 0 || !node->MayGoOn(word)) break;
    node = Child(*node, word);
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

TermHits TermTrie::FindAll(const model::Document& document, std::string_view text) const {
  std::vector<uint32_t> words(document.tokens.size());
  std::ranges::transform(document.tokens, words.begin(),
                         [&](const model::Token& token) { return numbers_.Of(token.word); });
  std::vector<TermHit> hits;
  hits.reserve(words.size());
  for (const model::Sentence& sentence : document.sentences) {
    const uint32_t end = sentence.tokens.end;
    for (uint32_t at = sentence.tokens.begin; at < end; ++at) {
      if (at + kAhead < words.size()) __builtin_prefetch(&nodes_[words[at + kAhead]]);
      if (words[at] == 0 || words[at] > first_words_) continue;
      const Node& node = nodes_[words[at]];
      if (at + 1 < end && words[at + 1] != 0 && node.MayGoOn(words[at + 1])) {
        FindFrom(document, text, &node, at, std::span(words).subspan(at, end - at), &hits);
      } else if (node.terms == 1) {  // as it mostly is
        hits.push_back({{at, at + 1}, document.tokens[at].span, node.term});
      } else {
        AddHits(document, node, {at, at + 1}, false, &hits);
      }
    }
  }
  return TermHits(hits);
}

}  // namespace tellwire::analysis
