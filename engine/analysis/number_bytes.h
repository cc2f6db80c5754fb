// Small questions about the bytes around a number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/ascii.h"

namespace tellwire::analysis {

inline bool IsDigitOrLetter(char c) { return IsDigit(c) || IsLetter(c); }

// Where the next digit stands, from `at` on; the size of the text where there is none.
size_t FindDigit(std::string_view text, size_t at);

// The number that the digits are, nothing else standing there; nullopt: they are none.
std::optional<int> WholeNumber(std::string_view digits);

// Hash64 of the word in lower case (ASCII).
uint64_t HashFolded(std::string_view word);

// Without spaces and ends of lines around it.
std::string_view TrimBlanks(std::string_view text);

// How many bytes of blanks end at `end`, or begin at `at`: two characters at most.
uint32_t BlanksBefore(std::string_view text, uint32_t end, uint32_t begin);
uint32_t BlanksAfter(std::string_view text, uint32_t at, uint32_t end);

// Whether a number and the word behind it may stand so apart: blanks, or one hyphen.
bool Attaches(std::string_view gap);

}  // namespace tellwire::analysis
