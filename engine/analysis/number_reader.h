// Reads one number, in digits or in words, without asking what it measures.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/quantity_table.h"
#include "model/document.h"

namespace tellwire::analysis {

// A number in digits.
struct DigitRun {
  double value = 0;
  uint32_t end = 0;      // one past its last byte
  uint32_t digits = 0;   // before the decimal point
  bool valid = false;    // false: a time, a date, a version, or more digits than any amount has
  bool grouped = false;  // 1,234 or 12,34,567
  bool decimal = false;
  bool fraction = false;  // 3/4, 1 1/2
};

// Reads the digits at `at` (or a decimal point before digits). Understands groups of three and of
// two digits, decimals (also "3 .68", as tokenised corpora write them) and common fractions.
// REQUIRES: a digit at `at`, or a point there and a digit behind it.
DigitRun ReadDigits(std::string_view text, uint32_t at);

// A number in words.
struct SpelledNumber {
  double value = 0;
  uint32_t words = 0;     // how many tokens it takes
  bool scaled = false;    // it has a scale word: "five million"
  bool fraction = false;  // "a third", "half"
  bool scale_only = false;
};

// Reads the number that begins with token `at`: "twenty-five", "half a million", "a dozen",
// "one and a half billion", "two-thirds". nullopt: there is none.
std::optional<SpelledNumber> ReadSpelled(const QuantityTable& table,
                                         const model::Document& document, std::string_view text,
                                         uint32_t at, uint32_t end);

}  // namespace tellwire::analysis
