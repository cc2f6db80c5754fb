// What FTS5's unicode61 makes of a code point, from ranges that were asked of SQLite itself.
//
// The ranges are spread once into a flat table for the basic plane, where nearly all text lies;
// beyond it they are searched. Tested by tests/text/utf8_test.cc over every code point.
#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

#include "text/utf8.h"

namespace tellwire::text {
namespace {

struct CodePointRange {
  char32_t first, last;
};

// Every `stride`-th code point from first to last folds to itself + distance.
struct FoldRange {
  char32_t first, last;
  char32_t stride;
  int32_t distance;
};

#include "text/unicode_table.inc"

constexpr char32_t kSeparator = 0xffffffff;
constexpr char32_t kPlane = 0x10000;

template <typename Range>
const Range* RangeOf(const Range* begin, const Range* end, char32_t point) {
  const Range* after = std::upper_bound(
      begin, end, point, [](char32_t p, const Range& range) { return p < range.first; });
  return after != begin && point <= after[-1].last ? after - 1 : nullptr;
}

char32_t SearchAscii(char32_t point) {
  if (point >= 'A' && point <= 'Z') return point + 32;
  const bool word = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
  return word ? point : kSeparator;
}

// The folded form, 0 for a mark that is dropped, kSeparator for what no word holds.
char32_t Search(char32_t point) {
  if (point < 0x80) return SearchAscii(point);
  if (RangeOf(std::begin(kSeparators), std::end(kSeparators), point)) return kSeparator;
  if (RangeOf(std::begin(kMarks), std::end(kMarks), point)) return 0;
  const FoldRange* fold = RangeOf(std::begin(kFolds), std::end(kFolds), point);
  if (!fold || (point - fold->first) % fold->stride != 0) return point;
  return static_cast<char32_t>(static_cast<int32_t>(point) + fold->distance);
}

char32_t Lookup(char32_t point) {
  static const std::unique_ptr<const std::array<char32_t, kPlane>> plane = [] {
    auto table = std::make_unique<std::array<char32_t, kPlane>>();
    for (char32_t p = 0; p < kPlane; ++p) (*table)[p] = Search(p);
    return table;
  }();
  return point < kPlane ? (*plane)[point] : Search(point);
}

}  // namespace

bool IsWordCharacter(char32_t code_point) { return Lookup(code_point) != kSeparator; }

char32_t FoldCharacter(char32_t code_point) {
  const char32_t folded = Lookup(code_point);
  return folded == kSeparator ? code_point : folded;
}

}  // namespace tellwire::text
