// Whether a word is one of a few.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>

namespace tellwire::analysis {

inline bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

inline bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return IsOneOf(word, std::span(words.begin(), words.size()));
}

}  // namespace tellwire::analysis
