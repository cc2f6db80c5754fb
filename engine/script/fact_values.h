// The fields of a fact as Lua values: words, flags, numbers with their unit.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>

#include "model/fact.h"

namespace tellwire::script {

struct FactView {
  const model::Fact* fact = nullptr;
  std::string company, ticker;  // empty: nobody's
};

// Pushes a field by the name that rule/fields.h gives it; nil where the fact has none. False: there
// is no such field, and nothing was pushed.
bool PushFactField(lua_State* L, const FactView& view, std::string_view name);

}  // namespace tellwire::script
