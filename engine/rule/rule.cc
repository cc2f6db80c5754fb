#include "rule/rule.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/json_writer.h"

namespace tellwire::rule {
namespace {

constexpr std::array<std::string_view, 4> kStatuses = {"draft", "test", "stable", "retired"};

void AddClauses(const std::vector<ConditionPtr>& clauses, FieldHash* hash) {
  hash->Add(std::to_string(clauses.size()));
  for (const ConditionPtr& clause : clauses) hash->Add(Canonical(*clause, Names::kKept));
}

void AddNames(const std::vector<std::string>& names, FieldHash* hash) {
  hash->Add(std::to_string(names.size()));
  for (const std::string& name : names) hash->Add(name);
}

void AddSubject(const Subject& subject, FieldHash* hash) {
  Condition filter;
  filter.op = Op::kCompany;
  filter.fields = subject.filter;
  hash->Add(subject.per_company ? "company" : "article").Add(Canonical(filter));
}

void AddOncePer(const std::optional<OncePer>& once_per, FieldHash* hash) {
  if (!once_per) {
    hash->Add("");
    return;
  }
  AddNames(once_per->parts, hash);
  hash->Add(once_per->days ? std::to_string(*once_per->days) : "always");
}

}  // namespace

std::string_view ToString(Status status) { return kStatuses[static_cast<size_t>(status)]; }

std::optional<Status> ParseStatus(std::string_view name) {
  const auto found = std::find(kStatuses.begin(), kStatuses.end(), name);
  if (found == kStatuses.end()) return std::nullopt;
  return static_cast<Status>(found - kStatuses.begin());
}

std::string VersionOf(const Rule& rule) {
  FieldHash hash;
  hash.Add(rule.title).Add(model::ToString(rule.severity));
  AddSubject(rule.subject, &hash);
  hash.Add(rule.when ? Canonical(*rule.when, Names::kKept) : "");
  AddClauses(rule.unless, &hash);
  AddClauses(rule.against, &hash);
  AddOncePer(rule.once_per, &hash);
  AddNames(rule.lists, &hash);
  AddClauses(rule.excepted, &hash);
  hash.Add(rule.has_handler ? rule.handler_hash : "");
  return hash.Hex();
}

std::optional<size_t> RuleSet::Find(std::string_view id) const {
  const auto found =
      std::lower_bound(rules.begin(), rules.end(), id,
                       [](const Rule& rule, std::string_view sought) { return rule.id < sought; });
  if (found == rules.end() || found->id != id) return std::nullopt;
  return static_cast<size_t>(found - rules.begin());
}

}  // namespace tellwire::rule
