// Which newlines are only a wrap.
//
// Old newswire, mail and filings break their lines at a fixed width; everything younger breaks a
// line where a paragraph ends. The evidence of a wrap is a line that goes on in lower case after
// one without a final stop. Where at least a quarter of a paragraph's newlines show that (short
// paragraphs ask the whole text), the paragraph is wrapped, and then a newline is a wrap wherever
// the next word would not have fitted.
//
//   wraps:      "... the company said on\nTuesday. Revenue rose ..." in a paragraph of such lines
//   wraps not:  "Tesla shares fall 5%\nThe company said ..."; list items, table rows, headings
//
// Tested by tests/text/wrap_test.cc.
#include <algorithm>

#include "text/lines.h"
#include "text/provider.h"

namespace tellwire::text {
namespace {

constexpr uint32_t kNarrowest = 35, kWidest = 140;  // columns of hard-wrapped text

struct Evidence {
  uint32_t newlines = 0, lower = 0;
  uint32_t width = 0;

  void Add(const Evidence& other) {
    newlines += other.newlines;
    lower += other.lower;
    width = std::max(width, other.width);
  }
  bool SaysWrapped() const {
    return lower > 0 && lower * 4 >= newlines && width >= kNarrowest && width <= kWidest;
  }
};

class WrapFinder {
 public:
  WrapFinder(std::string_view text, std::vector<Line>* lines) : text_(text), lines_(*lines) {}

  void Run() {
    ForEachGroup([&](size_t begin, size_t end) {
      const Evidence found = Weigh(begin, end);
      if (found.SaysWrapped()) whole_.Add(found);
    });
    ForEachGroup([&](size_t begin, size_t end) { Decide(begin, end); });
  }

 private:
  template <typename Visit>
  void ForEachGroup(const Visit& visit) {
    for (size_t begin = 0; begin < lines_.size();) {
      size_t end = begin + 1;
      while (end < lines_.size() && !lines_[end].after_gap) ++end;
      if (end - begin > 1) visit(begin, end);
      begin = end;
    }
  }

  Evidence Weigh(size_t begin, size_t end) const {
    Evidence found;
    for (size_t i = begin; i < end; ++i) {
      found.width = std::max(found.width, lines_[i].columns);
      if (i == begin) continue;
      ++found.newlines;
      if (GoesOnInLowerCase(lines_[i - 1], lines_[i])) ++found.lower;
    }
    return found;
  }

  void Decide(size_t begin, size_t end) {
    Evidence here = Weigh(begin, end);
    if (here.newlines < 4 && whole_.lower >= 3 && here.width <= kWidest) {
      here.Add(whole_);
    }
    for (size_t i = begin + 1; i < end; ++i) {
      lines_[i].begins_block = !IsWrap(lines_[i - 1], lines_[i], here);
    }
  }

  bool IsWrap(const Line& line, const Line& next, const Evidence& here) const {
    if (StandsAlone(line) || StandsAlone(next)) return false;
    const std::string_view words = line.span.Of(text_);
    const bool stop = HasFinalStop(words);
    if (ListMarkerSize(next.span.Of(text_)) > 0) {
      const bool numbered = next.span.Of(text_)[0] >= '0' && next.span.Of(text_)[0] <= '9';
      return numbered && !stop && here.SaysWrapped() && IsFull(line, next, here.width);
    }
    if (GoesOnInLowerCase(line, next)) return true;
    if (!here.SaysWrapped()) return false;
    if (stop && next.indent > line.indent + 1) return false;  // a paragraph's indent
    if (IsFull(line, next, here.width)) return true;
    return !stop && line.columns * 10 >= here.width * 7;
  }

  bool GoesOnInLowerCase(const Line& line, const Line& next) const {
    return line.columns >= 20 && IsLowerAt(text_, next.span.begin) &&
           !HasFinalStop(line.span.Of(text_)) && ListMarkerSize(next.span.Of(text_)) == 0;
  }

  bool IsFull(const Line& line, const Line& next, uint32_t width) const {
    const std::string_view words = next.span.Of(text_);
    const auto first = static_cast<uint32_t>(std::min(words.find(' '), words.size()));
    return line.columns + 1 + first > width - width / 10;
  }

  // Table rows, provider data and Markdown headings are never part of a paragraph.
  bool StandsAlone(const Line& line) const {
    const std::string_view words = line.span.Of(text_);
    if (words.starts_with('#')) return true;
    return IsTableRow(words) || IsProviderLine(words);
  }

  // A tab, or two gaps of three spaces. Only what fits a page can be one.
  static bool IsTableRow(std::string_view words) {
    if (words.size() > 2 * kWidest) return false;
    size_t gaps = 0, spaces = 0;
    for (const char c : words) {
      if (c == '\t') return true;
      spaces = c == ' ' ? spaces + 1 : 0;
      if (spaces == 3) ++gaps;
    }
    return gaps > 1;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  Evidence whole_;
};

}  // namespace

void FindBlockStarts(std::string_view text, std::vector<Line>* lines) {
  WrapFinder(text, lines).Run();
}

}  // namespace tellwire::text
