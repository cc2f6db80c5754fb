#include "script/marshal_condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "script/api_conditions.h"
#include "script/read_condition.h"

namespace tellwire::script {
namespace {

using rule::Op;
namespace code = rule::code;

constexpr char kName[] = "condition";
constexpr size_t kMaxMade = 2'000'000;  // conditions a file
// Conditions are walked recursively, and a part that is used twice is walked twice.
constexpr int kMaxDepth = 100;
constexpr uint32_t kMaxSize = 20'000;

// How much C++ memory a condition takes, roughly.
size_t Weight(const rule::Condition& condition) {
  size_t weight = sizeof(rule::Condition) + 64;
  for (const rule::PhrasePattern& phrase : condition.phrases)
    weight += sizeof phrase + 2 * phrase.written.size() + phrase.words.size() * 200;
  weight += condition.fields.size() * (sizeof(rule::FieldTest) + 64) + condition.words.size() * 64 +
            condition.children.size() * 16;
  return weight;
}

int Collect(lua_State* L) {
  static_cast<HeldCondition*>(lua_touserdata(L, 1))->~HeldCondition();
  return 0;
}

int Describe(lua_State* L) {
  const HeldCondition* held = ToCondition(L, 1);
  const std::string text = held ? rule::ToString(*held->condition) : "condition";
  State::Spend(L, static_cast<int64_t>(text.size()) / 8);
  lua_pushlstring(L, text.data(), text.size());
  return 1;
}

// Both operands of `&` or `|`, as one condition; operands of the same kind are not nested.
int Binary(lua_State* L, Op op, const char* sign) {
  Loading* loading = Loading::Of(L);
  rule::Condition joined;
  joined.op = op;
  joined.where = loading->LineHere(L);
  std::vector<HeldCondition> parts;
  bool bad = false;
  for (int i = 1; i <= 2; ++i) {
    const HeldCondition* held = ToCondition(L, i);
    if (!held) {
      bad = true;
      const SourceMap* map = loading->FindMap(joined.where.file);
      loading->Report(
          code::kBareString, map ? map->Operator(joined.where.line, sign) : joined.where,
          fmt::format("{} stands beside `{}`, which joins conditions", Shown(L, i), sign),
          lua_type(L, i) == LUA_TSTRING ? fmt::format("write phrase {}", Shown(L, i))
                                        : "give it a condition on both sides");
      continue;
    }
    bad = bad || held->bad;
    parts.push_back(*held);
    if (held->condition->op == op && held->condition->name.empty()) {
      const auto& children = held->condition->children;
      joined.children.insert(joined.children.end(), children.begin(), children.end());
    } else {
      joined.children.push_back(held->condition);
    }
  }
  PushCondition(L, std::move(joined), parts, bad);
  return 1;
}

int And(lua_State* L) { return Binary(L, Op::kAll, "&"); }
int Or(lua_State* L) { return Binary(L, Op::kAny, "|"); }

int Not(lua_State* L) {
  rule::Condition negated;
  negated.op = Op::kNot;
  negated.where = Loading::Of(L)->LineHere(L);
  const HeldCondition held = *ToCondition(L, 1);
  negated.children = {held.condition};
  PushCondition(L, std::move(negated), {held}, held.bad);
  return 1;
}

// `==`, `<`, a binary `~` ...: said, and answered with a condition that keeps its rule out.
int Misused(lua_State* L, std::string_view diagnostic, const char* sign, std::string message,
            const char* help) {
  Loading* loading = Loading::Of(L);
  const Where line = loading->LineHere(L);
  const SourceMap* map = loading->FindMap(line.file);
  loading->Report(diagnostic, map ? map->Operator(line.line, sign) : line, std::move(message),
                  help);
  std::vector<HeldCondition> parts;
  for (int i = 1; i <= 2; ++i) {
    if (const HeldCondition* held = ToCondition(L, i)) parts.push_back(*held);
  }
  for (const HeldCondition& held : parts) MarkReached(loading->file, held);
  loading->compared = loading->compared || diagnostic == code::kCompared;
  rule::Condition nothing;
  nothing.op = Op::kAny;
  nothing.where = line;
  PushCondition(L, std::move(nothing), parts, true);
  return 1;
}

int Equal(lua_State* L) {
  return Misused(L, code::kCompared, "==", "`==` does not compare conditions",
                 "to compare fields of two clauses write compare(\"a.change_pct\", \"==\", "
                 "\"b.change_pct\"); to join conditions write `&` or `|`");
}
int Less(lua_State* L) {
  return Misused(L, code::kCompared, "<", "`<` does not compare conditions",
                 "to compare fields of two clauses write compare(\"a.change_pct\", \"<\", "
                 "\"b.change_pct\")");
}
int BinaryTilde(lua_State* L) {
  return Misused(L, code::kBinaryTilde, "~", "`~` stands between two conditions",
                 "`~` negates the one behind it: write `a & ~b`");
}

int Arithmetic(lua_State* L) {
  return luaL_error(L, "conditions cannot be calculated with: join them by `&`, `|` and `~`");
}

// Methods by name; another name is an error.
int Method(lua_State* L) {
  const char* name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  for (const ApiFunction& method : ConditionMethods()) {
    if (std::string_view(method.name) != name) continue;
    lua_pushcfunction(L, method.function);
    return 1;
  }
  return luaL_error(L, "a condition has no `%s`: it has :exact(), :same(..) and :unless(..)", name);
}

}  // namespace

void OpenConditions(lua_State* L) {
  const luaL_Reg entries[] = {{"__gc", Collect},
                              {"__tostring", Guarded<Describe>},
                              {"__index", Guarded<Method>},
                              {"__band", Guarded<And>},
                              {"__bor", Guarded<Or>},
                              {"__bnot", Guarded<Not>},
                              {"__bxor", Guarded<BinaryTilde>},
                              {"__eq", Guarded<Equal>},
                              {"__lt", Guarded<Less>},
                              {"__le", Guarded<Less>},
                              {"__add", Guarded<Arithmetic>},
                              {"__sub", Guarded<Arithmetic>},
                              {"__mul", Guarded<Arithmetic>},
                              {"__div", Guarded<Arithmetic>},
                              {"__concat", Guarded<Arithmetic>},
                              {"__unm", Guarded<Arithmetic>},
                              {nullptr, nullptr}};
  luaL_newmetatable(L, kName);
  luaL_setfuncs(L, entries, 0);
  lua_pop(L, 1);
}

void PushCondition(lua_State* L, rule::Condition condition, const std::vector<HeldCondition>& parts,
                   bool bad) {
  Loading* loading = Loading::Of(L);
  State::Hold(L, Weight(condition));
  if (loading->file->made.size() >= kMaxMade) luaL_error(L, "a file makes too many conditions");
  HeldCondition held;
  held.condition = std::make_shared<const rule::Condition>(std::move(condition));
  held.file = loading->file->number;
  held.order = ++loading->order;
  held.bad = bad;
  Made made;
  made.condition = held.condition;
  made.bad = bad;
  for (const HeldCondition& part : parts) {
    if (part.file == held.file) made.parts.push_back(part.made);
    held.depth = std::max(held.depth, part.depth + 1);
    held.size = std::min(kMaxSize, held.size) + std::min(kMaxSize, part.size);
  }
  if (held.depth > kMaxDepth) luaL_error(L, "a condition is nested deeper than %d", kMaxDepth);
  if (held.size > kMaxSize)
    luaL_error(L, "a condition has more than %d parts", static_cast<int>(kMaxSize));
  held.made = static_cast<uint32_t>(loading->file->made.size());
  void* place = lua_newuserdatauv(L, sizeof(HeldCondition), 0);
  new (place) HeldCondition(std::move(held));
  luaL_setmetatable(L, kName);
  loading->file->made.push_back(std::move(made));
}

const HeldCondition* ToCondition(lua_State* L, int index) {
  return static_cast<const HeldCondition*>(luaL_testudata(L, index, kName));
}

void MarkReached(FileLoad* file, const HeldCondition& held) {
  if (held.file != file->number) return;
  std::vector<uint32_t> open = {held.made};
  while (!open.empty()) {
    Made& made = file->made[open.back()];
    open.pop_back();
    if (made.reached) continue;
    made.reached = true;
    open.insert(open.end(), made.parts.begin(), made.parts.end());
  }
}

}  // namespace tellwire::script
