// The arguments of leaves and combinators, as parts of conditions.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "rule/fields.h"
#include "script/marshal_condition.h"
#include "script/table_reader.h"

namespace tellwire::script {

// The conditions that a combinator or a rule is given. What is none is reported; `bad` then.
class Members {
 public:
  Members(lua_State* L, Site site) : L_(L), site_(std::move(site)) {}

  // The argument at `index`; `what` names the function.
  void Take(int index, std::string_view what);
  // All entries of a table: those without names in their order, then named ones by creation, each
  // under its name.
  void TakeTable(TableReader* table);

  std::vector<rule::ConditionPtr> conditions;
  std::vector<HeldCondition> parts;  // what they were before they were named
  bool bad = false;

 private:
  // The condition at `index`; nullptr where there is none, which is reported.
  const HeldCondition* Expect(int index, const Where& at, const std::string& saying);
  void CheckName(const std::string& name, const Where& at);
  void Add(const HeldCondition& held, const std::string& name);

  lua_State* L_;
  Site site_;
};

// Reads a table of limits { above, below, min, max, between, unit, in_currency } at `index`. The
// keys `others` also stand in it and are left alone; `with_unit`: whether it may hold a unit.
rule::Bound ReadBound(lua_State* L, TableReader* table, bool with_unit,
                      const std::vector<std::string>& others);

// Reads the fields of a leaf out of its table into the condition: tests, and what has a member of
// its own. Reports what the leaf does not have, and words that no vocabulary knows.
void ReadFields(lua_State* L, TableReader* table, rule::Condition* leaf);

// Reports words that are none of those that a field may have. `at`: where they stand.
void CheckWords(lua_State* L, TableReader* table, const rule::Field& field,
                const std::vector<std::string>& words, const Where& at);

}  // namespace tellwire::script
