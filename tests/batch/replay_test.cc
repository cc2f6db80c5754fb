#include "batch/replay.h"

#include <doctest/doctest.h>

#include "support/desk.h"

namespace tellwire {
namespace {

using test::IndexAll;
using test::Rules;

void RunKeeping(store::Store& store, Rules& rules) {
  batch::StoreCorpus corpus(store);
  rules.loaded().SetCorpus(&corpus);
  batch::RunOptions options;
  options.rules_folder = TELLWIRE_SOURCE_DIR "/rules";
  options.corpus = &corpus;
  test::RunAll(store, rules, options);
  rules.loaded().SetCorpus(nullptr);
}

std::vector<model::Article> Stories() {
  return {MakeArticle("one", "Toys", "The maker recalls its toys.", "2026-01-01"),
          MakeArticle("two", "Cars", "A price war among makers. A recall too.", "2026-01-03")};
}

TEST_CASE("replay: gives the same answer, handlers, corpus and earlier alerts included") {
  const std::string source = R"(
rule "r.recall" { title = "A recall: {what}", when = all { what = phrase "recall*" },
  alert = function(hit, corpus)
    return { score = 0.7, note = "before: " .. #corpus:alerts { rule = "r.recall" } } end }
rule "r.again" { title = "Again",
  when = all { fired("r.recall"), war = phrase "price war" } }
)";
  store::Store store = FreshStore();
  Rules rules(source);
  IndexAll(store, Stories());
  RunKeeping(store, rules);
  const auto alerts = store::Alerts(store).List({});
  REQUIRE(alerts.size() == 3);
  IndexAll(store, {MakeArticle("later", "", "Another recall of toys.", "2026-01-02")});
  RunKeeping(store, rules);
  for (const model::Alert& alert : alerts) {
    const std::string id = alert.id;
    CAPTURE(id);
    const auto replayed = batch::Replay(store, id);
    REQUIRE(replayed);
    CHECK(replayed->again.has_value());
    CHECK(replayed->differences.empty());
  }
}

TEST_CASE("replay: the article's text and the rule's text are those of the alert, not of today") {
  store::Store store = FreshStore();
  auto stories = Stories();
  IndexAll(store, stories);
  std::string id;
  {
    Rules rules(R"(rule "r.one" { title = "Old", when = all { what = phrase "recalls" } })");
    RunKeeping(store, rules);
    id = store::Alerts(store).List({}).front().id;
  }
  stories[0].text = "Nothing is recalled after all.";
  IndexAll(store, stories);
  Rules changed(R"(rule "r.one" { title = "New", when = all { what = phrase "nothing" } })");
  RunKeeping(store, changed);
  const auto replayed = batch::Replay(store, id);
  REQUIRE(replayed);
  CHECK(replayed->differences.empty());
  CHECK(replayed->again->title == "Old");
}

TEST_CASE("replay: what differs is named") {
  store::Store store = FreshStore();
  IndexAll(store, Stories());
  Rules rules(R"(rule "r.one" { title = "T", when = all { what = phrase "recall*" } })");
  RunKeeping(store, rules);
  model::Alert forged = store::Alerts(store).List({}).front();
  const int64_t seq = store::Alerts(store).FirstSeq(forged.id);
  forged.id = "forged";
  forged.key += " | forged";
  forged.title = "Another";
  forged.evidence.clear();
  store::Alerts(store).Keep(forged, seq, 0);
  const auto replayed = batch::Replay(store, "forged");
  REQUIRE(replayed);
  std::string fields;
  for (const auto& difference : replayed->differences) fields += difference.field + " ";
  CHECK(fields == "id key title evidence ");
}

TEST_CASE("replay: what cannot be replayed says why") {
  store::Store store = FreshStore();
  IndexAll(store, Stories());
  Rules rules(R"(rule "r.one" { title = "T", when = all { what = phrase "recall*" } })");
  test::RunAll(store, rules);  // without a rules folder: no lexicon is kept
  const auto id = store::Alerts(store).List({}).front().id;
  CHECK(batch::Replay(store, id).error().message == "the lexicon of this alert was not kept");
  CHECK(batch::Replay(store, "nosuch").error().kind == ErrorKind::kNotFound);
}

}  // namespace
}  // namespace tellwire
