// Lines of a text, and which newlines between them are only a wrap (internal to ReadDocument).
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace tellwire::text {

// A line that holds at least one word. Lines without any separate like blank ones.
struct Line {
  Span span;  // without the white space around it
  model::TokenRange tokens;
  uint32_t indent = 0;       // bytes of white space before it
  uint32_t columns = 0;      // code points in `span`
  bool after_gap = true;     // a blank line, or the start of the text, stands before it
  bool begins_block = true;  // set by FindBlockStarts
};

std::vector<Line> ReadLines(std::string_view text, const std::vector<model::Token>& tokens);

// Sets `begins_block`: false where the newline before a line is a wrap inside a paragraph.
void FindBlockStarts(std::string_view text, std::vector<Line>* lines);

// The size of the bullet or number that opens a list item, with the space behind it; 0: none.
size_t ListMarkerSize(std::string_view line);

// Whether the text ends in `.`, `!`, `?` or `:`, a closing quote or bracket behind it allowed.
bool HasFinalStop(std::string_view text);

// Bytes below 0x80 that count as white space.
inline bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Whether the code point that begins at `at` is a letter with that case.
bool IsUpperAt(std::string_view text, size_t at);
bool IsLowerAt(std::string_view text, size_t at);

}  // namespace tellwire::text
