#include "match/phrase_match.h"

#include <algorithm>

namespace tellwire::match {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Equal byte for byte, but a run of white space equals any other.
bool EqualButSpace(std::string_view a, std::string_view b) {
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (IsSpace(a[i]) && IsSpace(b[j])) {
      while (i < a.size() && IsSpace(a[i])) ++i;
      while (j < b.size() && IsSpace(b[j])) ++j;
    } else if (a[i++] != b[j++]) {
      return false;
    }
  }
  return i == a.size() && j == b.size();
}

}  // namespace

bool IsWord(const rule::WordPattern& pattern, const model::Document& document,
            const model::Token& token) {
  const std::string_view word = document.WordOf(token);
  switch (pattern.kind) {
    case rule::WordPattern::Kind::kExact:
      return word == pattern.word;
    case rule::WordPattern::Kind::kPrefix:
      return word.starts_with(pattern.word);
    case rule::WordPattern::Kind::kForms:
      return std::find(pattern.forms.begin(), pattern.forms.end(), word) != pattern.forms.end();
  }
  return false;
}

bool IsWrittenSo(const rule::PhrasePattern& phrase, const model::Document& document,
                 std::string_view text, size_t first) {
  for (size_t i = 0; i < phrase.words.size(); ++i) {
    const rule::WordPattern& word = phrase.words[i];
    const Span span = document.tokens[first + i].span;
    const std::string_view written = span.Of(text);
    if (word.kind == rule::WordPattern::Kind::kExact && written != word.written) return false;
    if (word.kind == rule::WordPattern::Kind::kPrefix && !written.starts_with(word.written))
      return false;
    if (i == 0) continue;
    const uint32_t end = document.tokens[first + i - 1].span.end;
    if (!EqualButSpace(text.substr(end, span.begin - end), word.gap)) return false;
  }
  return true;
}

ClauseField SplitClauseField(std::string_view written) {
  const size_t dot = written.find('.');
  if (dot == std::string_view::npos) return {written, {}};
  return {written.substr(0, dot), written.substr(dot + 1)};
}

}  // namespace tellwire::match
