// A promise is a company's word about the future that later facts can keep or break: guidance or a
// target with a number, and a deadline or at least a metric that can be measured. Plain guidance
// for the running or next period is a forecast, not a promise, unless it is a target or names how
// far something will go ("double within 18 months"). What fell due some weeks ago is history, and
// the day on which it was said is no deadline.
#include <algorithm>

#include "analysis/facts.h"
#include "analysis/metrics.h"

namespace tellwire::analysis {
namespace {

using model::Fact;

void AddFlag(std::string_view flag, Fact* fact) {
  const auto at = std::ranges::lower_bound(fact->flags, flag);
  if (at == fact->flags.end() || *at != flag) fact->flags.insert(at, std::string(flag));
}

std::string_view OperatorOf(const model::Metric& metric, const Fact& fact) {
  if (fact.value && fact.value->is_range()) return "=";
  switch (fact.qualifier) {
    case model::Qualifier::kOver:
      return ">";
    case model::Qualifier::kUnder:
      return "<";
    case model::Qualifier::kUpTo:
      return "<=";
    default:
      break;
  }
  if (fact.direction == model::Direction::kDown) return "<=";
  const bool burden =
      metric.polarity < 0 && metric.metric_class == model::MetricClass::kMoney && fact.value;
  if (burden && fact.direction == model::Direction::kNone) return "<=";
  return ">=";
}

// A quarter is reported some weeks after its end: until then what is said of it is a forecast.
constexpr Day kReportedWithin = 45;

bool IsOver(const model::Period& period, std::optional<Day> published) {
  if (period.form.starts_with("LAST:")) return true;
  return published && period.until && *period.until + kReportedWithin <= *published;
}

bool IsDayOfTelling(const model::Period& period) {
  return period.form == "EVENT_DAY" || period.form == "EXT_HOURS";
}

// How much something will change by in money is nothing to reach: "reduce profit by $300 million".
bool HasTarget(const Fact& fact) {
  if (fact.value) return true;
  return fact.change && (fact.change_unit.size() != 3 || fact.change_unit == "pct");
}

// What a charge or a loss will come to is foreseen; nobody gives his word for it.
bool IsBurden(const model::Metric& metric, const Fact& fact) {
  if (fact.value && fact.value->high < 0) return true;
  return fact.modality != model::Modality::kTarget && metric.polarity < 0 &&
         metric.metric_class == model::MetricClass::kMoney &&
         fact.direction != model::Direction::kDown;
}

}  // namespace

void MakePromises(const MetricTable& metrics, std::optional<Day> published,
                  std::vector<Fact>* facts) {
  for (Fact& fact : *facts) {
    const bool future =
        fact.modality == model::Modality::kGuidance || fact.modality == model::Modality::kTarget;
    if (!future || fact.negated || fact.company < 0) continue;
    const MetricEntry* metric = metrics.Find(fact.metric);
    if (!metric || !HasTarget(fact) || IsBurden(metric->metric, fact) ||
        IsOver(fact.period, published))
      continue;
    model::Fact::Promise promise;
    promise.op = OperatorOf(metric->metric, fact);
    promise.target = fact.value ? *fact.value : *fact.change;
    if (!IsDayOfTelling(fact.period)) {
      promise.deadline = fact.period.form;
      promise.deadline_from = fact.period.from;
      promise.deadline_until = fact.period.until;
    }
    fact.promise = promise;
    AddFlag("promise", &fact);
  }
}

}  // namespace tellwire::analysis
