#include "store/runs.h"

#include <doctest/doctest.h>

#include "support/fresh_store.h"

namespace tellwire {
namespace {

TEST_CASE("runs: a report comes back as saved, and saving again replaces it") {
  store::Store store = FreshStore();
  store::Runs runs(store);
  const int64_t id = runs.Begin("run", 50, 3, "a1");
  CHECK(runs.Read(id)->state == "running");
  CHECK_FALSE(runs.Read(id)->finished);

  store::RunRow run = *runs.Read(id);
  run.state = "done";
  run.finished = 60;
  run.last_seq = 9;
  run.totals.alerts = 2;
  run.totals.not_analysed = 4;
  store::RunRule rule;
  rule.rule = "r";
  rule.version = "v";
  rule.hits = 5;
  rule.lua_ns = 8;
  runs.Save(run, {rule}, {{"error", "r", "art", "it failed", 3}});
  runs.Save(run, {rule}, {{"error", "r", "art", "it failed", 4}});

  const auto read = runs.Read(id);
  CHECK(read->state == "done");
  CHECK(read->finished == 60);
  CHECK(read->after_seq == 3);
  CHECK(read->last_seq == 9);
  CHECK(read->totals.alerts == 2);
  CHECK(read->totals.not_analysed == 4);
  REQUIRE(runs.Rules(id).size() == 1);
  CHECK(runs.Rules(id)[0].hits == 5);
  CHECK(runs.Rules(id)[0].lua_ns == 8);
  REQUIRE(runs.Notes(id).size() == 1);
  CHECK(runs.Notes(id)[0].count == 4);
}

TEST_CASE("runs: listed newest first; one that is not there is nothing") {
  store::Store store = FreshStore();
  store::Runs runs(store);
  const int64_t first = runs.Begin("run", 1, 0, "");
  const int64_t second = runs.Begin("backfill", 2, 0, "");
  REQUIRE(runs.List(10).size() == 2);
  CHECK(runs.List(10)[0].id == second);
  CHECK(runs.List(1).size() == 1);
  CHECK(runs.Read(first)->kind == "run");
  CHECK_FALSE(runs.Read(99));
}

}  // namespace
}  // namespace tellwire
