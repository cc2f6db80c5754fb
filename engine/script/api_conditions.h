// What rule files may call besides Lua itself. Each part is set up once a state.
#pragma once

#include <lua.hpp>
#include <vector>

#include "script/state.h"

namespace tellwire::script {

void OpenLeaves(lua_State* L);
void OpenCombinators(lua_State* L);
void OpenRules(lua_State* L);  // `rule` and `except`

std::vector<ApiFunction> LeafFunctions();
std::vector<ApiFunction> CombinatorFunctions();
std::vector<ApiFunction> ConditionMethods();  // what stands behind a condition: `c:unless(d)`
std::vector<ApiFunction> RuleFunctions();

}  // namespace tellwire::script
