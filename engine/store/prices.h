// Prices of shares and the weights of a portfolio, as `tellwire prices` reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

struct Price {
  std::string ticker;
  int64_t at = 0;  // seconds; of a daily price the end of its UTC day
  double close = 0;
};

class Prices {
 public:
  explicit Prices(Store& store) : store_(store) {}

  void Add(const Price& price);  // replaces the price of the same ticker and time
  // The last price at or before a time, not older than ten days.
  std::optional<double> At(std::string_view ticker, int64_t when);
  // The move in percent from the last price before `from` to the last one at or before `from +
  // window`; nullopt where either is missing or there is none in between.
  std::optional<double> Move(std::string_view ticker, int64_t from, int64_t window);
  int64_t Count();

  void SetWeight(std::string_view ticker, double weight);  // 0..1
  std::optional<double> Weight(std::string_view ticker);   // nullopt: no portfolio is known
  void ClearWeights();

 private:
  Store& store_;
};

}  // namespace tellwire::store
