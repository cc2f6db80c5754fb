// From readings to the evidence that an alert quotes.
#pragma once

#include <string>
#include <vector>

#include "match/places.h"
#include "match/reading.h"
#include "model/hit.h"
#include "rule/rule.h"

namespace tellwire::match {

// What a clause may show; the rest is counted.
inline constexpr size_t kEvidencePerClause = 20;

// The names of the clauses of a condition in the order in which they are written. A clause is a
// named part, however deep; a member of the top table that has no name goes by its path
// ("when[2]"), a condition that is no table by its root ("when").
std::vector<std::string> ClausesOf(const rule::Condition& root, std::string_view root_name);

// The clause that the members of a condition belong to: its own name, else the clause around it.
// `index` is its place in the table above it, if that is the top one.
std::string ClauseName(const rule::Condition& condition, std::string_view around);
std::string PathName(const rule::Condition& member, std::string_view root_name, size_t index);
// Whether the members of a root are clauses of their own.
bool IsTable(const rule::Condition& root);

// A true reading with where it belongs. `leaf` is the leaf as text and must outlive the call.
struct Found {
  size_t clause = 0;  // index into the names of ClausesOf
  const std::string* leaf = nullptr;
  model::Place place;
  int fact = -1;
};

// Puts findings in order (clauses as written; title first, in text order), drops repeats, shows a
// fact that one leaf found in several places once (where its own words stand, else at the first),
// and keeps kEvidencePerClause of each clause. Returns how many were left out.
size_t AddEvidence(const std::vector<std::string>& clauses, std::vector<Found> found,
                   const Places& places, const std::vector<model::Fact>& facts,
                   std::vector<model::Evidence>* evidence);

}  // namespace tellwire::match
