#include "batch/promise_state.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

using batch::Settlement;

const Day kEnd = DayOf(2028, 1, 1);  // of the year 2027, half-open

model::Fact Promise(const std::string& op, double target) {
  model::Fact promise;
  promise.metric = "revenue.cloud";
  promise.unit = "USD";
  promise.modality = model::Modality::kTarget;
  promise.promise =
      model::Fact::Promise{op, model::Number(target), "BY:CY2027", std::nullopt, kEnd};
  return promise;
}

model::Fact Actual(double value, std::optional<Day> until) {
  model::Fact fact;
  fact.metric = "revenue.cloud";
  fact.value = model::Number(value);
  fact.unit = "USD";
  fact.period.until = until;
  if (until) fact.period.from = *until - 365;
  return fact;
}

std::string StateOf(const model::Fact& promise, const model::Fact& fact,
                    std::optional<Day> published = std::nullopt) {
  return std::string(ToString(batch::Settle(promise, fact, published)));
}

TEST_CASE("promise: a floor is kept when it is reached, missed when it is due") {
  const Day early = DayOf(2027, 1, 1), due = kEnd;
  CHECK(StateOf(Promise(">=", 10), Actual(8, early)) == "progress");
  CHECK(StateOf(Promise(">=", 10), Actual(10, early)) == "kept");
  CHECK(StateOf(Promise(">", 10), Actual(10, early)) == "progress");
  CHECK(StateOf(Promise(">=", 10), Actual(9, due)) == "missed");
  CHECK(StateOf(Promise(">=", 10), Actual(11, due)) == "kept");
}

TEST_CASE("promise: a ceiling and an exact figure are judged at the deadline") {
  const Day early = DayOf(2027, 1, 1), due = kEnd;
  CHECK(StateOf(Promise("<=", 5), Actual(4, early)) == "progress");
  CHECK(StateOf(Promise("<=", 5), Actual(4, due)) == "kept");
  CHECK(StateOf(Promise("<=", 5), Actual(6, due)) == "missed");
  CHECK(StateOf(Promise("=", 100), Actual(100.9, due)) == "kept");
  CHECK(StateOf(Promise("=", 100), Actual(103, due)) == "missed");
  model::Fact rough = Actual(103, due);
  rough.qualifier = model::Qualifier::kApprox;
  CHECK(StateOf(Promise("=", 100), rough) == "kept");
}

TEST_CASE(
    "promise: without a period the day of publication decides, without either nothing is due") {
  const auto state = [](std::optional<Day> published) {
    model::Fact promise = Promise(">=", 10), fact = Actual(9, std::nullopt);
    promise.unit = fact.unit = "count";
    return StateOf(promise, fact, published);
  };
  CHECK(state(kEnd) == "missed");
  CHECK(state(kEnd - 1) == "progress");
  CHECK(state(std::nullopt) == "progress");
}

TEST_CASE("promise: money by a date is that of a year") {
  model::Fact quarter = Actual(12, kEnd), untold = Actual(12, std::nullopt);
  quarter.period.from = DayOf(2027, 10, 1);
  CHECK(StateOf(Promise(">=", 10), Actual(12, kEnd)) == "kept");
  CHECK(StateOf(Promise(">=", 10), quarter) == "");
  CHECK(StateOf(Promise(">=", 10), untold, kEnd) == "");
}

TEST_CASE("promise: what is not the same, or no actual fact, does not move it") {
  const model::Fact promise = Promise(">=", 10);
  const auto unmoved = [&](auto change) {
    model::Fact fact = Actual(12, kEnd);
    change(fact);
    return StateOf(promise, fact).empty();
  };
  CHECK_FALSE(unmoved([](auto&) {}));
  CHECK(unmoved([](auto& fact) { fact.metric = "revenue"; }));
  CHECK(unmoved([](auto& fact) { fact.segment = "Retail"; }));
  CHECK(unmoved([](auto& fact) { fact.unit = "CNY"; }));
  CHECK(unmoved([](auto& fact) { fact.negated = true; }));
  CHECK(unmoved([](auto& fact) { fact.modality = model::Modality::kEstimate; }));
  CHECK(unmoved([](auto& fact) { fact.value.reset(); }));
}

TEST_CASE("promise: a year's figure is settled by that year's, and by none of another size") {
  model::Fact promise = Promise(">=", 10);
  promise.promise->deadline = "CY2027";
  promise.promise->deadline_from = DayOf(2027, 1, 1);
  model::Fact year = Actual(12, kEnd), quarter = Actual(12, kEnd), before = Actual(12, kEnd);
  year.period.from = DayOf(2027, 1, 1);
  quarter.period.from = DayOf(2027, 10, 1);
  before.period = {"CY2026", DayOf(2026, 1, 1), DayOf(2027, 1, 1)};
  CHECK(StateOf(promise, year) == "kept");
  CHECK(StateOf(promise, quarter) == "");
  CHECK(StateOf(promise, before) == "");
  CHECK(StateOf(promise, Actual(12, std::nullopt), kEnd) == "");
  year.value = model::Number(31);
  CHECK(StateOf(promise, year) == "");
  year.value = model::Number(3);
  CHECK(StateOf(promise, year) == "");
}

TEST_CASE("promise: what ended before it was made does not settle it") {
  const Day promised = DayOf(2027, 3, 1);
  const auto state = [&](Day until) {
    return ToString(batch::Settle(Promise(">=", 10), Actual(12, until), kEnd, promised));
  };
  CHECK(state(DayOf(2027, 1, 1)) == "");
  CHECK(state(DayOf(2027, 4, 1)) == "kept");
}

TEST_CASE("promise: a multiple is held against a multiple") {
  model::Fact promise = Promise(">=", 3);
  promise.unit = "";
  promise.change_unit = "x";
  model::Fact fact = Actual(9e9, kEnd);
  CHECK(StateOf(promise, fact) == "");
  fact.change = model::Number(3.1);
  fact.change_unit = "x";
  CHECK(StateOf(promise, fact) == "kept");
}

TEST_CASE("promise: guidance that is withdrawn ends it") {
  model::Fact fact;
  fact.metric = "guidance";
  fact.modality = model::Modality::kGuidance;
  fact.flags = {"guidance_withdrawn"};
  CHECK(StateOf(Promise(">=", 10), fact) == "withdrawn");
  fact.metric = "capex";
  CHECK(StateOf(Promise(">=", 10), fact) == "");
}

}  // namespace
}  // namespace tellwire
