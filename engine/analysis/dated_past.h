// What is dated long before its article: history, not news.
#pragma once

#include "analysis/passage.h"

namespace tellwire::analysis {

// Adds a scope of the past to Passage::scopes for each stretch of a clause that a period dates
// well before the article: a month and a half, or three months where it is itself a quarter or
// longer; nothing where the article is undated. What is measured since
// then or compared with it is left alone. REQUIRES: Passage::clauses, periods
void AddDatedPast(Passage* passage);

}  // namespace tellwire::analysis
