#include "script/marshal_amount.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "base/json_writer.h"

namespace tellwire::script {
namespace {

constexpr char kName[] = "amount";

struct Amount {
  double low = 0, high = 0;
  char unit[32] = "";
};

const Amount* ToAmount(lua_State* L, int index) {
  return static_cast<const Amount*>(luaL_testudata(L, index, kName));
}

const Amount& CheckAmount(lua_State* L, int index) {
  return *static_cast<const Amount*>(luaL_checkudata(L, index, kName));
}

// The operand at `index`. A bare number passes for an amount only beside one without a unit.
Amount Operand(lua_State* L, int index, int other, const char* what) {
  if (const Amount* amount = ToAmount(L, index)) return *amount;
  const Amount* beside = ToAmount(L, other);
  if (lua_type(L, index) != LUA_TNUMBER)
    luaL_error(L, "%s: an amount and a %s", what, luaL_typename(L, index));
  if (beside && beside->unit[0] != '\0')
    luaL_error(L,
               "%s: a number in %s and a bare number; write x:number(\"%s\") for the bare one, or "
               "amount(n, \"%s\")",
               what, beside->unit, beside->unit, beside->unit);
  Amount bare;
  bare.low = bare.high = lua_tonumber(L, index);
  return bare;
}

struct Pair {
  Amount a, b;
};

Pair SameUnit(lua_State* L, const char* what) {
  Pair pair{Operand(L, 1, 2, what), Operand(L, 2, 1, what)};
  if (std::strcmp(pair.a.unit, pair.b.unit) != 0)
    luaL_error(L, "%s: %s and %s are different units", what,
               pair.a.unit[0] ? pair.a.unit : "a bare number",
               pair.b.unit[0] ? pair.b.unit : "a bare number");
  return pair;
}

int PushLike(lua_State* L, const Amount& like, double low, double high) {
  PushAmount(L, model::Number(std::min(low, high), std::max(low, high)), like.unit);
  return 1;
}

int Less(lua_State* L) {
  const Pair pair = SameUnit(L, "`<`");
  return lua_pushboolean(L, pair.a.high < pair.b.low), 1;
}
int LessOrEqual(lua_State* L) {
  const Pair pair = SameUnit(L, "`<=`");
  return lua_pushboolean(L, pair.a.high <= pair.b.low), 1;
}
int Equal(lua_State* L) {
  const Amount* a = ToAmount(L, 1);
  const Amount* b = ToAmount(L, 2);
  const bool same =
      a && b && a->low == b->low && a->high == b->high && std::strcmp(a->unit, b->unit) == 0;
  return lua_pushboolean(L, same), 1;
}
int Add(lua_State* L) {
  const Pair pair = SameUnit(L, "`+`");
  return PushLike(L, pair.a, pair.a.low + pair.b.low, pair.a.high + pair.b.high);
}
int Subtract(lua_State* L) {
  const Pair pair = SameUnit(L, "`-`");
  return PushLike(L, pair.a, pair.a.low - pair.b.high, pair.a.high - pair.b.low);
}
int Negate(lua_State* L) {
  const Amount& amount = CheckAmount(L, 1);
  return PushLike(L, amount, -amount.high, -amount.low);
}

int Multiply(lua_State* L) {
  const int at = ToAmount(L, 1) ? 1 : 2;
  const Amount amount = CheckAmount(L, at);
  if (lua_type(L, 3 - at) != LUA_TNUMBER)
    return luaL_error(L, "`*`: an amount is multiplied by a bare number");
  const double factor = lua_tonumber(L, 3 - at);
  return PushLike(L, amount, amount.low * factor, amount.high * factor);
}

// By a bare number; or by an amount of the same unit, which gives a bare number.
int Divide(lua_State* L) {
  if (ToAmount(L, 1) && ToAmount(L, 2)) {
    const Pair pair = SameUnit(L, "`/`");
    lua_pushnumber(L, (pair.a.low + pair.a.high) / (pair.b.low + pair.b.high));
    return 1;
  }
  const Amount& amount = CheckAmount(L, 1);
  if (lua_type(L, 2) != LUA_TNUMBER)
    return luaL_error(L, "`/`: an amount is divided by a bare number");
  const double divisor = lua_tonumber(L, 2);
  return PushLike(L, amount, amount.low / divisor, amount.high / divisor);
}

int Describe(lua_State* L) {
  const Amount& amount = CheckAmount(L, 1);
  std::string text = FormatNumber(amount.low);
  if (amount.high != amount.low) text += " to " + FormatNumber(amount.high);
  if (amount.unit[0] != '\0') text += std::string(" ") + amount.unit;
  lua_pushlstring(L, text.data(), text.size());
  return 1;
}

// x:number("USD"): the bare number, or nil in another unit. A range gives its lower end.
int Number(lua_State* L) {
  const Amount& amount = CheckAmount(L, 1);
  if (std::strcmp(luaL_checkstring(L, 2), amount.unit) == 0) {
    lua_pushnumber(L, amount.low);
  } else {
    lua_pushnil(L);
  }
  return 1;
}

int Make(lua_State* L) {
  const double number = luaL_checknumber(L, 1);
  PushAmount(L, model::Number(number), luaL_checkstring(L, 2));
  return 1;
}

int Index(lua_State* L) {
  const Amount& amount = CheckAmount(L, 1);
  const std::string_view name = luaL_checkstring(L, 2);
  if (name == "unit") return lua_pushstring(L, amount.unit), 1;
  if (name == "low") return lua_pushnumber(L, amount.low), 1;
  if (name == "high") return lua_pushnumber(L, amount.high), 1;
  if (name == "number") return lua_pushcfunction(L, Guarded<Number>), 1;
  return luaL_error(L, "an amount has no `%s`: it has low, high, unit and :number(unit)",
                    name.data());
}

constexpr ApiFunction kAmounts[] = {
    {"amount", Guarded<Make>, "amount(number, unit) -> amount",
     "A number with its unit, to compare others with: amount(1e9, \"USD\").", "0.1"},
};

}  // namespace

void OpenAmounts(lua_State* L) {
  const luaL_Reg entries[] = {{"__lt", Guarded<Less>},
                              {"__le", Guarded<LessOrEqual>},
                              {"__eq", Guarded<Equal>},
                              {"__add", Guarded<Add>},
                              {"__sub", Guarded<Subtract>},
                              {"__unm", Guarded<Negate>},
                              {"__mul", Guarded<Multiply>},
                              {"__div", Guarded<Divide>},
                              {"__tostring", Guarded<Describe>},
                              {"__index", Guarded<Index>},
                              {nullptr, nullptr}};
  luaL_newmetatable(L, kName);
  luaL_setfuncs(L, entries, 0);
  lua_pop(L, 1);
  lua_pushcfunction(L, Guarded<Make>);
  State::Of(L)->SetGlobal("amount");
}

void PushAmount(lua_State* L, const model::Number& number, std::string_view unit) {
  auto* amount = static_cast<Amount*>(lua_newuserdatauv(L, sizeof(Amount), 0));
  *amount = Amount();
  amount->low = number.low;
  amount->high = number.high;
  unit = unit.substr(0, sizeof amount->unit - 1);
  std::copy(unit.begin(), unit.end(), amount->unit);
  luaL_setmetatable(L, kName);
}

std::vector<ApiFunction> AmountFunctions() { return {std::begin(kAmounts), std::end(kAmounts)}; }

}  // namespace tellwire::script
