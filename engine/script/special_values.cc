// `missing`, `present` and `no(..)`.
#include "script/special_values.h"

#include <fmt/format.h>

#include "script/read_condition.h"

namespace tellwire::script {
namespace {

constexpr char kName[] = "special value";

SpecialValue* NewSpecial(lua_State* L, SpecialValue value) {
  auto* place = static_cast<SpecialValue*>(lua_newuserdatauv(L, sizeof(SpecialValue), 1));
  *place = value;
  luaL_setmetatable(L, kName);
  return place;
}

int Misused(lua_State* L) {
  return luaL_error(
      L, "`missing`, `present` and `no` are values of fields: fact { deadline = missing }");
}

int Describe(lua_State* L) {
  const auto* value = static_cast<const SpecialValue*>(lua_touserdata(L, 1));
  constexpr const char* names[] = {"missing", "present", "no"};
  lua_pushstring(L, names[static_cast<int>(*value)]);
  return 1;
}

}  // namespace

void OpenSpecialValues(lua_State* L) {
  luaL_newmetatable(L, kName);
  lua_pushcfunction(L, Guarded<Describe>);
  lua_setfield(L, -2, "__tostring");
  for (const char* name :
       {"__index", "__call", "__band", "__bor", "__bnot", "__bxor", "__concat"}) {
    lua_pushcfunction(L, Guarded<Misused>);
    lua_setfield(L, -2, name);
  }
  lua_pop(L, 1);
  NewSpecial(L, SpecialValue::kMissing);
  State::Of(L)->SetGlobal("missing");
  NewSpecial(L, SpecialValue::kPresent);
  State::Of(L)->SetGlobal("present");
}

int MakeNo(lua_State* L) {
  luaL_checkany(L, 1);
  NewSpecial(L, SpecialValue::kNo);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  return 1;
}

std::optional<SpecialValue> ToSpecial(lua_State* L, int index) {
  const void* value = luaL_testudata(L, index, kName);
  if (!value) return std::nullopt;
  return *static_cast<const SpecialValue*>(value);
}

}  // namespace tellwire::script
