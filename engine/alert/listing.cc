#include "alert/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "alert/plain.h"
#include "base/json_writer.h"

namespace tellwire::alert {
namespace {

constexpr size_t kGap = 2;        // between columns
constexpr size_t kNarrowest = 8;  // no column is squeezed below

size_t Total(const std::vector<size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(),
                         widths.empty() ? 0 : kGap * (widths.size() - 1));
}

// The widest column gives way until the row fits. Numbers do not: cut, they would be other numbers.
void Squeeze(const Listing& listing, std::vector<size_t>* widths, size_t available) {
  while (available > 0 && Total(*widths) > available) {
    size_t widest = widths->size();
    for (size_t i = 0; i < widths->size(); ++i) {
      const Column& column = listing.columns[i];
      const size_t least = std::max(kNarrowest, DisplayWidth(column.name));
      if (column.right || (*widths)[i] <= least) continue;
      if (widest == widths->size() || (*widths)[i] > (*widths)[widest]) widest = i;
    }
    if (widest == widths->size()) return;
    --(*widths)[widest];
  }
}

std::vector<size_t> WidthsOf(const Listing& listing, const ListingOptions& options) {
  std::vector<size_t> widths;
  for (size_t i = 0; i < listing.columns.size(); ++i) {
    size_t width = 0;
    for (const auto& row : listing.rows)
      width = std::max(width, DisplayWidth(PlainLine(row[i].text)));
    if (listing.columns[i].at_most > 0) width = std::min(width, listing.columns[i].at_most);
    widths.push_back(std::max(width, DisplayWidth(listing.columns[i].name)));
  }
  Squeeze(listing, &widths, options.width);
  return widths;
}

std::string Line(const std::vector<std::string>& cells, const Listing& listing,
                 const std::vector<size_t>& widths) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += std::string(kGap, ' ');
    line += PadToWidth(PlainLine(cells[i]), widths[i], listing.columns[i].right);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::vector<std::string> Names(const Listing& listing) {
  std::vector<std::string> names;
  for (const Column& column : listing.columns) names.push_back(column.name);
  return names;
}

std::vector<std::string> Texts(const std::vector<Cell>& row) {
  std::vector<std::string> texts;
  for (const Cell& cell : row) texts.push_back(cell.text);
  return texts;
}

// Without the columns in which nothing stands.
Listing Filled(const Listing& listing) {
  if (listing.rows.empty()) return listing;
  Listing filled{listing.title, {}, std::vector<std::vector<Cell>>(listing.rows.size())};
  for (size_t i = 0; i < listing.columns.size(); ++i) {
    const bool empty = std::all_of(listing.rows.begin(), listing.rows.end(),
                                   [i](const auto& row) { return row[i].text.empty(); });
    if (empty) continue;
    filled.columns.push_back(listing.columns[i]);
    for (size_t row = 0; row < listing.rows.size(); ++row)
      filled.rows[row].push_back(listing.rows[row][i]);
  }
  return filled;
}

std::string RenderTable(const Listing& whole, const ListingOptions& options) {
  const Listing listing = Filled(whole);
  const std::vector<size_t> widths = WidthsOf(listing, options);
  std::string out = Line(Names(listing), listing, widths);
  if (options.color) out = "\033[1m" + out + "\033[0m";
  out += "\n";
  for (const auto& row : listing.rows) out += Line(Texts(row), listing, widths) + "\n";
  return out;
}

std::string RenderMarkdown(const Listing& listing) {
  std::string out = listing.title.empty() ? "" : "## " + EscapeMarkdown(listing.title) + "\n\n";
  std::string rule = "|";
  out += "|";
  for (const Column& column : listing.columns) {
    out += " " + column.name + " |";
    rule += column.right ? " ---: |" : " --- |";
  }
  out += "\n" + rule + "\n";
  for (const auto& row : listing.rows) {
    out += "|";
    for (const Cell& cell : row) out += " " + EscapeMarkdown(cell.text) + " |";
    out += "\n";
  }
  return out;
}

std::string RenderHtml(const Listing& listing) {
  std::string out = "<table>\n";
  if (!listing.title.empty()) out += "<caption>" + EscapeHtml(listing.title) + "</caption>\n";
  out += "<tr>";
  for (const Column& column : listing.columns) out += "<th>" + EscapeHtml(column.name) + "</th>";
  out += "</tr>\n";
  for (const auto& row : listing.rows) {
    out += "<tr>";
    for (const Cell& cell : row) out += "<td>" + EscapeHtml(cell.text) + "</td>";
    out += "</tr>\n";
  }
  const std::string title = listing.title.empty() ? "Tellwire" : listing.title;
  return HtmlPage(title, out + "</table>\n");
}

std::string RenderCsv(const Listing& listing) {
  std::string out;
  const auto add = [&out](const std::vector<std::string>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? "," : "") + CsvCell(cells[i]);
    out += "\n";
  };
  add(Names(listing));
  for (const auto& row : listing.rows) add(Texts(row));
  return out;
}

void WriteRow(const Listing& listing, const std::vector<Cell>& row, JsonWriter* json) {
  json->BeginObject();
  for (size_t i = 0; i < row.size(); ++i) {
    json->Key(listing.columns[i].name);
    if (!row[i].json.empty()) {
      json->Raw(row[i].json);
    } else {
      json->ValueOrNull(row[i].text);
    }
  }
  json->EndObject();
}

std::string RenderJson(const Listing& listing) {
  JsonWriter json(2);
  json.BeginArray();
  for (const auto& row : listing.rows) WriteRow(listing, row, &json);
  return json.EndArray().Take() + "\n";
}

std::string RenderJsonl(const Listing& listing) {
  std::string out;
  for (const auto& row : listing.rows) {
    JsonWriter json;
    WriteRow(listing, row, &json);
    out += json.Take() + "\n";
  }
  return out;
}

}  // namespace

std::optional<Format> ParseFormat(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames = {"table", "json",     "jsonl",
                                                      "csv",   "markdown", "html"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Format>(found - kNames.begin());
}

Cell NumberCell(double value, int decimals) {
  return {fmt::format("{:.{}f}", value, decimals), FormatNumber(value)};
}

Cell IntegerCell(int64_t value) { return {std::to_string(value), std::to_string(value)}; }

std::string Render(const Listing& listing, const ListingOptions& options) {
  switch (options.format) {
    case Format::kTable:
      return RenderTable(listing, options);
    case Format::kJson:
      return RenderJson(listing);
    case Format::kJsonl:
      return RenderJsonl(listing);
    case Format::kCsv:
      return RenderCsv(listing);
    case Format::kMarkdown:
      return RenderMarkdown(listing);
    case Format::kHtml:
      return RenderHtml(listing);
  }
  return "";
}

}  // namespace tellwire::alert
