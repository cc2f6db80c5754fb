// Combinators and scopes, as functions and as methods: what makes a condition of conditions.
#include <fmt/format.h>

#include <algorithm>

#include "script/api_conditions.h"
#include "script/read_condition.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;
using rule::Op;

constexpr lua_Integer kMaxNumber = 100'000;

// A combinator on its way.
struct Combinator {
  Combinator(lua_State* state, Op op, const char* called)
      : Combinator(state, op, called, Loading::Of(state)->Here(state, called)) {}
  Combinator(lua_State* state, Op op, const char* called, const Site& at)
      : L(state), name(called), site(at), members(state, at) {
    condition.op = op;
    condition.where = site.where;
  }

  void Wrong(std::string_view diagnostic, std::string message, std::string help) {
    members.bad = true;
    Loading::Of(L)->Report(diagnostic, site.where, std::move(message), std::move(help));
  }

  // Takes the members out of the table at `index`.
  void TakeTable(int index, std::string help) {
    if (!lua_istable(L, index)) {
      const bool text = lua_type(L, index) == LUA_TSTRING;
      Wrong(text ? code::kBareString : code::kWrongType,
            fmt::format("{} is given {}, not a table of conditions", name, Shown(L, index)),
            std::move(help));
      if (const HeldCondition* held = ToCondition(L, index)) members.parts.push_back(*held);
      return;
    }
    TableReader table(L, index, site.Table(), site.where, name);
    members.TakeTable(&table);
    if (members.conditions.empty() && !members.bad)
      Wrong(code::kMissingKey, fmt::format("{} has no members", name), std::move(help));
  }

  // The number at `index`, at least 1.
  void TakeNumber(int index, const char* help) {
    int whole = 0;
    const lua_Integer number = lua_tointegerx(L, index, &whole);
    if (lua_type(L, index) != LUA_TNUMBER || !whole || number < 1 || number > kMaxNumber) {
      Wrong(code::kWrongType,
            fmt::format("{} is given {}, not a whole number from 1", name, Shown(L, index)), help);
      return;
    }
    condition.number = static_cast<int>(number);
  }

  int Push() {
    condition.children = std::move(members.conditions);
    PushCondition(L, std::move(condition), members.parts, members.bad);
    return 1;
  }

  lua_State* L;
  const char* name;
  Site site;
  Members members;
  rule::Condition condition;
};

int TableOf(lua_State* L, Op op, const char* name) {
  Combinator combinator(L, op, name);
  combinator.TakeTable(1, fmt::format("write {} {{ phrase \"a\", phrase \"b\" }}", name));
  return combinator.Push();
}

int All(lua_State* L) { return TableOf(L, Op::kAll, "all"); }
int Any(lua_State* L) { return TableOf(L, Op::kAny, "any"); }
int None(lua_State* L) { return TableOf(L, Op::kNone, "none"); }

// The second call of at_least(n) { .. }. Upvalue 1: n.
int AtLeastOf(lua_State* L) {
  Combinator combinator(L, Op::kAtLeast, "at_least");
  lua_pushvalue(L, lua_upvalueindex(1));
  combinator.TakeNumber(-1, "write at_least(2) { phrase \"a\", phrase \"b\", phrase \"c\" }");
  lua_pop(L, 1);
  combinator.TakeTable(1, "write at_least(2) { phrase \"a\", phrase \"b\", phrase \"c\" }");
  return combinator.Push();
}

int AtLeast(lua_State* L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  lua_pushcclosure(L, Guarded<AtLeastOf>, 1);
  return 1;
}

int Count(lua_State* L) {
  Combinator combinator(L, Op::kCount, "count");
  combinator.members.Take(1, "count");
  if (lua_istable(L, 2)) {
    TableReader limits(L, 2, combinator.site.Table(), combinator.site.where, "count");
    combinator.condition.bound = ReadBound(L, &limits, false, {});
    combinator.members.bad = combinator.members.bad || limits.bad();
  } else {
    combinator.Wrong(code::kWrongType, fmt::format("count is given {}, not limits", Shown(L, 2)),
                     "write count(phrase \"a\", { above = 3 })");
  }
  return combinator.Push();
}

// near(n, a, b) and sequence(n, a, b, ..)
int Distance(lua_State* L, Op op, const char* name) {
  Combinator combinator(L, op, name);
  const std::string help = fmt::format("write {}(5, phrase \"a\", phrase \"b\")", name);
  combinator.TakeNumber(1, help.c_str());
  const int last = lua_gettop(L);
  for (int i = 2; i <= last; ++i) combinator.members.Take(i, name);
  if (last < 3 || (op == Op::kNear && last > 3))
    combinator.Wrong(code::kMissingKey,
                     fmt::format("{} is given {} conditions, not {}", name, std::max(last - 1, 0),
                                 op == Op::kNear ? "two" : "two or more"),
                     help);
  return combinator.Push();
}

int Near(lua_State* L) { return Distance(L, Op::kNear, "near"); }
int Sequence(lua_State* L) { return Distance(L, Op::kSequence, "sequence"); }

int Scope(lua_State* L, Op op, const char* name) {
  Combinator combinator(L, op, name);
  combinator.members.Take(1, name);
  return combinator.Push();
}

int Title(lua_State* L) { return Scope(L, Op::kTitle, "title"); }
int Lead(lua_State* L) { return Scope(L, Op::kLead, "lead"); }
int SentenceScope(lua_State* L) { return Scope(L, Op::kSentence, "sentence"); }
int Paragraph(lua_State* L) { return Scope(L, Op::kParagraph, "paragraph"); }
int Affirmed(lua_State* L) { return Scope(L, Op::kAffirmed, "affirmed"); }
int Recent(lua_State* L) { return Scope(L, Op::kRecent, "recent"); }
int Current(lua_State* L) { return Scope(L, Op::kCurrent, "current"); }
int Anywhere(lua_State* L) { return Scope(L, Op::kAnywhere, "anywhere"); }

// section("Risk*", c) and outside("Risk*", c)
int SectionScope(lua_State* L, Op op, const char* name) {
  Combinator combinator(L, op, name);
  auto globs = TextsAt(L, 1);
  if (globs && !globs->empty()) {
    combinator.condition.words = std::move(*globs);
  } else {
    combinator.Wrong(code::kWrongType,
                     fmt::format("{} is given {}, not a heading", name, Shown(L, 1)),
                     fmt::format("write {}(\"Risk*\", phrase \"a\")", name));
  }
  combinator.members.Take(2, name);
  return combinator.Push();
}

int SectionOf(lua_State* L) { return SectionScope(L, Op::kSection, "section"); }
int Outside(lua_State* L) { return SectionScope(L, Op::kOutside, "outside"); }

// c:exact() compares the text itself.
int Exact(lua_State* L) {
  Loading* loading = Loading::Of(L);
  const Site site = loading->Here(L, "exact");
  const HeldCondition* held = ToCondition(L, 1);
  const bool phrase = held && held->condition->op == Op::kPhrase;
  if (!phrase)
    loading->Report(code::kWrongType, site.where, ":exact() belongs to a phrase",
                    "write phrase(\"..\"):exact()");
  if (!held) return luaL_error(L, ":exact() belongs to a phrase");
  const HeldCondition part = *held;
  rule::Condition exact = *part.condition;
  exact.exact_text = true;
  PushCondition(L, std::move(exact), {part}, part.bad || !phrase);
  return 1;
}

// c:unless(d)
int Unless(lua_State* L) {
  Combinator combinator(L, Op::kUnless, "unless");
  combinator.members.Take(1, "unless");
  combinator.members.Take(2, "unless");
  return combinator.Push();
}

// c:same "sentence"
int Same(lua_State* L) {
  Combinator combinator(L, Op::kSame, "same");
  combinator.members.Take(1, "same");
  const std::string what = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
  const auto known = {"sentence", "paragraph", "section", "segment", "period"};
  if (std::find(known.begin(), known.end(), what) == known.end())
    combinator.Wrong(
        code::kUnknownValue, fmt::format(":same does not know {}", Shown(L, 2)),
        "it takes \"sentence\", \"paragraph\", \"section\", \"segment\" or \"period\"");
  combinator.condition.words = {what};
  return combinator.Push();
}

constexpr ApiFunction kCombinators[] = {
    {"all", Guarded<All>, "all(members) -> condition", "All members are true; also `a & b`.",
     "0.1"},
    {"any", Guarded<Any>, "any(members) -> condition", "Any member is true; also `a | b`.", "0.1"},
    {"none", Guarded<None>, "none(members) -> condition", "No member is true; also `~a & ~b`.",
     "0.1"},
    {"at_least", Guarded<AtLeast>, "at_least(n) -> fun(members) -> condition",
     "n of the members are true: at_least(2) { a, b, c }.", "0.1"},
    {"count", Guarded<Count>, "count(leaf, limits) -> condition",
     "So many distinct spans or merged facts: count(phrase \"risk*\", { above = 3 }).", "0.1"},
    {"near", Guarded<Near>, "near(n, a, b) -> condition",
     "a and b within n words of each other, in either order.", "0.1"},
    {"sequence", Guarded<Sequence>, "sequence(n, a, b, ..) -> condition",
     "In this order, each within n words of the one before.", "0.1"},
    {"title", Guarded<Title>, "title(c) -> condition", "The title satisfies c.", "0.1"},
    {"lead", Guarded<Lead>, "lead(c) -> condition",
     "The first prose block, at most three sentences, satisfies c.", "0.1"},
    {"sentence", Guarded<SentenceScope>, "sentence(c) -> condition",
     "One sentence satisfies all of c.", "0.1"},
    {"paragraph", Guarded<Paragraph>, "paragraph(c) -> condition",
     "One paragraph satisfies all of c.", "0.1"},
    {"section", Guarded<SectionOf>, "section(heading, c) -> condition",
     "A section under such a heading (a glob) satisfies c.", "0.1"},
    {"outside", Guarded<Outside>, "outside(heading, c) -> condition",
     "A section under no such heading satisfies c.", "0.1"},
    {"affirmed", Guarded<Affirmed>, "affirmed(c) -> condition",
     "c, outside every negation and hypothesis.", "0.1"},
    {"recent", Guarded<Recent>, "recent(c) -> condition",
     "c, not told as history: dated well before the article, or said to be long ago.", "0.1"},
    {"current", Guarded<Current>, "current(c) -> condition",
     "c, affirmed and recent, and not about expectations.", "0.1"},
    {"anywhere", Guarded<Anywhere>, "anywhere(c) -> condition",
     "c, whoever it speaks of: lifts the binding to the subject.", "0.1"},
};

constexpr ApiFunction kMethods[] = {
    {"exact", Guarded<Exact>, "phrase(..):exact() -> condition",
     "The phrase as it stands: case, accents and punctuation count.", "0.1"},
    {"same", Guarded<Same>, "c:same(what) -> condition",
     "The parts of c share it: \"sentence\", \"paragraph\", \"section\", \"segment\" or "
     "\"period\".",
     "0.1"},
    {"unless", Guarded<Unless>, "c:unless(d) -> condition",
     "c, with no d in the same sentence as c's evidence.", "0.1"},
};

}  // namespace

void OpenCombinators(lua_State* L) {
  for (const ApiFunction& combinator : kCombinators) {
    lua_pushcfunction(L, combinator.function);
    State::Of(L)->SetGlobal(combinator.name);
  }
}

std::vector<ApiFunction> CombinatorFunctions() {
  return {std::begin(kCombinators), std::end(kCombinators)};
}

std::vector<ApiFunction> ConditionMethods() { return {std::begin(kMethods), std::end(kMethods)}; }

}  // namespace tellwire::script
