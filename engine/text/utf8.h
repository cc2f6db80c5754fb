// UTF-8 in and out, and the folding of FTS5's unicode61.
//
// Room `text`: what can be said of a text without knowing any vocabulary: characters, words,
// blocks, sentences, patterns over them, and the query language that a person types.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tellwire::text {

struct Repaired {
  std::string text;
  size_t replaced = 0;  // invalid sequences, each replaced by U+FFFD
};

// Valid UTF-8 (no surrogates, no overlong forms); a byte order mark at the start is dropped.
Repaired RepairUtf8(std::string_view bytes);

// The code point at an offset; moves the offset past it. REQUIRES: valid UTF-8, *at < text.size()
char32_t NextCodePoint(std::string_view text, size_t* at);
void AppendUtf8(char32_t code_point, std::string* out);

// Whether unicode61 makes the code point part of a word, and what it folds it to (0: it is dropped,
// as a combining mark is). The same answers as SQLite's for every code point: tested.
bool IsWordCharacter(char32_t code_point);
char32_t FoldCharacter(char32_t code_point);

// A whole word or phrase folded character by character; characters outside words become single
// spaces.
std::string FoldWords(std::string_view text);

// The matching copy of a text: curly quotes, dashes, spaces, full-width digits ... each mapped to
// its plain form, one code point to one, so that patterns are written in ASCII. `offsets[i]` is the
// offset in the original of byte i of the copy; one more entry for the end.
struct Shadow {
  std::string text;
  std::vector<uint32_t> offsets;
};
Shadow MakeShadow(std::string_view text);

}  // namespace tellwire::text
