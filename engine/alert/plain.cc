#include "alert/plain.h"

#include <algorithm>

#include "text/utf8.h"

namespace tellwire::alert {
namespace {

// C0 and C1 controls, and the marks that reorder what stands around them.
bool IsControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsBlank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0; }

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

// Every character of the text, made valid first.
template <typename Take>
void EachCharacter(std::string_view text, Take take) {
  const text::Repaired repaired = text::RepairUtf8(text);
  for (size_t at = 0; at < repaired.text.size();) take(text::NextCodePoint(repaired.text, &at));
}

// Whether a spreadsheet could take the text for a formula; a plain number such as -3.1 is none.
bool LooksLikeFormula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos)
    return false;
  const bool number = (text.front() == '-' || text.front() == '+') && text.size() > 1 &&
                      text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
  return !number;
}

}  // namespace

std::string PlainLine(std::string_view text) {
  std::string out;
  bool blank = false;
  EachCharacter(text, [&](char32_t c) {
    if (IsBlank(c)) {
      blank = true;
      return;
    }
    if (IsControl(c)) return;
    if (blank && !out.empty()) out += ' ';
    blank = false;
    text::AppendUtf8(c, &out);
  });
  return out;
}

std::string PlainText(std::string_view text) {
  std::string out;
  EachCharacter(text, [&](char32_t c) {
    if (c == '\t') c = ' ';
    if (c == '\n' || !IsControl(c)) text::AppendUtf8(c, &out);
  });
  return out;
}

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : PlainText(text)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string HtmlPage(std::string_view title, std::string_view body) {
  std::string page = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>";
  page += EscapeHtml(title);
  return page.append("</title></head>\n<body>\n").append(body).append("</body></html>\n");
}

std::string EscapeMarkdown(std::string_view text) {
  std::string out;
  for (const char c : PlainLine(text)) {
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string CsvCell(std::string_view text) {
  std::string cell = PlainText(text);
  // As given and as cleaned: what hides `=` may be dropped on the way.
  if (LooksLikeFormula(text) || LooksLikeFormula(cell)) cell.insert(0, 1, '\'');
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  EachCharacter(text, [&](char32_t c) { width += WidthOf(c); });
  return width;
}

std::string CutToWidth(std::string_view text, size_t width) {
  std::string out;
  size_t used = 0, cut_at = 0;  // cut_at: the longest beginning that leaves room for the ellipsis
  EachCharacter(text, [&](char32_t c) {
    used += WidthOf(c);
    if (used > width) return;
    text::AppendUtf8(c, &out);
    if (used < width) cut_at = out.size();
  });
  if (used <= width) return out;
  out.resize(cut_at);
  return out + "…";
}

std::string PadToWidth(std::string_view text, size_t width, bool right) {
  const std::string cut = CutToWidth(text, width);
  const std::string padding(width - std::min(width, DisplayWidth(cut)), ' ');
  return right ? padding + cut : cut + padding;
}

}  // namespace tellwire::alert
