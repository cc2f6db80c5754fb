// Reads numbers with their units: money, percentages, multiples and counted things.
//
// The words are data: numbers.tsv (what makes, scales, qualifies and joins numbers), currencies.tsv
// and units.tsv (counted nouns). The grammar is in number_reader.cc (one number),
// quantity_reader.cc (a number and what stands around it) and quantity_links.cc (ranges, amounts in
// two parts, second currencies).
#pragma once

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "model/analysis.h"

namespace tellwire::analysis {

struct QuantityTable;  // quantity_table.h

// Fills Passage::quantities: every number with a unit, and numbers without one that were written
// with a scale, a decimal point or groups of thousands (unit ""). A second currency is an
// `alternate` of the first, not a quantity of its own. Linear in the text.
void FindQuantities(const QuantityTable& table, Passage* passage);

// Adds to Analysis::quantities what `inspect` prints: those with a unit, and the second currencies.
void ReportQuantities(const Passage& passage, model::Analysis* analysis);

}  // namespace tellwire::analysis
