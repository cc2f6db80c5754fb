#include <fmt/format.h>

#include <algorithm>

#include "script/read_condition.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;

void ReadBetween(lua_State* L, TableReader* table, rule::Bound* bound) {
  if (!table->Has("between")) return;
  table->Push("between");
  const bool pair = lua_istable(L, -1) && lua_rawlen(L, -1) == 2;
  if (pair) {
    lua_rawgeti(L, -1, 1);
    lua_rawgeti(L, -2, 2);
    if (lua_type(L, -2) == LUA_TNUMBER && lua_type(L, -1) == LUA_TNUMBER) {
      bound->min = lua_tonumber(L, -2);
      bound->max = lua_tonumber(L, -1);
    } else {
      table->Report(code::kWrongType, table->ValueAt("between"), "`between` wants two numbers",
                    "write between = { 5, 10 }");
    }
    lua_settop(L, -3);
  } else {
    table->Report(code::kWrongType, table->ValueAt("between"),
                  fmt::format("`between` is {}, not two numbers", Shown(L, -1)),
                  "write between = { 5, 10 }");
  }
  lua_pop(L, 1);
}

// Whether a number can pass all limits.
bool IsEmpty(const rule::Bound& bound) {
  const auto low = std::max(bound.above.value_or(-1e308), bound.min.value_or(-1e308));
  const auto high = std::min(bound.below.value_or(1e308), bound.max.value_or(1e308));
  const bool strict = (bound.above && *bound.above == low) || (bound.below && *bound.below == high);
  return low > high || (low == high && strict);
}

}  // namespace

rule::Bound ReadBound(lua_State* L, TableReader* table, bool with_unit,
                      const std::vector<std::string>& others) {
  rule::Bound bound;
  bound.above = table->Number("above");
  bound.below = table->Number("below");
  bound.min = table->Number("min");
  bound.max = table->Number("max");
  ReadBetween(L, table, &bound);
  std::vector<std::string> known = {"above", "below", "min", "max", "between"};
  if (with_unit) {
    known.insert(known.end(), {"unit", "in_currency"});
    bound.unit = table->Text("unit").value_or("");
    bound.in_currency = table->Text("in_currency").value_or("");
    const rule::Field unit{"unit", rule::FieldKind::kWord, rule::Source::kUnit, "", "", ""};
    if (!bound.unit.empty()) CheckWords(L, table, unit, {bound.unit}, table->ValueAt("unit"));
    if (!bound.unit.empty() && !bound.in_currency.empty())
      table->Report(code::kWrongType, table->At("in_currency"),
                    "`unit` and `in_currency` stand in one limit",
                    "`in_currency` takes the place of `unit`: it converts");
  }
  known.insert(known.end(), others.begin(), others.end());
  table->CheckKeys(known);
  if (IsEmpty(bound))
    table->Report(code::kEmptyRange, table->where(), "no number lies between these limits",
                  "`above` and `min` must be smaller than `below` and `max`");
  return bound;
}

}  // namespace tellwire::script
