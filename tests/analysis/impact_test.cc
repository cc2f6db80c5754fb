#include "analysis/impact.h"

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

model::Fact FactOf(std::string metric) {
  model::Fact fact;
  fact.metric = std::move(metric);
  fact.company = 0;
  return fact;
}

double ImpactOfOne(const model::Fact& fact, model::Role role = model::Role::kPrimary) {
  model::Analysis analysis;
  analysis.companies.resize(1);
  analysis.companies[0].role = role;
  analysis.facts = {fact};
  return ImpactOf(JudgeImpact(ShippedLexicon().tone->impact, analysis));
}

TEST_CASE("impact: a surprise weighs more than a plain statement, a rumour less") {
  model::Fact plain = FactOf("revenue"), miss = plain, rumour = plain;
  miss.surprise = model::Surprise::kMiss;
  rumour.modality = model::Modality::kRumour;
  CHECK(ImpactOfOne(miss) > ImpactOfOne(plain));
  CHECK(ImpactOfOne(rumour) < ImpactOfOne(plain));
}

TEST_CASE("impact: of those whom the article mentions in passing it is small") {
  CHECK(ImpactOfOne(FactOf("guidance"), model::Role::kMention) < ImpactOfOne(FactOf("guidance")));
}

TEST_CASE("impact: stays between 0 and 1, and is 0 where nothing is said") {
  CHECK(ImpactOf(JudgeImpact(ShippedLexicon().tone->impact, {})) == 0);
  model::Fact huge = FactOf("event.going_concern");
  huge.surprise = model::Surprise::kMiss;
  huge.change = -900.0;
  huge.change_unit = "pct";
  CHECK(ImpactOfOne(huge) <= 1);
}

TEST_CASE("impact: a lead that tells of a lawsuit says something without a fact") {
  model::Analysis analysis;
  analysis.companies.resize(1);
  analysis.companies[0].role = model::Role::kPrimary;
  analysis.sentences.resize(1);
  analysis.sentences[0].place = {model::Part::kText, {0, 40}};
  analysis.sentences[0].events = {"Legal"};
  analysis.sentences[0].companies = {0};
  const ImpactTable& table = ShippedLexicon().tone->impact;
  const double lead = ImpactOf(JudgeImpact(table, analysis));
  CHECK(lead > 0.1);
  analysis.sentences[0].index = 9;
  CHECK(ImpactOf(JudgeImpact(table, analysis)) == 0);
  analysis.sentences[0].index = 0;
  analysis.sentences[0].companies = {};
  CHECK(ImpactOf(JudgeImpact(table, analysis)) < lead);
}

TEST_CASE("impact: facts of one kind count once") {
  model::Analysis one, ten;
  for (auto* analysis : {&one, &ten}) {
    analysis->companies.resize(1);
    analysis->companies[0].role = model::Role::kPrimary;
  }
  one.facts = {FactOf("share_price")};
  ten.facts.assign(10, FactOf("share_price"));
  const ImpactTable& table = ShippedLexicon().tone->impact;
  CHECK(ImpactOf(JudgeImpact(table, one)) == ImpactOf(JudgeImpact(table, ten)));
}

}  // namespace
}  // namespace tellwire::analysis
