// Numbers with their unit, as handlers see them: `hit.cash.value`.
//
// Amounts of one unit are compared, added and subtracted; a bare number only multiplies or divides.
// A comparison across units, or with a bare number, is an error: it would mean something else than
// its author thinks. A range is below another when it lies below it as a whole.
#pragma once

#include <lua.hpp>
#include <string_view>
#include <vector>

#include "model/fact.h"
#include "script/state.h"

namespace tellwire::script {

// Sets up the metatable and the function `amount`. Once a state.
void OpenAmounts(lua_State* L);

void PushAmount(lua_State* L, const model::Number& number, std::string_view unit);

std::vector<ApiFunction> AmountFunctions();

}  // namespace tellwire::script
