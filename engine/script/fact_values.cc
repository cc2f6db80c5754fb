#include "script/fact_values.h"

#include <optional>

#include "rule/fields.h"
#include "script/marshal_amount.h"

namespace tellwire::script {
namespace {

std::optional<std::string_view> WordOf(const FactView& view, std::string_view name) {
  const model::Fact& fact = *view.fact;
  if (name == "company") return view.company;
  if (name == "ticker") return view.ticker;
  if (name == "metric") return fact.metric;
  if (name == "segment") return fact.segment;
  if (name == "kind") return ToString(fact.kind);
  if (name == "unit") return fact.unit;
  if (name == "qualifier") return ToString(fact.qualifier);
  if (name == "change_unit") return fact.change_unit;
  if (name == "change_basis") return fact.change_basis;
  if (name == "growth_class") return fact.growth_class;
  if (name == "direction") return ToString(fact.direction);
  if (name == "surprise") return ToString(fact.surprise);
  if (name == "period_text") return fact.period_text;
  if (name == "period") return fact.period.form;
  if (name == "modality") return ToString(fact.modality);
  if (name == "attribution") return fact.attribution;
  if (name == "operator") return fact.promise ? std::string_view(fact.promise->op) : "";
  if (name == "deadline") return fact.promise ? std::string_view(fact.promise->deadline) : "";
  return std::nullopt;
}

// A number and its unit; the outer nullopt: no such field.
struct Measure {
  std::optional<model::Number> number;
  std::string_view unit;
};

std::optional<Measure> MeasureOf(const model::Fact& fact, std::string_view name) {
  using Number = std::optional<model::Number>;
  if (name == "value") return Measure{fact.value, fact.unit};
  if (name == "prior") return Measure{fact.prior, fact.unit};
  if (name == "consensus") return Measure{fact.consensus, fact.unit};
  if (name == "change") return Measure{fact.change, fact.change_unit};
  if (name == "surprise_amount")
    return Measure{fact.surprise_amount ? Number(*fact.surprise_amount) : Number(), fact.unit};
  if (name == "alt_value")
    return Measure{fact.alt_value ? Number(fact.alt_value->value) : Number(),
                   fact.alt_value ? std::string_view(fact.alt_value->unit) : ""};
  if (name == "target")
    return Measure{fact.promise ? Number(fact.promise->target) : Number(),
                   fact.unit.empty() ? fact.change_unit : fact.unit};
  return std::nullopt;
}

// The change in percent, bare: `2x` is +100; nothing for points and money.
std::optional<double> PercentOf(const model::Fact& fact) {
  if (!fact.change) return std::nullopt;
  if (fact.change_unit == "pct") return fact.change->low;
  if (fact.change_unit == "x") return (fact.change->low - 1) * 100;
  return std::nullopt;
}

void PushFlags(lua_State* L, const model::Fact& fact) {
  lua_createtable(L, static_cast<int>(fact.flags.size()), 0);
  lua_Integer count = 0;
  for (const std::string& flag : fact.flags) {
    lua_pushlstring(L, flag.data(), flag.size());
    lua_rawseti(L, -2, ++count);
  }
}

}  // namespace

bool PushFactField(lua_State* L, const FactView& view, std::string_view name) {
  const model::Fact& fact = *view.fact;
  if (const auto word = WordOf(view, name)) {
    word->empty() ? lua_pushnil(L) : (void)lua_pushlstring(L, word->data(), word->size());
  } else if (const auto measure = MeasureOf(fact, name)) {
    measure->number ? PushAmount(L, *measure->number, measure->unit) : lua_pushnil(L);
  } else if (name == "change_pct") {
    const auto percent = PercentOf(fact);
    percent ? lua_pushnumber(L, *percent) : lua_pushnil(L);
  } else if (name == "streak_quarters") {
    fact.streak_quarters ? lua_pushinteger(L, *fact.streak_quarters) : lua_pushnil(L);
  } else if (name == "flags") {
    PushFlags(L, fact);
  } else if (name == "negated") {
    lua_pushboolean(L, fact.negated);
  } else if (name == "in_title") {
    lua_pushboolean(L, fact.in_title);
  } else {
    return false;
  }
  return true;
}

}  // namespace tellwire::script
