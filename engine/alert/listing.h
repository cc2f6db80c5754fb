// Rows and columns in every format that `--format` knows. Used wherever something is listed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellwire::alert {

enum class Format { kTable, kJson, kJsonl, kCsv, kMarkdown, kHtml };
std::optional<Format> ParseFormat(std::string_view name);

// One cell: its text, and what it is in JSON (empty: the text as a string, or null where it is
// empty).
struct Cell {
  std::string text = {};
  std::string json = {};  // a JSON value, such as `12` or `["a"]`
};
Cell NumberCell(double value, int decimals = 2);
Cell IntegerCell(int64_t value);

struct Column {
  std::string name = {};  // the JSON key and CSV header: snake_case
  bool right = false;     // a number: never cut
  size_t at_most = 0;     // width in a table; 0: as wide as it is
};

struct Listing {
  std::string title;  // of the page or section; may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // as many cells as columns
};

struct ListingOptions {
  Format format = Format::kTable;
  bool color = false;
  size_t width = 0;  // of the terminal; 0: no limit
};

// A table leaves out columns in which nothing stands; every other format has them all.
// Ends with a line break; "" for an empty JSONL listing. Hostile text is made safe for the format.
std::string Render(const Listing& listing, const ListingOptions& options);

}  // namespace tellwire::alert
