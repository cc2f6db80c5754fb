// Events that carry no number: facts of kind `event` or `recommendation` under the ids of
// events.tsv. Where the metric of the same words became a fact, the event is that fact.
#include <algorithm>

#include "analysis/fact_builder.h"
#include "analysis/fact_slots.h"
#include "analysis/issuers.h"

namespace tellwire::analysis {

// "Hackers stole data from AT&T": the only company of the sentence is whom the event befell.
void FactBuilder::TakeOnlyCompany(model::Fact* fact) const {
  int only = -1;
  for (uint32_t i = reading_->first_issuer; i < reading_->last_issuer; ++i) {
    const IssuerHit& hit = passage_.issuers[i];
    if (!hit.eligible() || hit.competitor) continue;
    if (only >= 0 && hit.company != passage_.issuers[static_cast<size_t>(only)].company) return;
    only = static_cast<int>(i);
  }
  if (only < 0) return;
  fact->company = passage_.issuers[static_cast<size_t>(only)].company;
  fact->spans.company = passage_.issuers[static_cast<size_t>(only)].span;
}

// Metrics that are events by nature count without a number, too.
void FactBuilder::BuildEventMetrics(size_t first_fact) {
  for (const MetricUse& use : reading_->metrics) {
    if (Entry(use).metric.metric_class != model::MetricClass::kEvent || use.weak || use.implied)
      continue;
    const bool made =
        std::any_of(facts_->begin() + static_cast<std::ptrdiff_t>(first_fact), facts_->end(),
                    [&](const model::Fact& fact) { return fact.spans.metric == use.span; });
    if (made) continue;
    model::Fact fact = Start(use);
    fact.kind = model::FactKind::kEvent;
    fact.spans.fact = use.span;
    fact.mentions = {use.span};
    SetCircumstances(use, use.span, -1, &fact);
    facts_->push_back(std::move(fact));
  }
}

// Whether a fact from `first` to `last`, made of a number, is about the same thing. What it must
// say of it is set as a flag.
bool FactBuilder::IsToldByNumber(const EventSurface& event, const Span& span, size_t first,
                                 size_t last) {
  bool told = false;
  for (size_t i = first; i < last; ++i) {
    model::Fact& fact = (*facts_)[i];
    if (event.id.starts_with("export_control") &&
        (fact.metric == "charge" || fact.metric == "impact")) {
      AddFlag("export_control", &fact);
      told = true;
    }
    told = told || fact.spans.metric.Overlaps(span);
  }
  return told;
}

void FactBuilder::BuildEvent(const EventSurface& event, const TermHit& hit) {
  MetricUse use;
  use.tokens = hit.tokens;
  use.span = hit.span;
  use.clause = reading_->ClauseOf(hit.tokens.begin);
  model::Fact fact;
  fact.metric = event.id;
  // "downgraded Intel's credit rating": the metric that is an event of the same type is meant.
  for (const MetricUse& other : reading_->metrics) {
    const model::Metric& metric = Entry(other).metric;
    if (metric.metric_class == model::MetricClass::kEvent && metric.event == event.coarse &&
        other.clause == use.clause)
      fact.metric = metric.id;
  }
  fact.kind = event.kind;
  fact.direction = event.direction;
  fact.in_title = passage_.part == model::Part::kTitle;
  fact.spans.metric = fact.spans.fact = hit.span;
  fact.mentions = {hit.span};
  SetCircumstances(use, hit.span, -1, &fact);
  if (fact.company < 0) TakeOnlyCompany(&fact);
  if (event.id == "export_control.risk") AddFlag("risk", &fact);
  facts_->push_back(std::move(fact));
}

void FactBuilder::BuildEvents(size_t first_fact) {
  const size_t last_fact = facts_->size();
  BuildEventMetrics(first_fact);
  uint32_t covered = 0;
  for (const TermHit& hit : HitsIn(passage_.Terms(TermKind::kEvent), reading_->tokens)) {
    if (hit.tokens.begin < covered) continue;
    const EventSurface& event = lexicon_.metrics->events[hit.term.row];
    if (event.none()) covered = hit.tokens.end;
    if (event.id.empty() || !event.needs.StandIn(*passage_.document, reading_->tokens)) continue;
    if (IsLettersApart(passage_, hit)) continue;
    covered = hit.tokens.end;
    if (!IsToldByNumber(event, hit.span, first_fact, last_fact)) BuildEvent(event, hit);
  }
}

}  // namespace tellwire::analysis
