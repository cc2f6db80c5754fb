#include "model/rates.h"

#include <cstdlib>

namespace tellwire::model {

void Rates::Add(std::string_view currency, Day from, double usd) {
  by_currency_[std::string(currency)][from] = usd;
}

std::optional<double> Rates::UsdOf(std::string_view currency, Day day) const {
  if (currency == "USD") return 1.0;
  const auto rates = by_currency_.find(currency);
  if (rates == by_currency_.end()) return std::nullopt;
  auto after = rates->second.upper_bound(day);
  if (after == rates->second.begin()) return std::nullopt;
  --after;
  if (day - after->first > kValidDays) return std::nullopt;
  return after->second;
}

std::optional<double> Rates::Convert(double amount, std::string_view from, std::string_view to,
                                     Day day) const {
  if (from == to) return amount;
  const auto from_usd = UsdOf(from, day), to_usd = UsdOf(to, day);
  if (!from_usd || !to_usd) return std::nullopt;
  return amount * *from_usd / *to_usd;
}

Rates ReadRates(const Table& table, std::vector<Error>* problems) {
  Rates rates;
  const int currency = table.Column("currency"), from = table.Column("from"),
            usd = table.Column("usd");
  if (currency < 0 || from < 0 || usd < 0) {
    problems->emplace_back(ErrorKind::kRule, Where{table.file, 1, 0},
                           "the table of rates lacks a column",
                           "its header line is \"# columns: currency from usd\"");
    return rates;
  }
  for (const TableRow& row : table.rows) {
    const std::string& written = row.cells[static_cast<size_t>(usd)];
    const auto day = ParseDay(row.cells[static_cast<size_t>(from)]);
    char* end = nullptr;
    const double value = std::strtod(written.c_str(), &end);
    if (!day || *end != '\0' || !(value > 0)) {
      problems->emplace_back(ErrorKind::kRule, table.At(row), "not a rate",
                             "write e.g. CNY, 2026-01-01 and 0.1400, separated by tabs");
      continue;
    }
    rates.Add(row.cells[static_cast<size_t>(currency)], *day, value);
  }
  return rates;
}

}  // namespace tellwire::model
