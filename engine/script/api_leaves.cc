// The leaves: functions that make a condition of words, a pattern or a table of fields.
#include <fmt/format.h>

#include "rule/phrase.h"
#include "script/api_conditions.h"
#include "script/read_condition.h"
#include "script/special_values.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;
using rule::Op;

constexpr size_t kMaxPhrase = 1000;  // bytes

// A leaf on its way: its place, what is wrong with it.
struct Leaf {
  Leaf(lua_State* state, Op op, const char* called)
      : L(state), loading(Loading::Of(state)), name(called), site(loading->Here(state, called)) {
    condition.op = op;
    condition.where = site.where;
  }

  void Wrong(std::string_view diagnostic, std::string message, std::string help) {
    bad = true;
    loading->Report(diagnostic, site.where, std::move(message), std::move(help));
  }

  int Push() {
    PushCondition(L, std::move(condition), {}, bad);
    return 1;
  }

  lua_State* L;
  Loading* loading;
  const char* name;
  Site site;
  rule::Condition condition;
  bool bad = false;
};

// The texts of argument 1: one or a list of them.
std::vector<std::string> Texts(Leaf* leaf, const char* example) {
  auto texts = TextsAt(leaf->L, 1);
  if (texts && !texts->empty()) return *texts;
  leaf->Wrong(code::kWrongType,
              fmt::format("{} is given {}, not a text", leaf->name, Shown(leaf->L, 1)),
              fmt::format("write {}", example));
  return {};
}

// The field that the texts of argument 1 are words of.
constexpr rule::Field Words(rule::Source source, std::string_view name) {
  return {name, rule::FieldKind::kWord, source, "", "words", ""};
}

// Reads the table at `index` as fields of the leaf; its entries without keys are words.
void TableOfFields(Leaf* leaf, int index, const rule::Field* words) {
  TableReader table(leaf->L, index, leaf->site.Table(), leaf->site.where, leaf->name);
  if (words) {
    for (int i = 1; i <= table.size(); ++i) {
      table.Push(i);
      if (lua_type(leaf->L, -1) == LUA_TSTRING) {
        leaf->condition.words.emplace_back(lua_tostring(leaf->L, -1));
        CheckWords(leaf->L, &table, *words, {leaf->condition.words.back()}, table.At(i));
      } else {
        table.Report(code::kWrongType, table.At(i),
                     fmt::format("{} holds {}, not a name", leaf->name, Shown(leaf->L, -1)));
      }
      lua_pop(leaf->L, 1);
    }
  } else if (table.size() > 0) {
    table.Report(code::kWrongType, table.At(1),
                 fmt::format("{} takes fields, not a list", leaf->name),
                 Suggest("", rule::FieldNames(leaf->condition.op)));
  }
  ReadFields(leaf->L, &table, &leaf->condition);
  leaf->bad = leaf->bad || table.bad();
}

// A leaf that takes names, or a table of names and fields.
int NamesOrFields(Leaf leaf, const rule::Field& words, const char* example) {
  lua_State* L = leaf.L;
  if (lua_istable(L, 1)) {
    TableOfFields(&leaf, 1, &words);
  } else if (lua_type(L, 1) == LUA_TSTRING) {
    leaf.condition.words = {lua_tostring(L, 1)};
    TableReader none(L, (lua_newtable(L), -1), nullptr, leaf.site.where, leaf.name);
    CheckWords(L, &none, words, leaf.condition.words, leaf.site.where);
    leaf.bad = leaf.bad || none.bad();
    if (lua_istable(L, 2)) TableOfFields(&leaf, 2, nullptr);
  } else {
    leaf.Wrong(code::kWrongType, fmt::format("{} is given {}", leaf.name, Shown(L, 1)),
               fmt::format("write {}", example));
  }
  return leaf.Push();
}

// A leaf that takes only fields.
int FieldsOnly(Leaf leaf, const char* example) {
  if (lua_istable(leaf.L, 1)) {
    TableOfFields(&leaf, 1, nullptr);
  } else {
    leaf.Wrong(code::kWrongType,
               fmt::format("{} is given {}, not a table", leaf.name, Shown(leaf.L, 1)),
               fmt::format("write {}", example));
  }
  return leaf.Push();
}

int Phrase(lua_State* L) {
  Leaf leaf(L, Op::kPhrase, "phrase");
  for (const std::string& text : Texts(&leaf, "phrase \"export control*\"")) {
    State::Spend(L, 10 + static_cast<int64_t>(text.size()));
    if (text.size() > kMaxPhrase) {
      leaf.Wrong(code::kBadPhrase, "a phrase is at most 1000 bytes long", "");
      continue;
    }
    auto phrase = rule::ParsePhrase(text);
    if (phrase) {
      leaf.condition.phrases.push_back(std::move(*phrase));
    } else {
      leaf.Wrong(code::kBadPhrase, phrase.error().message, phrase.error().help);
    }
  }
  return leaf.Push();
}

int List(lua_State* L) {
  Leaf leaf(L, Op::kList, "list");
  if (lua_type(L, 1) != LUA_TSTRING) {
    leaf.Wrong(code::kWrongType, fmt::format("list is given {}, not a name", Shown(L, 1)),
               "write list \"export_controls\"");
    return leaf.Push();
  }
  const std::string name = lua_tostring(L, 1);
  leaf.condition.words = {name};
  TableReader none(L, (lua_newtable(L), -1), nullptr, leaf.site.where, "list");
  CheckWords(L, &none, Words(rule::Source::kList, "list"), {name}, leaf.site.where);
  leaf.bad = none.bad();
  const model::WordList* list = leaf.loading->vocabulary.FindList(name);
  if (list) leaf.condition.phrases = leaf.loading->PhrasesOf(*list);
  return leaf.Push();
}

int Regex(lua_State* L) {
  Leaf leaf(L, Op::kRegex, "regex");
  if (lua_type(L, 1) != LUA_TSTRING) {
    leaf.Wrong(code::kWrongType, fmt::format("regex is given {}, not a text", Shown(L, 1)),
               "write regex [[\\bH[12]00\\b]]");
    return leaf.Push();
  }
  const std::string expression = lua_tostring(L, 1);
  if (expression.size() > kMaxPhrase) {
    leaf.Wrong(code::kBadPattern, "a pattern is at most 1000 bytes long", "use several");
    return leaf.Push();
  }
  State::Spend(L, 500);
  auto pattern = text::Pattern::Compile(expression);
  if (pattern) {
    leaf.condition.regex = std::move(*pattern);
  } else {
    leaf.Wrong(code::kBadPattern, pattern.error().message,
               pattern.error().help.empty()
                   ? "patterns are in RE2 syntax, without look-around and back references"
                   : pattern.error().help);
  }
  return leaf.Push();
}

int FactLeaf(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kFact, "fact"),
                    "fact { metric = \"revenue\", surprise = \"miss\" }");
}
int Promise(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kPromise, "promise"),
                    "promise { metric = \"revenue\", deadline = missing }");
}
int Company(lua_State* L) {
  return NamesOrFields(Leaf(L, Op::kCompany, "company"), Words(rule::Source::kCompany, "company"),
                       "company \"BABA\" or company { role = \"primary\" }");
}
int Event(lua_State* L) {
  return NamesOrFields(Leaf(L, Op::kEvent, "event"), Words(rule::Source::kEvent, "event"),
                       "event \"Merger/Acquisition\"");
}
int Quantity(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kQuantity, "quantity"), "quantity { unit = \"pct\", min = 10 }");
}
int Theme(lua_State* L) {
  return NamesOrFields(Leaf(L, Op::kTheme, "theme"), Words(rule::Source::kTheme, "theme"),
                       "theme \"ai_*\"");
}
int Impact(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kImpact, "impact"), "impact { above = 0.4 }");
}
int Sentiment(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kSentiment, "sentiment"), "sentiment { below = -0.2 }");
}
int SourceLeaf(lua_State* L) {
  return NamesOrFields(Leaf(L, Op::kSource, "source"), Words(rule::Source::kFree, "source"),
                       "source \"Reuters\"");
}
int Language(lua_State* L) {
  return NamesOrFields(Leaf(L, Op::kLanguage, "language"), Words(rule::Source::kFree, "language"),
                       "language \"en\"");
}
int Published(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kPublished, "published"), "published { within = \"7d\" }");
}
int Stated(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kStated, "stated"), "stated { impact = { above = 0.4 } }");
}
int Fired(lua_State* L) {
  return NamesOrFields(Leaf(L, Op::kFired, "fired"), Words(rule::Source::kFree, "fired"),
                       "fired(\"other.rule\", { within = \"30d\" })");
}
int Price(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kPrice, "price"), "price { window = \"2d\", above = 3 }");
}
int Portfolio(lua_State* L) {
  return FieldsOnly(Leaf(L, Op::kPortfolio, "portfolio"), "portfolio { above = 0.02 }");
}

// compare("a.change_pct", "<", "b.change_pct")
int Compare(lua_State* L) {
  Leaf leaf(L, Op::kCompare, "compare");
  constexpr std::string_view relations[] = {"<", "<=", ">", ">=", "==", "~="};
  const char* example = "write compare(\"a.change_pct\", \"<\", \"b.change_pct\")";
  for (int i = 1; i <= 3; ++i) {
    if (lua_type(L, i) == LUA_TSTRING) continue;
    leaf.Wrong(code::kWrongType, fmt::format("compare is given {}, not a text", Shown(L, i)),
               example);
    return leaf.Push();
  }
  leaf.condition.left = lua_tostring(L, 1);
  leaf.condition.relation = lua_tostring(L, 2);
  leaf.condition.right = lua_tostring(L, 3);
  bool known = false;
  for (const std::string_view relation : relations)
    known = known || relation == leaf.condition.relation;
  if (!known)
    leaf.Wrong(code::kUnknownValue, fmt::format("compare does not know {}", Shown(L, 2)),
               "it knows < <= > >= == ~=");
  for (const std::string& side : {leaf.condition.left, leaf.condition.right}) {
    if (side.find('.') == std::string::npos)
      leaf.Wrong(code::kUnknownField, fmt::format("compare: \"{}\" names no field", side), example);
  }
  return leaf.Push();
}

constexpr ApiFunction kLeaves[] = {
    {"phrase", Guarded<Phrase>, "phrase(words) -> condition",
     "These words stand in a row, whatever the case; `*` = any ending of that word, `~` = its "
     "inflections; a table means any of them.",
     "0.1"},
    {"list", Guarded<List>, "list(name) -> condition",
     "Any phrase of rules/lists/NAME.txt that is in force.", "0.1"},
    {"regex", Guarded<Regex>, "regex(pattern) -> condition",
     "An RE2 pattern, case as written, block by block.", "0.1"},
    {"fact", Guarded<FactLeaf>, "fact(fields) -> condition", "One fact meets all the fields.",
     "0.1"},
    {"promise", Guarded<Promise>, "promise(fields) -> condition",
     "A guidance or target fact with a target; with `state`: an earlier promise that this article "
     "settles.",
     "0.1"},
    {"company", Guarded<Company>, "company(name_or_fields) -> condition",
     "The company is there; under subject \"company\": the subject is that company.", "0.1"},
    {"event", Guarded<Event>, "event(type) -> condition", "A sentence's coarse type.", "0.1"},
    {"quantity", Guarded<Quantity>, "quantity(fields) -> condition",
     "A number with its unit, wherever it belongs.", "0.1"},
    {"theme", Guarded<Theme>, "theme(id) -> condition", "A theme of the article.", "0.1"},
    {"impact", Guarded<Impact>, "impact(limits) -> condition", "The article's impact, 0..1.",
     "0.1"},
    {"sentiment", Guarded<Sentiment>, "sentiment(limits) -> condition",
     "The sentiment, -1..1: of the subject, of a company `of`, or of the article.", "0.1"},
    {"source", Guarded<SourceLeaf>, "source(name) -> condition", "Who published it.", "0.1"},
    {"language", Guarded<Language>, "language(code) -> condition", "The article's language.",
     "0.1"},
    {"published", Guarded<Published>, "published(fields) -> condition", "When it was published.",
     "0.1"},
    {"stated", Guarded<Stated>, "stated(fields) -> condition", "What the page claims of itself.",
     "0.1"},
    {"fired", Guarded<Fired>, "fired(rule, fields) -> condition",
     "That rule raised an alert for the same subject before.", "0.1"},
    {"price", Guarded<Price>, "price(fields) -> condition",
     "The share's move in percent from publication.", "0.1"},
    {"portfolio", Guarded<Portfolio>, "portfolio(limits) -> condition", "The weight held, 0..1.",
     "0.1"},
    {"compare", Guarded<Compare>, "compare(left, relation, right) -> condition",
     "Compares a field over pairs of evidence of two clauses: \"a.change_pct\", \"<\", "
     "\"b.change_pct\".",
     "0.1"},
    {"no", Guarded<MakeNo>, "no(value) -> value", "In a field: the same fact must not have it.",
     "0.1"},
};

}  // namespace

void OpenLeaves(lua_State* L) {
  for (const ApiFunction& leaf : kLeaves) {
    lua_pushcfunction(L, leaf.function);
    State::Of(L)->SetGlobal(leaf.name);
  }
}

std::vector<ApiFunction> LeafFunctions() { return {std::begin(kLeaves), std::end(kLeaves)}; }

}  // namespace tellwire::script
