#include "analysis/passage.h"

#include <array>

#include "analysis/lexicon.h"
#include "analysis/number_bytes.h"
#include "base/ascii.h"

namespace tellwire::analysis {
namespace {

// What the first byte of a word says of its look.
constexpr std::array<uint8_t, 256> kFirstByteLooks = [] {
  std::array<uint8_t, 256> looks{};
  for (unsigned char c = '0'; c <= '9'; ++c) looks[c] = kDigitFirst | kCapital;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) looks[c] = kCapital;
  return looks;
}();

// The capitals of Latin-1: C3 80 to C3 9E.
bool OpensWithLatinCapital(std::string_view word) {
  return word.size() > 1 && word[0] == '\xC3' && static_cast<unsigned char>(word[1]) <= 0x9E;
}

constexpr std::array<uint8_t, 256> kSigns = [] {
  std::array<uint8_t, 256> signs{};
  const auto set = [&](std::string_view bytes, GapSign sign) {
    for (const char c : bytes) signs[static_cast<unsigned char>(c)] = sign;
  };
  set(",", kComma);
  set(";:-\xE2", kPause);
  set("(<[", kOpening);
  set(")|?!", kMark);
  set("$", kDollar);
  set(".", kFullStop);
  return signs;
}();

uint8_t SignsOf(std::string_view gap) {
  uint8_t signs = 0;
  for (const char c : gap) signs |= kSigns[static_cast<unsigned char>(c)];
  return signs;
}

void FillLooks(const WordUses& uses, Passage* passage) {
  const std::string_view text = passage->text;
  const auto& tokens = passage->document->tokens;
  passage->looks.resize(tokens.size());
  passage->signs.resize(tokens.size());
  uint16_t* looks = passage->looks.data();
  uint8_t* signs = passage->signs.data();
  uint32_t before = 0;  // where the word before ended
  size_t digit = FindDigit(text, 0);
  for (const model::Token& token : tokens) {
    const auto [begin, end] = token.span;
    const char first = text[begin];
    uint32_t look = uses.Of(token.word) | kFirstByteLooks[static_cast<unsigned char>(first)];
    if (begin == before + 1 && before > 0 && text[before] == ' ') {
      look |= kSpaced;
    } else {
      *signs = SignsOf(text.substr(before, begin - before));
    }
    if (end - begin >= 4) look |= kLong;
    if (digit < end) {
      look |= kHasDigit;
      if (IsDigit(text[end - 1])) look |= kDigitLast;
      digit = FindDigit(text, end);
    }
    if (first == '\xC3' && OpensWithLatinCapital(token.span.Of(text))) look |= kCapital;
    *looks++ = static_cast<uint16_t>(look);
    ++signs;
    before = end;
  }
}

}  // namespace

Passage OpenPassage(const Lexicon& lexicon, const model::Article& article, model::Part part,
                    const model::Document& document) {
  Passage passage;
  passage.part = part;
  passage.text = part == model::Part::kTitle ? article.title : article.text;
  passage.document = &document;
  passage.article = &article;
  FillLooks(lexicon.uses, &passage);
  passage.terms = lexicon.trie.FindAll(document, passage.text);
  return passage;
}

std::string_view Passage::GapBefore(uint32_t token) const {
  const uint32_t from = token > 0 ? document->tokens[token - 1].span.end : 0;
  return text.substr(from, document->tokens[token].span.begin - from);
}

}  // namespace tellwire::analysis
