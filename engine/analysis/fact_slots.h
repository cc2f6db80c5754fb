// The slots of a fact that come from what stands around it: how sure it is, who says it, when.
#pragma once

#include <string>

#include "analysis/lexicon.h"
#include "analysis/reading.h"
#include "analysis/scopes.h"
#include "model/fact.h"

namespace tellwire::analysis {

struct Certainty {
  model::Modality modality = model::Modality::kActual;
  bool negated = false;
  bool asserted = true;  // false: behind `rather than`
};

// How sure the words at `head` are. `company` is whose fact it is: what another expects of it is an
// estimate.
Certainty CertaintyAt(const Reading& reading, const ScopeTable& table, const Span& head,
                      int company);

// What an infinitive says of a verb that begins at the token: kGuidance where its subject stands
// right before it ("Ford to cut 1,400 jobs"), kActual where it happened ("continued to rise") or
// there is no infinitive, else kHypothetical ("pressure to improve profits").
model::Modality InfinitiveAt(const Reading& reading, uint32_t token);

// What a sentence that opens with a metric and has no verb takes over from the one that it goes on.
model::Modality GoesOnAt(const Reading& reading, uint32_t metric);

// Who says what the sentence tells, as written; "" when nobody does. A pronoun stands for the name
// `companies[IssuerHit::company]`.
std::string AttributionOf(const Reading& reading, const ScopeTable& table,
                          const std::vector<model::Company>& companies);

// The index into Passage::periods of the period that the words at `near` speak of, or -1. Periods
// that belong to the number at `prior` (an empty span: none) or are only compared with are passed
// over, and single days where the words are `of_reports`.
int PeriodOf(const Reading& reading, const MetricTable& table, const Span& near, const Span& prior,
             bool of_reports);

// Who is to pay, where a verb says that somebody else orders or sues.
struct Defendant {
  int issuer = -1;       // index into Passage::issuers; -1: nobody whom we know
  bool is_sued = false;  // the sum is claimed
};
std::optional<Defendant> DefendantOf(const Reading& reading, const IssuerTable& table,
                                     const model::TokenRange& fine);

}  // namespace tellwire::analysis
