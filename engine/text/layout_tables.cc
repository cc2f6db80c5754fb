#include <fmt/format.h>

#include "text/document.h"
#include "text/utf8.h"

namespace tellwire::text {
namespace {

void AddFurniture(const Table& table, const TableRow& row, int words, int place, int reach,
                  LayoutTables* tables, std::vector<Error>* problems) {
  const auto cell = [&](int column) {
    return column < 0 ? std::string() : row.cells[static_cast<size_t>(column)];
  };
  const std::string where = cell(place);
  const std::string folded = FoldWords(cell(words));
  if (folded.empty()) {
    problems->push_back({ErrorKind::kRule, table.At(row), "furniture without words",
                         "write the words in the first cell; the row is skipped"});
    return;
  }
  if (where != "start" && where != "whole" && where != "bar" && where != "anywhere") {
    problems->push_back({ErrorKind::kRule, table.At(row),
                         fmt::format("unknown place \"{}\"", where),
                         "use start, whole, bar or anywhere; the row is skipped"});
    return;
  }
  tables->furniture.push_back(
      {folded, where == "start", where == "whole", cell(reach) == "end", where == "bar"});
}

std::string FoldedAbbreviation(std::string_view written) {
  std::string folded;
  for (size_t at = 0; at < written.size();) {
    const char32_t point = FoldCharacter(NextCodePoint(written, &at));
    if (point != 0) AppendUtf8(point, &folded);
  }
  if (folded.ends_with('.')) folded.pop_back();
  return folded;
}

void AddAbbreviation(const Table& table, const TableRow& row, int word, int end,
                     LayoutTables* tables, std::vector<Error>* problems) {
  const std::string folded = FoldedAbbreviation(row.cells[static_cast<size_t>(word)]);
  const std::string how = end < 0 ? "never" : row.cells[static_cast<size_t>(end)];
  if (how == "starter") {
    tables->starters.insert(folded);
  } else if (how == "never" || how == "may" || how == "digit") {
    tables->abbreviations.insert(folded);
    if (how == "may") tables->may_end.insert(folded);
    if (how == "digit") tables->before_digit.insert(folded);
  } else {
    problems->push_back({ErrorKind::kRule, table.At(row), fmt::format("unknown kind \"{}\"", how),
                         "use never, may, digit or starter; the row is skipped"});
  }
}

}  // namespace

LayoutTables ReadLayoutTables(const Table& furniture, const Table& abbreviations,
                              const Table& labels, std::vector<Error>* problems) {
  LayoutTables tables;
  const int words = furniture.Column("words"), place = furniture.Column("place");
  const int reach = furniture.Column("reach");
  for (const TableRow& row : furniture.rows) {
    if (words < 0 || place < 0) break;
    AddFurniture(furniture, row, words, place, reach, &tables, problems);
  }
  const int word = abbreviations.Column("word"), end = abbreviations.Column("end");
  for (const TableRow& row : abbreviations.rows) {
    if (word < 0) break;
    AddAbbreviation(abbreviations, row, word, end, &tables, problems);
  }
  const int label = labels.Column("label");
  for (const TableRow& row : labels.rows) {
    if (label >= 0)
      tables.provider_labels.push_back(FoldWords(row.cells[static_cast<size_t>(label)]));
  }
  tables.Index();
  return tables;
}

}  // namespace tellwire::text
