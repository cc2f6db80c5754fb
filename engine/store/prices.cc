#include "store/prices.h"

#include "store/connection.h"

namespace tellwire::store {
namespace {

constexpr int64_t kStale = 10 * 86400;  // longer than any exchange holiday

}  // namespace

void Prices::Add(const Price& price) {
  store_.connection()
      .Prepare("INSERT OR REPLACE INTO price(ticker, at, close) VALUES(?, ?, ?)")
      .Bind(price.ticker, price.at, price.close)
      .Run();
}

std::optional<double> Prices::At(std::string_view ticker, int64_t when) {
  Query query = store_.connection().Prepare(
      "SELECT close FROM price WHERE ticker = ? AND at <= ? AND at >= ? ORDER BY at DESC LIMIT 1");
  query.Bind(ticker, when, when - kStale);
  if (!query.Step()) return std::nullopt;
  return query.Real(0);
}

std::optional<double> Prices::Move(std::string_view ticker, int64_t from, int64_t window) {
  const auto before = At(ticker, from);
  Query query = store_.connection().Prepare(
      "SELECT close FROM price WHERE ticker = ? AND at > ? AND at <= ? ORDER BY at DESC LIMIT 1");
  query.Bind(ticker, from, from + window);
  if (!before || *before == 0 || !query.Step()) return std::nullopt;
  return (query.Real(0) / *before - 1) * 100;
}

int64_t Prices::Count() { return store_.connection().One("SELECT count(*) FROM price"); }

void Prices::SetWeight(std::string_view ticker, double weight) {
  store_.connection()
      .Prepare("INSERT OR REPLACE INTO holding(ticker, weight) VALUES(?, ?)")
      .Bind(ticker, weight)
      .Run();
}

std::optional<double> Prices::Weight(std::string_view ticker) {
  if (store_.connection().One("SELECT count(*) FROM holding") == 0) return std::nullopt;
  Query query = store_.connection().Prepare("SELECT weight FROM holding WHERE ticker = ?");
  query.Bind(ticker);
  return query.Step() ? query.Real(0) : 0.0;
}

void Prices::ClearWeights() { store_.connection().Execute("DELETE FROM holding"); }

}  // namespace tellwire::store
