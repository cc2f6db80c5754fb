// The named parts of a rule, and whether what speaks of them (titles, keys, comparisons, examples)
// speaks of what is there.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rule/rule.h"

namespace tellwire::rule {

// A named clause of `when`, `unless` or `against`, however deep.
struct Clause {
  std::string name;
  std::set<Op> leaves;  // those that it holds
  Where where;

  bool HasFacts() const { return leaves.contains(Op::kFact) || leaves.contains(Op::kPromise); }
};

// All named clauses, as written.
std::vector<Clause> NamedClauses(const Rule& rule);

// What can be asked of a clause in a title, a key or a comparison: "text", "metric" ...
std::vector<std::string> FieldsOfClause(const Clause& clause);

// A name that leads nowhere.
struct NameProblem {
  enum class In : uint8_t { kTitle, kOncePer, kCompare, kExample, kClause } in = In::kTitle;
  size_t index = 0;  // of the part of once_per, of the example
  std::string_view code;
  std::string message, help;
  Where where;  // of kCompare and kClause
};

// Checks every name that a rule uses for a clause or a field, and the syntax of its title:
// `{clause.field:spec}` with the specs `%`, `+%`, `money`, `number` and `date`.
std::vector<NameProblem> CheckNames(const Rule& rule);

}  // namespace tellwire::rule
