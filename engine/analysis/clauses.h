// Splits sentences into clauses, the unit of attachment and of scopes.
//
//   FedEx shares slid | after it beat estimates | but cut guidance.
//   Meta fell 5% | and Snap 12%.                    a new subject
//   Sales and profit rose.                          one clause: no verb before `and`
#pragma once

#include "analysis/movement.h"
#include "analysis/passage.h"
#include "analysis/scopes.h"

namespace tellwire::analysis {

// Fills Passage::clauses; together they cover every sentence.
// REQUIRES: Passage::terms, quantities and issuers
void SplitClauses(const ScopeTable& table, const MovementTable& movement, Passage* passage);

}  // namespace tellwire::analysis
