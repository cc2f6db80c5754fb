// How severe an alert may be called, and its score.
#pragma once

#include <optional>

#include "model/alert.h"
#include "model/analysis.h"
#include "model/hit.h"

namespace tellwire::alert {

double WeightOf(model::Severity severity);  // .2 .4 .6 .8 1

// `low` when any evidence in `when` is hypothetical, `medium` when any is a rumour: what a fact is,
// or the scope in which words stand.
model::Severity CapSeverity(model::Severity wanted, const model::Hit& hit,
                            const model::Analysis& analysis);

// weight x relevance x novelty, an unknown factor counting 1. `handler_score` replaces the weight.
model::ScoreParts ScoreOf(model::Severity severity, std::optional<double> handler_score,
                          double relevance, std::optional<double> novelty);
double Total(const model::ScoreParts& parts);

// What was new when an alert was raised is less so with every article that says it again, copy or
// not: 1 alone, .5 with three more. Nothing where novelty is unknown.
void Age(model::Alert* alert);

}  // namespace tellwire::alert
