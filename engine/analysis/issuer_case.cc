#include "analysis/issuer_case.h"

#include <algorithm>

#include "base/ascii.h"

namespace tellwire::analysis {
namespace {

std::string_view Written(const Passage& passage, uint32_t token) {
  return passage.Written(passage.document->tokens[token].span);
}

bool OpensWithApostrophe(std::string_view text) {
  return text.starts_with('\'') || text.starts_with("\xE2\x80\x99");
}

}  // namespace

bool IsAllUpper(const Passage& passage, uint32_t token) {
  const std::string_view word = Written(passage, token);
  int capitals = 0;
  for (const char c : word) {
    if (IsLower(c)) return false;
    capitals += IsUpper(c) ? 1 : 0;
  }
  return capitals >= 2;
}

std::string_view GapAfter(const Passage& passage, uint32_t token) {
  const auto& tokens = passage.document->tokens;
  const uint32_t from = tokens[token].span.end;
  const size_t to = token + 1 < tokens.size() ? tokens[token + 1].span.begin : passage.text.size();
  return passage.text.substr(from, to - from);
}

bool JoinsNext(const Passage& passage, uint32_t token) {
  if (token + 1 < passage.looks.size() && passage.Looks(token + 1, kSpaced)) return true;
  const std::string_view gap = GapAfter(passage, token);
  return gap == " " || gap == "-" || gap == "\n" || gap == "\r\n" || gap == "\xC2\xA0" ||
         gap == " & " || gap == "&";
}

bool IsPossessive(const Passage& passage, uint32_t last_token) {
  const auto& tokens = passage.document->tokens;
  const std::string_view gap = GapAfter(passage, last_token);
  if (!OpensWithApostrophe(gap)) return false;
  const size_t apostrophe = gap[0] == '\'' ? 1 : 3;
  if (gap.size() == apostrophe) {
    return last_token + 1 < tokens.size() && passage.WordAt(last_token + 1) == "s";
  }
  return passage.WordAt(last_token).ends_with('s') && gap[apostrophe] == ' ';
}

CaseStyle StyleOf(const Passage& passage, const model::Sentence& sentence) {
  constexpr uint16_t kCounts = kLong | kDigitFirst;  // with the first and without the second
  uint32_t words = 0, capitals = 0;
  for (uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    const uint16_t look = passage.looks[at];
    words += (look & kCounts) == kLong ? 1 : 0;
    capitals += (look & (kCounts | kCapital)) == (kLong | kCapital) ? 1 : 0;
  }
  if (words < 2 || capitals * 10 < words * 7) return CaseStyle::kProse;
  uint32_t upper = 0;
  for (uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    if ((passage.looks[at] & (kCounts | kCapital)) != (kLong | kCapital)) continue;
    const std::string_view word = Written(passage, at);
    if (std::none_of(word.begin(), word.end(), IsLower)) ++upper;
  }
  if (upper * 5 >= words * 4) return CaseStyle::kUpper;
  return words >= 3 ? CaseStyle::kHeadline : CaseStyle::kProse;
}

}  // namespace tellwire::analysis
