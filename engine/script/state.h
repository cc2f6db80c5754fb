// The sandbox: one Lua state in which all rule files of a run live, each in its own environment.
//
// An allow-list of globals (api_*.cc), limits on every call (budget.h), text chunks only, no
// metatables within reach, nothing that prints an address. What a rule can still do to the host
// stands in engine/script/README.md. Not thread-safe: one thread uses a state at a time.
#pragma once

#include <functional>
#include <lua.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "script/budget.h"
#include "text/pattern.h"

namespace tellwire::script {

// Restores the height of the stack.
class StackGuard {
 public:
  explicit StackGuard(lua_State* L) : L_(L), top_(lua_gettop(L)) {}
  ~StackGuard() { lua_settop(L_, top_); }
  StackGuard(const StackGuard&) = delete;
  StackGuard& operator=(const StackGuard&) = delete;

 private:
  lua_State* L_;
  int top_;
};

// The only door from Lua into C++: turns a C++ exception into a Lua error.
template <int (*body)(lua_State*)>
int Guarded(lua_State* L) {
  try {
    return body(L);
  } catch (const std::exception& e) {  // not (...): that would eat Lua's own unwinding
    luaL_where(L, 1);
    lua_pushstring(L, e.what());
    lua_concat(L, 2);
  }
  return lua_error(L);  // after the try: nothing left to destroy
}

// A function that rules may call, with its documentation: what the API page, the REPL's help and
// the editor's annotations are made of.
struct ApiFunction {
  const char* name;
  lua_CFunction function;
  const char* signature;  // `near(n, a, b, ..) -> condition`
  const char* about;      // one or two sentences
  const char* since;
};

// How much one call may use.
struct CallLimits {
  int64_t instructions = 0;
  size_t memory_bytes = 0;
  double wall_seconds = 0;
};

class State {
 public:
  explicit State(int64_t now);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  lua_State* lua() const { return lua_.get(); }
  static State* Of(lua_State* L) { return *static_cast<State**>(lua_getextraspace(L)); }

  // Pushes a new environment: reads fall through to the allow-list, an unknown name is an error.
  void PushEnvironment();
  // Ends the writing of an environment: from now on assigning a global is an error, and what its
  // globals reach is frozen (see FreezeDeep, also for `watched` and what is returned). The table is
  // at `index`.
  std::optional<std::string> SealEnvironment(int index, int watched);

  // Adds a name to the allow-list of all environments: pops the value.
  void SetGlobal(const char* name);

  // Compiles text (never bytecode) into a function with the environment at `environment` (an
  // absolute index) and pushes it.
  std::optional<Error> Compile(std::string_view text, const std::string& file, int environment);

  // Calls the function under `arguments` values, as lua_pcall does; on an error nothing is left on
  // the stack. The error's place is that of the Lua line that failed.
  std::optional<Error> Call(int arguments, int results, const CallLimits& limits);

  // Counts work of a C++ function; raises the Lua error of the limit that it reaches.
  static void Spend(lua_State* L, int64_t work);
  // Counts memory that C++ keeps for the script; raises when there is none left.
  static void Hold(lua_State* L, size_t bytes);

  // A compiled pattern, kept for the next time. The error is the pattern's.
  Result<text::Pattern> Pattern(std::string_view expression);

  int64_t now() const { return now_; }
  void set_now(int64_t now) { now_ = now; }

  // Where print goes; standard error if nothing was set.
  std::function<void(std::string_view)> print;
  // What `require` does: pushes the module's value. Set by the loader.
  std::function<int(lua_State*, const std::string&)> require;
  // What the bindings of this state need beside it (the loader, the hit of a handler).
  void* loading = nullptr;
  void* handling = nullptr;

  Budget& budget() { return budget_; }

 private:
  struct CloseState {
    void operator()(lua_State* L) const noexcept { lua_close(L); }
  };
  static void OnCount(lua_State* L, lua_Debug* debug);
  Error ErrorOf(int status, const std::string& fallback);

  Budget budget_;
  std::unique_ptr<lua_State, CloseState> lua_;
  std::unordered_map<std::string, text::Pattern> patterns_;
  int64_t now_;
  friend int TakeError(lua_State* L);
  Where failed_at_;
  std::unordered_map<std::string, std::string> files_;  // short chunk name -> file
};

// The libraries of the allow-list; each is called once by State's constructor.
void OpenBase(lua_State* L);    // api_base.cc
void OpenString(lua_State* L);  // api_string.cc
void OpenTable(lua_State* L);   // api_table.cc
void OpenOs(lua_State* L);      // api_os.cc

// Sets the table on top of the stack as a read-only library of that name: pops it.
void SetLibrary(lua_State* L, const char* name);

// The documentation of what they hold.
std::vector<ApiFunction> BaseFunctions();
std::vector<ApiFunction> StringFunctions();
std::vector<ApiFunction> TableFunctions();
std::vector<ApiFunction> OsFunctions();

}  // namespace tellwire::script
