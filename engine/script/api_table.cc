// Table functions that go by the raw length: no metatable is asked how long a table is, so nobody
// can claim a length of 1e15.
#include <algorithm>

#include "script/frozen.h"
#include "script/state.h"

namespace tellwire::script {
namespace {

constexpr lua_Integer kMaxUnpacked = 10'000;

lua_Integer RawLength(lua_State* L, int index) {
  return static_cast<lua_Integer>(lua_rawlen(L, index));
}

void CheckWritable(lua_State* L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  if (IsFrozen(L, 1)) luaL_error(L, "this table is read-only");
}

// Replaces argument 1 by the table behind it.
void SeeThrough(lua_State* L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  PushBehind(L, 1);
  lua_replace(L, 1);
}

int Concat(lua_State* L) {
  SeeThrough(L);
  size_t gap_size = 0;
  const char* gap = luaL_optlstring(L, 2, "", &gap_size);
  const lua_Integer first = std::max<lua_Integer>(luaL_optinteger(L, 3, 1), 1);
  const lua_Integer last = std::min(luaL_optinteger(L, 4, RawLength(L, 1)), RawLength(L, 1));
  std::string out;
  for (lua_Integer i = first; i <= last; ++i) {
    lua_rawgeti(L, 1, i);
    if (!lua_isstring(L, -1))
      return luaL_error(L, "concat: entry %d is a %s", static_cast<int>(i), luaL_typename(L, -1));
    size_t size = 0;
    const char* text = lua_tolstring(L, -1, &size);
    if (i > first) out.append(gap, gap_size);
    out.append(text, size);
    State::Spend(L, 1 + static_cast<int64_t>(size + gap_size) / 16);
    if (out.size() > Budget::kMaxString)
      return luaL_error(L, "concat: a string would be longer than 1 MiB");
    lua_pop(L, 1);
  }
  lua_pushlstring(L, out.data(), out.size());
  return 1;
}

int Insert(lua_State* L) {
  CheckWritable(L);
  const lua_Integer end = RawLength(L, 1) + 1;
  lua_Integer place = end;
  if (lua_gettop(L) >= 3) {
    place = luaL_checkinteger(L, 2);
    luaL_argcheck(L, place >= 1 && place <= end, 2, "position out of bounds");
  }
  lua_settop(L, lua_gettop(L) >= 3 ? 3 : 2);
  State::Spend(L, 1 + (end - place) / 4);
  for (lua_Integer i = end; i > place; --i) {
    lua_rawgeti(L, 1, i - 1);
    lua_rawseti(L, 1, i);
  }
  lua_rawseti(L, 1, place);
  return 0;
}

int Remove(lua_State* L) {
  CheckWritable(L);
  const lua_Integer size = RawLength(L, 1);
  const lua_Integer place = luaL_optinteger(L, 2, size);
  if (size == 0 && (place == 0 || place == size + 1)) return lua_pushnil(L), 1;
  luaL_argcheck(L, place >= 1 && place <= size + 1, 2, "position out of bounds");
  State::Spend(L, 1 + (size - place) / 4);
  lua_rawgeti(L, 1, place);
  for (lua_Integer i = place; i < size; ++i) {
    lua_rawgeti(L, 1, i + 1);
    lua_rawseti(L, 1, i);
  }
  lua_pushnil(L);
  lua_rawseti(L, 1, std::max(place, size));
  return 1;
}

// Whether the value at `a` stands before the one at `b`: by argument 2, or by `<`.
bool Before(lua_State* L, int a, int b) {
  if (lua_isnil(L, 2)) return lua_compare(L, a, b, LUA_OPLT);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, a < 0 ? a - 1 : a);
  lua_pushvalue(L, b < 0 ? b - 2 : b);
  lua_call(L, 2, 1);
  const bool before = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return before;
}

// Merges the runs [begin, middle) and [middle, end) of the table at `from` into the one at `to`.
void Merge(lua_State* L, int from, int to, lua_Integer begin, lua_Integer middle, lua_Integer end) {
  lua_Integer a = begin, b = middle;
  for (lua_Integer out = begin; out < end; ++out) {
    State::Spend(L, 1);
    bool take_second = a >= middle;
    if (a < middle && b < end) {
      lua_rawgeti(L, from, a);
      lua_rawgeti(L, from, b);
      take_second = Before(L, -1, -2);
      lua_pop(L, 2);
    }
    lua_rawgeti(L, from, take_second ? b++ : a++);
    lua_rawseti(L, to, out);
  }
}

// A stable merge sort: with an order that contradicts itself it yields some order, no more.
int Sort(lua_State* L) {
  CheckWritable(L);
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  const lua_Integer size = RawLength(L, 1);
  lua_createtable(L, static_cast<int>(std::min<lua_Integer>(size, 1 << 20)), 0);
  int from = 1, to = 3;
  for (lua_Integer width = 1; width <= size; width *= 2) {
    for (lua_Integer begin = 1; begin <= size; begin += 2 * width) {
      Merge(L, from, to, begin, std::min(begin + width, size + 1),
            std::min(begin + 2 * width, size + 1));
    }
    std::swap(from, to);
  }
  if (from == 1) return 0;
  for (lua_Integer i = 1; i <= size; ++i) {
    lua_rawgeti(L, 3, i);
    lua_rawseti(L, 1, i);
  }
  return 0;
}

int Unpack(lua_State* L) {
  SeeThrough(L);
  const lua_Integer first = luaL_optinteger(L, 2, 1);
  const lua_Integer last = luaL_optinteger(L, 3, RawLength(L, 1));
  if (first > last) return 0;
  if (last > kMaxUnpacked || first < -kMaxUnpacked || last - first >= kMaxUnpacked)
    return luaL_error(L, "unpack: more than 10000 values");
  const int count = static_cast<int>(last - first + 1);
  luaL_checkstack(L, count, "unpack: too many values");
  State::Spend(L, count);
  for (lua_Integer i = first; i <= last; ++i) lua_rawgeti(L, 1, i);
  return count;
}

constexpr ApiFunction kTable[] = {
    {"concat", Guarded<Concat>, "table.concat(array, gap, first, last) -> string",
     "The entries joined to one text.", "0.1"},
    {"insert", Guarded<Insert>, "table.insert(array, place, value)",
     "Adds a value at a place, or at the end.", "0.1"},
    {"remove", Guarded<Remove>, "table.remove(array, place) -> value",
     "Takes a value out, the last one if no place is given.", "0.1"},
    {"sort", Guarded<Sort>, "table.sort(array, before)",
     "Sorts in place; equal entries keep their order.", "0.1"},
    {"unpack", Guarded<Unpack>, "table.unpack(array, first, last) -> ..",
     "The entries as separate values, at most 10000.", "0.1"},
};

}  // namespace

void OpenTable(lua_State* L) {
  lua_newtable(L);
  for (const ApiFunction& function : kTable) {
    lua_pushcfunction(L, function.function);
    lua_setfield(L, -2, function.name);
  }
  SetLibrary(L, "table");
}

std::vector<ApiFunction> TableFunctions() { return {std::begin(kTable), std::end(kTable)}; }

}  // namespace tellwire::script
