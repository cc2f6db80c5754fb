#include "analysis/layout_tables.h"

#include "text/utf8.h"

namespace tellwire::analysis {
namespace {

// Folded as the matcher wants an abbreviation: lower case, inner stops kept, the last one dropped.
std::string Abbreviation(std::string_view written) {
  if (written.ends_with('.')) written.remove_suffix(1);
  std::string out;
  for (char c : written) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

void AddFurniture(const LexiconLoad& load, const Table& table, const TableRow& row,
                  text::LayoutTables* tables) {
  text::LayoutTables::Furniture furniture;
  furniture.words = text::FoldWords(row.cells[0]);
  const std::string& where = row.cells[1];
  furniture.starts = where == "starts";
  furniture.whole = where == "whole";
  furniture.until_end = where == "until_end";
  if (!furniture.starts && !furniture.whole && !furniture.until_end && where != "anywhere") {
    load.problems->push_back({ErrorKind::kRule, table.At(row),
                              "\"" + where + "\" is no place for furniture",
                              "write starts, whole, until_end or anywhere; the row is skipped"});
    return;
  }
  tables->furniture.push_back(std::move(furniture));
}

}  // namespace

std::optional<Error> LoadLayout(const LexiconLoad& load, text::LayoutTables* tables) {
  const auto furniture = load.Read("furniture.tsv");
  if (!furniture) return furniture.error();
  if (furniture->columns.size() >= 2) {
    for (const TableRow& row : furniture->rows) AddFurniture(load, *furniture, row, tables);
  }
  const auto abbreviations = load.Read("abbreviations.tsv");
  if (!abbreviations) return abbreviations.error();
  for (const TableRow& row : abbreviations->rows)
    tables->abbreviations.insert(Abbreviation(row.cells[0]));
  const auto labels = load.Read("labels.tsv");
  if (!labels) return labels.error();
  for (const TableRow& row : labels->rows)
    tables->provider_labels.push_back(text::FoldWords(row.cells[0]));
  return std::nullopt;
}

}  // namespace tellwire::analysis
