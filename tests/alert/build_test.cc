#include "alert/build.h"

#include <doctest/doctest.h>

#include "alert/json.h"
#include "alert/score.h"
#include "support/made_hit.h"

namespace tellwire {
namespace {

using model::Severity;
using test::MadeHit;

model::Alert Build(const MadeHit& made, const match::Decision* decision = nullptr,
                   std::optional<double> novelty = std::nullopt) {
  return alert::Build({made.rule, made.hit, made.article, made.analysis, made.vocabulary,
                       "fingerprint", "group", novelty, std::nullopt, std::nullopt, decision});
}

TEST_CASE("build: an alert quotes its evidence with the sentence around it") {
  const model::Alert alert = Build(MadeHit());
  CHECK(alert.title == "Acme Corp missed, shares +6%");
  CHECK(alert.company == "Acme Corp");
  CHECK(alert.article_id == "a1");
  CHECK(alert.status == "");
  REQUIRE(alert.evidence.size() == 4);
  CHECK(alert.evidence[0].text == "Acme missed");
  CHECK(alert.evidence[0].sentence == "Acme missed.");
  CHECK(alert.evidence[2].text == "shares rose 6%");
}

TEST_CASE("build: the score is weight x relevance x novelty, the unknown counting 1") {
  MadeHit made;
  CHECK(Build(made).score == doctest::Approx(.8 * .5));
  CHECK(Build(made, nullptr, .25).score == doctest::Approx(.8 * .5 * .25));
  made.hit.company = -1;
  CHECK(Build(made).score == doctest::Approx(.8));
  for (const auto& [severity, weight] :
       {std::pair(Severity::kInfo, .2), std::pair(Severity::kLow, .4),
        std::pair(Severity::kMedium, .6), std::pair(Severity::kCritical, 1.0)}) {
    CHECK(alert::WeightOf(severity) == weight);
  }
}

TEST_CASE("build: a handler's word replaces the rule's") {
  match::Decision decision;
  decision.score = .9;
  decision.title = "Own title";
  decision.note = "Look";
  decision.tags = {"x"};
  decision.severity = Severity::kCritical;
  const model::Alert alert = Build(MadeHit(), &decision);
  CHECK(alert.score == doctest::Approx(.45));
  CHECK(alert.title == "Own title");
  CHECK(alert.note == "Look");
  CHECK(alert.tags == std::vector<std::string>{"x"});
  CHECK(alert.severity == Severity::kCritical);
}

TEST_CASE("build: hypothetical evidence caps at low, a rumour at medium, whoever asks for more") {
  MadeHit made;
  match::Decision decision;
  decision.severity = Severity::kCritical;
  made.analysis.facts[1].modality = model::Modality::kRumour;
  CHECK(Build(made).severity == Severity::kMedium);
  CHECK(Build(made, &decision).severity == Severity::kMedium);
  made.analysis.facts[0].modality = model::Modality::kHypothetical;
  CHECK(Build(made).severity == Severity::kLow);
  made.rule.severity = Severity::kInfo;
  CHECK(Build(made).severity == Severity::kInfo);
}

TEST_CASE("build: words are capped by the scope in which they stand, other words are not") {
  MadeHit made;
  made.hit.evidence.erase(made.hit.evidence.begin(), made.hit.evidence.begin() + 3);
  model::Scope scope;
  scope.kind = model::ScopeKind::kRumour;
  scope.extent = {model::Part::kText, {13, 32}};
  made.analysis.scopes = {scope};
  CHECK(Build(made).severity == Severity::kHigh);
  made.analysis.scopes[0].extent.span = {0, 12};
  CHECK(Build(made).severity == Severity::kMedium);
}

TEST_CASE("build: a line that is lent as title is the article's title") {
  MadeHit made;
  made.article.title = "";
  made.analysis.text.lends_title = true;
  made.analysis.text.blocks.push_back({{0, 12}, {}, model::BlockKind::kHeading, 0, 0, 0});
  CHECK(Build(made).article_title == "Acme missed.");
}

TEST_CASE("json: every key is there, what is unknown is null") {
  MadeHit made;
  made.article = MakeArticle("a1", "", "Acme missed. Its shares rose 6%.");
  made.article.source = "";
  made.hit.evidence.resize(1);
  made.rule.tags = {};
  const std::string json = alert::ToJson(Build(made));
  const std::string expected =
      R"({"id":"ID","rule":"earnings.miss","rule_version":"v1","severity":"high","score":0.4,)"
      R"("score_parts":{"weight":0.8,"relevance":0.5,"novelty":null},"relevance":0.5,)"
      R"("novelty":null,"title":"Acme Corp missed, shares –","note":null,"company":"Acme Corp",)"
      R"("ticker":"ACM","tags":[],"article":{"id":"a1","title":null,"source":null,"url":null,)"
      R"("published":null},"evidence":[{"clause":"miss","leaf":"fact { metric = \"revenue\" }",)"
      R"("article":"a1","in_title":false,"span":[0,11],"text":"Acme missed",)"
      R"("sentence":"Acme missed."}],"against":[],"unsure":[],"sources":1,"copies":0,"origins":1,)"
      R"("key":"earnings.miss | ACM | article=group","raised":null,"run":null,"status":null,)"
      R"("analysis_version":"an1"})";
  const std::string id = Build(made).id;
  std::string filled = expected;
  filled.replace(filled.find("ID"), 2, id);
  CHECK(json == filled);
}

TEST_CASE("json: an alert that is kept says when and in which run") {
  MadeHit made;
  const model::Alert alert =
      alert::Build({made.rule, made.hit, made.article, made.analysis, made.vocabulary, "f", "g",
                    1.0, ParseTimestamp("2026-05-14T06:30")->seconds, 7, nullptr});
  const std::string json = alert::ToJson(alert);
  CHECK(json.find(R"("raised":"2026-05-14T06:30:00Z","run":7,"status":"new")") !=
        std::string::npos);
}

TEST_CASE("score: what was new is less so with every article that says it again") {
  model::Alert alert;
  alert.score_parts = {.8, 1, 1.0};
  alert.score = .8;
  alert::Age(&alert);
  CHECK(alert.score == .8);
  alert.sources = 4;
  alert::Age(&alert);
  CHECK(alert.score_parts.novelty == .5);
  CHECK(alert.score == doctest::Approx(.4));
  model::Alert unknown;  // of `scan`: one article alone
  unknown.score = .8;
  unknown.sources = 4;
  alert::Age(&unknown);
  CHECK(unknown.score == .8);
}

}  // namespace
}  // namespace tellwire
