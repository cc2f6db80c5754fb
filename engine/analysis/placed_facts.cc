#include "analysis/placed_facts.h"

#include <algorithm>

namespace tellwire::analysis {

PlacedFacts::PlacedFacts(const std::vector<model::Fact>& facts,
                         const model::Vocabulary& vocabulary) {
  for (const model::Fact& fact : facts)
    (fact.in_title ? title_ : text_).push_back({&fact, vocabulary.FindMetric(fact.metric)});
  for (auto* placed : {&title_, &text_}) {
    std::ranges::stable_sort(*placed, {},
                             [](const PlacedFact& at) { return at.fact->spans.fact.begin; });
  }
}

std::span<const PlacedFact> PlacedFacts::In(model::Part part, const Span& sentence) const {
  const auto& placed = part == model::Part::kTitle ? title_ : text_;
  const auto before = [](uint32_t offset) {
    return [offset](const PlacedFact& at) { return at.fact->spans.fact.begin < offset; };
  };
  const auto first = std::partition_point(placed.begin(), placed.end(), before(sentence.begin));
  auto last = first;
  while (last != placed.end() && last->fact->spans.fact.begin < sentence.end) ++last;
  return {first, last};
}

}  // namespace tellwire::analysis
