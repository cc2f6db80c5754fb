// The table of a rule, an exception or its examples, read into plain values.
#pragma once

#include <lua.hpp>
#include <string>
#include <vector>

#include "rule/rule.h"
#include "script/table_reader.h"

namespace tellwire::script {

// Reads `rule "id" { .. }` and adds it to the file at hand. The table stands at `index`. A rule
// with an error is reported and left out; what it holds counts as reached. `keep`: false if
// something about it was reported before.
void ReadRule(lua_State* L, const std::string& id, int index, const Site& site, bool keep);

// Reads `except "id" { .. }` and adds it to the exceptions.
void ReadException(lua_State* L, const std::string& id, int index, const Site& site);

// Reads { fires = .., silent = .., unknown = .. }: a table of examples.
std::vector<rule::Example> ReadExamples(lua_State* L, TableReader* table);

// Whether `pack.name` can be a rule's id.
bool IsRuleId(std::string_view id);

}  // namespace tellwire::script
