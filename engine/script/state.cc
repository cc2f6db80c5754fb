// Hooks cannot interrupt C, and a protected call inside the script can catch what a hook raises.
// So every C++ function says what it costs (Spend), and a limit that was reached stays reached: the
// hook then fires at every instruction, and pcall hands the error on instead of catching it.
// Tested by tests/script/state_test.cc and tests/script/escapes_test.cc.
#include "script/state.h"

#include <array>
#include <cstdio>
#include <cstring>

#include "script/frozen.h"

namespace tellwire::script {
namespace {

constexpr int kHookEvery = 1000;
constexpr size_t kMaxPatterns = 64;
constexpr int64_t kCostOfPattern = 2000;
constexpr char kGlobals[] = "tellwire.globals";
constexpr char kEnvironment[] = "tellwire.environment";

int Undefined(lua_State* L) {
  const char* name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  return luaL_error(L, "undefined global `%s`", name);
}

int Sealed(lua_State* L) {
  const char* name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  return luaL_error(L, "a handler keeps no state: the global `%s` cannot be assigned", name);
}

// "chunk:12: message" -> message, if that is how it begins.
std::string_view WithoutPlace(std::string_view message, const char* chunk, int line) {
  const std::string place = std::string(chunk) + ":" + std::to_string(line) + ": ";
  return message.starts_with(place) ? message.substr(place.size()) : message;
}

}  // namespace

// The message handler: notes where the innermost Lua function stands, and makes the error a string.
int TakeError(lua_State* L) {
  State* state = State::Of(L);
  if (lua_type(L, 1) != LUA_TSTRING) {
    const char* kind = luaL_typename(L, 1);
    lua_pushfstring(L, "an error that is a %s was raised", kind);
    lua_replace(L, 1);
  }
  lua_Debug debug;
  state->failed_at_ = Where{};
  for (int level = 0; level < 50 && lua_getstack(L, level, &debug); ++level) {
    lua_getinfo(L, "Sl", &debug);
    if (debug.currentline <= 0) continue;
    const std::string_view message = lua_tostring(L, 1);
    const std::string_view rest = WithoutPlace(message, debug.short_src, debug.currentline);
    if (state->failed_at_.line == 0 || rest.size() != message.size())
      state->failed_at_ = {debug.source + 1, debug.currentline, 0};
    if (rest.size() == message.size()) continue;
    lua_pushlstring(L, rest.data(), rest.size());
    lua_replace(L, 1);
    break;
  }
  lua_settop(L, 1);
  return 1;
}

State::State(int64_t now) : lua_(lua_newstate(Budget::Allocate, &budget_)), now_(now) {
  if (!lua_) throw std::bad_alloc();
  lua_State* L = lua_.get();
  *static_cast<State**>(lua_getextraspace(L)) = this;
  lua_newtable(L);  // the allow-list
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, Guarded<Undefined>);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_createtable(L, 0, 1);  // the metatable of every environment
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, "__index");
  lua_setfield(L, LUA_REGISTRYINDEX, kEnvironment);
  lua_setfield(L, LUA_REGISTRYINDEX, kGlobals);
  OpenBase(L);
  OpenString(L);
  OpenTable(L);
  OpenOs(L);
}

State::~State() = default;

void State::PushEnvironment() {
  lua_newtable(lua());
  lua_getfield(lua(), LUA_REGISTRYINDEX, kEnvironment);
  lua_setmetatable(lua(), -2);
}

// The table itself is what the functions of the file hold, so its entries move behind it.
std::optional<std::string> State::SealEnvironment(int index, int watched) {
  lua_State* L = lua();
  index = lua_absindex(L, index);
  watched = watched == 0 ? 0 : lua_absindex(L, watched);
  std::optional<std::string> bad;
  const StackGuard guard(L);
  lua_newtable(L);
  const int held = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, index)) {
    if (auto reason = FreezeDeep(L, watched)) bad = reason;
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, held);
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_pushnil(L);
    lua_rawset(L, index);  // clearing a field is allowed while lua_next goes on
  }
  lua_getfield(L, LUA_REGISTRYINDEX, kEnvironment);
  lua_setmetatable(L, held);
  lua_createtable(L, 0, 2);
  lua_pushvalue(L, held);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, Guarded<Sealed>);
  lua_setfield(L, -2, "__newindex");
  lua_setmetatable(L, index);
  return bad;
}

void State::SetGlobal(const char* name) {
  lua_State* L = lua();
  lua_getfield(L, LUA_REGISTRYINDEX, kGlobals);
  lua_insert(L, -2);
  lua_pushstring(L, name);
  lua_insert(L, -2);
  lua_rawset(L, -3);
  lua_pop(L, 1);
}

void SetLibrary(lua_State* L, const char* name) {
  PushFrozen(L);
  State::Of(L)->SetGlobal(name);
}

std::optional<Error> State::Compile(std::string_view text, const std::string& file,
                                    int environment) {
  lua_State* L = lua();
  if (text.starts_with(LUA_SIGNATURE[0]))
    return Error(ErrorKind::kRule, {file, 1, 1}, "compiled Lua is not read, only text");
  const std::string chunk = "@" + file;
  const int status = luaL_loadbufferx(L, text.data(), text.size(), chunk.c_str(), "t");
  if (status != LUA_OK) {
    std::string message = lua_tostring(L, -1) ? lua_tostring(L, -1) : "syntax error";
    lua_pop(L, 1);
    return Error(ErrorKind::kRule, {file, 0, 0}, std::move(message));
  }
  lua_pushvalue(L, environment);
  if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
  return std::nullopt;
}

Error State::ErrorOf(int status, const std::string& message) {
  if (status == LUA_ERRMEM) budget_.NoteOutOfMemory();
  if (budget_.stop() != Stop::kNone) return Error(ErrorKind::kLimit, failed_at_, budget_.Reason());
  return Error(ErrorKind::kRule, failed_at_, message);
}

std::optional<Error> State::Call(int arguments, int results, const CallLimits& limits) {
  lua_State* L = lua();
  const int base = lua_gettop(L) - arguments;
  lua_pushcfunction(L, TakeError);
  lua_insert(L, base);
  failed_at_ = Where{};
  budget_.Begin(limits.instructions, limits.memory_bytes, limits.wall_seconds);
  lua_sethook(L, OnCount, LUA_MASKCOUNT, kHookEvery);
  const int status = lua_pcall(L, arguments, results, base);
  lua_sethook(L, nullptr, 0, 0);
  lua_remove(L, base);
  std::optional<Error> error;
  if (status != LUA_OK) {
    const std::string message = lua_tostring(L, -1) ? lua_tostring(L, -1) : "";
    error = ErrorOf(status, message.empty() ? "an error without a message" : message);
    lua_pop(L, 1);
  }
  budget_.End();
  return error;
}

void State::OnCount(lua_State* L, lua_Debug*) {
  State* state = Of(L);
  Budget& budget = state->budget_;
  budget.Count(lua_gethookcount(L));
  budget.CheckTime();
  if (budget.stop() == Stop::kNone) return;
  lua_sethook(L, OnCount, LUA_MASKCOUNT, 1);
  luaL_error(L, "a limit was reached");
}

void State::Spend(lua_State* L, int64_t work) {
  Budget& budget = Of(L)->budget_;
  budget.Count(work);
  budget.CheckTime();
  if (budget.stop() == Stop::kNone) return;
  lua_sethook(L, OnCount, LUA_MASKCOUNT, 1);
  luaL_error(L, "a limit was reached");
}

void State::Hold(lua_State* L, size_t bytes) {
  if (!Of(L)->budget_.Hold(bytes)) Spend(L, 0);
}

Result<text::Pattern> State::Pattern(std::string_view expression) {
  const auto found = patterns_.find(std::string(expression));
  if (found != patterns_.end()) return found->second;
  Spend(lua(), kCostOfPattern + static_cast<int64_t>(expression.size()));
  auto compiled = text::Pattern::Compile(expression);
  if (!compiled) return compiled;
  if (patterns_.size() >= kMaxPatterns) patterns_.clear();
  patterns_.emplace(expression, *compiled);
  return compiled;
}

}  // namespace tellwire::script
