#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "script/read_condition.h"

namespace tellwire::script {
namespace {

constexpr std::string_view kReserved[] = {"company", "ticker",  "article", "analysis",
                                          "subject", "because", "before",  "prices"};

bool IsReserved(std::string_view name) {
  return std::find(std::begin(kReserved), std::end(kReserved), name) != std::end(kReserved);
}

bool IsName(std::string_view name) {
  return !name.empty() && !IsDigit(name[0]) && std::all_of(name.begin(), name.end(), [](char c) {
    return IsLower(c) || IsDigit(c) || c == '_';
  });
}

std::string HelpFor(lua_State* L, int index) {
  if (lua_type(L, index) == LUA_TSTRING) return fmt::format("write phrase {}", Shown(L, index));
  if (lua_istable(L, index)) return "write all { .. } or any { .. }";
  return "give it a condition: a leaf such as phrase \"..\", or conditions joined by & | ~";
}

}  // namespace

void Members::Add(const HeldCondition& held, const std::string& name) {
  parts.push_back(held);
  bad = bad || held.bad;
  if (name.empty()) {
    conditions.push_back(held.condition);
    return;
  }
  rule::Condition named = *held.condition;
  named.name = name;
  State::Hold(L_, sizeof named);
  conditions.push_back(std::make_shared<const rule::Condition>(std::move(named)));
}

void Members::Take(int index, std::string_view what) {
  if (const HeldCondition* held = ToCondition(L_, index)) return Add(*held, "");
  bad = true;
  if (lua_isboolean(L_, index) && Loading::Of(L_)->compared)
    return;  // `==` has made it; that was said
  const bool text = lua_type(L_, index) == LUA_TSTRING;
  Loading::Of(L_)->Report(text ? rule::code::kBareString : rule::code::kWrongType, site_.where,
                          fmt::format("{} is given {}, not a condition", what, Shown(L_, index)),
                          HelpFor(L_, index));
}

void Members::TakeTable(TableReader* table) {
  struct Entry {
    HeldCondition held;
    std::string name;
  };
  std::vector<Entry> named;
  const auto take = [&](const std::string& name, const Where& at) -> const HeldCondition* {
    const HeldCondition* held = ToCondition(L_, -1);
    if (held) return held;
    bad = true;
    if (lua_isboolean(L_, -1) && Loading::Of(L_)->compared) return nullptr;
    const bool text = lua_type(L_, -1) == LUA_TSTRING;
    table->Report(text ? rule::code::kBareString : rule::code::kWrongType, at,
                  fmt::format("{} is {}, not a condition",
                              name.empty() ? "a member of " + table->what() : "`" + name + "`",
                              Shown(L_, -1)),
                  HelpFor(L_, -1));
    return nullptr;
  };
  for (int i = 1; i <= table->size(); ++i) {
    table->Push(i);
    if (const HeldCondition* held = take("", table->At(i))) Add(*held, "");
    lua_pop(L_, 1);
  }
  for (const std::string& name : table->keys()) {
    table->Push(name);
    if (IsReserved(name)) {
      table->Report(rule::code::kReservedName, table->At(name),
                    fmt::format("a clause cannot be called `{}`", name),
                    "handlers and examples use that name for something else");
      bad = true;
    } else if (!IsName(name)) {
      table->Report(rule::code::kReservedName, table->At(name),
                    fmt::format("`{}` is no name of a clause", name),
                    "names are lower case letters, digits and `_`");
      bad = true;
    }
    if (const HeldCondition* held = take(name, table->ValueAt(name)))
      named.push_back({*held, name});
    lua_pop(L_, 1);
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const Entry& a, const Entry& b) { return a.held.order < b.held.order; });
  for (const Entry& entry : named) Add(entry.held, entry.name);
  bad = bad || table->bad();
}

}  // namespace tellwire::script
