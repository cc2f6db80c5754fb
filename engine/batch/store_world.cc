#include "batch/store_world.h"

#include <algorithm>

#include "store/alerts.h"
#include "store/prices.h"

namespace tellwire::batch {
namespace {

bool Asks(const rule::Condition& condition) {
  using rule::Op;
  const bool of_state = condition.op == Op::kPromise &&
                        std::any_of(condition.fields.begin(), condition.fields.end(),
                                    [](const auto& test) { return test.field == "state"; });
  if (of_state || condition.op == Op::kFired || condition.op == Op::kPrice ||
      condition.op == Op::kPortfolio) {
    return true;
  }
  return std::any_of(condition.children.begin(), condition.children.end(),
                     [](const auto& child) { return Asks(*child); });
}

bool AnyAsks(const std::vector<rule::ConditionPtr>& conditions) {
  return std::any_of(conditions.begin(), conditions.end(),
                     [](const auto& condition) { return Asks(*condition); });
}

}  // namespace

std::optional<int64_t> StoreWorld::Published() const {
  const auto& published = revision_.content.published;
  return published ? std::optional(published->seconds) : std::nullopt;
}

std::optional<bool> StoreWorld::Fired(std::string_view rule, std::string_view company,
                                      int64_t within) const {
  return store::Alerts(store_).Fired(rule, company, revision_.seq, Published(), within);
}

std::optional<double> StoreWorld::PriceMove(std::string_view ticker, int64_t window) const {
  if (!revision_.content.published) return std::nullopt;
  return store::Prices(store_).Move(ticker, revision_.content.published->seconds, window);
}

std::optional<double> StoreWorld::Weight(std::string_view ticker) const {
  return store::Prices(store_).Weight(ticker);
}

std::optional<std::string> StoreWorld::PromiseState(const model::Fact& fact) const {
  if (fact.company < 0) return "";
  const model::Company& company = analysis_.companies[static_cast<size_t>(fact.company)];
  return ledger_.StateOf(company.name, fact, revision_.seq, Published());
}

bool AsksWorld(const rule::Rule& rule) {
  return Asks(*rule.when) || AnyAsks(rule.unless) || AnyAsks(rule.against) ||
         AnyAsks(rule.excepted);
}

}  // namespace tellwire::batch
