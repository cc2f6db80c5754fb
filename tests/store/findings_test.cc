#include "store/findings.h"

#include <doctest/doctest.h>

#include "store/articles.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

model::Analysis MakeAnalysis(const std::string& metric, double value) {
  model::Analysis analysis;
  analysis.version = "v1";
  model::Company company;
  company.name = "Acme Corp";
  company.ticker = "ACM";
  analysis.companies.push_back(company);
  model::Fact fact;
  fact.company = 0;
  fact.metric = metric;
  fact.value = model::Number(value);
  fact.unit = "USD";
  fact.change = model::Number(-3, -2);
  fact.change_unit = "pct";
  fact.direction = model::Direction::kDown;
  fact.surprise = model::Surprise::kMiss;
  fact.period = {"FQ4:2026", 100, 190};
  fact.flags = {"loss", "record"};
  fact.modality = model::Modality::kGuidance;
  fact.promise = model::Fact::Promise{">=", model::Number(5), "BY:CY2030", std::nullopt, 200};
  fact.streak_quarters = 11;
  fact.spans.fact = {0, 7};
  analysis.facts.push_back(fact);
  return analysis;
}

std::vector<store::StoredFact> Ask(store::Store& store, const std::string& company,
                                   const std::string& metric) {
  store::FactQuery query;
  query.company = company;
  query.metric = metric;
  return store::Findings(store).Facts(query);
}

TEST_CASE("findings: a fact comes back with every slot") {
  store::Store store = FreshStore();
  const auto added =
      store::Articles(store).Add(MakeArticle("1", "", "Revenue fell.", "2026-05-14"), "", 0);
  const model::Analysis analysis = MakeAnalysis("revenue.cloud", 2.5e9);
  store::Findings(store).Save(added.seq, analysis, "", "Revenue fell.");
  const auto facts = Ask(store, "ACM", "revenue");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].company == "Acme Corp");
  CHECK(facts[0].quote == "Revenue");
  CHECK(facts[0].article == "1");
  const model::Fact& fact = facts[0].fact;
  const model::Fact& given = analysis.facts[0];
  CHECK(fact.value == given.value);
  CHECK(fact.change == given.change);
  CHECK(fact.direction == given.direction);
  CHECK(fact.surprise == given.surprise);
  CHECK(fact.period == given.period);
  CHECK(fact.flags == given.flags);
  CHECK(fact.modality == given.modality);
  CHECK(fact.streak_quarters == 11);
  REQUIRE(fact.promise);
  CHECK(fact.promise->op == ">=");
  CHECK(fact.promise->target == given.promise->target);
  CHECK(fact.promise->deadline_until == 200);
  CHECK_FALSE(fact.promise->deadline_from);
  CHECK_FALSE(fact.prior);
  CHECK_FALSE(fact.alt_value);
}

TEST_CASE("findings: asked by company in any case, by metric with its family") {
  store::Store store = FreshStore();
  const auto added = store::Articles(store).Add(MakeArticle("1", "", "Revenue."), "", 0);
  store::Findings(store).Save(added.seq, MakeAnalysis("revenue.cloud", 1), "", "Revenue.");
  CHECK(Ask(store, "acme corp", "").size() == 1);
  CHECK(Ask(store, "", "revenue.cloud").size() == 1);
  CHECK(Ask(store, "Other", "").empty());
  CHECK(Ask(store, "", "revenue.c").empty());
  CHECK(Ask(store, "", "rev").empty());
}

TEST_CASE("findings: saving again replaces, and only current revisions count") {
  store::Store store = FreshStore();
  store::Articles articles(store);
  store::Findings findings(store);
  const auto first = articles.Add(MakeArticle("1", "", "Revenue."), "", 0);
  findings.Save(first.seq, MakeAnalysis("revenue", 1), "", "Revenue.");
  findings.Save(first.seq, MakeAnalysis("revenue", 2), "", "Revenue.");
  REQUIRE(Ask(store, "", "revenue").size() == 1);
  CHECK(Ask(store, "", "revenue")[0].fact.value == model::Number(2));
  const auto second = articles.Add(MakeArticle("1", "", "Revenue rose."), "", 0);
  CHECK(Ask(store, "", "revenue").empty());
  CHECK(findings.Outdated("v1") == std::vector<int64_t>{second.seq});
  CHECK(findings.VersionOf(first.seq) == "v1");
  CHECK(findings.VersionOf(second.seq) == "");
}

TEST_CASE("findings: the overview counts by company and metric") {
  store::Store store = FreshStore();
  for (const char* id : {"1", "2"}) {
    const auto added = store::Articles(store).Add(MakeArticle(id, "", "Revenue."), "", 0);
    store::Findings(store).Save(added.seq, MakeAnalysis("revenue", 1), "", "Revenue.");
  }
  const auto counts = store::Findings(store).Overview({});
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].facts == 2);
  CHECK(counts[0].ticker == "ACM");
}

}  // namespace
}  // namespace tellwire
