// Vocabulary of the layout: what is furniture, which abbreviations do not end a sentence, which
// labels a data provider glues to its values.
//
// The files furniture.tsv, abbreviations.tsv and labels.tsv say in their headers how they are read.
#pragma once

#include <optional>

#include "analysis/lexicon.h"

namespace tellwire::analysis {

// The error is that a file cannot be read.
std::optional<Error> LoadLayout(const LexiconLoad& load, text::LayoutTables* tables);

}  // namespace tellwire::analysis
