// The word lists of rules: rules/lists/NAME.txt, one phrase a line in rule syntax, `#` comments,
// optional tab-separated `from` and `until` (ISO dates, inclusive).
#pragma once

#include <string>

#include "model/vocabulary.h"

namespace tellwire::analysis {

// Adds every list of the folder to the vocabulary; lines that cannot be read go to its problems.
// A folder that is not there holds no lists.
void LoadWordLists(const std::string& folder, model::Vocabulary* vocabulary);

}  // namespace tellwire::analysis
