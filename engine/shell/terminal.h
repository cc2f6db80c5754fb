// What a terminal shows: its width, wrapped lines, colours. Hostile text is made harmless in
// alert/plain.h.
#pragma once

#include <string>
#include <string_view>

namespace tellwire::shell {

// Wraps at spaces; every line but the first begins with `indent` spaces.
std::string Wrap(std::string_view text, size_t width, size_t indent);

// The terminal's width in columns; 100 where it is not a terminal.
size_t TerminalWidth();

// The width that a table must fit; 0, no limit, where standard output is not a terminal.
size_t TableWidth();

enum class Style {
  kPlain,
  kBold,
  kDim,
  kRed,
  kGreen,
  kYellow,
  kBlue,
  kMagenta,
  kCyan,
  kUnderline,
  kInverse
};

// What switches a style on; kPlain: nothing. kStyleEnd switches all off.
std::string_view StyleCode(Style style);
inline constexpr std::string_view kStyleEnd = "\033[0m";

// The text in a style, or as it is when colour is off.
std::string Styled(std::string_view text, Style style, bool color);

}  // namespace tellwire::shell
