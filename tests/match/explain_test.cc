#include "match/explain.h"

#include <functional>

#include "doctest/doctest.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

using model::Truth;

std::vector<match::Explanation> Explain(const MadeArticle& made, const rule::Rule& rule) {
  static const model::Vocabulary kNone;
  return match::Explain(rule, {made.article, made.analysis}, kNone);
}

std::string FirstMiss(const MadeArticle& made, const ConditionPtr& when) {
  const auto explained = Explain(made, MakeRule("r", when));
  const auto& misses = explained[0].when.near_misses;
  return misses.empty() ? "" : misses[0];
}

MadeArticle Story() {
  MadeArticle made({{{"Alibaba cut the price before a long war.", "Tencent did not miss."}},
                    {{"It named chips there."}}});
  made.AddCompany("Alibaba", "BABA", model::Role::kPrimary);
  made.AddCompany("Tencent", "", model::Role::kSecondary);
  model::Fact& fact = made.AddFact("revenue", 1, "not miss");
  fact.surprise = model::Surprise::kMiss;
  fact.negated = true;
  made.AddScope(model::ScopeKind::kNegation, "not", "miss");
  return made;
}

TEST_CASE("explain: near misses of words say what was near") {
  const MadeArticle made = Story();
  const std::pair<ConditionPtr, std::string> rows[] = {
      {Near(3, Phrase("price"), Phrase("war")), "4 words apart, limit 3: \"price\" ... \"war\""},
      {Near(3, Phrase("price"), Phrase("chips")), "they never stand in the same paragraph"},
      {Over(Op::kSequence, {Phrase("war"), Phrase("price")}, 3),
       "they stand in the other order: \"price\" ... \"war\""},
      {Phrase("price war"), "the words of \"price war\" stand in the article, but not in a row"},
      {Phrase("price cut*"), "the words of \"price cut*\" stand in the article, but not in a row"},
      {Phrase("price peace"), "of \"price peace\" the article lacks \"peace\""},
      {Phrase("quiet peace"), "no word of \"quiet peace\" stands in the article"},
      {Over(Op::kAffirmed, {Phrase("miss")}), ""},
      {Over(Op::kSentence, {All({Phrase("price"), Phrase("miss")})}),
       "it holds, but not in one sentence"},
      {Over(Op::kTitle, {Phrase("price")}), "it holds, but not in the title"},
      {Count(Phrase("price"), Above(1)), "1 found"},
      {Over(Op::kAtLeast, {Phrase("price"), Phrase("peace")}, 2), "1 of 2 are true, 2 wanted"},
      {Unless(Phrase("price"), Phrase("war")),
       "\"price\" is stopped by phrase \"war\" in its sentence"},
  };
  for (const auto& [when, wanted] : rows) {
    CAPTURE(ToString(*when));
    CHECK(FirstMiss(made, when) == wanted);
  }
}

TEST_CASE("explain: a filtered phrase names the cue that it stands under") {
  const MadeArticle made = Story();
  const auto when = All({Over(Op::kAffirmed, {Phrase("miss")})});
  const auto explained = Explain(made, MakeRule("r", when));
  const auto& affirmed = explained[0].when.parts.at(0);
  REQUIRE(affirmed.parts.size() == 1);
  REQUIRE(affirmed.parts[0].near_misses.size() == 1);
  CHECK(affirmed.parts[0].near_misses[0] == "\"miss\" stands under \"not\" (negation)");
}

TEST_CASE("explain: near misses of facts say in what they fail") {
  MadeArticle made = Story();
  model::Fact& guided = made.AddFact("capex", 0, "price");
  guided.modality = model::Modality::kGuidance;
  const auto miss = Fact({Is("metric", "revenue"), Is("surprise", "miss")});
  CHECK(FirstMiss(made, miss) == "revenue \"not miss\": negated by \"not\"");
  CHECK(FirstMiss(made, Fact({Is("metric", "capex")})) ==
        "capex \"price\": modality is guidance, actual was asked");
  CHECK(FirstMiss(made, Fact({Is("metric", "capex"), Is("surprise", "miss")},
                             {model::Modality::kGuidance})) ==
        "capex \"price\": nothing says surprise");
  CHECK(FirstMiss(made,
                  Fact({Is("metric", "revenue"), Is("surprise", "beat"), Flag("negated", true)})) ==
        "revenue \"not miss\": surprise is miss, beat was asked");
}

TEST_CASE("explain: a fact of another metric is not near") {
  CHECK(FirstMiss(Story(), Fact({Is("metric", "eps"), Is("surprise", "miss")})) ==
        "no fact of eps was found");
}

TEST_CASE("explain: a fact of another company is named as such") {
  MadeArticle made = Story();
  made.analysis.facts[0].negated = false;
  const auto when = All({Phrase("price"), Fact({Is("surprise", "miss")})});
  const auto explained = Explain(made, MakeRule("r", when, true));
  REQUIRE(explained.size() == 2);
  CHECK(explained[0].company_name == "Alibaba");
  CHECK_FALSE(explained[0].hit);
  CHECK(explained[0].when.parts.at(1).near_misses.at(0) ==
        "revenue \"not miss\": the fact is Tencent's");
  CHECK(explained[1].when.parts.at(0).near_misses.at(0) ==
        "\"price\" stands where the text does not speak of Tencent");
}

TEST_CASE("explain: the tree names its clauses and quotes what is true") {
  const MadeArticle made = Story();
  const auto when = All({Named("cut", Phrase("cut")), Phrase("war")});
  const auto explained = Explain(made, MakeRule("r", when));
  CHECK(explained[0].hit);
  CHECK(explained[0].outcome == "a hit");
  REQUIRE(explained[0].when.parts.size() == 2);
  CHECK(explained[0].when.parts[0].clause == "cut");
  CHECK(explained[0].when.parts[1].clause == "when[2]");
  REQUIRE(explained[0].when.parts[0].places.size() == 1);
  CHECK(explained[0].when.parts[0].places[0] == made.At("cut"));
}

TEST_CASE("explain: every step that stops an alert is said") {
  const MadeArticle made = Story();
  const auto outcome = [&](const std::function<void(rule::Rule*)>& change) {
    rule::Rule rule = MakeRule("r", Phrase("war"));
    change(&rule);
    return Explain(made, rule)[0].outcome;
  };
  CHECK(outcome([](rule::Rule*) {}) == "a hit");
  CHECK(outcome([](rule::Rule* r) { r->when = Phrase("peace"); }) == "`when` is false");
  CHECK(outcome([](rule::Rule* r) { r->when = Leaf(Op::kPublished); }) ==
        "`when` is unknown: what was found lacks an answer");
  CHECK(outcome([](rule::Rule* r) { r->unless = {Named("veto", Phrase("price"))}; }) ==
        "`unless` stops it: veto is true");
  CHECK(outcome([](rule::Rule* r) { r->excepted = {Phrase("price")}; }) ==
        "an exception holds: phrase \"price\"");
  CHECK(outcome([](rule::Rule* r) {
          r->excepted = {Phrase("peace"), Phrase("price")};
          r->exception_reasons = {"calm (desk)", "old news (desk)"};
        }) == "an exception holds: old news (desk)");
  CHECK(outcome([](rule::Rule* r) {
          r->subject.per_company = true;
          r->subject.filter = {Is("name", "Nvidia")};
        }) == "no company of the article passes the rule's subject");
}

TEST_CASE("explain: whether the rule was woken, and by what") {
  const MadeArticle made = Story();
  const auto woken = Explain(made, MakeRule("r", All({Phrase("war"), Not(Phrase("price"))})))[0];
  CHECK(woken.candidate);
  CHECK(woken.anchor.anchored);
  CHECK(woken.anchor.leaves == std::vector<std::string>{"phrase \"war\""});
  const auto asleep = Explain(made, MakeRule("r", Phrase("peace")))[0];
  CHECK_FALSE(asleep.candidate);
  const auto always = Explain(made, MakeRule("r", Not(Phrase("peace"))))[0];
  CHECK(always.candidate);
  CHECK_FALSE(always.anchor.anchored);
}

}  // namespace
}  // namespace tellwire::test
