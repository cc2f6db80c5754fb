// What a number shares with its neighbours: ranges, amounts in two parts, second currencies, and
// the words that qualify it.
#pragma once

#include <vector>

#include "analysis/quantity_reader.h"

namespace tellwire::analysis {

// Turns the numbers of a sentence into quantities, appended to Passage::quantities in order.
void LinkNumbers(const QuantityTable& table, const model::Sentence& sentence,
                 const std::vector<NumberSeen>& numbers, Passage* passage);

}  // namespace tellwire::analysis
