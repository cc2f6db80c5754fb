// From a hit, and what its handler decided, to an alert.
#pragma once

#include <optional>
#include <string>

#include "match/handler.h"
#include "model/alert.h"
#include "model/analysis.h"
#include "model/article.h"
#include "model/hit.h"
#include "model/vocabulary.h"
#include "rule/rule.h"

namespace tellwire::alert {

// What an alert is made of. The references must outlive the call.
struct Material {
  const rule::Rule& rule;
  const model::Hit& hit;
  const model::Article& article;
  const model::Analysis& analysis;
  const model::Vocabulary& vocabulary;
  std::string fingerprint;             // of the revision
  std::string group;                   // of its near-duplicates; by itself: its own fingerprint
  std::optional<double> novelty;       // none in `scan`
  std::optional<int64_t> raised, run;  // none in `scan`
  const match::Decision* decision = nullptr;  // of the handler; nullptr: the rule has none
};

// REQUIRES: decision == nullptr or decision->raise
model::Alert Build(const Material& material);

// Evidence with its words and the sentence around them.
model::Quotation Quote(const model::Evidence& evidence, const model::Article& article);

}  // namespace tellwire::alert
