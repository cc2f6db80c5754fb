#include "store/alerts.h"

#include <doctest/doctest.h>

#include "store/articles.h"
#include "store/runs.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

constexpr int64_t kDay = 86400;

model::Alert MakeAlert(const std::string& id, const std::string& rule, const std::string& key) {
  model::Alert alert;
  alert.id = id;
  alert.rule = rule;
  alert.rule_version = "v1";
  alert.key = key;
  alert.company = "Acme";
  alert.ticker = "ACM";
  alert.title = "Acme missed";
  alert.severity = model::Severity::kHigh;
  alert.score_parts = {.8, .5, std::nullopt};
  alert.score = .4;
  alert.tags = {"a", "b\"c"};
  alert.unsure = {"guided"};
  alert.status = "new";
  const model::Place place{model::Part::kText, {0, 4}}, sentence{model::Part::kText, {0, 20}};
  alert.evidence = {{"miss", "phrase \"acme\"", "1", place, "Acme", sentence, "Acme missed."}};
  alert.against = {{"one_off", "phrase \"once\"", "1", sentence, "once", sentence, "Only once."}};
  return alert;
}

// A store with three articles, five days apart, and one run.
struct Desk {
  store::Store store = FreshStore();
  std::vector<int64_t> seqs;
  int64_t run = 0;

  Desk() {
    for (const auto& [id, day] : {std::pair("1", "2026-05-01"), std::pair("2", "2026-05-06"),
                                  std::pair("3", "2026-05-11")}) {
      seqs.push_back(store::Articles(store).Add(MakeArticle(id, "T", id, day), "T", 0).seq);
    }
    run = store::Runs(store).Begin("run", 0, 0, "a1");
  }
};

int64_t At(const std::string& day) { return ParseTimestamp(day)->seconds; }

TEST_CASE("alerts: one comes back as it was kept") {
  Desk desk;
  store::Alerts alerts(desk.store);
  model::Alert kept = MakeAlert("abc123", "r.one", "k");
  kept.run = desk.run;
  kept.raised = 77;
  alerts.Keep(kept, desk.seqs[0], At("2026-05-01"));
  auto read = alerts.Read("abc123");
  REQUIRE(read);
  CHECK(read->rule == "r.one");
  CHECK(read->severity == model::Severity::kHigh);
  CHECK(read->tags == kept.tags);
  CHECK(read->unsure == kept.unsure);
  CHECK(read->score_parts.relevance == .5);
  CHECK_FALSE(read->score_parts.novelty);
  CHECK(read->article_id == "1");
  CHECK(read->source == "Wire");
  CHECK(read->published == ParseTimestamp("2026-05-01").value());
  CHECK(read->raised == 77);
  CHECK(read->sources == 1);
  REQUIRE(read->evidence.size() == 1);
  CHECK(read->evidence[0].place == kept.evidence[0].place);
  CHECK(read->evidence[0].text == "Acme");
  CHECK(read->evidence[0].sentence == "Acme missed.");
  REQUIRE(read->against.size() == 1);
  CHECK(read->against[0].clause == "one_off");
}

TEST_CASE("alerts: found by the beginning of an id when only one has it") {
  Desk desk;
  store::Alerts alerts(desk.store);
  alerts.Keep(MakeAlert("abc1", "r", "k1"), desk.seqs[0], 0);
  alerts.Keep(MakeAlert("abd2", "r", "k2"), desk.seqs[0], 0);
  CHECK(alerts.Read("abc")->id == "abc1");
  CHECK(alerts.Read("ab").error().kind == ErrorKind::kUsage);
  CHECK(alerts.Read("x").error().kind == ErrorKind::kNotFound);
  CHECK(alerts.Read("").error().kind == ErrorKind::kNotFound);
  CHECK(alerts.Read("%").error().kind == ErrorKind::kNotFound);
}

TEST_CASE("alerts: a repeat lies within its days, before or after, or at any time without them") {
  Desk desk;
  store::Alerts alerts(desk.store);
  alerts.Keep(MakeAlert("a", "r", "k"), desk.seqs[0], 100 * kDay);
  CHECK(alerts.FindRepeat("r", "k", 107 * kDay, 7) == "a");
  CHECK(alerts.FindRepeat("r", "k", 93 * kDay, 7) == "a");
  CHECK_FALSE(alerts.FindRepeat("r", "k", 107 * kDay + 1, 7));
  CHECK_FALSE(alerts.FindRepeat("r", "k", 93 * kDay - 1, 7));
  CHECK(alerts.FindRepeat("r", "k", 9000 * kDay, std::nullopt) == "a");
  CHECK_FALSE(alerts.FindRepeat("r", "other", 100 * kDay, std::nullopt));
  CHECK_FALSE(alerts.FindRepeat("other", "k", 100 * kDay, std::nullopt));
}

TEST_CASE("alerts: further sources are counted once each, with their evidence") {
  Desk desk;
  store::Alerts alerts(desk.store);
  const model::Alert alert = MakeAlert("a", "r", "k");
  alerts.Keep(alert, desk.seqs[0], 0);
  CHECK(alerts.AddSource("a", desk.seqs[1], desk.run, alert.evidence));
  CHECK_FALSE(alerts.AddSource("a", desk.seqs[1], desk.run, alert.evidence));
  CHECK_FALSE(alerts.AddSource("a", desk.seqs[0], desk.run, alert.evidence));
  CHECK(alerts.Read("a")->sources == 2);
  const auto sources = alerts.Sources("a");
  REQUIRE(sources.size() == 2);
  CHECK(sources[0].first);
  CHECK(sources[1].article == "2");
  CHECK(sources[1].evidence.size() == 1);
  CHECK(alerts.Of(desk.seqs[1]).size() == 1);
  CHECK(alerts.Of(desk.seqs[2]).empty());
  CHECK(alerts.FirstSeq("a") == desk.seqs[0]);
}

TEST_CASE("alerts: lists filter by rule, company, severity, status and time") {
  Desk desk;
  store::Alerts alerts(desk.store);
  alerts.Keep(MakeAlert("a", "earnings.miss", "k"), desk.seqs[0], At("2026-05-01"));
  model::Alert other = MakeAlert("b", "capex.cut", "k");
  other.company = "Other";
  other.ticker = "OTH";
  other.severity = model::Severity::kLow;
  alerts.Keep(other, desk.seqs[1], At("2026-05-06"));
  const auto ids = [&](const store::AlertQuery& query) {
    std::string found;
    for (const auto& alert : alerts.List(query)) found += alert.id;
    return found;
  };
  CHECK(ids({}) == "ba");
  store::AlertQuery query;
  query.rule = "earnings.*";
  CHECK(ids(query) == "a");
  query = {};
  query.company = "oth";
  CHECK(ids(query) == "b");
  query = {};
  query.at_least = model::Severity::kMedium;
  CHECK(ids(query) == "a");
  query = {};
  query.since = At("2026-05-02");
  CHECK(ids(query) == "b");
  query = {};
  query.before_seq = desk.seqs[1];
  CHECK(ids(query) == "a");
  query = {};
  query.limit = 1;
  CHECK(ids(query) == "b");
  alerts.SetStatus("a", "dismissed", "old news", 5);
  query = {};
  query.status = "dismissed";
  CHECK(ids(query) == "a");
}

TEST_CASE("alerts: the newest stands first, and what has no date last") {
  // The alert of an undated article is filed under the day on which it was first seen, and stood
  // above the news of the day.
  Desk desk;
  store::Alerts alerts(desk.store);
  const int64_t undated =
      store::Articles(desk.store).Add(MakeArticle("4", "T", "4"), "T", At("2027-01-01")).seq;
  alerts.Keep(MakeAlert("u", "r", "k1"), undated, At("2027-01-01"));
  alerts.Keep(MakeAlert("a", "r", "k2"), desk.seqs[0], At("2026-05-01"));
  alerts.Keep(MakeAlert("b", "r", "k3"), desk.seqs[1], At("2026-05-06"));
  std::string found;
  for (const auto& alert : alerts.List({})) found += alert.id;
  CHECK(found == "bau");
}

TEST_CASE("alerts: fired sees only what came before the article") {
  Desk desk;
  store::Alerts alerts(desk.store);
  alerts.Keep(MakeAlert("a", "earnings.miss", "k"), desk.seqs[1], At("2026-05-06"));
  const auto fired = [&](const std::string& rule, const std::string& company, size_t article,
                         const std::string& published, int64_t within) {
    std::optional<int64_t> at;
    if (!published.empty()) at = At(published);
    return alerts.Fired(rule, company, desk.seqs[article], at, within);
  };
  CHECK(fired("earnings.miss", "Acme", 2, "2026-05-11", 0));
  CHECK(fired("earnings.*", "Acme", 2, "2026-05-11", 5 * kDay));
  CHECK(fired("earnings.miss", "Acme", 2, "", 0));
  CHECK_FALSE(fired("earnings.miss", "Acme", 2, "2026-05-11", 4 * kDay));
  CHECK_FALSE(fired("earnings.miss", "Other", 2, "2026-05-11", 0));
  CHECK_FALSE(fired("earnings.beat", "Acme", 2, "2026-05-11", 0));
  CHECK_FALSE(fired("earnings.miss", "Acme", 1, "2026-05-06", 0));  // its own article
  CHECK_FALSE(fired("earnings.miss", "Acme", 0, "2026-05-11", 0));  // arrived earlier
  CHECK_FALSE(fired("earnings.miss", "Acme", 2, "2026-05-05", 0));  // published earlier
}

}  // namespace
}  // namespace tellwire
