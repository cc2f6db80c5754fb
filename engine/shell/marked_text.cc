#include "shell/marked_text.h"

#include <algorithm>

#include "alert/plain.h"

namespace tellwire::shell {
namespace {

constexpr size_t kDeepest = 6;  // marks within each other; what lies deeper is left out

class Marker {
 public:
  Marker(std::string_view text, bool color) : text_(text), color_(color) {}

  // REQUIRES: marks come by their beginning, the longer first
  void Add(Mark mark) {
    CloseUntil(mark.span.begin);
    if (!open_.empty()) mark.span.end = std::min(mark.span.end, open_.back().span.end);
    const bool again = !open_.empty() && open_.back().span == mark.span;
    if (mark.span.empty() || again || open_.size() >= kDeepest) return;
    CopyUntil(mark.span.begin);
    out_ += color_ ? StyleCode(mark.style) : mark.open;
    open_.push_back(mark);
  }

  std::string Finish() {
    CloseUntil(static_cast<uint32_t>(text_.size()));
    CopyUntil(static_cast<uint32_t>(text_.size()));
    return std::move(out_);
  }

 private:
  void CopyUntil(uint32_t end) {
    out_ += alert::PlainText(text_.substr(at_, end - at_));
    at_ = end;
  }

  // Closes what ends there or before. A terminal knows no end of one style: all end, and those that
  // still stand begin again.
  void CloseUntil(uint32_t place) {
    while (!open_.empty() && open_.back().span.end <= place) {
      const Mark mark = open_.back();
      open_.pop_back();
      CopyUntil(mark.span.end);
      out_ += color_ ? kStyleEnd : mark.close;
      if (!color_) continue;
      for (const Mark& outer : open_) out_ += StyleCode(outer.style);
    }
  }

  std::string_view text_;
  bool color_;
  std::string out_;
  std::vector<Mark> open_;  // the innermost last
  uint32_t at_ = 0;         // copied so far
};

}  // namespace

std::string MarkText(std::string_view text, std::vector<Mark> marks, bool color) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  Marker marker(text, color);
  for (const Mark& mark : marks) marker.Add(mark);
  return marker.Finish();
}

}  // namespace tellwire::shell
