#include "analysis/layout_tables.h"

namespace tellwire::analysis {

std::optional<Error> LoadLayout(const LexiconLoad& load, text::LayoutTables* tables) {
  const auto furniture = load.Read("furniture.tsv");
  if (!furniture) return furniture.error();
  const auto abbreviations = load.Read("abbreviations.tsv");
  if (!abbreviations) return abbreviations.error();
  const auto labels = load.Read("labels.tsv");
  if (!labels) return labels.error();
  *tables = text::ReadLayoutTables(*furniture, *abbreviations, *labels, load.problems);
  return std::nullopt;
}

}  // namespace tellwire::analysis
