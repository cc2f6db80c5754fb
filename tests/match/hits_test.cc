// `:same`, `compare`, and the evidence of a hit.
#include "doctest/doctest.h"
#include "match/network.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

using model::Truth;

const model::Period kQuarter = {"FQ1:2026", DayOf(2026, 1, 1), DayOf(2026, 4, 1)};
const model::Period kYear = {"FY2026", DayOf(2026, 1, 1), DayOf(2027, 1, 1)};
const model::Period kOther = {"FQ2:2026", DayOf(2026, 4, 1), DayOf(2026, 7, 1)};

MadeArticle TwoFacts(const model::Period& first, const model::Period& second) {
  MadeArticle made({{{"Revenue rose."}}, {{"Margin fell."}}});
  made.AddCompany("Alibaba", "BABA", model::Role::kPrimary);
  made.AddFact("revenue", 0, "Revenue rose").period = first;
  made.AddFact("margin", 0, "Margin fell").period = second;
  return made;
}

match::Outcome Match(const MadeArticle& made, const rule::Rule& rule) {
  static const model::Vocabulary kNone;
  rule::RuleSet rules;
  rules.rules.push_back(rule);
  const match::Network network(rules, kNone);
  return network.Match({made.article, made.analysis}, network.NewScratch().get(), nullptr);
}

Truth TruthOf(const MadeArticle& made, const ConditionPtr& when) {
  const auto outcome = Match(made, MakeRule("r", when));
  if (!outcome.hits.empty()) return Truth::kTrue;
  return outcome.verdicts.empty() ? Truth::kFalse : outcome.verdicts[0].truth;
}

ConditionPtr Both() {
  return All({Fact({Is("metric", "revenue")}), Fact({Is("metric", "margin")})});
}

TEST_CASE("same period: equal, or one contains the other") {
  const auto same = Same("period", Both());
  CHECK(TruthOf(TwoFacts(kQuarter, kQuarter), same) == Truth::kTrue);
  CHECK(TruthOf(TwoFacts(kQuarter, kYear), same) == Truth::kTrue);
  CHECK(TruthOf(TwoFacts(kYear, kQuarter), same) == Truth::kTrue);
  CHECK(TruthOf(TwoFacts(kQuarter, kOther), same) == Truth::kFalse);
}

TEST_CASE(
    "same period: a fact without one takes that of its sentence, its paragraph, the article") {
  const auto same = Same("period", Both());
  MadeArticle made = TwoFacts(kQuarter, {});
  CHECK(TruthOf(made, same) == Truth::kUnknown);
  made.analysis.reporting_period = kQuarter;
  CHECK(TruthOf(made, same) == Truth::kTrue);
  made.analysis.sentences[1].period = kOther;
  CHECK(TruthOf(made, same) == Truth::kFalse);
}

TEST_CASE("same segment: the parts speak of one segment") {
  MadeArticle made = TwoFacts({}, {});
  const auto same = Same("segment", Both());
  CHECK(TruthOf(made, same) == Truth::kTrue);  // both of the whole company
  made.analysis.facts[0].segment = "Cloud";
  CHECK(TruthOf(made, same) == Truth::kFalse);
  made.analysis.facts[1].segment = "cloud";
  CHECK(TruthOf(made, same) == Truth::kTrue);
}

TEST_CASE("same sentence, same paragraph: the parts stand in one") {
  const MadeArticle made = TwoFacts({}, {});
  CHECK(TruthOf(made, Same("sentence", Both())) == Truth::kFalse);
  CHECK(TruthOf(made, Same("paragraph", Both())) == Truth::kFalse);
  CHECK(TruthOf(made, Same("section", Both())) == Truth::kTrue);
}

TEST_CASE("same period: too many different ones are an error, not a long wait") {
  MadeArticle made({{{"Revenue rose."}}});
  for (int i = 0; i < 400; ++i) {
    model::Fact& fact = made.AddFact("revenue", -1, "Revenue rose");
    fact.period = {"DATE:" + std::to_string(i), i, i + 1};
  }
  CHECK(TruthOf(made, Same("period", All({Fact({Is("metric", "revenue")})}))) == Truth::kError);
}

TEST_CASE("compare: over pairs of evidence of two clauses") {
  MadeArticle made = TwoFacts(kQuarter, kQuarter);
  made.analysis.facts[0].change = 5.0;
  made.analysis.facts[0].change_unit = "pct";
  const auto when = [&](const std::string& left, const std::string& relation,
                        const std::string& right) {
    return All({Named("a", Fact({Is("metric", "revenue")})),
                Named("b", Fact({Is("metric", "margin")})), Compare(left, relation, right)});
  };
  CHECK(TruthOf(made, when("a.change_pct", "<", "b.change_pct")) == Truth::kUnknown);
  made.analysis.facts[1].change = 2.0;
  made.analysis.facts[1].change_unit = "x";  // +100 %
  CHECK(TruthOf(made, when("a.change_pct", "<", "b.change_pct")) == Truth::kTrue);
  CHECK(TruthOf(made, when("a.change_pct", ">", "b.change_pct")) == Truth::kFalse);
  CHECK(TruthOf(made, when("a.change", "<", "b.change")) == Truth::kUnknown);  // pct and x
  CHECK(TruthOf(made, when("a.period", "==", "b.period")) == Truth::kTrue);
  CHECK(TruthOf(made, when("a.period", "~=", "b.period")) == Truth::kFalse);
  CHECK(TruthOf(made, when("a.period", "==", "none.period")) == Truth::kFalse);
}

TEST_CASE("evidence: clause by clause, title first, in text order, with the sentence around it") {
  const MadeArticle made({{{"A war.", "Prices in a war."}}}, "War title");
  rule::Rule rule = MakeRule("r", All({Named("p", Phrase("prices")), Phrase("war")}));
  rule.against = {Named("doubt", Phrase("a"))};
  const auto hits = Match(made, rule).hits;
  REQUIRE(hits.size() == 1);
  std::vector<std::string> got;
  for (const model::Evidence& e : hits[0].evidence)
    got.push_back(e.clause + " " + (e.place.part == model::Part::kTitle ? "title " : "text ") +
                  std::to_string(e.place.span.begin));
  CHECK(got == std::vector<std::string>{"p text 7", "when[2] title 0", "when[2] text 2",
                                        "when[2] text 19"});
  CHECK(hits[0].evidence[3].sentence == made.At("Prices in a war."));
  CHECK(hits[0].evidence[0].leaf == "phrase \"prices\"");
  CHECK(hits[0].against.size() == 2);
}

TEST_CASE("evidence: twenty of a clause are shown, the rest is counted") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "war ";
  const auto hits = Match(MadeArticle({{{text}}}), MakeRule("r", Phrase("war"))).hits;
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].evidence.size() == 20);
  CHECK(hits[0].evidence_left_out == 10);
}

TEST_CASE("evidence: a fact that is said in several places is shown once, where its words stand") {
  MadeArticle made({{{"Revenue rose.", "Again revenue rose."}}});
  model::Fact& fact = made.AddFact("revenue", -1, "revenue rose");
  fact.mentions = {made.At("Revenue rose").span, fact.spans.fact};
  const auto all = Match(made, MakeRule("r", Fact({Is("metric", "revenue")}))).hits;
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].evidence.size() == 1);
  CHECK(all[0].evidence[0].place == made.At("revenue rose"));
  // In a scope that holds only the other mention, that one is shown.
  const auto first =
      Match(made,
            MakeRule("r", Over(Op::kSentence,
                               {All({Fact({Is("metric", "revenue")}), Not(Phrase("again"))})})))
          .hits;
  REQUIRE(first.size() == 1);
  REQUIRE(first[0].evidence.size() == 1);
  CHECK(first[0].evidence[0].place == made.At("Revenue rose"));
}

TEST_CASE("subject: one hit a company, and none where nothing speaks of it") {
  MadeArticle made({{{"Alibaba missed.", "Tencent missed."}}});
  made.AddCompany("Alibaba", "BABA", model::Role::kPrimary);
  made.AddCompany("Tencent", "", model::Role::kSecondary);
  made.AddCompany("Nvidia", "NVDA", model::Role::kMention);
  const auto companies = [&](const rule::Rule& rule) {
    std::vector<int> got;
    for (const model::Hit& hit : Match(made, rule).hits) got.push_back(hit.company);
    return got;
  };
  CHECK(companies(MakeRule("r", Phrase("missed"), true)) == std::vector<int>{0, 1});
  CHECK(companies(MakeRule("r", Not(Phrase("absent")), true)).empty());
  rule::Rule primary = MakeRule("r", Phrase("missed"), true);
  primary.subject.filter = {Is("role", "primary")};
  CHECK(companies(primary) == std::vector<int>{0});
  CHECK(companies(MakeRule("r", Phrase("missed"))) == std::vector<int>{-1});
}

}  // namespace
}  // namespace tellwire::test
