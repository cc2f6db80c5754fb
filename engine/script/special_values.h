// Values that only fields take: `missing`, `present`, `no "ytd"`.
#pragma once

#include <lua.hpp>
#include <optional>

namespace tellwire::script {

enum class SpecialValue { kMissing, kPresent, kNo };

// What the userdata at `index` is; nullopt: something else. The value of a `no` is its first user
// value.
std::optional<SpecialValue> ToSpecial(lua_State* L, int index);

// Makes `missing` and `present` known. Once a state.
void OpenSpecialValues(lua_State* L);

// The function `no`.
int MakeNo(lua_State* L);

}  // namespace tellwire::script
