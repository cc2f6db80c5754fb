#include "batch/promise_ledger.h"

#include <doctest/doctest.h>

#include <chrono>

#include "store/articles.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

// A store in which one article is one fact about a company's subscribers.
struct Ledger {
  store::Store store = FreshStore();
  int count = 0;

  int64_t Say(const std::string& company, const model::Fact& fact, const std::string& day) {
    const std::string id = std::to_string(++count);
    const auto added = store::Articles(store).Add(MakeArticle(id, "", id, day), "", 0);
    model::Analysis analysis;
    analysis.companies.push_back({});
    analysis.companies[0].name = company;
    analysis.facts = {fact};
    analysis.facts[0].company = 0;
    store::Findings(store).Save(added.seq, analysis, "", "");
    return added.seq;
  }

  static model::Fact Promise(double target) {
    model::Fact fact = Actual(target);
    fact.modality = model::Modality::kGuidance;
    fact.promise = model::Fact::Promise{">=", model::Number(target), "BY:CY2027", std::nullopt,
                                        DayOf(2028, 1, 1)};
    return fact;
  }
  static model::Fact Actual(double value) {
    model::Fact fact;
    fact.metric = "subscribers";
    fact.value = model::Number(value);
    fact.unit = "count";
    return fact;
  }
};

std::string States(Ledger& ledger, const std::string& company = "") {
  std::string out;
  store::FactQuery query;
  query.company = company;
  for (const auto& row : batch::PromiseLedger(ledger.store).List(query)) {
    out += row.promise.article + "=" + row.state + " ";
  }
  return out;
}

TEST_CASE(
    "ledger: a promise is open until facts arrive, and stays as the first final one left it") {
  Ledger ledger;
  ledger.Say("Acme", Ledger::Promise(10), "2026-01-01");
  CHECK(States(ledger) == "1=open ");
  ledger.Say("Acme", Ledger::Actual(7), "2026-06-01");
  CHECK(States(ledger) == "1=progress ");
  ledger.Say("Acme", Ledger::Actual(10), "2027-06-01");
  CHECK(States(ledger) == "1=kept ");
  ledger.Say("Acme", Ledger::Actual(3), "2028-06-01");
  CHECK(States(ledger) == "1=kept ");
  CHECK(States(ledger, "Other") == "");
}

TEST_CASE("ledger: a promise without a deadline says so") {
  Ledger ledger;
  model::Fact promise = Ledger::Promise(10);
  promise.promise->deadline = "";
  promise.promise->deadline_until.reset();
  ledger.Say("Acme", promise, "2026-01-01");
  CHECK(States(ledger) == "1=no_deadline ");
}

TEST_CASE("ledger: a fact being read settles what was open before it, and only that") {
  Ledger ledger;
  const int64_t first = ledger.Say("Acme", Ledger::Promise(10), "2026-01-01");
  batch::PromiseLedger book(ledger.store);
  const auto at = ParseTimestamp("2027-01-01")->seconds;
  CHECK(book.StateOf("Acme", Ledger::Actual(12), first + 1, at) == "kept");
  CHECK(book.StateOf("Acme", Ledger::Actual(2), first + 1, at) == "progress");
  CHECK(book.StateOf("Other", Ledger::Actual(12), first + 1, at) == "");
  CHECK(book.StateOf("Acme", Ledger::Actual(12), first, at) == "");  // of the same article
  const auto before = ParseTimestamp("2025-01-01")->seconds;
  CHECK(book.StateOf("Acme", Ledger::Actual(12), first + 1, before) == "");
}

TEST_CASE("ledger: one ledger tells articles apart by what was there before each") {
  Ledger ledger;
  const int64_t promise = ledger.Say("Acme", Ledger::Promise(10), "2026-01-01");
  const int64_t kept = ledger.Say("Acme", Ledger::Actual(11), "2027-01-01");
  const int64_t last = ledger.Say("Acme", Ledger::Actual(12), "2027-02-01");
  const auto at = [](const char* day) { return ParseTimestamp(day)->seconds; };
  batch::PromiseLedger book(ledger.store, last);
  CHECK(book.StateOf("Acme", Ledger::Actual(11), kept, at("2027-01-01")) == "kept");
  CHECK(book.StateOf("Acme", Ledger::Actual(12), last, at("2027-02-01")) == "");
  CHECK(book.StateOf("Acme", Ledger::Actual(12), promise, at("2026-01-01")) == "");
  // What had arrived before but is dated later does not count yet.
  CHECK(book.StateOf("Acme", Ledger::Actual(12), last, at("2026-06-01")) == "kept");
}

// A run of 100,000 articles on one company took minutes: all its facts were read for every batch,
// though it had promised nothing.
TEST_CASE("ledger: a company without promises costs the same, however much is known of it") {
  Ledger ledger;
  store::Transaction transaction(ledger.store);
  for (int i = 0; i < 4000; ++i) ledger.Say("Acme", Ledger::Actual(i), "2026-01-01");
  const auto begin = std::chrono::steady_clock::now();
  for (int batch = 0; batch < 400; ++batch) {
    CHECK(batch::PromiseLedger(ledger.store).StateOf("Acme", Ledger::Actual(1), 5000, {}) == "");
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
  CHECK(spent.count() < 2);  // it took twenty
}

TEST_CASE("ledger: guidance that is withdrawn takes back what was promised of a metric") {
  Ledger ledger;
  ledger.Say("Acme", Ledger::Promise(10), "2026-01-01");
  model::Fact withdrawn;
  withdrawn.metric = "guidance";
  withdrawn.modality = model::Modality::kGuidance;
  withdrawn.flags = {"guidance_withdrawn"};
  ledger.Say("Acme", withdrawn, "2026-02-01");
  CHECK(States(ledger) == "1=withdrawn ");
}

}  // namespace
}  // namespace tellwire
