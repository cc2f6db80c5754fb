// os.time and os.date: on the run's clock, in UTC.
#include <algorithm>
#include <ctime>
#include <iterator>

#include "base/time.h"
#include "script/state.h"

namespace tellwire::script {
namespace {

constexpr lua_Integer kLastSecond = 253402300799;   // 9999-12-31T23:59:59Z
constexpr lua_Integer kFirstSecond = -62135596800;  // 0001-01-01T00:00:00Z
constexpr std::string_view kConversions = "aAbBcdDeFgGhHIjmMnprRStTuUVwWxXyYzZ%";

lua_Integer FieldOf(lua_State* L, const char* name, lua_Integer otherwise) {
  lua_getfield(L, 1, name);
  int whole = 0;
  const lua_Integer value = lua_tointegerx(L, -1, &whole);
  const bool absent = lua_isnil(L, -1);
  lua_pop(L, 1);
  if (absent && otherwise >= 0) return otherwise;
  if (!whole || value < -100'000 || value > 100'000)
    luaL_error(L, "os.time: field `%s` is missing or not a usable number", name);
  return value;
}

int Time(lua_State* L) {
  if (lua_isnoneornil(L, 1)) {
    lua_pushinteger(L, State::Of(L)->now());
    return 1;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  std::tm parts{};
  parts.tm_year = static_cast<int>(FieldOf(L, "year", -1)) - 1900;
  parts.tm_mon = static_cast<int>(FieldOf(L, "month", -1)) - 1;
  parts.tm_mday = static_cast<int>(FieldOf(L, "day", -1));
  parts.tm_hour = static_cast<int>(FieldOf(L, "hour", 12));
  parts.tm_min = static_cast<int>(FieldOf(L, "min", 0));
  parts.tm_sec = static_cast<int>(FieldOf(L, "sec", 0));
  lua_pushinteger(L, static_cast<lua_Integer>(timegm(&parts)));
  return 1;
}

int PushParts(lua_State* L, const std::tm& parts) {
  const std::pair<const char*, int> fields[] = {
      {"year", parts.tm_year + 1900}, {"month", parts.tm_mon + 1}, {"day", parts.tm_mday},
      {"hour", parts.tm_hour},        {"min", parts.tm_min},       {"sec", parts.tm_sec},
      {"wday", parts.tm_wday + 1},    {"yday", parts.tm_yday + 1}};
  lua_createtable(L, 0, static_cast<int>(std::size(fields)));
  for (const auto& [name, value] : fields) {
    lua_pushinteger(L, value);
    lua_setfield(L, -2, name);
  }
  return 1;
}

int Date(lua_State* L) {
  std::string format = luaL_optstring(L, 1, "%Y-%m-%d %H:%M:%S");
  const lua_Integer seconds = luaL_optinteger(L, 2, State::Of(L)->now());
  luaL_argcheck(L, seconds >= kFirstSecond && seconds <= kLastSecond, 2, "time out of range");
  luaL_argcheck(L, format.size() <= 200, 1, "format longer than 200 bytes");
  const std::time_t time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  if (format.starts_with('!')) format.erase(0, 1);  // it is UTC anyway
  if (format == "*t") return PushParts(L, parts);
  for (size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    if (++i >= format.size() || kConversions.find(format[i]) == std::string_view::npos)
      return luaL_error(L, "os.date: unknown conversion in the format");
  }
  char buffer[4096];
  State::Spend(L, 100);
  lua_pushlstring(L, buffer, std::strftime(buffer, sizeof buffer, format.c_str(), &parts));
  return 1;
}

constexpr ApiFunction kOs[] = {
    {"date", Guarded<Date>, "os.date(format, time) -> string | table",
     "A time in UTC as text, or with `*t` as a table; without a time, the run's clock.", "0.1"},
    {"time", Guarded<Time>, "os.time(table) -> seconds",
     "The run's clock, or the given date in UTC, in seconds since 1970.", "0.1"},
};

}  // namespace

void OpenOs(lua_State* L) {
  lua_newtable(L);
  for (const ApiFunction& function : kOs) {
    lua_pushcfunction(L, function.function);
    lua_setfield(L, -2, function.name);
  }
  SetLibrary(L, "os");
}

std::vector<ApiFunction> OsFunctions() { return {std::begin(kOs), std::end(kOs)}; }

}  // namespace tellwire::script
