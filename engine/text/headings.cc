// A heading is a short line without a final stop that stands before prose or a list: mostly
// capitalised ("Outlook and Guidance"), of a few words ("What to watch"), or introducing a list. A
// run of more than three such lines is a menu or a table column: only its last can be a heading.
//
// Tested by tests/text/document_test.cc.
#include "text/headings.h"

#include <algorithm>

#include "text/lines.h"

namespace tellwire::text {
namespace {

using model::BlockKind;

constexpr uint32_t kMostWords = 14, kFewWords = 6, kLongestHeadline = 28, kLongestRun = 3;

struct WordShape {
  uint32_t words = 0, long_words = 0, capitalised = 0;
  uint32_t numbers = 0;  // words without letters
};

bool IsNumber(std::string_view word) {
  return word.find_first_not_of("0123456789.,:/-+%") == std::string_view::npos;
}

// Counts white-space separated words; those of four letters or more, and numbers, weigh.
WordShape ShapeOf(std::string_view line) {
  WordShape shape;
  for (size_t at = 0; at < line.size();) {
    while (at < line.size() && IsSpace(line[at])) ++at;
    const size_t begin = at;
    while (at < line.size() && !IsSpace(line[at])) ++at;
    if (at == begin) break;
    ++shape.words;
    if (IsNumber(line.substr(begin, at - begin))) ++shape.numbers;
    const bool capital = !IsLowerAt(line, begin);
    if (at - begin < 4 && !capital) continue;
    ++shape.long_words;
    if (capital) ++shape.capitalised;
  }
  return shape;
}

bool IsHeadingLike(std::string_view text, const RawBlock& block, bool before_list) {
  if (block.kind != BlockKind::kProse || !block.one_line) return false;
  const std::string_view line = block.span.Of(text);
  if (block.marked) return true;
  if (line.size() > 160 || IsLowerAt(line, 0)) return false;
  if (line.ends_with(',') || line.ends_with(';')) return false;
  if (HasFinalStop(line) && !line.ends_with(':') && !line.ends_with('?')) return false;
  const WordShape shape = ShapeOf(line);
  if (shape.words > kMostWords) return false;
  if (shape.numbers > 1 && shape.numbers * 5 >= shape.words * 2) return false;  // a date line
  if (before_list && line.ends_with(':')) return true;
  return shape.words <= kFewWords || shape.capitalised * 10 >= shape.long_words * 6;
}

// `1. What happened` over prose, and not one of a list.
bool IsNumberedHeading(std::string_view text, const std::vector<RawBlock>& blocks, size_t i) {
  if (blocks[i].kind != BlockKind::kList || i + 1 == blocks.size()) return false;
  if (blocks[i + 1].kind != BlockKind::kProse) return false;
  if (i > 0 && blocks[i - 1].kind == BlockKind::kList) return false;
  RawBlock words = blocks[i];
  const std::string_view line = words.span.Of(text);
  if (line[0] < '0' || line[0] > '9') return false;
  words.kind = BlockKind::kProse;
  words.span.begin += static_cast<uint32_t>(ListMarkerSize(line));
  return IsHeadingLike(text, words, false);
}

bool IsFollowed(const RawBlock& next) {
  return next.kind == BlockKind::kProse || next.kind == BlockKind::kList ||
         next.kind == BlockKind::kHeading;
}

}  // namespace

void FindHeadings(std::string_view text, std::vector<RawBlock>* blocks) {
  uint32_t run = 0;  // headings directly below the one that is looked at
  for (size_t i = blocks->size(); i-- > 0;) {
    RawBlock& block = (*blocks)[i];
    if (IsNumberedHeading(text, *blocks, i)) block.kind = BlockKind::kHeading;
    const bool last = i + 1 == blocks->size();
    const bool before_list = !last && (*blocks)[i + 1].kind == BlockKind::kList;
    const bool like = IsHeadingLike(text, block, before_list);
    const bool followed = !last && IsFollowed((*blocks)[i + 1]);
    if (!like) {
      run = 0;
    } else if (run++ < kLongestRun && followed) {
      block.kind = BlockKind::kHeading;
    }
  }
}

bool LendsTitle(std::string_view text, const std::vector<RawBlock>& blocks) {
  if (blocks.size() < 2) return false;
  const RawBlock& first = blocks.front();
  if (!first.one_line || (first.kind != BlockKind::kProse && first.kind != BlockKind::kHeading)) {
    return false;
  }
  const std::string_view line = first.span.Of(text);
  const WordShape shape = ShapeOf(line);
  if (line.size() > 250 || shape.words < 2 || shape.words > kLongestHeadline) return false;
  if (HasFinalStop(line) && !line.ends_with('?') && !line.ends_with('!')) return false;
  if (line.ends_with(',') || line.ends_with(';')) return false;
  const bool content = std::any_of(blocks.begin() + 1, blocks.end(), [](const RawBlock& b) {
    return b.kind == BlockKind::kProse || b.kind == BlockKind::kList;
  });
  return content && (!IsLowerAt(line, 0) || (line.size() > 1 && IsUpperAt(line, 1)));
}

}  // namespace tellwire::text
