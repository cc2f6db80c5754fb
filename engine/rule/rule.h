// A rule as data, and the set of all rules of a run.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/alert.h"
#include "rule/condition.h"

namespace tellwire::rule {

enum class Status : uint8_t { kDraft, kTest, kStable, kRetired };
std::string_view ToString(Status status);
std::optional<Status> ParseStatus(std::string_view name);

// Whom a rule is asked about: the article, or each company that passes the filter.
struct Subject {
  bool per_company = false;
  std::vector<FieldTest> filter;  // company { role = .., sector = .. }; empty: every company
};

// How long an alert stays quiet: the parts of its key and the window. Parts: "company" or
// "clause.field".
struct OncePer {
  std::vector<std::string> parts;
  std::optional<int> days;  // none: for ever
};

// A worked example that belongs to a rule: a text and what the rule must say of it.
struct Example {
  enum class Wanted : uint8_t { kFires, kSilent, kUnknown };
  Wanted wanted = Wanted::kFires;
  std::string text, because, company;
  std::vector<std::pair<std::string, std::string>> evidence;  // clause -> words of its evidence
  std::string title, source, language, published, id;         // of `article`; empty: not given
  std::vector<Example> before;                                // earlier articles
  std::vector<std::pair<std::string, double>> prices;         // window -> move in percent
  Where where;
};

struct Rule {
  std::string id;
  std::string title;  // template: `{clause.field:spec}`
  std::string about;
  model::Severity severity = model::Severity::kMedium;
  Status status = Status::kTest;
  std::vector<std::string> tags, false_alerts;
  Subject subject;

  // `when` is one condition (kAll of its clauses where it was a table); `unless` and `against` are
  // named clauses.
  ConditionPtr when;
  std::vector<ConditionPtr> unless, against;

  std::optional<OncePer> once_per;
  bool has_handler = false;
  size_t handler = 0;        // what script/ knows it by
  std::string handler_hash;  // of the bytes of its file and of all that it requires; empty without
                             // a handler
  std::vector<std::string> lists;  // names and hashes of the lists that it names, "name=hash"
  // Of the exceptions that name it: an article for which one is true raises no alert.
  std::vector<ConditionPtr> excepted;
  std::vector<std::string> exception_reasons;  // parallel to `excepted`: "reason (owner)"

  std::vector<Example> examples;
  std::string text;  // the bytes of its file
  Where where;

  std::string version;  // hash of its canonical form: see VersionOf
};

// The hash of all that decides what a rule does: subject, when, unless, against, once_per,
// severity, title, lists, exceptions and the handler's hash; not examples, comments or `about`.
std::string VersionOf(const Rule& rule);

// All rules of a run, sorted by id. Immutable once made.
struct RuleSet {
  std::vector<Rule> rules;

  // The index of a rule, or nullopt.
  std::optional<size_t> Find(std::string_view id) const;
};

}  // namespace tellwire::rule
