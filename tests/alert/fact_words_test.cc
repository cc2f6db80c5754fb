#include "alert/fact_words.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

std::string Field(const model::Fact& fact, std::string_view field, std::string_view spec) {
  return alert::FieldText(fact, field, spec, model::Vocabulary());
}

TEST_CASE("fact words: numbers carry their units") {
  model::Fact fact;
  const struct {
    model::Number value;
    std::string unit, spec, text;
  } kRows[] = {
      {model::Number(8.58), "USD", "", "$8.58"},
      {model::Number(8.5), "USD", "money", "$8.50"},
      {model::Number(1234.5), "USD", "money", "$1,234.50"},
      {model::Number(380e9), "CNY", "", "CNY 380bn"},
      {model::Number(-2.5e6), "EUR", "", "-€2.5m"},
      {model::Number(33.4e9), "GBP", "", "£33.4bn"},
      {model::Number(1000), "JPY", "", "JPY 1,000"},
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
      {model::Number(1100), "jobs", "", "1,100 jobs"},
      {model::Number(1100), "jobs", "number", "1,100"},
      {model::Number(1.5), "pct", "number", "1.5%"},
      {model::Number(4.2e6), "count", "", "4.2m"},
  };
  for (const auto& [value, unit, spec, text] : kRows) {
    CAPTURE(text);
    fact.value = value;
    fact.unit = unit;
    CHECK(Field(fact, "value", spec) == text);
  }
}

TEST_CASE("fact words: a metric goes by its name, else by its id in words") {
  model::Vocabulary vocabulary;
  vocabulary.metrics["eps"].name = "EPS";
  vocabulary.metrics["opex"].id = "opex";
  model::Fact fact;
  const struct {
    std::string metric, text;
  } kRows[] = {{"eps", "EPS"},
               {"opex", "opex"},
               {"operating_income", "operating income"},
               {"revenue.ai.run_rate", "revenue (ai run rate)"},
               {"event.officer_exit", "officer exit"}};
  for (const auto& [metric, text] : kRows) {
    CAPTURE(text);
    fact.metric = metric;
    CHECK(alert::FieldText(fact, "metric", "", vocabulary) == text);
  }
}

TEST_CASE("fact words: a second currency has a unit of its own") {
  model::Fact fact;
  CHECK(Field(fact, "alt_value", "") == "");
  fact.alt_value = model::Amount{700e6, "EUR"};
  CHECK(Field(fact, "alt_value", "") == "€700m");
}

TEST_CASE("fact words: a figure is the metric with its number") {
  using model::Qualifier;
  model::Vocabulary vocabulary;
  vocabulary.metrics["subscribers"].counts = true;
  const struct {
    std::string metric;
    std::optional<model::Number> value;
    std::string unit;
    Qualifier qualifier;
    std::string text;
  } kRows[] = {
      {"revenue", model::Number(49e9, 51e9), "USD", Qualifier::kRange, "revenue of $49bn to $51bn"},
      {"subscribers", model::Number(400e6), "subscribers", Qualifier::kExact, "400m subscribers"},
      {"subscribers", model::Number(400e6), "count", Qualifier::kOver, "over 400m subscribers"},
      {"subscribers", model::Number(2e9), "users", Qualifier::kExact, "2bn users"},
      {"guidance", model::Number(7.5, 7.6), "USD", Qualifier::kRange, "$7.50 to $7.60"},
      {"deliveries", model::Number(600), "aircraft", Qualifier::kApprox,
       "deliveries of about 600 aircraft"},
      {"margin", model::Number(12), "pct", Qualifier::kExact, "margin of 12%"},
      {"capacity", std::nullopt, "", Qualifier::kExact, ""},
  };
  for (const auto& [metric, value, unit, qualifier, text] : kRows) {
    CAPTURE(text);
    model::Fact fact;
    fact.metric = metric;
    fact.value = value;
    fact.unit = unit;
    fact.qualifier = qualifier;
    CHECK(alert::FieldText(fact, "figure", "", vocabulary) == text);
  }
}

TEST_CASE("fact words: without a value a figure is the change, and a move always is") {
  using model::Direction;
  const struct {
    std::optional<model::Number> change;
    std::string unit;
    Direction direction;
    std::string figure, move;
  } kRows[] = {
      {model::Number(6), "pct", Direction::kUp, "revenue up 6%", "rose 6%"},
      {model::Number(-75e6), "USD", Direction::kDown, "revenue down $75m", "fell $75m"},
      {model::Number(-5, -3), "pct", Direction::kDown, "revenue down 3% to 5%", "fell 3% to 5%"},
      {model::Number(-2), "pct", Direction::kNone, "revenue down 2%", "fell 2%"},
      {model::Number(2), "x", Direction::kUp, "doubled revenue", "doubled"},
      {model::Number(0.5), "x", Direction::kDown, "halved revenue", "halved"},
      {model::Number(4), "x", Direction::kUp, "4x the revenue", "rose to 4x"},
      {std::nullopt, "", Direction::kDown, "", "fell"},
      {std::nullopt, "", Direction::kFlat, "", "held steady"},
      {std::nullopt, "", Direction::kNone, "", "moved"},
  };
  for (const auto& [change, unit, direction, figure, move] : kRows) {
    CAPTURE(move);
    model::Fact fact;
    fact.metric = "revenue";
    fact.change = change;
    fact.change_unit = unit;
    fact.direction = direction;
    CHECK(Field(fact, "figure", "") == figure);
    CHECK(Field(fact, "move", "") == move);
  }
}

TEST_CASE("fact words: where no change is known, a move goes to its value") {
  model::Fact fact;
  fact.direction = model::Direction::kDown;
  fact.value = model::Number(12.4);
  fact.unit = "USD";
  CHECK(Field(fact, "move", "") == "fell to $12.40");
}

TEST_CASE("fact words: a class of growth stands for the number") {
  model::Fact fact;
  fact.metric = "revenue";
  fact.direction = model::Direction::kDown;
  fact.growth_class = "double-digit";
  CHECK(Field(fact, "figure", "") == "double-digit fall in revenue");
}

TEST_CASE("fact words: a deadline's date is its last day") {
  model::Fact fact;
  CHECK(Field(fact, "deadline", "date") == "");
  fact.promise =
      model::Fact::Promise{">=", model::Number(1e9), "BY:CY2030", std::nullopt, DayOf(2031, 1, 1)};
  fact.unit = "USD";
  CHECK(Field(fact, "deadline", "date") == "31 December 2030");
  CHECK(Field(fact, "deadline", "") == "BY:CY2030");
  CHECK(Field(fact, "target", "") == "$1bn");
}

}  // namespace
}  // namespace tellwire
