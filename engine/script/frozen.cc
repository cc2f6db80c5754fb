#include "script/frozen.h"

#include "script/state.h"

namespace tellwire::script {
namespace {

constexpr char kMark[] = "frozen";
constexpr char kSeen[] = "tellwire.frozen";
constexpr int kMaxDepth = 60;

int ReadOnly(lua_State* L) {
  if (lua_type(L, 2) == LUA_TSTRING)
    return luaL_error(L, "this table is read-only: `%s` cannot be set", lua_tostring(L, 2));
  return luaL_error(L, "this table is read-only");
}

int Length(lua_State* L) {
  PushBehind(L, 1);
  lua_pushinteger(L, static_cast<lua_Integer>(lua_rawlen(L, -1)));
  return 1;
}

// The table in which every table that was frozen leads to its frozen form, so that two ways to one
// table stay two ways to one table.
void PushSeen(lua_State* L) {
  if (lua_getfield(L, LUA_REGISTRYINDEX, kSeen) == LUA_TTABLE) return;
  lua_pop(L, 1);
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "k");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_setfield(L, LUA_REGISTRYINDEX, kSeen);
}

// A table with a metatable that is not frozen is the environment of a file: scripts cannot make
// one.
bool IsEnvironment(lua_State* L) {
  if (!lua_istable(L, -1) || IsFrozen(L, -1) || !lua_getmetatable(L, -1)) return false;
  lua_pop(L, 1);
  return true;
}

// One walk over what a value reaches.
class Freezer {
 public:
  Freezer(lua_State* L, int watched) : L_(L), watched_(watched) {
    PushSeen(L_);
    seen_ = lua_gettop(L_);
    lua_newtable(L_);
    functions_ = lua_gettop(L_);
  }

  // Freezes the value on top of the stack.
  std::optional<std::string> Value(int depth) {
    if (depth > kMaxDepth) return "a table nested too deeply";
    luaL_checkstack(L_, 20, "too deep to freeze");
    if (lua_type(L_, -1) == LUA_TTABLE) return Table(depth);
    if (lua_type(L_, -1) == LUA_TFUNCTION) return Function(depth);
    return std::nullopt;
  }

 private:
  std::optional<std::string> Table(int depth) {
    if (IsFrozen(L_, -1)) return std::nullopt;
    lua_pushvalue(L_, -1);
    if (lua_rawget(L_, seen_) != LUA_TNIL) {
      lua_replace(L_, -2);
      return std::nullopt;
    }
    lua_pop(L_, 1);
    const int real = lua_gettop(L_);
    lua_pushvalue(L_, real);
    PushFrozen(L_);
    lua_pushvalue(L_, real);
    lua_pushvalue(L_, -2);
    lua_rawset(L_, seen_);  // before its entries: a table may hold itself
    if (auto bad = Entries(real, depth)) return bad;
    lua_replace(L_, real);
    return std::nullopt;
  }

  std::optional<std::string> Entries(int real, int depth) {
    lua_pushnil(L_);
    while (lua_next(L_, real)) {
      State::Spend(L_, 1);
      if (lua_istable(L_, -2)) return "a table used as a key";
      if (lua_istable(L_, -1) || lua_isfunction(L_, -1)) {
        if (auto bad = Value(depth + 1)) return bad;
        lua_pushvalue(L_, -2);
        lua_pushvalue(L_, -2);
        lua_rawset(L_, real);
      }
      lua_pop(L_, 1);
    }
    return std::nullopt;
  }

  std::optional<std::string> Function(int depth) {
    if (lua_iscfunction(L_, -1)) {
      if (!lua_getupvalue(L_, -1, 1)) return std::nullopt;
      lua_pop(L_, 1);
      return "an iterator made outside";
    }
    lua_pushvalue(L_, -1);
    if (lua_rawget(L_, functions_) != LUA_TNIL) return lua_pop(L_, 1), std::nullopt;
    lua_pop(L_, 1);
    lua_pushvalue(L_, -1);
    lua_pushboolean(L_, 1);
    lua_rawset(L_, functions_);
    for (int i = 1;; ++i) {
      const char* name = lua_getupvalue(L_, -1, i);
      if (!name) return std::nullopt;
      if (!IsEnvironment(L_)) {
        if (auto bad = Upvalue(name, i, depth)) return bad;
      }
      lua_pop(L_, 1);
    }
  }

  // The upvalue is on top, its function under it.
  std::optional<std::string> Upvalue(const char* name, int number, int depth) {
    const std::string called = name;
    const int function = lua_gettop(L_) - 1;
    if (auto bad = Value(depth + 1)) return called + " (" + *bad + ")";
    lua_pushvalue(L_, -1);
    lua_setupvalue(L_, function, number);
    if (watched_ == 0) return std::nullopt;
    const auto size = static_cast<lua_Integer>(lua_rawlen(L_, watched_));
    lua_pushvalue(L_, function);
    lua_rawseti(L_, watched_, size + 1);
    lua_pushinteger(L_, number);
    lua_rawseti(L_, watched_, size + 2);
    if (lua_isnil(L_, -1)) {
      lua_pushlightuserdata(L_, L_);  // stands for nil, which an array cannot hold
    } else {
      lua_pushvalue(L_, -1);
    }
    lua_rawseti(L_, watched_, size + 3);
    return std::nullopt;
  }

  lua_State* L_;
  int watched_;
  int seen_ = 0, functions_ = 0;
};

}  // namespace

void PushFrozen(lua_State* L) {
  lua_newtable(L);
  lua_createtable(L, 0, 4);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, Guarded<ReadOnly>);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, Guarded<Length>);
  lua_setfield(L, -2, "__len");
  lua_pushboolean(L, 1);
  lua_setfield(L, -2, kMark);
  lua_setmetatable(L, -2);
  lua_replace(L, -2);
}

bool IsFrozen(lua_State* L, int index) {
  if (luaL_getmetafield(L, index, kMark) == LUA_TNIL) return false;
  lua_pop(L, 1);
  return true;
}

void PushBehind(lua_State* L, int index) {
  index = lua_absindex(L, index);
  if (IsFrozen(L, index)) {
    luaL_getmetafield(L, index, "__index");
  } else {
    lua_pushvalue(L, index);
  }
}

void SeeThrough(lua_State* L, int index) {
  if (!lua_istable(L, index) || !IsFrozen(L, index)) return;
  index = lua_absindex(L, index);
  PushBehind(L, index);
  lua_replace(L, index);
}

std::optional<std::string> FreezeDeep(lua_State* L, int watched) {
  watched = watched == 0 ? 0 : lua_absindex(L, watched);
  lua_pushvalue(L, -1);
  const int value = lua_gettop(L) - 1;
  Freezer freezer(L, watched);
  lua_pushvalue(L, value);
  auto bad = freezer.Value(0);
  if (!bad) lua_copy(L, -1, value);
  lua_settop(L, value);
  return bad;
}

std::string RestoreWatched(lua_State* L, int watched) {
  watched = lua_absindex(L, watched);
  const StackGuard guard(L);
  std::string changed;
  const auto size = static_cast<lua_Integer>(lua_rawlen(L, watched));
  for (lua_Integer i = 1; i + 2 <= size; i += 3) {
    lua_rawgeti(L, watched, i);
    lua_rawgeti(L, watched, i + 1);
    const int number = static_cast<int>(lua_tointeger(L, -1));
    lua_pop(L, 1);
    lua_rawgeti(L, watched, i + 2);
    if (lua_islightuserdata(L, -1)) lua_pop(L, 1), lua_pushnil(L);
    const char* name = lua_getupvalue(L, -2, number);
    if (name && !lua_rawequal(L, -1, -2)) {
      if (changed.empty()) changed = name;
      lua_pop(L, 1);
      lua_setupvalue(L, -2, number);
      lua_pop(L, 1);
      continue;
    }
    lua_pop(L, 3);
  }
  return changed;
}

}  // namespace tellwire::script
