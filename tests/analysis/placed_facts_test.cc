#include "analysis/placed_facts.h"

#include "doctest/doctest.h"

namespace tellwire::analysis {
namespace {

model::Fact FactAt(Span span, bool in_title = false) {
  model::Fact fact;
  fact.spans.fact = span;
  fact.in_title = in_title;
  return fact;
}

TEST_CASE("placed facts: a sentence gets those that begin in it, in order") {
  const std::vector<model::Fact> facts = {FactAt({40, 50}), FactAt({12, 18}), FactAt({20, 30}),
                                          FactAt({12, 15}, true)};
  const PlacedFacts placed(facts, {});
  const auto found = placed.In(model::Part::kText, {10, 40});
  REQUIRE(found.size() == 2);
  CHECK(found[0].fact == &facts[1]);
  CHECK(found[1].fact == &facts[2]);
  CHECK(placed.In(model::Part::kTitle, {10, 40}).size() == 1);
}

TEST_CASE("placed facts: a sentence without facts gets none") {
  const std::vector<model::Fact> facts = {FactAt({40, 50})};
  const PlacedFacts placed(facts, {});
  CHECK(placed.In(model::Part::kText, {0, 40}).empty());
  CHECK(placed.In(model::Part::kText, {50, 60}).empty());
  CHECK(PlacedFacts({}, {}).In(model::Part::kText, {0, 9}).empty());
}

}  // namespace
}  // namespace tellwire::analysis
