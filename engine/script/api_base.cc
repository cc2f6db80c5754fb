// The language's own functions, as far as rules may have them.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "script/frozen.h"
#include "script/state.h"

namespace tellwire::script {
namespace {

constexpr size_t kMaxPrinted = 64u << 10;  // a call of print
constexpr lua_Integer kNumbersFirst = 0, kStringsNext = 1, kBooleansNext = 2;

// Catches what the script itself raised; a limit that was reached goes on to the host.
int ProtectedCall(lua_State* L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  const int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  Budget& budget = State::Of(L)->budget();
  if (status == LUA_ERRMEM) budget.NoteOutOfMemory();
  if (budget.stop() != Stop::kNone) State::Spend(L, 0);
  if (status == LUA_OK) return lua_gettop(L);
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

// As text, without addresses: tables and functions by their kind.
int ToText(lua_State* L) {
  luaL_checkany(L, 1);
  switch (lua_type(L, 1)) {
    case LUA_TTABLE:
    case LUA_TFUNCTION:
      lua_pushstring(L, luaL_typename(L, 1));
      return 1;
    case LUA_TUSERDATA:
      if (luaL_callmeta(L, 1, "__tostring")) return 1;
      lua_pushstring(L, luaL_typename(L, 1));
      return 1;
    default:
      luaL_tolstring(L, 1, nullptr);
      return 1;
  }
}

int Print(lua_State* L) {
  std::string line;
  const int count = lua_gettop(L);
  for (int i = 1; i <= count; ++i) {
    lua_getfield(L, LUA_REGISTRYINDEX, "tellwire.tostring");
    lua_pushvalue(L, i);
    lua_call(L, 1, 1);
    size_t size = 0;
    const char* text = lua_tolstring(L, -1, &size);
    if (i > 1) line += '\t';
    line.append(text, std::min(size, kMaxPrinted));
    lua_pop(L, 1);
    if (line.size() > kMaxPrinted) break;
  }
  line.resize(std::min(line.size(), kMaxPrinted));
  State::Spend(L, 100 + static_cast<int64_t>(line.size()));
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') c = ' ';
  }
  State* state = State::Of(L);
  if (state->print) {
    state->print(line);
  } else {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  return 0;
}

lua_Integer RankOfKey(lua_State* L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      return kNumbersFirst;
    case LUA_TSTRING:
      return kStringsNext;
    case LUA_TBOOLEAN:
      return kBooleansNext;
    default:
      return luaL_error(L, "pairs: a key that is a %s has no order", luaL_typename(L, index));
  }
}

struct SortKey {
  lua_Integer rank = 0;
  double number = 0;
  lua_Integer integer = 0;
  std::string text;
  bool operator<(const SortKey& other) const {
    if (rank != other.rank) return rank < other.rank;
    if (number != other.number) return number < other.number;
    if (integer != other.integer) return integer < other.integer;
    return text < other.text;
  }
};

SortKey KeyAt(lua_State* L, int index) {
  SortKey key;
  key.rank = RankOfKey(L, index);
  if (key.rank == kNumbersFirst) {
    key.number = lua_tonumber(L, index);
    key.integer = lua_isinteger(L, index) ? lua_tointeger(L, index) : 0;
  } else if (key.rank == kStringsNext) {
    size_t size = 0;
    const char* text = lua_tolstring(L, index, &size);
    key.text.assign(text, size);
  } else {
    key.number = lua_toboolean(L, index);
  }
  return key;
}

// Upvalues: the keys in order, the table behind, the place.
int NextPair(lua_State* L) {
  lua_Integer place = lua_tointeger(L, lua_upvalueindex(3));
  for (;;) {
    lua_rawgeti(L, lua_upvalueindex(1), ++place);
    if (lua_isnil(L, -1)) return 1;
    lua_pushvalue(L, -1);
    lua_rawget(L, lua_upvalueindex(2));
    if (!lua_isnil(L, -1)) break;
    lua_pop(L, 2);
  }
  lua_pushinteger(L, place);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

// The keys of the table at `table`, in order, each with its place in the array on top.
std::vector<std::pair<SortKey, lua_Integer>> CollectKeys(lua_State* L, int table) {
  std::vector<std::pair<SortKey, lua_Integer>> keys;
  lua_newtable(L);
  const int found = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, table)) {
    State::Spend(L, 2);
    lua_pop(L, 1);
    keys.emplace_back(KeyAt(L, -1), static_cast<lua_Integer>(keys.size()) + 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, found, keys.back().second);
  }
  return keys;
}

// In the order of the keys: Lua's own differs from run to run.
int Pairs(lua_State* L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  PushBehind(L, 1);
  const int table = lua_gettop(L);
  auto keys = CollectKeys(L, table);
  std::sort(keys.begin(), keys.end());
  lua_createtable(L, static_cast<int>(keys.size()), 0);
  for (size_t i = 0; i < keys.size(); ++i) {
    lua_rawgeti(L, table + 1, keys[i].second);
    lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
  }
  lua_pushvalue(L, table);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, Guarded<NextPair>, 3);
  return 1;
}

int Require(lua_State* L) {
  const char* name = luaL_checkstring(L, 1);
  State* state = State::Of(L);
  if (!state->require) return luaL_error(L, "require works only while rule files are loaded");
  return state->require(L, name);
}

constexpr ApiFunction kBase[] = {
    {"assert", nullptr, "assert(value, message) -> value", "Raises the message if value is false.",
     "0.1"},
    {"error", nullptr, "error(message)", "Raises an error; the rule fails on this article.", "0.1"},
    {"ipairs", nullptr, "ipairs(array) -> iterator", "Goes through an array.", "0.1"},
    {"pairs", Guarded<Pairs>, "pairs(table) -> iterator",
     "Goes through a table in the order of its keys: numbers, strings, booleans.", "0.1"},
    {"pcall", Guarded<ProtectedCall>, "pcall(f, ..) -> ok, ..",
     "Calls f and catches its error, but never a limit that was reached.", "0.1"},
    {"print", Guarded<Print>, "print(..)", "Writes to standard error.", "0.1"},
    {"require", Guarded<Require>, "require(name) -> module",
     "The value that PACK/NAME.lua returns, read-only.", "0.1"},
    {"select", nullptr, "select(n, ..) -> ..", "The arguments from the n-th on; `#`: how many.",
     "0.1"},
    {"tonumber", nullptr, "tonumber(value, base) -> number | nil", "A text as a number.", "0.1"},
    {"tostring", Guarded<ToText>, "tostring(value) -> string", "A value as text.", "0.1"},
    {"type", nullptr, "type(value) -> string", "The kind of a value.", "0.1"},
};

// math without chance.
void OpenMath(lua_State* L) {
  lua_pushcfunction(L, luaopen_math);
  lua_call(L, 0, 1);
  for (const char* name : {"random", "randomseed"}) {
    lua_pushnil(L);
    lua_setfield(L, -2, name);
  }
  SetLibrary(L, "math");
}

}  // namespace

void OpenBase(lua_State* L) {
  luaL_requiref(L, LUA_GNAME, luaopen_base, 0);
  const int base = lua_gettop(L);
  for (const ApiFunction& function : kBase) {
    if (function.function) {
      lua_pushcfunction(L, function.function);
    } else {
      lua_getfield(L, base, function.name);
    }
    State::Of(L)->SetGlobal(function.name);
  }
  lua_pop(L, 1);
  lua_pushcfunction(L, Guarded<ToText>);
  lua_setfield(L, LUA_REGISTRYINDEX, "tellwire.tostring");
  OpenMath(L);
  // The loader of libraries leaves its table of globals and of what it loaded behind: both are
  // emptied, though nothing leads to them.
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pushnil(L);
  lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
}

std::vector<ApiFunction> BaseFunctions() { return {std::begin(kBase), std::end(kBase)}; }

}  // namespace tellwire::script
