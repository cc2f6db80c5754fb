// A phrase is tokenised by the very function that tokenises articles, so that the two can never
// disagree on what a word is; only then is the byte behind each word looked at. "U.S. chip*" is
// u, s, chip*; "ex*port" is an error, for a `*` has a word on both sides.
#include "rule/phrase.h"

#include "fmt/format.h"
#include "model/document.h"
#include "text/document.h"
#include "text/inflect.h"

namespace tellwire::rule {
namespace {

Error BadPhrase(size_t at, std::string message, std::string help) {
  return Error(ErrorKind::kRule, {"", 1, static_cast<int>(at) + 1}, std::move(message),
               std::move(help));
}

bool IsMark(char c) { return c == '*' || c == '~'; }

// Every `*` and `~` must stand right behind a word and not right before one.
std::optional<Error> CheckMarks(std::string_view written, const model::Document& words) {
  for (size_t at = 0; at < written.size(); ++at) {
    if (!IsMark(written[at])) continue;
    bool behind = false, before = false;
    for (const model::Token& token : words.tokens) {
      behind = behind || token.span.end == at;
      before = before || token.span.begin == at + 1;
    }
    const std::string mark(1, written[at]);
    if (!behind)
      return BadPhrase(at, fmt::format("\"{}\" stands behind no word in \"{}\"", mark, written),
                       fmt::format("put it right behind the word: \"control{}\"", mark));
    if (before)
      return BadPhrase(at, fmt::format("\"{}\" stands inside a word in \"{}\"", mark, written),
                       "only the ending of a word can be left open; for more use regex [[...]]");
  }
  return std::nullopt;
}

WordPattern WordAt(std::string_view written, const model::Document& words, size_t index) {
  const model::Token& token = words.tokens[index];
  WordPattern pattern;
  pattern.word = std::string(words.WordOf(token));
  pattern.written = std::string(token.span.Of(written));
  if (index > 0) {
    uint32_t end = words.tokens[index - 1].span.end;
    if (IsMark(written[end])) ++end;
    pattern.gap = std::string(written.substr(end, token.span.begin - end));
  }
  const char mark = token.span.end < written.size() ? written[token.span.end] : ' ';
  if (mark == '*') pattern.kind = WordPattern::Kind::kPrefix;
  if (mark == '~') {
    pattern.kind = WordPattern::Kind::kForms;
    pattern.forms = text::Inflections(pattern.word);
  }
  return pattern;
}

}  // namespace

Result<PhrasePattern> ParsePhrase(std::string_view written) {
  model::Document words;
  text::Tokenise(written, &words);
  if (words.tokens.empty())
    return BadPhrase(0, fmt::format("no word in the phrase \"{}\"", written),
                     "a phrase needs at least one letter or digit");
  if (auto error = CheckMarks(written, words)) return *error;
  PhrasePattern phrase;
  phrase.written = std::string(written);
  phrase.words.reserve(words.tokens.size());
  for (size_t i = 0; i < words.tokens.size(); ++i)
    phrase.words.push_back(WordAt(written, words, i));
  return phrase;
}

std::vector<PhrasePattern> PhrasesOf(const model::WordList& list, std::vector<Error>* problems) {
  std::vector<PhrasePattern> phrases;
  phrases.reserve(list.entries.size());
  for (const model::ListEntry& entry : list.entries) {
    auto phrase = ParsePhrase(entry.phrase);
    if (!phrase) {
      Error error = phrase.error();
      error.where.file = list.file;
      error.where.line = entry.line;
      problems->push_back(std::move(error));
      continue;
    }
    phrase->from = entry.from;
    phrase->until = entry.until;
    phrases.push_back(std::move(*phrase));
  }
  return phrases;
}

}  // namespace tellwire::rule
