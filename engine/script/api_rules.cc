// `rule "id" { .. }` and `except "id" { .. }`.
#include <fmt/format.h>

#include "script/api_conditions.h"
#include "script/read_rule.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;

// The second call of either. Upvalues: the id, whether it is an exception.
int Declare(lua_State* L) {
  Loading* loading = Loading::Of(L);
  const bool exception = lua_toboolean(L, lua_upvalueindex(2));
  const char* name = exception ? "except" : "rule";
  const Site site = loading->Here(L, name);
  const bool id_is_text = lua_type(L, lua_upvalueindex(1)) == LUA_TSTRING;
  const std::string id = id_is_text ? lua_tostring(L, lua_upvalueindex(1)) : "";
  const bool valid = IsRuleId(id);
  if (!valid) {
    loading->Report(code::kBadId, site.where,
                    id_is_text ? fmt::format("\"{}\" is no id of a rule", id)
                               : fmt::format("{} is given no id", name),
                    "an id is `pack.name`, in lower case letters, digits and `_`");
  }
  if (!lua_istable(L, 1)) {
    loading->Report(code::kWrongType, site.where,
                    fmt::format("{} \"{}\" is given {}, not a table", name, id, Shown(L, 1)),
                    fmt::format("write {} \"{}\" {{ .. }}", name, id));
    return 0;
  }
  const bool here =
      loading->file->kind == (exception ? FileLoad::Kind::kExceptions : FileLoad::Kind::kRules);
  if (!here)
    return luaL_error(L, exception ? "`except` belongs in rules/exceptions.lua"
                                   : "`rule` belongs in a rule file, not in one that is required "
                                     "or that holds cases or exceptions");
  if (exception) {
    ReadException(L, id, 1, site);
  } else {
    ReadRule(L, id, 1, site, valid);
  }
  return 0;
}

int Begin(lua_State* L, bool exception) {
  lua_settop(L, 1);
  lua_pushboolean(L, exception);
  lua_pushcclosure(L, Guarded<Declare>, 2);
  return 1;
}

int RuleBegin(lua_State* L) { return Begin(L, false); }
int ExceptBegin(lua_State* L) { return Begin(L, true); }

constexpr ApiFunction kRules[] = {
    {"rule", Guarded<RuleBegin>, "rule(id) -> fun(rule)",
     "Declares a rule: rule \"pack.name\" { .. }.", "0.1"},
    {"except", Guarded<ExceptBegin>, "except(id) -> fun(exception)",
     "In rules/exceptions.lua: where a shipped rule raises no alert, and why.", "0.1"},
};

}  // namespace

void OpenRules(lua_State* L) {
  for (const ApiFunction& function : kRules) {
    lua_pushcfunction(L, function.function);
    State::Of(L)->SetGlobal(function.name);
  }
}

std::vector<ApiFunction> RuleFunctions() { return {std::begin(kRules), std::end(kRules)}; }

}  // namespace tellwire::script
