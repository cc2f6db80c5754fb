#include "batch/run.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <sstream>

#include "alert/json.h"
#include "store/mutes.h"
#include "store/progress.h"
#include "store/texts.h"
#include "support/desk.h"

namespace tellwire {
namespace {

using test::AlertsOf;
using test::IndexAll;
using test::Rules;
using test::RunAll;
using test::ShippedAnalyser;

const std::string kRecall = R"(
rule "r.recall" { title = "A recall: {what}", status = "stable",
  when = all { what = phrase "recall*" } }
)";
const std::string kWar = R"(
rule "r.war" { title = "A price war", when = all { war = phrase "price war" } }
)";

std::vector<model::Article> Numbered(int from, int to, const std::string& text) {
  std::vector<model::Article> articles;
  for (int i = from; i < to; ++i) {
    const std::string day = FormatDay(20000 + i);
    articles.push_back(MakeArticle("a" + std::to_string(i), "Note " + std::to_string(i),
                                   text + " It is number " + std::to_string(i) + ".", day));
  }
  return articles;
}

std::vector<model::Article> ThreeStories() {
  return {MakeArticle("one", "Toys", "The maker recalls its toys.", "2026-01-01"),
          MakeArticle("two", "Quiet", "Nothing happened on that day.", "2026-01-02"),
          MakeArticle("three", "Cars", "A price war among makers. A recall too.", "2026-01-03")};
}

std::string Json(store::Store& store) {
  std::string out;
  for (const model::Alert& alert : store::Alerts(store).List({}))
    out += alert::ToJson(alert) + "\n";
  return out;
}

std::string NotesOf(const batch::RunReport& report, const std::string& kind) {
  std::string out;
  for (const auto& note : report.notes) {
    if (note.kind == kind) out += note.rule + "x" + std::to_string(note.count) + " ";
  }
  return out;
}

TEST_CASE("run: raises what is there, once; a second run raises nothing") {
  store::Store store = FreshStore();
  Rules rules(kRecall + kWar);
  IndexAll(store, ThreeStories());
  const auto first = RunAll(store, rules);
  CHECK(AlertsOf(store) == "r.recall@one r.war@three r.recall@three");
  CHECK(first.run.totals.articles == 3);
  CHECK(first.run.totals.alerts == 3);
  CHECK(first.alerts.size() == 3);
  CHECK(first.run.state == "done");
  const auto second = RunAll(store, rules);
  CHECK(second.run.totals.articles == 0);
  CHECK(second.alerts.empty());
  CHECK(AlertsOf(store) == "r.recall@one r.war@three r.recall@three");
}

TEST_CASE("run: only what arrived since is read") {
  store::Store store = FreshStore();
  Rules rules(kRecall);
  auto stories = ThreeStories();
  IndexAll(store, {stories[0], stories[1]});
  RunAll(store, rules);
  IndexAll(store, stories);
  const auto report = RunAll(store, rules);
  CHECK(report.run.totals.articles == 1);
  CHECK(AlertsOf(store) == "r.recall@one r.recall@three");
}

TEST_CASE("run: a revision of an article is read, and is a further source of its alert") {
  store::Store store = FreshStore();
  Rules rules(kRecall);
  auto stories = ThreeStories();
  IndexAll(store, stories);
  RunAll(store, rules);
  stories[0].text += " More were hurt.";
  IndexAll(store, stories);
  const auto report = RunAll(store, rules);
  CHECK(report.run.totals.articles == 1);
  CHECK(report.run.totals.merged == 1);
  CHECK(AlertsOf(store) == "r.recall@one r.recall@three");
  const model::Alert alert = store::Alerts(store).List({}).back();
  CHECK(alert.sources == 1);  // one article, said twice
  CHECK(store::Alerts(store).Sources(alert.id).size() == 2);
}

TEST_CASE("run: ids are the same whatever the order of the articles and the number of threads") {
  std::vector<std::string> ids;
  for (int threads : {1, 4}) {
    store::Store store = FreshStore();
    Rules rules(kRecall + kWar);
    auto stories = ThreeStories();
    if (threads == 4) std::reverse(stories.begin(), stories.end());
    IndexAll(store, stories, threads);
    batch::RunOptions options;
    options.threads = threads;
    auto report = RunAll(store, rules, options);
    std::sort(report.alerts.begin(), report.alerts.end());
    ids.insert(ids.end(), report.alerts.begin(), report.alerts.end());
  }
  REQUIRE(ids.size() == 6);
  CHECK(std::equal(ids.begin(), ids.begin() + 3, ids.begin() + 3));
}

TEST_CASE("run: the same bytes come out for any number of threads") {
  std::vector<std::string> outputs;
  for (int threads : {1, 2, 6}) {
    store::Store store = FreshStore();
    Rules rules(kRecall + kWar);
    auto articles = Numbered(0, 120, "A recall in a price war.");
    IndexAll(store, articles, threads);
    batch::RunOptions options;
    options.threads = threads;
    options.batch = 7;
    RunAll(store, rules, options);
    outputs.push_back(Json(store));
  }
  CHECK(outputs[0] == outputs[1]);
  CHECK(outputs[0] == outputs[2]);
  CHECK(std::count(outputs[0].begin(), outputs[0].end(), '\n') > 1);
}

TEST_CASE("run: scan gives the same ids for articles that stand alone") {
  store::Store store = FreshStore();
  Rules rules(kRecall);
  IndexAll(store, ThreeStories());
  const auto report = RunAll(store, rules);
  auto program = rules.program();
  const auto scratch = program.network.NewScratch();
  std::vector<std::string> ids;
  for (const auto& article : ThreeStories()) {
    const auto result = batch::Scan(article, program, scratch.get(), 0);
    for (const auto& alert : result.alerts) {
      ids.push_back(alert.id);
      CHECK_FALSE(alert.run);
      CHECK_FALSE(alert.raised);
      CHECK_FALSE(alert.score_parts.novelty);
    }
  }
  CHECK(ids == report.alerts);
}

TEST_CASE("run: a new rule begins with what arrives from now on, and the run says so") {
  store::Store store = FreshStore();
  auto stories = ThreeStories();
  IndexAll(store, {stories[0], stories[1]});
  {
    Rules rules(kWar);
    RunAll(store, rules);
  }
  Rules rules(kRecall + kWar);
  const auto report = RunAll(store, rules);
  CHECK(AlertsOf(store) == "");
  CHECK(NotesOf(report, "new rule") == "r.recallx1 ");
  IndexAll(store, stories);
  RunAll(store, rules);
  CHECK(AlertsOf(store) == "r.war@three r.recall@three");
}

TEST_CASE("run: backfill lets a new rule read everything, and the others only what is new") {
  store::Store store = FreshStore();
  IndexAll(store, ThreeStories());
  {
    Rules rules(kWar);
    RunAll(store, rules);
  }
  Rules rules(kRecall + kWar);
  batch::RunOptions options;
  options.backfill = true;
  const auto report = RunAll(store, rules, options);
  CHECK(report.run.totals.articles == 3);
  CHECK(report.run.totals.hits == 2);
  CHECK(AlertsOf(store) == "r.recall@one r.war@three r.recall@three");
}

TEST_CASE("run: a rule that is away for a while goes on where it stopped") {
  store::Store store = FreshStore();
  auto stories = ThreeStories();
  IndexAll(store, {stories[0]});
  Rules both(kRecall + kWar), war(kWar);
  RunAll(store, both);
  IndexAll(store, stories);
  const auto report = RunAll(store, war);
  CHECK(NotesOf(report, "not run") == "r.recallx1 ");
  CHECK(AlertsOf(store) == "r.recall@one r.war@three");
  RunAll(store, both);
  CHECK(AlertsOf(store) == "r.recall@one r.war@three r.recall@three");
}

TEST_CASE("run: hits of one identity are one alert with several sources") {
  const std::string keyed = R"(
rule "r.recall" { title = "A recall", when = all { what = phrase "recall*" },
  once_per = { "article.source", days = 3 } }
)";
  store::Store store = FreshStore();
  Rules rules(keyed);
  std::vector<model::Article> articles;
  for (int day : {1, 3, 8, 5}) {
    articles.push_back(MakeArticle("d" + std::to_string(day), "Toys " + std::to_string(day),
                                   "The maker recalls toy number " + std::to_string(day * 111),
                                   "2026-01-0" + std::to_string(day)));
  }
  IndexAll(store, articles);
  const auto report = RunAll(store, rules);
  // d3 is near d1; d8 is far from it; d5 is near d8, though it arrived after it.
  CHECK(AlertsOf(store) == "r.recall@d1 r.recall@d8");
  CHECK(report.run.totals.merged == 2);
}

TEST_CASE("run: copies of a story are one alert, named after the first") {
  store::Store store = FreshStore();
  Rules rules(kRecall);
  const std::string story =
      "The maker of toys recalls forty thousand wooden trains because their paint may peel off and "
      "harm small children, the agency said on Monday in a notice to shops and parents.";
  auto first = MakeArticle("first", "Trains recalled", story, "2026-01-01");
  auto copy = MakeArticle("copy", "Wooden trains recalled", story, "2026-01-02");
  copy.source = "Other";
  IndexAll(store, {first, copy});
  const auto report = RunAll(store, rules);
  CHECK(AlertsOf(store) == "r.recall@first");
  CHECK(report.run.totals.merged == 1);
  CHECK(store::Alerts(store).List({}).front().sources == 2);
  CHECK(store::Alerts(store).List({}).front().origins == 1);
}

TEST_CASE("run: a handler declines, rates and fails, and the rest goes on") {
  const std::string handled = R"(
rule "r.declines" { title = "No", when = all { what = phrase "recall*" },
  alert = function(hit) return nil end }
rule "r.fails" { title = "No", when = all { what = phrase "recall*" },
  alert = function(hit) error("broken") end }
rule "r.rates" { title = "Yes", when = all { what = phrase "recall*" },
  alert = function(hit) return { score = 0.5, note = "look", severity = "high" } end }
)";
  store::Store store = FreshStore();
  Rules rules(handled);
  IndexAll(store, ThreeStories());
  const auto report = RunAll(store, rules);
  CHECK(AlertsOf(store) == "r.rates@one r.rates@three");
  CHECK(report.run.totals.declined == 2);
  CHECK(report.run.totals.errors == 2);
  CHECK(NotesOf(report, "error") == "r.failsx2 ");
  const model::Alert alert = store::Alerts(store).List({}).front();
  CHECK(alert.note == "look");
  CHECK(alert.severity == model::Severity::kHigh);
  CHECK(alert.score_parts.weight == 0.5);
  CHECK(RunAll(store, rules).run.totals.errors == 0);  // an error is an answer: not tried again
}

TEST_CASE("run: a rule that fails a hundred times in a row is parked before the first of them") {
  const std::string broken = R"(
rule "r.bad" { title = "No", when = all { what = phrase "recall*" },
  alert = function(hit) error("broken") end }
)";
  const std::string mended = R"(
rule "r.bad" { title = "Yes", when = all { what = phrase "recall*" } }
)";
  store::Store store = FreshStore();
  Rules rules(broken);
  IndexAll(store, Numbered(0, 5, "Quiet."));
  IndexAll(store, Numbered(100, 160, "A recall of item "));
  CHECK(RunAll(store, rules).run.totals.errors == 60);
  IndexAll(store, Numbered(200, 260, "A recall of part "));
  const auto report = RunAll(store, rules);
  CHECK(report.run.totals.errors == 40);  // the streak began in the run before
  CHECK(NotesOf(report, "parked") == "r.badx1 ");
  const auto own = store::Progress(store).Own();
  REQUIRE(own.contains("r.bad"));
  CHECK(own.at("r.bad").parked);
  CHECK(own.at("r.bad").seq == 5);
  CHECK(RunAll(store, rules).run.totals.hits == 0);

  Rules changed(mended);
  const auto after = RunAll(store, changed);
  CHECK(after.run.totals.articles == 120);
  CHECK(after.run.totals.hits == 120);
  CHECK(store::Progress(store).Own().empty());
}

TEST_CASE("run: one success ends a row of failures") {
  const std::string moody = R"(
rule "r.moody" { title = "T", when = all { what = phrase "recall*", n = phrase { "odd", "even" } },
  alert = function(hit) if hit.n.text == "odd" then error("odd") end return {} end }
)";
  store::Store store = FreshStore();
  Rules rules(moody);
  std::vector<model::Article> articles;
  for (int i = 0; i < 160; ++i) {
    articles.push_back(MakeArticle(
        "m" + std::to_string(i), "",
        std::string("A recall, ") + (i == 80 ? "even" : "odd") + " number " + std::to_string(i)));
  }
  IndexAll(store, articles);
  const auto report = RunAll(store, rules);
  CHECK(report.run.totals.errors == 159);
  CHECK(NotesOf(report, "parked") == "");
}

TEST_CASE("run: fired sees alerts of earlier articles only") {
  const std::string chain = R"(
rule "r.a" { title = "A", when = all { what = phrase "recall*" } }
rule "r.b" { title = "B", when = all { fired("r.a", { within = "30d" }), war = phrase "price war" } }
)";
  store::Store store = FreshStore();
  Rules rules(chain);
  auto stories = ThreeStories();
  std::swap(stories[0], stories[2]);  // three, two, one: dated backwards
  stories.push_back(MakeArticle("four", "", "The price war goes on.", "2026-01-20"));
  stories.push_back(MakeArticle("five", "", "A price war, and a long time after.", "2026-06-20"));
  IndexAll(store, stories);
  RunAll(store, rules);
  CHECK(AlertsOf(store) == "r.a@one r.a@three r.b@four");
}

TEST_CASE("run: a mute keeps an alert back and is counted") {
  store::Store store = FreshStore();
  Rules rules(kRecall + kWar);
  IndexAll(store, ThreeStories());
  store::Mutes(store).Add({0, "r.rec*", "", "known", 1'900'000'000});
  const auto report = RunAll(store, rules);
  CHECK(report.run.totals.muted == 2);
  CHECK(AlertsOf(store) == "r.war@three");
}

TEST_CASE("run: an exception keeps an alert back, is counted, and says why") {
  store::Store store = FreshStore();
  Rules rules(kRecall + kWar, R"(
except "r.recall" { where = title(phrase "toys"), reason = "not our desk", owner = "Ann",
                    expires = "2099-12-31" }
except "r.war" { where = title(phrase "cars"), reason = "over", owner = "Ann",
                 expires = "2001-12-31" }
)");
  IndexAll(store, ThreeStories());
  const auto report = RunAll(store, rules);
  CHECK(AlertsOf(store) == "r.war@three r.recall@three");
  CHECK(report.run.totals.excepted == 1);
  CHECK(report.run.totals.hits == 2);
  CHECK(NotesOf(report, "excepted") == "r.recallx1 ");
  const auto counted = std::find_if(report.rules.begin(), report.rules.end(),
                                    [](const auto& rule) { return rule.rule == "r.recall"; });
  REQUIRE(counted != report.rules.end());
  CHECK(counted->excepted == 1);
}

class Remembering : public alert::Sink {
 public:
  explicit Remembering(store::Store& store) : store_(store) {}
  std::optional<Error> Send(const std::vector<model::Alert>& alerts) override {
    for (const auto& alert : alerts) {
      CHECK(store::Alerts(store_).Has(alert.id));
      got += alert.rule + "@" + alert.article_id + " ";
    }
    if (fails) return Error(ErrorKind::kSystem, {}, "full", "");
    return std::nullopt;
  }
  std::string name() const override { return "test"; }
  std::string got;
  bool fails = false;

 private:
  store::Store& store_;
};

TEST_CASE(
    "run: sinks get what stable rules raise, after it is kept; a failing sink stops nothing") {
  store::Store store = FreshStore();
  Rules rules(kRecall + kWar);
  IndexAll(store, ThreeStories());
  Remembering good(store), bad(store);
  bad.fails = true;
  batch::RunOptions options;
  options.sinks = {&bad, &good};
  const auto report = RunAll(store, rules, options);
  CHECK(good.got == "r.recall@one r.recall@three ");
  CHECK(NotesOf(report, "sink") == "x2 ");
}

TEST_CASE("run: handlers ask the corpus, and hear only of what came before") {
  const std::string asks = R"(
rule "r.asks" { title = "T", when = all { what = phrase "recall*" },
  alert = function(hit, corpus)
    return { note = #corpus:alerts { rule = "r.asks" } .. " " .. #corpus:search("recall") } end }
)";
  store::Store store = FreshStore();
  Rules rules(asks);
  IndexAll(store, ThreeStories());
  batch::StoreCorpus corpus(store);
  rules.loaded().SetCorpus(&corpus);
  batch::RunOptions options;
  options.corpus = &corpus;
  const auto report = RunAll(store, rules, options);
  CHECK(report.run.totals.errors == 0);
  const auto alerts = store::Alerts(store).List({});
  REQUIRE(alerts.size() == 2);
  CHECK(alerts[1].note == "0 0");
  CHECK(alerts[0].note == "1 1");
}

TEST_CASE("run: the text of a rule and the lexicon are kept with its first alert") {
  store::Store store = FreshStore();
  Rules rules(kRecall);
  IndexAll(store, ThreeStories());
  batch::RunOptions options;
  options.rules_folder = TELLWIRE_SOURCE_DIR "/rules";
  RunAll(store, rules, options);
  CHECK(store::Texts(store).Read("lexicon", "lexicon/metrics.tsv", ShippedAnalyser().version()));
  const auto alert = store::Alerts(store).List({}).front();
  const auto files = store::Texts(store).All("rule", "r.recall@" + alert.rule_version);
  REQUIRE(files.size() == 1);
  CHECK(files[0].name == "pack/rules.lua");
  CHECK(files[0].text == kRecall);
}

TEST_CASE("run: asked to stop, it keeps what it has and goes on there next time") {
  store::Store store = FreshStore();
  Rules rules(kRecall);
  IndexAll(store, Numbered(0, 100, "A recall of lot "));
  std::atomic<bool> stop = false;
  batch::RunOptions options;
  options.batch = 10;
  options.stop = &stop;
  options.tick = [&](int64_t done, int64_t) { stop = done >= 30; };
  const auto first = RunAll(store, rules, options);
  CHECK(first.interrupted);
  CHECK(first.run.state == "interrupted");
  CHECK(first.run.totals.articles == 30);
  const auto second = RunAll(store, rules);
  CHECK(second.run.totals.articles == 70);
  CHECK(second.run.totals.hits + first.run.totals.hits == 100);
}

// Runs in a child process that dies without warning in the middle; the parent sees what is left.
void RunAndDie(const std::string& path, int64_t after) {
  const pid_t child = fork();
  if (child == 0) {
    store::Store store(path);
    Rules rules(kRecall + kWar);
    batch::RunOptions options;
    options.batch = 9;
    options.tick = [&](int64_t done, int64_t) {
      if (done >= after) kill(getpid(), SIGKILL);
    };
    RunAll(store, rules, options);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
}

TEST_CASE("run: killed at any batch, it neither loses nor repeats an alert") {
  const auto articles = Numbered(0, 60, "A recall in a price war.");
  store::Store whole = FreshStore();
  Rules rules(kRecall + kWar);
  IndexAll(whole, articles);
  RunAll(whole, rules);
  for (int64_t after : {1, 30, 55}) {
    CAPTURE(after);
    TemporaryFolder folder;
    {
      store::Store store(folder / "a.db");
      IndexAll(store, articles);
    }
    RunAndDie(folder / "a.db", after);
    store::Store store(folder / "a.db");
    CHECK(store.CheckIntegrity() == "");
    RunAll(store, rules);
    CHECK(AlertsOf(store) == AlertsOf(whole));
    CHECK(store::Runs(store).List(9).back().state == "running");
  }
}

TEST_CASE("run: a locked store is said to be locked, and nothing is half done") {
  TemporaryFolder folder;
  store::Store store(folder / "a.db", {store::OpenMode::kCreate, 50});
  Rules rules(kRecall);
  IndexAll(store, ThreeStories());
  store::Store other(folder / "a.db");
  {
    store::Transaction writing(other);
    CHECK_THROWS_WITH_AS(RunAll(store, rules), "the store is locked by another program",
                         store::StoreError);
  }
  RunAll(store, rules);
  CHECK(AlertsOf(store) == "r.recall@one r.recall@three");
}

}  // namespace
}  // namespace tellwire
