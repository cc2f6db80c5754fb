#include "text/lines.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/ascii.h"
#include "text/utf8.h"

namespace tellwire::text {
namespace {

// White space at an offset: ASCII, NBSP (C2 A0) or one of U+2000..U+200B, U+202F (E2 80 xx).
size_t SpaceSizeAt(std::string_view text, size_t at) {
  if (IsSpace(text[at])) return 1;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xA0")) return 2;
  if (!rest.starts_with("\xE2\x80") || rest.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(rest[2]);
  return last <= 0x8B || last == 0xAF ? 3 : 0;
}

uint32_t CodePoints(std::string_view text) {
  // The bytes that only continue a code point, 10xxxxxx, eight at a time.
  constexpr uint64_t kHighBits = 0x8080808080808080, kOnes = 0x0101010101010101;
  size_t at = 0, continued = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const uint64_t marks = (bytes & ~(bytes << 1) & kHighBits) >> 7;
    continued += static_cast<size_t>(marks * kOnes >> 56);  // the sum of all eight
  }
  for (; at < text.size(); ++at) continued += (text[at] & '\xC0') == '\x80' ? 1 : 0;
  return static_cast<uint32_t>(text.size() - continued);
}

// Cuts the white space around [begin, end).
Span Trimmed(std::string_view text, size_t begin, size_t end) {
  while (begin < end) {
    const size_t size = SpaceSizeAt(text, begin);
    if (size == 0) break;
    begin += size;
  }
  while (end > begin && IsSpace(text[end - 1])) --end;
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

size_t NumberMarkerSize(std::string_view line) {
  size_t at = line.starts_with('(') ? 1 : 0;
  const size_t digits = at;
  while (at < line.size() && at < digits + 2 && line[at] >= '0' && line[at] <= '9') ++at;
  if (at == digits && at < line.size() && line[at] >= 'a' && line[at] <= 'e') ++at;  // a) b)
  if (at == digits || at + 1 >= line.size()) return 0;
  const bool lettered = line[at - 1] >= 'a';
  const bool closes = line[at] == ')' || (line[at] == '.' && digits == 0 && !lettered);
  return closes && line[at + 1] == ' ' ? at + 1 : 0;
}

}  // namespace

size_t ListMarkerSize(std::string_view line) {
  // Nearly all lines open with a letter that opens no marker: `o` is a bullet, `a)` a number.
  if (line.empty() || IsUpper(line[0]) || (IsLower(line[0]) && line[0] > 'e' && line[0] != 'o'))
    return 0;
  static constexpr std::array<std::string_view, 16> kGlued = {
      "•", "▪", "‣", "◦", "●", "○", "■", "□", "►", "▶", "➤", "✓", "✔", "→", "◆", "·"};
  static constexpr std::array<std::string_view, 5> kSpaced = {"-", "*", "–", "+", "o"};
  size_t size = NumberMarkerSize(line);
  for (const std::string_view mark : kGlued) {
    if (line.starts_with(mark)) size = mark.size();
  }
  for (const std::string_view mark : kSpaced) {
    if (line.starts_with(mark) && line.size() > mark.size() && IsSpace(line[mark.size()])) {
      size = mark.size();
    }
  }
  if (size == 0) return 0;
  while (size < line.size() && IsSpace(line[size])) ++size;
  return size;
}

bool HasFinalStop(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kClosers = {"\"", "'", ")", "]", "”", "’", "»"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      cut = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("…") || text.ends_with("。");
}

bool IsUpperAt(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) return IsUpper(c);
  const char32_t point = NextCodePoint(text, &at);
  return IsWordCharacter(point) && FoldCharacter(point) != point && !IsLowerAt(text, at);
}

bool IsLowerAt(std::string_view text, size_t at) { return at < text.size() && IsLower(text[at]); }

std::vector<Line> ReadLines(std::string_view text, const std::vector<model::Token>& tokens) {
  std::vector<Line> lines;
  bool gap = true;
  uint32_t token = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t newline = text.find('\n', begin);
    const size_t end = newline == std::string_view::npos ? text.size() : newline;
    Line line;
    line.tokens.begin = token;
    token = static_cast<uint32_t>(
        std::partition_point(tokens.begin() + token, tokens.end(),
                             [&](const model::Token& t) { return t.span.begin < end; }) -
        tokens.begin());
    line.tokens.end = token;
    if (line.tokens.begin == line.tokens.end) {
      gap = true;
    } else {
      line.span = Trimmed(text, begin, end);
      line.indent = line.span.begin - static_cast<uint32_t>(begin);
      line.columns = CodePoints(line.span.Of(text));
      line.after_gap = std::exchange(gap, false);
      lines.push_back(line);
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace tellwire::text
