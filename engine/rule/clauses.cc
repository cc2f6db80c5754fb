#include "rule/clauses.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "model/vocabulary.h"
#include "rule/codes.h"
#include "rule/fields.h"

namespace tellwire::rule {
namespace {

constexpr std::string_view kSpecs[] = {"", "%", "+%", "money", "number", "date"};
const std::vector<std::string> kArticleFields = {"title", "id",       "source",
                                                 "url",   "language", "published"};

// Of facts: what only titles know, and what only conditions do.
const std::vector<std::string> kTitleFields = {"figure", "move"};
const std::vector<std::string> kConditionsOnly = {"metric_text", "named"};

constexpr size_t kMaxListed = 12;  // names in a suggestion

void AddLeaves(const Condition& condition, std::set<Op>* leaves) {
  if (IsLeaf(condition.op)) leaves->insert(condition.op);
  for (const ConditionPtr& child : condition.children) AddLeaves(*child, leaves);
}

void AddClauses(const Condition& condition, std::vector<Clause>* clauses) {
  if (!condition.name.empty()) {
    Clause clause{condition.name, {}, condition.where};
    AddLeaves(condition, &clause.leaves);
    clauses->push_back(std::move(clause));
  }
  for (const ConditionPtr& child : condition.children) AddClauses(*child, clauses);
}

bool IsOf(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string DidYouMean(std::string_view word, const std::vector<std::string>& known) {
  const std::string nearest = model::Nearest(word, known);
  if (!nearest.empty()) return fmt::format("did you mean `{}`?", nearest);
  if (known.empty() || known.size() > kMaxListed) return "";
  return fmt::format("there are {}", fmt::join(known, ", "));
}

class NameChecker {
 public:
  explicit NameChecker(const Rule& rule) : rule_(rule), clauses_(NamedClauses(rule)) {
    for (const Clause& clause : clauses_) names_.push_back(clause.name);
  }

  std::vector<NameProblem> Check() {
    CheckTwice();
    CheckTitle();
    if (rule_.once_per) {
      for (size_t i = 0; i < rule_.once_per->parts.size(); ++i)
        Path(rule_.once_per->parts[i], NameProblem::In::kOncePer, i, {}, true);
    }
    if (rule_.when) Comparisons(*rule_.when);
    for (const ConditionPtr& clause : rule_.unless) Comparisons(*clause);
    for (const ConditionPtr& clause : rule_.against) Comparisons(*clause);
    for (size_t i = 0; i < rule_.examples.size(); ++i) {
      for (const auto& [clause, words] : rule_.examples[i].evidence)
        Find(clause, NameProblem::In::kExample, i, {});
    }
    return std::move(problems_);
  }

 private:
  using In = NameProblem::In;

  void Add(In in, size_t index, std::string_view code, std::string message, std::string help,
           const Where& where) {
    problems_.push_back({in, index, code, std::move(message), std::move(help), where});
  }

  void CheckTwice() {
    std::set<std::string> seen;
    for (const Clause& clause : clauses_) {
      if (!seen.insert(clause.name).second)
        Add(In::kClause, 0, code::kNameTwice,
            fmt::format("two clauses are called `{}`", clause.name),
            "the names of a rule are flat: give each clause its own", clause.where);
    }
  }

  const Clause* Find(std::string_view name, In in, size_t index, const Where& where) {
    for (const Clause& clause : clauses_) {
      if (clause.name == name) return &clause;
    }
    Add(in, index, code::kUnknownClause, fmt::format("the rule has no clause `{}`", name),
        DidYouMean(name, names_), where);
    return nullptr;
  }

  // "company", "clause" or "clause.field"; returns the field if it is one.
  const Field* Path(std::string_view path, In in, size_t index, const Where& where,
                    bool company_allowed) {
    if (company_allowed && (path == "company" || path == "ticker")) return nullptr;
    const size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    const std::string field(dot == std::string_view::npos ? "" : path.substr(dot + 1));
    if (name == "article" && company_allowed) {
      if (!IsOf(kArticleFields, field))
        Add(in, index, code::kUnknownField, fmt::format("an article has no field `{}`", field),
            DidYouMean(field, kArticleFields), where);
      return nullptr;
    }
    const Clause* clause = Find(name, in, index, where);
    if (!clause || field.empty()) return nullptr;
    std::vector<std::string> known = FieldsOfClause(*clause);
    if (in != In::kCompare)
      std::erase_if(
          known, [](const std::string& known_name) { return IsOf(kConditionsOnly, known_name); });
    if (in == In::kTitle && clause->HasFacts())
      known.insert(known.end(), kTitleFields.begin(), kTitleFields.end());
    if (!IsOf(known, field)) {
      Add(in, index, code::kUnknownField,
          fmt::format("the clause `{}` has no field `{}`", name, field), DidYouMean(field, known),
          where);
      return nullptr;
    }
    return FindField(Op::kPromise, field);
  }

  void CheckTitle() {
    std::string_view rest = rule_.title;
    while (!rest.empty()) {
      const size_t open = rest.find_first_of("{}");
      if (open == std::string_view::npos) return;
      const size_t close = rest[open] == '{' ? rest.find_first_of("{}", open + 1) : open;
      if (rest[open] == '}' || close == std::string_view::npos || rest[close] == '{') {
        Add(In::kTitle, 0, code::kBadTemplate, "a brace in the title has no partner",
            "write {clause.field}, or {clause.field:spec}", {});
        return;
      }
      CheckSlot(rest.substr(open + 1, close - open - 1));
      rest.remove_prefix(close + 1);
    }
  }

  void CheckSlot(std::string_view slot) {
    const size_t colon = slot.find(':');
    const std::string_view spec = colon == std::string_view::npos ? "" : slot.substr(colon + 1);
    if (std::find(std::begin(kSpecs), std::end(kSpecs), spec) == std::end(kSpecs)) {
      Add(In::kTitle, 0, code::kBadTemplate,
          fmt::format("the title has the unknown format `{}`", spec),
          "formats are %, +%, money, number and date", {});
      return;
    }
    const Field* field = Path(slot.substr(0, colon), In::kTitle, 0, {}, true);
    if (!field || spec.empty()) return;
    const bool number = field->kind == FieldKind::kNumber || field->kind == FieldKind::kBare;
    const bool date = field->name == "period" || field->name == "deadline";
    if (spec == "date" ? !date : !number)
      Add(In::kTitle, 0, code::kBadTemplate,
          fmt::format("`{}` is not written as `{}`", field->name, spec),
          number ? "numbers take %, +%, money and number" : "leave the format out", {});
  }

  void Comparisons(const Condition& condition) {
    if (condition.op == Op::kCompare) {
      for (const std::string& side : {condition.left, condition.right})
        Path(side, In::kCompare, 0, condition.where, false);
    }
    for (const ConditionPtr& child : condition.children) Comparisons(*child);
  }

  const Rule& rule_;
  std::vector<Clause> clauses_;
  std::vector<std::string> names_;
  std::vector<NameProblem> problems_;
};

}  // namespace

std::vector<Clause> NamedClauses(const Rule& rule) {
  std::vector<Clause> clauses;
  if (rule.when) AddClauses(*rule.when, &clauses);
  for (const ConditionPtr& clause : rule.unless) AddClauses(*clause, &clauses);
  for (const ConditionPtr& clause : rule.against) AddClauses(*clause, &clauses);
  return clauses;
}

std::vector<std::string> FieldsOfClause(const Clause& clause) {
  std::vector<std::string> fields = {"text", "sentence"};
  if (!clause.HasFacts()) return fields;
  const Op leaf = clause.leaves.contains(Op::kPromise) ? Op::kPromise : Op::kFact;
  for (const std::string& name : FieldNames(leaf)) {
    if (name != "exact" && name != "state") fields.push_back(name);
  }
  return fields;
}

std::vector<NameProblem> CheckNames(const Rule& rule) { return NameChecker(rule).Check(); }

}  // namespace tellwire::rule
