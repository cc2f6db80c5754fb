#include "analysis/placed_facts.h"

#include <algorithm>

namespace tellwire::analysis {

PlacedFacts::PlacedFacts(const std::vector<model::Fact>& facts) {
  for (const model::Fact& fact : facts) (fact.in_title ? title_ : text_).push_back(&fact);
  for (auto* placed : {&title_, &text_}) {
    std::stable_sort(placed->begin(), placed->end(),
                     [](const model::Fact* a, const model::Fact* b) {
                       return a->spans.fact.begin < b->spans.fact.begin;
                     });
  }
}

std::span<const model::Fact* const> PlacedFacts::In(model::Part part, const Span& sentence) const {
  const auto& placed = part == model::Part::kTitle ? title_ : text_;
  const auto before = [](uint32_t offset) {
    return [offset](const model::Fact* fact) { return fact->spans.fact.begin < offset; };
  };
  const auto first = std::partition_point(placed.begin(), placed.end(), before(sentence.begin));
  const auto last = std::partition_point(first, placed.end(), before(sentence.end));
  return {first, last};
}

}  // namespace tellwire::analysis
