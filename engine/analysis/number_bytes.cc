#include "analysis/number_bytes.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>

#include "base/hash.h"

namespace tellwire::analysis {

// Eight bytes at a time are passed over while none of them is a digit. With 0 to 9 for the digits,
// a byte that is none is above 9: adding 0x76 to its lower seven bits then sets the eighth.
size_t FindDigit(std::string_view text, size_t at) {
  constexpr uint64_t kZeros = 0x3030303030303030, kLow = 0x7f7f7f7f7f7f7f7f;
  constexpr uint64_t kAboveNine = 0x7676767676767676, kHigh = 0x8080808080808080;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    bytes ^= kZeros;
    const uint64_t others = (((bytes & kLow) + kAboveNine) | bytes) & kHigh;
    if (others != kHigh) break;
  }
  while (at < text.size() && !IsDigit(text[at])) ++at;
  return at;
}

std::optional<int> WholeNumber(std::string_view digits) {
  int value = 0;
  const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (wrong != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

uint64_t HashFolded(std::string_view word) { return Hash64(Lowered(word)); }

std::string_view TrimBlanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

uint32_t BlanksBefore(std::string_view text, uint32_t end, uint32_t begin) {
  uint32_t size = 0;
  for (int i = 0; i < 2; ++i) {
    const uint32_t at = end - size;
    if (at > begin && (text[at - 1] == ' ' || text[at - 1] == '\n')) {
      size += 1;
    } else if (at >= begin + 2 && text.substr(at - 2, 2) == "\xC2\xA0") {
      size += 2;
    } else if (at >= begin + 3 && text[at - 3] == '\xE2' && text[at - 2] == '\x80' &&
               (text[at - 1] == '\xAF' || text[at - 1] == '\x89')) {
      size += 3;
    } else {
      break;
    }
  }
  return size;
}

uint32_t BlanksAfter(std::string_view text, uint32_t at, uint32_t end) {
  uint32_t size = 0;
  for (int i = 0; i < 2 && at + size < end; ++i) {
    const std::string_view rest = text.substr(at + size, 3);
    if (rest.front() == ' ' || rest.front() == '\n') {
      size += 1;
    } else if (rest.starts_with("\xC2\xA0")) {
      size += 2;
    } else if (rest == "\xE2\x80\xAF" || rest == "\xE2\x80\x89") {
      size += 3;
    } else {
      break;
    }
  }
  return std::min(size, end - at);
}

bool Attaches(std::string_view gap) {
  if (gap.size() > 5) return false;
  int hyphens = 0;
  for (const char c : gap) {
    if (c == '-') {
      ++hyphens;
    } else if (c != ' ' && c != '\n' && static_cast<unsigned char>(c) < 0x80) {
      return false;
    }
  }
  return hyphens <= 1 && gap.find("\xE2\x80\x93") == std::string_view::npos &&
         gap.find("\xE2\x80\x94") == std::string_view::npos;
}

}  // namespace tellwire::analysis
