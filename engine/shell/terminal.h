// Text on its way to a terminal: control characters taken out, columns measured, colours.
#pragma once

#include <string>
#include <string_view>

namespace tellwire::shell {

// Article text is hostile: control characters (but newline and tab) become U+FFFD, so that no
// escape sequence passes.
std::string ForTerminal(std::string_view text);

// How many columns a terminal gives the text: wide characters two, combining marks none. REQUIRES:
// valid UTF-8
size_t DisplayWidth(std::string_view text);

// The text on one line, cut to `width` columns with `…` where something is left out.
std::string Clip(std::string_view text, size_t width);

// Wraps at spaces; every line but the first begins with `indent` spaces.
std::string Wrap(std::string_view text, size_t width, size_t indent);

// The terminal's width in columns; 100 where it is not a terminal.
size_t TerminalWidth();

enum class Style { kPlain, kBold, kDim, kRed, kGreen, kYellow, kBlue, kMagenta, kCyan, kInverse };

// The text in a style, or as it is when colour is off.
std::string Styled(std::string_view text, Style style, bool color);

}  // namespace tellwire::shell
