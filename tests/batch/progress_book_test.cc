#include "batch/progress_book.h"

#include <doctest/doctest.h>

#include "store/runs.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

rule::RuleSet RulesOf(const std::vector<std::pair<std::string, std::string>>& ids) {
  rule::RuleSet set;
  for (const auto& [id, version] : ids) {
    rule::Rule rule;
    rule.id = id;
    rule.version = version;
    set.rules.push_back(rule);
  }
  return set;
}

// A store in which books are opened and written.
struct Shelf {
  store::Store store = FreshStore();
  int64_t run = store::Runs(store).Begin("run", 0, 0, "");
  std::vector<store::RunNote> notes;

  batch::ProgressBook Open(const rule::RuleSet& rules, bool backfill = false) {
    notes.clear();
    return batch::ProgressBook(store, rules, backfill, &notes);
  }
  void Finish(const rule::RuleSet& rules, int64_t seq, bool backfill = false) {
    auto book = Open(rules, backfill);
    book.Advance(seq);
    book.Save(run);
  }
  // "shared=9 b=3" as stored.
  std::string Rows() {
    store::Progress progress(store);
    std::string out = "shared=" + std::to_string(progress.Shared().value_or(-1));
    for (const auto& [id, row] : progress.Own()) {
      out += " " + id + "=" + std::to_string(row.seq) + (row.parked ? "!" : "");
    }
    return out;
  }
};

TEST_CASE("progress book: rules that are level share one row") {
  Shelf shelf;
  const auto rules = RulesOf({{"a", "1"}, {"b", "1"}, {"c", "1"}});
  CHECK(shelf.Open(rules).Start() == 0);
  CHECK(shelf.notes.empty());  // on the first run nothing is new
  shelf.Finish(rules, 9);
  CHECK(shelf.Rows() == "shared=9");
  CHECK(shelf.Open(rules).Start() == 9);
}

TEST_CASE("progress book: one that is left out keeps its place in a row of its own") {
  Shelf shelf;
  const auto all = RulesOf({{"a", "1"}, {"b", "1"}, {"c", "1"}});
  shelf.Finish(all, 5);
  shelf.Finish(RulesOf({{"a", "1"}, {"c", "1"}}), 9);
  CHECK(shelf.Rows() == "shared=9 b=5");
  auto book = shelf.Open(all);
  CHECK(book.Start() == 5);
  CHECK(book.Wants(1, 6));
  CHECK_FALSE(book.Wants(0, 6));
  book.Advance(7);
  CHECK_FALSE(book.Wants(1, 7));
  CHECK(book.Wants(1, 8));
  book.Advance(9);
  book.Save(shelf.run);
  CHECK(shelf.Rows() == "shared=9");
}

TEST_CASE("progress book: one that runs alone is the one with a row of its own") {
  Shelf shelf;
  shelf.Finish(RulesOf({{"a", "1"}, {"b", "1"}, {"c", "1"}}), 5);
  shelf.Finish(RulesOf({{"b", "1"}}), 9);
  CHECK(shelf.Rows() == "shared=5 b=9");
}

TEST_CASE("progress book: new and changed rules are level unless they are backfilled") {
  Shelf shelf;
  shelf.Finish(RulesOf({{"a", "1"}, {"b", "1"}}), 5);
  const auto next = RulesOf({{"a", "1"}, {"b", "2"}, {"c", "1"}});
  CHECK(shelf.Open(next).Start() == 5);
  REQUIRE(shelf.notes.size() == 2);
  CHECK(shelf.notes[0].kind == "changed rule");
  CHECK(shelf.notes[1].kind == "new rule");
  auto book = shelf.Open(next, true);
  CHECK(book.Start() == 0);
  CHECK_FALSE(book.Wants(0, 3));
  CHECK(book.Wants(1, 3));
  CHECK(book.Wants(2, 3));
}

TEST_CASE("progress book: a rule is new only once") {
  Shelf shelf;
  shelf.Finish(RulesOf({{"a", "1"}}), 5);
  const auto two = RulesOf({{"a", "1"}, {"b", "1"}});
  shelf.Finish(two, 5);
  shelf.Open(two);
  CHECK(shelf.notes.empty());
}

TEST_CASE("progress book: of very many new rules some are named and the others counted") {
  Shelf shelf;
  shelf.Finish(RulesOf({{"a", "1"}}), 5);
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 100; i < 200; ++i) many.emplace_back("n" + std::to_string(i), "1");
  shelf.Open(RulesOf(many));
  int64_t rules = 0;
  for (const auto& note : shelf.notes) rules += note.kind == "new rule" ? note.count : 0;
  CHECK(rules == 100);
  CHECK(shelf.notes.size() == 22);  // 20 names, the others, and `a` that does not run
}

TEST_CASE("progress book: a parked rule stands still until it changes") {
  Shelf shelf;
  const auto rules = RulesOf({{"a", "1"}, {"b", "1"}});
  {
    auto book = shelf.Open(rules);
    book.Park(1, 3, "it failed");
    book.Advance(9);
    book.Save(shelf.run);
  }
  CHECK(shelf.Rows() == "shared=9 b=3!");
  auto still = shelf.Open(rules);
  CHECK(still.Start() == 9);
  CHECK_FALSE(still.Wants(1, 12));
  REQUIRE(shelf.notes.size() == 1);
  CHECK(shelf.notes[0].kind == "parked");

  const auto mended = RulesOf({{"a", "1"}, {"b", "2"}});
  auto changed = shelf.Open(mended);
  CHECK(changed.Wants(1, 4));
  CHECK_FALSE(changed.Wants(1, 3));
  changed.Advance(9);
  changed.Save(shelf.run);
  CHECK(shelf.Rows() == "shared=9");
}

TEST_CASE("progress book: a parked rule that is released goes on where it was set back to") {
  Shelf shelf;
  const auto rules = RulesOf({{"a", "1"}, {"b", "1"}});
  shelf.Finish(rules, 9);
  store::Progress(shelf.store).SetOwn({"b", "1", 3, false, ""});
  CHECK(shelf.Open(rules).Start() == 3);
}

TEST_CASE("progress book: a rule that lagged when it changed goes on where it stopped") {
  Shelf shelf;
  shelf.Finish(RulesOf({{"a", "1"}, {"b", "1"}, {"c", "1"}}), 5);
  shelf.Finish(RulesOf({{"a", "1"}, {"c", "1"}}), 9);
  CHECK(shelf.Open(RulesOf({{"a", "1"}, {"b", "2"}, {"c", "1"}})).Start() == 5);
}

TEST_CASE("progress book: without rules there is nothing to read") {
  Shelf shelf;
  CHECK(shelf.Open(RulesOf({})).Start() == INT64_MAX);
}

}  // namespace
}  // namespace tellwire
