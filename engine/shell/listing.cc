#include "shell/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "base/json_writer.h"
#include "shell/terminal.h"

namespace tellwire::shell {
namespace {

constexpr size_t kGap = 2;  // columns between columns

std::string Join(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

struct ToText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(double number) const { return FormatNumber(number); }
  std::string operator()(int64_t number) const { return std::to_string(number); }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(const std::vector<std::string>& texts) const { return Join(texts); }
};

std::string TextOf(const Cell& cell) { return std::visit(ToText(), cell); }

bool IsNumber(const Cell& cell) {
  return std::holds_alternative<double>(cell) || std::holds_alternative<int64_t>(cell);
}

void WriteCell(const Cell& cell, JsonWriter* json) {
  if (std::holds_alternative<std::monostate>(cell)) {
    json->Null();
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    json->Value(*text);
  } else if (const auto* number = std::get_if<double>(&cell)) {
    json->Value(*number);
  } else if (const auto* count = std::get_if<int64_t>(&cell)) {
    json->Value(*count);
  } else if (const auto* yes = std::get_if<bool>(&cell)) {
    json->Value(*yes);
  } else {
    json->BeginArray();
    for (const std::string& each : std::get<std::vector<std::string>>(cell)) json->Value(each);
    json->EndArray();
  }
}

// Widths that fit the terminal: the widest column gives way until all do.
std::vector<size_t> Fit(std::vector<size_t> widths, size_t available) {
  const auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  };
  while (total() > available) {
    auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= 8) break;
    --*widest;
  }
  return widths;
}

std::string Padded(std::string_view text, size_t width, bool right) {
  std::string clipped = Clip(text, width);
  const std::string padding(width - std::min(width, DisplayWidth(clipped)), ' ');
  return right ? padding + clipped : clipped + padding;
}

std::string RightTrimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

// Markdown table cells: one line, no markup, no cell border.
std::string EscapeMarkdown(std::string_view text) {
  std::string out;
  for (char c : ForTerminal(text)) {
    if (c == '\n' || c == '\t') c = ' ';
    if (std::string_view("\\`*_{}[]<>|#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (char c : ForTerminal(text)) {
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

// A spreadsheet takes = + - @ at the front of a text for a formula: an apostrophe keeps it a text.
std::string EscapeCsv(const Cell& cell) {
  std::string text = ForTerminal(TextOf(cell));
  const bool formula = !IsNumber(cell) && !text.empty() &&
                       std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  if (formula) text.insert(0, "'");
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

}  // namespace

std::string Listing::RenderTable(bool color) const {
  std::vector<size_t> widths;
  for (const std::string& column : columns_) widths.push_back(DisplayWidth(column));
  std::vector<std::vector<std::string>> texts;
  for (const auto& row : rows_) {
    std::vector<std::string>& line = texts.emplace_back();
    for (size_t i = 0; i < row.size(); ++i) {
      line.push_back(ForTerminal(TextOf(row[i])));
      widths[i] = std::max(widths[i], DisplayWidth(line.back()));
    }
  }
  widths = Fit(widths, TerminalWidth());
  const auto line_of = [&](const std::vector<std::string>& cells, const std::vector<Cell>* row) {
    std::string line;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line += std::string(kGap, ' ');
      line += Padded(cells[i], widths[i], row && IsNumber((*row)[i]));
    }
    return RightTrimmed(std::move(line));
  };
  std::string out = Styled(line_of(columns_, nullptr), Style::kBold, color) + "\n";
  for (size_t i = 0; i < texts.size(); ++i) out += line_of(texts[i], &rows_[i]) + "\n";
  return out;
}

std::string Listing::RenderMarkdown() const {
  std::string out = "|", rule = "|";
  for (const std::string& column : columns_) out += " " + column + " |", rule += " --- |";
  out += "\n" + rule + "\n";
  for (const auto& row : rows_) {
    out += "|";
    for (const Cell& cell : row) out += " " + EscapeMarkdown(TextOf(cell)) + " |";
    out += "\n";
  }
  return out;
}

std::string Listing::RenderHtml() const {
  std::string out = "<table>\n<tr>";
  for (const std::string& column : columns_) out += "<th>" + EscapeHtml(column) + "</th>";
  out += "</tr>\n";
  for (const auto& row : rows_) {
    out += "<tr>";
    for (const Cell& cell : row) out += "<td>" + EscapeHtml(TextOf(cell)) + "</td>";
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string Listing::RenderCsv() const {
  std::string out;
  for (size_t i = 0; i < columns_.size(); ++i) out += (i ? "," : "") + columns_[i];
  out += "\n";
  for (const auto& row : rows_) {
    for (size_t i = 0; i < row.size(); ++i) out += (i ? "," : "") + EscapeCsv(row[i]);
    out += "\n";
  }
  return out;
}

std::string Listing::RenderJson(bool lines) const {
  JsonWriter array(2);
  std::string out;
  if (!lines) array.BeginArray();
  for (const auto& row : rows_) {
    JsonWriter line;
    JsonWriter& json = lines ? line : array;
    json.BeginObject();
    for (size_t i = 0; i < row.size(); ++i) {
      json.Key(columns_[i]);
      WriteCell(row[i], &json);
    }
    json.EndObject();
    if (lines) out += line.Take() + "\n";
  }
  return lines ? out : array.EndArray().Take() + "\n";
}

std::string Listing::Render(Format format, bool color) const {
  switch (format) {
    case Format::kTable:
      return RenderTable(color);
    case Format::kMarkdown:
      return RenderMarkdown();
    case Format::kHtml:
      return RenderHtml();
    case Format::kCsv:
      return RenderCsv();
    case Format::kJson:
      return RenderJson(false);
    case Format::kJsonLines:
      return RenderJson(true);
  }
  return "";
}

std::optional<Format> ParseFormat(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames = {"table", "json",     "jsonl",
                                                      "csv",   "markdown", "html"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Format>(found - kNames.begin());
}

}  // namespace tellwire::shell
