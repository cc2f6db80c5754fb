// A half-open range of byte offsets into a UTF-8 text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace tellwire {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return empty() ? 0 : end - begin; }
  bool Contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool Contains(uint32_t offset) const { return begin <= offset && offset < end; }
  bool Overlaps(const Span& other) const { return begin < other.end && other.begin < end; }

  // The bytes that the span covers. REQUIRES: end <= text.size()
  std::string_view Of(std::string_view text) const { return text.substr(begin, size()); }
};

// The smallest span that covers both; an empty span counts for nothing.
inline Span Cover(const Span& a, const Span& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace tellwire
