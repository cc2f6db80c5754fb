// Article text is hostile: what must happen to it before it reaches a terminal, a page or a
// spreadsheet.
#pragma once

#include <string>
#include <string_view>

namespace tellwire::alert {

// For terminals: control characters (C0, C1, escape sequences' first byte, bidirectional overrides)
// are dropped, line breaks and tabs become spaces, runs of spaces one.
std::string PlainLine(std::string_view text);
// The same, but line breaks stay.
std::string PlainText(std::string_view text);

std::string EscapeHtml(std::string_view text);  // & < > " ' escaped, control characters dropped
// A whole page around a body that is escaped already.
std::string HtmlPage(std::string_view title, std::string_view body);
std::string EscapeMarkdown(std::string_view text);  // one line; * _ ` [ ] < > | \ # escaped
// One CSV cell (RFC 4180): quoted where it must be; a cell that a spreadsheet would run (= + - @
// tab CR first, and no number) gets an apostrophe before it.
std::string CsvCell(std::string_view text);

// Columns that a text takes on a terminal (wide characters 2, combining ones 0).
size_t DisplayWidth(std::string_view text);
// Cut to a width, with an ellipsis where something is left out.
std::string CutToWidth(std::string_view text, size_t width);
// Cut to a width and filled up to it with spaces: behind the text, or before it (`right`).
std::string PadToWidth(std::string_view text, size_t width, bool right = false);

}  // namespace tellwire::alert
