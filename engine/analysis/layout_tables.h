// Vocabulary of the layout: what is furniture, which abbreviations do not end a sentence, which
// labels a data provider glues to its values.
//
// furniture.tsv     words  where     where: starts (of a block), whole (block), until_end, anywhere
// abbreviations.tsv abbreviation     one a row, with or without its last stop
// labels.tsv        label            of provider blocks
#pragma once

#include <optional>

#include "analysis/lexicon.h"

namespace tellwire::analysis {

// The error is that a file cannot be read.
std::optional<Error> LoadLayout(const LexiconLoad& load, text::LayoutTables* tables);

}  // namespace tellwire::analysis
