#include "script/read_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/hash.h"
#include "rule/clauses.h"
#include "script/frozen.h"
#include "script/read_condition.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;
using rule::Op;

const std::vector<std::string> kRuleKeys = {
    "title",  "severity", "status",   "tags",  "about",        "subject", "when",
    "unless", "against",  "once_per", "alert", "false_alerts", "examples"};

constexpr char kOncePerForm[] = "write once_per = { \"company\", \"miss.period\", days = 7 }";

// Names of the lists that a condition uses, its companies' too.
void AddLists(const rule::Condition& condition, std::set<std::string>* names) {
  if (condition.op == Op::kList) names->insert(condition.words.begin(), condition.words.end());
  for (const rule::FieldTest& test : condition.fields) {
    if (test.field == "list") names->insert(test.words.begin(), test.words.end());
  }
  for (const rule::ConditionPtr& child : condition.children) AddLists(*child, names);
}

class RuleReader {
 public:
  RuleReader(lua_State* L, const std::string& id, int index, const Site& site, bool keep)
      : L_(L),
        loading_(Loading::Of(L)),
        table_(L, index, site.Table(), site.where, "a rule"),
        site_(site),
        bad_(!keep) {
    rule_.id = id;
    rule_.where = site.where;
  }

  void Read() {
    errors_before_ = loading_->errors();
    table_.CheckKeys(kRuleKeys);
    if (table_.size() > 0)
      table_.Report(code::kWrongType, table_.At(1), "a rule has an entry without a key",
                    "conditions stand in `when`");
    ReadWords();
    ReadSubject();
    ReadWhen();
    rule_.unless = ReadClauses("unless");
    rule_.against = ReadClauses("against");
    ReadOncePer();
    ReadExampleTable();
    ReadHandler();
    CheckNamesOfRule();
    AddListsOfRule();
    if (loading_->errors() == errors_before_ && !bad_)
      loading_->file->rules.push_back(std::move(rule_));
  }

 private:
  template <typename Enum>
  void ReadChoice(const char* key, std::optional<Enum> (*parse)(std::string_view),
                  const std::vector<std::string>& known, Enum* out) {
    const auto word = table_.Text(key);
    if (!word) return;
    if (const auto value = parse(*word)) {
      *out = *value;
    } else {
      table_.Report(code::kUnknownValue, table_.ValueAt(key),
                    fmt::format("`{}` cannot be \"{}\"", key, *word), Suggest(*word, known));
    }
  }

  void ReadWords() {
    if (!table_.Has("title")) {
      table_.Report(code::kMissingKey, table_.where(),
                    fmt::format("the rule {} has no `title`", rule_.id),
                    "a title is what the alert is called: title = \"{company} missed\"");
    }
    rule_.title = table_.Text("title").value_or("");
    rule_.about = table_.Text("about").value_or("");
    rule_.tags = table_.Texts("tags");
    rule_.false_alerts = table_.Texts("false_alerts");
    ReadChoice("severity", &model::ParseSeverity, {"info", "low", "medium", "high", "critical"},
               &rule_.severity);
    ReadChoice("status", &rule::ParseStatus, {"draft", "test", "stable", "retired"}, &rule_.status);
  }

  void ReadSubject() {
    if (!table_.Has("subject")) return;
    table_.Push("subject");
    const HeldCondition* held = ToCondition(L_, -1);
    if (held && held->condition->op == Op::kCompany) {
      MarkReached(loading_->file, *held);
      bad_ = bad_ || held->bad;
      rule_.subject.per_company = true;
      rule_.subject.filter = held->condition->fields;
      if (!held->condition->words.empty()) {
        rule::FieldTest names;
        names.field = "name";
        names.words = held->condition->words;
        rule_.subject.filter.push_back(std::move(names));
      }
    } else {
      const std::string word = lua_type(L_, -1) == LUA_TSTRING ? lua_tostring(L_, -1) : "";
      rule_.subject.per_company = word == "company";
      if (word != "company" && word != "article")
        table_.Report(code::kUnknownValue, table_.ValueAt("subject"),
                      fmt::format("`subject` cannot be {}", Shown(L_, -1)),
                      "write \"company\", \"article\", or company { role = \"primary\" }");
    }
    lua_pop(L_, 1);
  }

  void Reach(const Members& members) {
    for (const HeldCondition& held : members.parts) MarkReached(loading_->file, held);
    bad_ = bad_ || members.bad;
  }

  // A condition, or a table of them as under `all`.
  void ReadWhen() {
    if (!table_.Has("when")) {
      table_.Report(code::kMissingKey, table_.where(),
                    fmt::format("the rule {} has no `when`", rule_.id),
                    "when = phrase \"price war\"");
      return;
    }
    table_.Push("when");
    std::vector<rule::ConditionPtr> conditions = ConditionsAt("when");
    if (lua_istable(L_, -1)) {
      rule::Condition all;
      all.op = Op::kAll;
      all.where = table_.At("when");
      all.children = std::move(conditions);
      if (all.children.empty() && !bad_)
        table_.Report(code::kMissingKey, table_.At("when"), "`when` is empty");
      rule_.when = std::make_shared<const rule::Condition>(std::move(all));
    } else if (!conditions.empty()) {
      rule_.when = conditions[0];
    }
    lua_pop(L_, 1);
  }

  // The condition on top of the stack, or those of the table there.
  std::vector<rule::ConditionPtr> ConditionsAt(const char* key) {
    Members members(L_, {table_.ValueAt(key), nullptr});
    if (lua_istable(L_, -1)) {
      TableReader clauses(L_, -1, table_.Written(key), table_.ValueAt(key),
                          fmt::format("`{}`", key));
      members.TakeTable(&clauses);
    } else {
      members.Take(lua_gettop(L_), fmt::format("`{}`", key));
    }
    Reach(members);
    return members.conditions;
  }

  std::vector<rule::ConditionPtr> ReadClauses(const char* key) {
    if (!table_.Has(key)) return {};
    table_.Push(key);
    std::vector<rule::ConditionPtr> clauses = ConditionsAt(key);
    lua_pop(L_, 1);
    return clauses;
  }

  void ReadOncePer() {
    if (!table_.Has("once_per")) return;
    table_.Push("once_per");
    if (lua_type(L_, -1) == LUA_TSTRING) {
      rule_.once_per = rule::OncePer{{lua_tostring(L_, -1)}, std::nullopt};
    } else if (lua_istable(L_, -1)) {
      rule_.once_per = OncePerTable();
    } else {
      table_.Report(code::kWrongType, table_.ValueAt("once_per"),
                    fmt::format("`once_per` is {}, not a table", Shown(L_, -1)), kOncePerForm);
    }
    lua_pop(L_, 1);
  }

  // Of the table on top of the stack.
  rule::OncePer OncePerTable() {
    TableReader table(L_, -1, table_.Written("once_per"), table_.ValueAt("once_per"), "`once_per`");
    table.CheckKeys({"days"});
    rule::OncePer once_per;
    for (int i = 1; i <= table.size(); ++i) {
      table.Push(i);
      if (lua_type(L_, -1) == LUA_TSTRING) {
        once_per.parts.emplace_back(lua_tostring(L_, -1));
      } else {
        table.Report(code::kWrongType, table.At(i),
                     fmt::format("`once_per` holds {}", Shown(L_, -1)), kOncePerForm);
      }
      lua_pop(L_, 1);
    }
    const auto days = table.Number("days");
    if (!days) return once_per;
    if (*days < 1 || *days > 36500 || *days != static_cast<int>(*days))
      table.Report(code::kWrongType, table.ValueAt("days"), "`days` is not a whole number from 1");
    else
      once_per.days = static_cast<int>(*days);
    return once_per;
  }

  void ReadExampleTable() {
    if (!table_.Has("examples") || !loading_->options.examples) return;
    table_.Push("examples");
    if (lua_istable(L_, -1)) {
      TableReader examples(L_, -1, table_.Written("examples"), table_.ValueAt("examples"),
                           "`examples`");
      rule_.examples = ReadExamples(L_, &examples);
    } else {
      table_.Report(code::kWrongType, table_.ValueAt("examples"),
                    fmt::format("`examples` is {}, not a table", Shown(L_, -1)),
                    "write examples = { fires = { .. }, silent = { .. } }");
    }
    lua_pop(L_, 1);
  }

  void ReadHandler() {
    if (!table_.Has("alert")) return;
    table_.Push("alert");
    if (!lua_isfunction(L_, -1) || lua_iscfunction(L_, -1)) {
      table_.Report(code::kWrongType, table_.ValueAt("alert"),
                    fmt::format("`alert` is {}, not a function of the rule", Shown(L_, -1)),
                    "write alert = function(hit) return { score = 0.8 } end");
      lua_pop(L_, 1);
      return;
    }
    rule_.has_handler = true;
    rule_.handler = loading_->handlers.size();
    HandlerEntry entry;
    entry.where = table_.ValueAt("alert");
    entry.function = luaL_ref(L_, LUA_REGISTRYINDEX);
    loading_->handlers.push_back(std::move(entry));
    loading_->file->handlers.push_back(rule_.handler);
  }

  Where PlaceOf(const rule::NameProblem& problem) {
    using In = rule::NameProblem::In;
    switch (problem.in) {
      case In::kTitle:
        return table_.ValueAt("title");
      case In::kOncePer:
        if (const TableSite* parts = table_.Written("once_per")) {
          if (const auto* entry = parts->Find(static_cast<int>(problem.index) + 1))
            return entry->value;
        }
        return table_.ValueAt("once_per");
      case In::kExample:
        return rule_.examples[problem.index].where;
      default:
        return problem.where;
    }
  }

  void CheckNamesOfRule() {
    for (const rule::NameProblem& problem : rule::CheckNames(rule_))
      loading_->Report(problem.code, PlaceOf(problem), problem.message, problem.help);
  }

  void AddListsOfRule() {
    std::set<std::string> names;
    if (rule_.when) AddLists(*rule_.when, &names);
    for (const rule::ConditionPtr& clause : rule_.unless) AddLists(*clause, &names);
    for (const rule::ConditionPtr& clause : rule_.against) AddLists(*clause, &names);
    for (const rule::FieldTest& test : rule_.subject.filter) {
      if (test.field == "list") names.insert(test.words.begin(), test.words.end());
    }
    for (const std::string& name : names) {
      const model::WordList* list = loading_->vocabulary.FindList(name);
      rule_.lists.push_back(name + "=" + (list ? list->hash : ""));
    }
  }

  lua_State* L_;
  Loading* loading_;
  TableReader table_;
  Site site_;
  rule::Rule rule_;
  size_t errors_before_ = 0;
  bool bad_;
};

}  // namespace

bool IsRuleId(std::string_view id) {
  if (id.empty() || id.size() > 200 || id.find('.') == std::string_view::npos) return false;
  char before = '.';
  for (const char c : id) {
    const bool letter = IsLower(c) || IsDigit(c) || c == '_';
    if (!letter && (c != '.' || before == '.')) return false;
    before = c;
  }
  return before != '.';
}

void ReadRule(lua_State* L, const std::string& id, int index, const Site& site, bool keep) {
  State::Hold(L, sizeof(rule::Rule));
  RuleReader(L, id, index, site, keep).Read();
}

void ReadException(lua_State* L, const std::string& id, int index, const Site& site) {
  Loading* loading = Loading::Of(L);
  TableReader table(L, index, site.Table(), site.where, "an exception");
  table.CheckKeys({"where", "reason", "owner", "expires"});
  ExceptionEntry entry;
  entry.rule = id;
  entry.where = site.where;
  for (const char* key : {"where", "reason", "owner", "expires"}) {
    if (!table.Has(key))
      table.Report(code::kMissingKey, site.where, fmt::format("the exception has no `{}`", key),
                   "except \"rule.id\" { where = .., reason = \"..\", owner = \"..\", expires = "
                   "\"2027-03-31\" }");
  }
  entry.reason = table.Text("reason").value_or("");
  entry.owner = table.Text("owner").value_or("");
  if (const auto expires = table.Text("expires")) {
    entry.expires = ParseDay(*expires);
    if (!entry.expires)
      table.Report(code::kWrongType, table.ValueAt("expires"),
                   fmt::format("\"{}\" is no day", *expires), "write it as \"2027-03-31\"");
  }
  bool bad = false;
  if (table.Has("where")) {
    table.Push("where");
    Members members(L, {table.ValueAt("where"), nullptr});
    members.Take(lua_gettop(L), "`where`");
    for (const HeldCondition& held : members.parts) MarkReached(loading->file, held);
    bad = members.bad;
    if (!members.conditions.empty()) entry.condition = members.conditions[0];
    lua_pop(L, 1);
  }
  if (!table.bad() && !bad) loading->exceptions.push_back(std::move(entry));
}

}  // namespace tellwire::script
