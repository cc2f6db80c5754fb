#include "base/table.h"

#include <fmt/format.h>

#include "base/file.h"

namespace tellwire {
namespace {

// Takes a `# name: value` line into the table's header. Other comments are for people.
void ReadHeaderLine(std::string_view line, Table* table) {
  line = Trim(line.substr(1));
  const auto value_of = [&](std::string_view name) -> std::string_view {
    return line.starts_with(name) ? Trim(line.substr(name.size())) : std::string_view();
  };
  if (const auto origin = value_of("origin:"); !origin.empty()) table->origin = origin;
  if (const auto licence = value_of("licence:"); !licence.empty()) table->licence = licence;
  if (const auto columns = value_of("columns:"); !columns.empty()) {
    std::string spaced(columns);
    for (char& c : spaced) c = c == '\t' ? ' ' : c;
    table->columns = SplitList(spaced, ' ');
    std::erase(table->columns, "");
  }
}

std::vector<std::string> Cells(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const size_t tab = line.find('\t');
    cells.emplace_back(Trim(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

void ReadRow(std::string_view line, int number, Table* table) {
  TableRow row{number, Cells(line)};
  while (row.cells.size() > table->columns.size() && row.cells.back().empty()) row.cells.pop_back();
  if (row.cells.size() > table->columns.size()) {
    table->problems.push_back({ErrorKind::kRule, table->At(row),
                               fmt::format("row has {} cells, but there are {} columns",
                                           row.cells.size(), table->columns.size()),
                               "separate cells with one tab; the row is skipped"});
    return;
  }
  row.cells.resize(table->columns.size());
  table->rows.push_back(std::move(row));
}

}  // namespace

int Table::Column(std::string_view name) const {
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] == name) return static_cast<int>(i);
  }
  return -1;
}

Table ParseTable(std::string file, std::string_view text) {
  Table table;
  table.file = std::move(file);
  int number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (Trim(line).empty()) continue;
    if (line.front() == '#') {
      ReadHeaderLine(line, &table);
    } else {
      ReadRow(line, number, &table);
    }
  }
  for (const auto& [missing, name] : {std::pair{table.origin.empty(), "origin"},
                                      {table.licence.empty(), "licence"},
                                      {table.columns.empty(), "columns"}}) {
    if (missing) {
      table.problems.push_back({ErrorKind::kRule,
                                {table.file, 1, 0},
                                fmt::format("the header has no line \"# {}: ...\"", name),
                                "see the head of any file under rules/lexicon"});
    }
  }
  return table;
}

Result<Table> ReadTable(const std::string& file) {
  auto text = ReadFile(file);
  if (!text) return text.error();
  return ParseTable(file, *text);
}

std::vector<std::string> SplitList(std::string_view text, char separator) {
  std::vector<std::string> parts;
  if (Trim(text).empty()) return parts;
  while (true) {
    const size_t at = text.find(separator);
    parts.emplace_back(Trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

}  // namespace tellwire
