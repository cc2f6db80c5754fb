// Exchange rates by date: what `in_currency` converts by.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "base/time.h"

namespace tellwire::model {

// Each rate holds from its day until the next of its currency, and never longer than kValidDays: an
// old rate is no rate.
class Rates {
 public:
  static constexpr Day kValidDays = 400;

  // `usd`: what one unit of the currency was worth in US dollars from that day on. REQUIRES: usd >
  // 0
  void Add(std::string_view currency, Day from, double usd);

  // The amount in another currency by the rates of that day; nullopt where a rate is lacking. The
  // same currency needs no rate.
  std::optional<double> Convert(double amount, std::string_view from, std::string_view to,
                                Day day) const;

 private:
  std::optional<double> UsdOf(std::string_view currency, Day day) const;
  std::map<std::string, std::map<Day, double>, std::less<>> by_currency_;
};

// Reads rules/lexicon/rates.tsv (columns: currency from usd). Rows that are wrong are added to
// `problems` and left out.
Rates ReadRates(const Table& table, std::vector<Error>* problems);

}  // namespace tellwire::model
