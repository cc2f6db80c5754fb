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

const HeldCondition* Members::Expect(int index, const Where& at, const std::string& saying) {
  if (const HeldCondition* held = ToCondition(L_, index)) return held;
  bad = true;
  // What `==` has made of conditions was said when it did.
  if (lua_isboolean(L_, index) && Loading::Of(L_)->compared) return nullptr;
  const bool text = lua_type(L_, index) == LUA_TSTRING;
  Loading::Of(L_)->Report(text ? rule::code::kBareString : rule::code::kWrongType, at,
                          fmt::format("{} {}, not a condition", saying, Shown(L_, index)),
                          HelpFor(L_, index));
  return nullptr;
}

void Members::Take(int index, std::string_view what) {
  if (const auto* held = Expect(index, site_.where, fmt::format("{} is given", what)))
    Add(*held, "");
}

void Members::CheckName(const std::string& name, const Where& at) {
  if (IsName(name) && !IsReserved(name)) return;
  bad = true;
  if (IsReserved(name))
    Loading::Of(L_)->Report(rule::code::kReservedName, at,
                            fmt::format("a clause cannot be called `{}`", name),
                            "handlers and examples use that name for something else");
  else
    Loading::Of(L_)->Report(rule::code::kReservedName, at,
                            fmt::format("`{}` is no name of a clause", name),
                            "names are lower case letters, digits and `_`");
}

void Members::TakeTable(TableReader* table) {
  for (int i = 1; i <= table->size(); ++i) {
    table->Push(i);
    if (const auto* held = Expect(-1, table->At(i), "a member of " + table->what() + " is"))
      Add(*held, "");
    lua_pop(L_, 1);
  }
  std::vector<std::pair<HeldCondition, std::string>> named;
  for (const std::string& name : table->keys()) {
    table->Push(name);
    CheckName(name, table->At(name));
    if (const auto* held = Expect(-1, table->ValueAt(name), "`" + name + "` is"))
      named.emplace_back(*held, name);
    lua_pop(L_, 1);
  }
  std::stable_sort(named.begin(), named.end(),
                   [](const auto& a, const auto& b) { return a.first.order < b.first.order; });
  for (const auto& [held, name] : named) Add(held, name);
  bad = bad || table->bad();
}

}  // namespace tellwire::script
