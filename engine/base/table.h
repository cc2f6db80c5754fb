// Tab-separated tables: the form of every lexicon file under rules/lexicon/.
//
//   # What the table is, in a sentence or two.
//   # origin: where the rows come from
//   # licence: CC0
//   # columns: id  surface  class           (names separated by white space)
//   revenue	revenue|sales	money
//
// Lines that begin with `#` and blank lines are passed over. A row may leave out cells at its end
// (they are empty). A row with too many cells is reported and skipped; the rest goes on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace tellwire {

struct TableRow {
  int line = 0;
  std::vector<std::string> cells;  // one a column, trimmed
};

struct Table {
  std::string file;
  std::string origin, licence;
  std::vector<std::string> columns;
  std::vector<TableRow> rows;
  std::vector<Error> problems;  // rows that were skipped, headers that are missing

  // The index of a column, or -1.
  int Column(std::string_view name) const;
  Where At(const TableRow& row) const { return {file, row.line, 0}; }
};

// Reads a table from its text. Never fails: what is wrong stands in `problems`.
Table ParseTable(std::string file, std::string_view text);

// Reads a table from a file; the error is that the file could not be read.
Result<Table> ReadTable(const std::string& file);

// Splits at every `separator`, trims each part; no parts for a blank text.
std::vector<std::string> SplitList(std::string_view text, char separator);

std::string_view Trim(std::string_view text);  // ASCII white space

}  // namespace tellwire
