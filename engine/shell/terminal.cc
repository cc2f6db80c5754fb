#include "shell/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "text/utf8.h"

namespace tellwire::shell {
namespace {

bool IsControl(char32_t c) {
  // C0 and C1 controls, and the marks that reorder what stands around them.
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
         c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsWide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

bool HasNoWidth(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200D) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

size_t WidthOf(char32_t c) { return HasNoWidth(c) ? 0 : IsWide(c) ? 2 : 1; }

const char* Code(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kBold:
      return "\033[1m";
    case Style::kDim:
      return "\033[2m";
    case Style::kRed:
      return "\033[31m";
    case Style::kGreen:
      return "\033[32m";
    case Style::kYellow:
      return "\033[33m";
    case Style::kBlue:
      return "\033[34m";
    case Style::kMagenta:
      return "\033[35m";
    case Style::kCyan:
      return "\033[36m";
    case Style::kInverse:
      return "\033[7m";
  }
  return "";
}

}  // namespace

std::string ForTerminal(std::string_view text) {
  const text::Repaired repaired = text::RepairUtf8(text);
  std::string out;
  for (size_t at = 0; at < repaired.text.size();) {
    const char32_t c = text::NextCodePoint(repaired.text, &at);
    text::AppendUtf8(IsControl(c) ? U'\uFFFD' : c, &out);
  }
  return out;
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) width += WidthOf(text::NextCodePoint(text, &at));
  return width;
}

std::string Clip(std::string_view text, size_t width) {
  std::string out;
  size_t used = 0;
  size_t cut_at = 0;  // the longest prefix that leaves room for the mark
  for (size_t at = 0; at < text.size();) {
    const char32_t c = text::NextCodePoint(text, &at);
    used += WidthOf(c);
    if (used > width) {
      out.resize(cut_at);
      return out + "…";
    }
    text::AppendUtf8(c == '\n' || c == '\t' ? U' ' : c, &out);
    if (used < width) cut_at = out.size();
  }
  return out;
}

std::string Wrap(std::string_view text, size_t width, size_t indent) {
  std::string out;
  size_t column = indent;
  while (!text.empty()) {
    const size_t space = text.find_first_of(" \n\t");
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    const size_t needed = DisplayWidth(word);
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

std::string Styled(std::string_view text, Style style, bool color) {
  if (!color || style == Style::kPlain || text.empty()) return std::string(text);
  return Code(style) + std::string(text) + "\033[0m";
}

}  // namespace tellwire::shell
