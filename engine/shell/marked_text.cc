#include "shell/marked_text.h"

#include <algorithm>

#include "alert/plain.h"

namespace tellwire::shell {

std::string MarkText(std::string_view text, std::vector<Mark> marks, bool color) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::string out;
  uint32_t at = 0;
  for (const Mark& mark : marks) {
    if (mark.span.begin < at || mark.span.empty()) continue;
    out += alert::PlainText(text.substr(at, mark.span.begin - at));
    const std::string words = alert::PlainText(mark.span.Of(text));
    out += color ? Styled(words, mark.style, true) : mark.open + words + mark.close;
    at = mark.span.end;
  }
  return out + alert::PlainText(text.substr(at));
}

}  // namespace tellwire::shell
