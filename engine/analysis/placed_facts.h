// The facts of an analysis in the order of their places, to be read sentence by sentence.
#pragma once

#include <span>
#include <vector>

#include "model/analysis.h"

namespace tellwire::analysis {

// Borrows the facts; they must not move while it lives.
class PlacedFacts {
 public:
  explicit PlacedFacts(const std::vector<model::Fact>& facts);

  // Those whose words begin in the sentence, in order. Logarithmic in the number of facts.
  std::span<const model::Fact* const> In(model::Part part, const Span& sentence) const;

 private:
  std::vector<const model::Fact*> title_, text_;
};

}  // namespace tellwire::analysis
