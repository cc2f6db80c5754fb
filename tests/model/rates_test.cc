#include "model/rates.h"

#include "doctest/doctest.h"

namespace tellwire::model {
namespace {

Rates Yuan() {
  Rates rates;
  rates.Add("CNY", DayOf(2025, 1, 1), 0.1375);
  rates.Add("CNY", DayOf(2026, 1, 1), 0.14);
  rates.Add("EUR", DayOf(2026, 1, 1), 1.12);
  return rates;
}

TEST_CASE("rates: the rate of the day converts, by way of the dollar where need be") {
  const Rates rates = Yuan();
  CHECK(*rates.Convert(100, "CNY", "USD", DayOf(2025, 6, 1)) == doctest::Approx(13.75));
  CHECK(*rates.Convert(100, "CNY", "USD", DayOf(2026, 6, 1)) == doctest::Approx(14));
  CHECK(*rates.Convert(100, "EUR", "CNY", DayOf(2026, 6, 1)) == doctest::Approx(800));
  CHECK(*rates.Convert(5, "XXX", "XXX", DayOf(2026, 6, 1)) == 5);
}

TEST_CASE(
    "rates: no rate before the first, none long after the last, none for a strange currency") {
  const Rates rates = Yuan();
  CHECK_FALSE(rates.Convert(1, "CNY", "USD", DayOf(2024, 12, 31)));
  CHECK_FALSE(rates.Convert(1, "CNY", "USD", DayOf(2027, 6, 1)));
  CHECK_FALSE(rates.Convert(1, "GBP", "USD", DayOf(2026, 6, 1)));
}

TEST_CASE("rates: a bad row is named and skipped") {
  const Table table =
      ParseTable("rates.tsv",
                 "# Rates.\n# origin: us\n# licence: CC0\n# columns: currency from usd\n"
                 "CNY\t2026-01-01\t0.14\nEUR\tyesterday\t1.1\nGBP\t2026-01-01\t-1\n");
  std::vector<Error> problems;
  const Rates rates = ReadRates(table, &problems);
  CHECK(rates.Convert(1, "CNY", "USD", DayOf(2026, 2, 1)));
  CHECK_FALSE(rates.Convert(1, "GBP", "USD", DayOf(2026, 2, 1)));
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].where.line == 6);
}

}  // namespace
}  // namespace tellwire::model
