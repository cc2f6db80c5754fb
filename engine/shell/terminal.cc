#include "shell/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "alert/plain.h"

namespace tellwire::shell {
std::string_view StyleCode(Style style) {
  constexpr std::array<std::string_view, 11> kCodes = {
      "",         "\033[1m",  "\033[2m",  "\033[31m", "\033[32m", "\033[33m",
      "\033[34m", "\033[35m", "\033[36m", "\033[4m",  "\033[7m"};
  return kCodes[static_cast<size_t>(style)];
}

std::string Wrap(std::string_view text, size_t width, size_t indent) {
  std::string out;
  size_t column = indent;
  while (!text.empty()) {
    const size_t space = text.find_first_of(" \n\t");
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    const size_t needed = alert::DisplayWidth(word);
    if (column > indent && column + 1 + needed > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += needed;
  }
  return out;
}

size_t TerminalWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<size_t>(size.ws_col, 40, 160);
}

size_t TableWidth() { return isatty(STDOUT_FILENO) ? TerminalWidth() : 0; }

std::string Styled(std::string_view text, Style style, bool color) {
  if (!color || style == Style::kPlain || text.empty()) return std::string(text);
  return std::string(StyleCode(style)).append(text).append(kStyleEnd);
}

}  // namespace tellwire::shell
