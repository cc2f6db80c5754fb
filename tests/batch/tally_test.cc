#include "batch/tally.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

rule::RuleSet Two() {
  rule::RuleSet set;
  set.rules.resize(2);
  set.rules[0].id = "a";
  set.rules[1].id = "b";
  return set;
}

TEST_CASE("tally: equal notes are one with a count, and the first article is named") {
  batch::Tally tally(Two());
  tally.Note("error", "a", "x", "broken");
  tally.Note("error", "a", "y", "broken");
  tally.Note("error", "b", "z", "broken");
  REQUIRE(tally.Notes().size() == 2);
  CHECK(tally.Notes()[0].count == 2);
  CHECK(tally.Notes()[0].article == "x");
}

TEST_CASE("tally: notes without end are counted, not kept") {
  batch::Tally tally(Two());
  for (int i = 0; i < 5000; ++i) tally.Note("error", "a", "x", std::to_string(i));
  CHECK(tally.Notes().size() == 2001);
  CHECK(tally.Notes().back().kind == "limit");
  CHECK(tally.Notes().back().count == 3000);
}

TEST_CASE("tally: rules that did nothing are left out, workers' counters are added up") {
  batch::Tally tally(Two());
  std::vector<match::RuleCounters> counters(2);
  counters[1].candidates = 3;
  tally.Add(counters);
  tally.Add(counters);
  REQUIRE(tally.Rules().size() == 1);
  CHECK(tally.Rules()[0].rule == "b");
  CHECK(tally.Rules()[0].candidates == 6);
  CHECK(tally.totals.rules == 2);
}

}  // namespace
}  // namespace tellwire
