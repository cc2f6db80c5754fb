#include "match/explain.h"

#include <algorithm>

#include "fmt/format.h"
#include "match/evidence.h"

namespace tellwire::match {

using model::Place;
using model::Truth;
using rule::Condition;
using rule::Op;

namespace {

class Tracer {
 public:
  Tracer(const rule::Rule& rule, const Oracle& oracle) : rule_(rule), oracle_(oracle) {}

  ClauseTrace Root(const Condition& root, const std::string& name, int company) const {
    Oracle::Context context;
    context.company = company;
    if (!IsTable(root)) {
      ClauseTrace trace = Part(root, context);
      trace.clause = ClauseName(root, name);
      return trace;
    }
    ClauseTrace trace = Own(root, context);
    for (size_t i = 0; i < root.children.size(); ++i) {
      trace.parts.push_back(Part(*root.children[i], context));
      trace.parts.back().clause = PathName(*root.children[i], name, i);
    }
    return trace;
  }

 private:
  // The condition itself, without its parts.
  ClauseTrace Own(const Condition& condition, const Oracle::Context& context) const {
    ClauseTrace trace;
    trace.clause = condition.name;
    trace.condition = ToString(condition);
    const Oracle::Value value = oracle_.Evaluate(condition, context, &rule_);
    trace.truth = value.truth;
    for (const Oracle::Finding& finding : value.findings) {
      if (finding.reading.truth == Truth::kTrue && finding.reading.HasWords())
        trace.places.push_back(finding.reading.place);
    }
    std::sort(trace.places.begin(), trace.places.end());
    trace.places.erase(std::unique(trace.places.begin(), trace.places.end()), trace.places.end());
    if (trace.places.size() > kTracePlaces) {
      trace.places_left_out = trace.places.size() - kTracePlaces;
      trace.places.resize(kTracePlaces);
    }
    if (value.truth != Truth::kTrue)
      trace.near_misses = NearMisses(condition, context, rule_, oracle_);
    return trace;
  }

  ClauseTrace Part(const Condition& condition, const Oracle::Context& around) const {
    ClauseTrace trace = Own(condition, around);
    Oracle::Context context = around;
    if (condition.op == Op::kAnywhere) context.company = -1;
    context.filters = context.filters.Under(condition.op);
    for (const rule::ConditionPtr& child : condition.children)
      trace.parts.push_back(Part(*child, context));
    return trace;
  }

  const rule::Rule& rule_;
  const Oracle& oracle_;
};

// Whether the rule's anchor is found in the article, and what that anchor is.
void FillCandidate(const rule::Rule& rule, const Subject& subject,
                   const model::Vocabulary& vocabulary, const WordFrequencies* frequencies,
                   Explanation* explanation) {
  rule::RuleSet alone;
  alone.rules.push_back(rule);
  const Network network(alone, vocabulary, frequencies);
  const auto scratch = network.NewScratch();
  std::vector<RuleCounters> counters(1);
  network.Match(subject, scratch.get(), &counters);
  explanation->candidate = counters[0].candidates > 0;
  explanation->anchor = network.AnchorOf(0);
}

std::string NameOf(const ClauseTrace& trace) {
  return trace.clause.empty() ? trace.condition : trace.clause;
}

// What decided, in the order in which it decides.
std::string ExceptionIn(const Excepted& excepted, const rule::Rule& rule) {
  if (excepted.exception < rule.exception_reasons.size())
    return rule.exception_reasons[excepted.exception];
  return ToString(*rule.excepted[excepted.exception]);
}

std::string OutcomeOf(const Explanation& e, const Outcome& decided, const rule::Rule& rule) {
  if (rule.subject.per_company && e.company < 0)
    return "no company of the article passes the rule's subject";
  if (e.when.truth == Truth::kFalse) return "`when` is false";
  if (e.when.truth == Truth::kError) return "`when` could not be decided: a limit was reached";
  if (e.when.truth == Truth::kUnknown) return "`when` is unknown: what was found lacks an answer";
  if (!decided.excepted.empty())
    return fmt::format("an exception holds: {}", ExceptionIn(decided.excepted[0], rule));
  for (const ClauseTrace& unless : e.unless) {
    if (unless.truth == Truth::kTrue)
      return fmt::format("`unless` stops it: {} is true", NameOf(unless));
  }
  if (!decided.hits.empty()) return "a hit";
  if (!decided.verdicts.empty()) return "`unless` could not be decided: a limit was reached";
  return "`when` is true, but nothing in it speaks of this company";
}

Explanation ExplainFor(const rule::Rule& rule, int company, const Subject& subject,
                       const Oracle& oracle) {
  Explanation e;
  e.rule = rule.id;
  e.company = company;
  if (company >= 0) e.company_name = subject.analysis.companies[static_cast<size_t>(company)].name;
  const Tracer tracer(rule, oracle);
  e.when = tracer.Root(*rule.when, "when", company);
  const auto add = [&](const std::vector<rule::ConditionPtr>& from, std::string_view name,
                       std::vector<ClauseTrace>* to) {
    for (size_t i = 0; i < from.size(); ++i)
      to->push_back(tracer.Root(*from[i], fmt::format("{}[{}]", name, i + 1), company));
  };
  add(rule.unless, "unless", &e.unless);
  add(rule.against, "against", &e.against);
  add(rule.excepted, "except", &e.excepted);
  Outcome decided;
  if (!rule.subject.per_company || company >= 0) oracle.Decide(rule, 0, company, &decided);
  e.hit = !decided.hits.empty();
  e.outcome = OutcomeOf(e, decided, rule);
  return e;
}

}  // namespace

std::vector<Explanation> Explain(const rule::Rule& rule, const Subject& subject,
                                 const model::Vocabulary& vocabulary,
                                 const WordFrequencies* frequencies) {
  const Oracle oracle(subject, vocabulary);
  std::vector<Explanation> explanations;
  if (rule.subject.per_company) {
    const auto& companies = subject.analysis.companies;
    for (size_t i = 0; i < companies.size(); ++i) {
      if (TestCompany(companies[i], {}, rule.subject.filter, oracle.leaves()) == Truth::kTrue)
        explanations.push_back(ExplainFor(rule, static_cast<int>(i), subject, oracle));
    }
  }
  if (explanations.empty()) explanations.push_back(ExplainFor(rule, -1, subject, oracle));
  FillCandidate(rule, subject, vocabulary, frequencies, &explanations[0]);
  for (Explanation& e : explanations) {
    e.candidate = explanations[0].candidate;
    e.anchor = explanations[0].anchor;
  }
  return explanations;
}

}  // namespace tellwire::match
