#include "alert/title.h"

#include <doctest/doctest.h>

#include "support/made_hit.h"

namespace tellwire {
namespace {

using test::MadeHit;

TEST_CASE("title: templates are filled, what is absent prints a dash") {
  const MadeHit made;
  const struct {
    std::string pattern, title;
  } kRows[] = {
      {"{company} missed, shares {rally.change:+%} anyway", "Acme Corp missed, shares +6% anyway"},
      {"{ticker}: {miss.value:money}", "ACM: $35.3bn"},
      {"{miss.value}", "$35.3bn"},
      {"{rally.change:%}", "6%"},
      {"{rally.change_pct}", "6%"},
      {"{miss.change}", "–"},
      {"{none.change}", "–"},
      {"{miss.period:date}", "–"},
      {"{word}", "missed"},
      {"{word.sentence}", "Acme missed."},
      {"{miss.surprise} of {miss.metric}", "miss of revenue"},
      {"{article.title} ({article.published:date})", "Acme news (14 May 2026)"},
      {"no braces", "no braces"},
      {"an open { brace", "an open { brace"},
      {"", ""},
  };
  for (const auto& [pattern, title] : kRows) {
    CAPTURE(pattern);
    CHECK(alert::FillTitle(pattern, made.hit, made.article, made.analysis) == title);
  }
}

TEST_CASE("title: numbers carry their units") {
  model::Fact fact;
  const struct {
    model::Number value;
    std::string unit, spec, text;
  } kRows[] = {
      {model::Number(8.58), "USD", "", "$8.58"},
      {model::Number(8.5), "USD", "money", "$8.50"},
      {model::Number(380e9), "CNY", "", "CNY 380bn"},
      {model::Number(-2.5e6), "EUR", "", "-€2.5m"},
      {model::Number(33.4e9), "GBP", "", "£33.4bn"},
      {model::Number(1000), "JPY", "", "JPY 1000"},
      {model::Number(30, 32), "pct", "", "30% to 32%"},
      {model::Number(-3.14), "pct", "%", "-3.14%"},
      {model::Number(0.25), "pct", "+%", "+0.25%"},
      {model::Number(2), "x", "", "2x"},
      {model::Number(2), "x", "+%", "+100%"},
      {model::Number(50), "bp", "+%", "+50 bp"},
      {model::Number(1.2), "pp", "", "1.2 pp"},
      {model::Number(1), "pp", "", "1 pp"},
      {model::Number(1, 2), "pp", "", "1 to 2 pp"},
      {model::Number(75000), "vehicles", "", "75,000 vehicles"},
      {model::Number(41000, 43000), "vehicles", "", "41,000 to 43,000 vehicles"},
      {model::Number(-123456.5), "", "", "-123,456.5"},
      {model::Number(999), "jobs", "", "999 jobs"},
      {model::Number(4.2e6), "count", "", "4.2m"},
  };
  for (const auto& [value, unit, spec, text] : kRows) {
    CAPTURE(text);
    fact.value = value;
    fact.unit = unit;
    CHECK(alert::FieldText(fact, "value", spec) == text);
  }
}

TEST_CASE("title: a metric is told in words") {
  model::Fact fact;
  const struct {
    std::string metric, text;
  } kRows[] = {{"revenue", "revenue"},
               {"operating_income", "operating income"},
               {"revenue.ai.run_rate", "revenue (ai run rate)"}};
  for (const auto& [metric, text] : kRows) {
    CAPTURE(text);
    fact.metric = metric;
    CHECK(alert::FieldText(fact, "metric", "") == text);
  }
}

TEST_CASE("title: a deadline's date is its last day") {
  model::Fact fact;
  CHECK(alert::FieldText(fact, "deadline", "date") == "");
  fact.promise =
      model::Fact::Promise{">=", model::Number(1e9), "BY:CY2030", std::nullopt, DayOf(2031, 1, 1)};
  fact.unit = "USD";
  CHECK(alert::FieldText(fact, "deadline", "date") == "31 December 2030");
  CHECK(alert::FieldText(fact, "deadline", "") == "BY:CY2030");
  CHECK(alert::FieldText(fact, "target", "") == "$1bn");
}

}  // namespace
}  // namespace tellwire
