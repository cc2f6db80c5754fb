// The facts of an analysis in the order of their places, to be read sentence by sentence.
#pragma once

#include <span>
#include <vector>

#include "model/analysis.h"
#include "model/vocabulary.h"

namespace tellwire::analysis {

struct PlacedFact {
  const model::Fact* fact;
  const model::Metric* metric;  // nullptr: the vocabulary has it not
};

// Borrows the facts and the vocabulary; they must not move while it lives.
class PlacedFacts {
 public:
  PlacedFacts(const std::vector<model::Fact>& facts, const model::Vocabulary& vocabulary);

  // Those whose words begin in the sentence, in order. Logarithmic in the number of facts.
  std::span<const PlacedFact> In(model::Part part, const Span& sentence) const;

 private:
  std::vector<PlacedFact> title_, text_;
};

}  // namespace tellwire::analysis
