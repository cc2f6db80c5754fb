#include "shell/fact_chart.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

store::StoredFact Said(const std::string& metric, double value, const std::string& unit,
                       const std::string& day) {
  store::StoredFact row;
  row.company = "Acme";
  row.fact.metric = metric;
  row.fact.value = model::Number(value);
  row.fact.unit = unit;
  if (!day.empty()) row.published = ParseTimestamp(day).value();
  return row;
}

TEST_CASE("chart: each metric and unit has its own scale, the oldest first") {
  const shell::Chart chart =
      shell::DrawChart({Said("eps", 2, "USD", "2026-02-01"), Said("eps", 1, "USD", "2026-01-01"),
                        Said("gross_margin", 40, "pct", "2026-01-01"), Said("eps", 9, "USD", "")},
                       40, false);
  CHECK(chart.text ==
        "Acme · eps\n"
        "2026-01-01  █████████████ $1\n"
        "2026-02-01  █████████████████████████ $2\n"
        "\n"
        "Acme · gross_margin\n"
        "2026-01-01  ████████████████████████ 40%\n");
  CHECK(chart.left_out == 1);
}

TEST_CASE("chart: what is only expected is lighter and says so; copies are one bar") {
  store::StoredFact guess = Said("eps", 2, "USD", "2026-02-01");
  guess.fact.modality = model::Modality::kEstimate;
  store::StoredFact copy = guess, loss = Said("eps", -2, "USD", "2026-03-01");
  const shell::Chart chart = shell::DrawChart({guess, copy, loss}, 40, false);
  CHECK(chart.text.find("░ $2 estimate ×2\n") != std::string::npos);
  CHECK(chart.text.find("█ -$2\n") != std::string::npos);
}

TEST_CASE("chart: nothing to draw is empty") {
  CHECK(shell::DrawChart({}, 80, false).text.empty());
  store::StoredFact bare = Said("eps", 1, "USD", "2026-01-01");
  bare.fact.value.reset();
  CHECK(shell::DrawChart({bare}, 80, false).left_out == 1);
}

}  // namespace
}  // namespace tellwire
