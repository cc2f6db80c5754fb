// From the values of a rule's conditions to a hit, a verdict, or nothing.
#include <algorithm>

#include "match/evidence.h"
#include "match/oracle.h"

namespace tellwire::match {

using model::Truth;

namespace {

bool HasTrue(const std::vector<Oracle::Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Oracle::Finding& finding) {
    return finding.reading.truth == Truth::kTrue;
  });
}

// What was lacking, in words: the first leaf that could not say.
std::string ReasonOf(const Oracle::Value& value) {
  if (value.truth == Truth::kError) return "a limit of matching was reached";
  for (const Oracle::Finding& finding : value.findings) {
    if (finding.reading.truth == Truth::kUnknown) return "unknown: " + ToString(*finding.leaf);
  }
  return "unknown";
}

}  // namespace

void Oracle::Decide(const rule::Rule& rule, size_t index, int company, Outcome* outcome) const {
  const Value when = EvaluateRoot(*rule.when, "when", company, &rule);
  if (when.truth == Truth::kFalse) return;
  if (company >= 0 && when.findings.empty()) return;  // nothing here speaks of it: not asked
  if (when.truth != Truth::kTrue) {
    outcome->verdicts.push_back({index, company, when.truth, ReasonOf(when)});
    return;
  }
  if (company >= 0 && !HasTrue(when.findings)) return;
  for (size_t i = 0; i < rule.excepted.size(); ++i) {
    if (EvaluateRoot(*rule.excepted[i], "except", company, &rule).truth != Truth::kTrue) continue;
    outcome->excepted.push_back({index, company, i});
    return;
  }
  std::vector<std::string> unsure;
  Value failed;
  for (size_t i = 0; i < rule.unless.size(); ++i) {
    const std::string root = "unless[" + std::to_string(i + 1) + "]";
    const Value unless = EvaluateRoot(*rule.unless[i], root, company, &rule);
    if (unless.truth == Truth::kTrue) return;
    if (unless.truth == Truth::kError) failed = unless;
    if (unless.truth == Truth::kUnknown) unsure.push_back(ClauseName(*rule.unless[i], root));
  }
  if (failed.truth == Truth::kError) {
    outcome->verdicts.push_back({index, company, Truth::kError, ReasonOf(failed)});
    return;
  }
  AddHit(rule, index, company, when, std::move(unsure), outcome);
}

void Oracle::AddHit(const rule::Rule& rule, size_t index, int company, const Value& when,
                    std::vector<std::string> unsure, Outcome* outcome) const {
  model::Hit hit;
  hit.rule = index;
  hit.company = company;
  hit.unsure = std::move(unsure);
  const auto add = [&](const Value& value, const std::vector<std::string>& clauses,
                       std::vector<model::Evidence>* evidence) {
    std::vector<Found> found;
    std::vector<std::string> leaves;
    leaves.reserve(value.findings.size());
    for (const Finding& finding : value.findings) {
      if (finding.reading.truth != Truth::kTrue) continue;
      const auto clause = std::find(clauses.begin(), clauses.end(), finding.clause);
      leaves.push_back(ToString(*finding.leaf));
      found.push_back({static_cast<size_t>(clause - clauses.begin()), &leaves.back(),
                       finding.reading.place, finding.reading.fact});
    }
    hit.evidence_left_out +=
        AddEvidence(clauses, std::move(found), places_, subject_.analysis.facts, evidence);
  };
  add(when, ClausesOf(*rule.when, "when"), &hit.evidence);
  for (size_t i = 0; i < rule.against.size(); ++i) {
    const std::string root = "against[" + std::to_string(i + 1) + "]";
    add(EvaluateRoot(*rule.against[i], root, company, &rule), ClausesOf(*rule.against[i], root),
        &hit.against);
  }
  outcome->hits.push_back(std::move(hit));
}

Outcome Oracle::Match(const rule::RuleSet& rules) const {
  Outcome outcome;
  for (size_t i = 0; i < rules.rules.size(); ++i) {
    const rule::Rule& rule = rules.rules[i];
    if (!rule.when) continue;
    if (!rule.subject.per_company) {
      Decide(rule, i, -1, &outcome);
      continue;
    }
    const auto& companies = subject_.analysis.companies;
    for (size_t company = 0; company < companies.size(); ++company) {
      if (TestCompany(companies[company], {}, rule.subject.filter, leaves_) == Truth::kTrue)
        Decide(rule, i, static_cast<int>(company), &outcome);
    }
  }
  return outcome;
}

}  // namespace tellwire::match
