#include "batch/promise_ledger.h"

#include <algorithm>

namespace tellwire::batch {
namespace {

constexpr size_t kMostFacts = 2000;  // of one company and metric that are looked at

std::optional<Day> DayOfArticle(const store::StoredFact& fact) {
  return fact.published ? std::optional(DayOf(fact.published->seconds)) : std::nullopt;
}

// What the facts that arrived after a promise made of it, until the first that was final.
struct Outcome {
  Settlement settlement = Settlement::kNone;
  const store::StoredFact* by = nullptr;
};

Outcome Follow(const store::StoredFact& promise, const std::vector<store::StoredFact>& facts) {
  Outcome outcome;
  for (const store::StoredFact& fact : facts) {
    if (fact.seq <= promise.seq) continue;
    const Settlement settlement = Settle(promise.fact, fact.fact, DayOfArticle(fact));
    if (settlement == Settlement::kNone) continue;
    outcome = {settlement, &fact};
    if (IsFinal(settlement)) break;
  }
  return outcome;
}

void SortByArrival(std::vector<store::StoredFact>* facts) {
  std::sort(facts->begin(), facts->end(), [](const auto& a, const auto& b) {
    return std::pair(a.seq, a.number) < std::pair(b.seq, b.number);
  });
}

std::string NameOf(const store::StoredFact& promise, const Outcome& outcome) {
  if (outcome.by != nullptr) return std::string(ToString(outcome.settlement));
  return promise.fact.promise->deadline.empty() ? "no_deadline" : "open";
}

}  // namespace

std::vector<store::StoredFact> PromiseLedger::Before(const std::string& company,
                                                     const std::string& metric, bool promises,
                                                     std::optional<int64_t> before_seq,
                                                     std::optional<int64_t> no_later_than) {
  store::FactQuery query;
  query.company = company;
  query.metric = metric;
  query.only_promises = promises;
  query.before_seq = before_seq;
  query.no_later_than = no_later_than;
  query.limit = kMostFacts;
  return findings_.Facts(query);
}

std::vector<LedgerRow> PromiseLedger::List(const std::string& company, const std::string& metric) {
  std::vector<LedgerRow> rows;
  for (store::StoredFact& promise : Before(company, metric, true, std::nullopt, std::nullopt)) {
    if (promise.company.empty()) continue;
    auto later = Before(promise.company, "", false, std::nullopt, std::nullopt);
    SortByArrival(&later);
    const Outcome outcome = Follow(promise, later);
    LedgerRow row{promise, NameOf(promise, outcome), std::nullopt};
    if (outcome.by != nullptr) row.settled_by = *outcome.by;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string PromiseLedger::StateOf(const std::string& company, const model::Fact& fact, int64_t seq,
                                   std::optional<int64_t> published) {
  if (company.empty() || !CanSettle(fact)) return "";
  // A withdrawal takes back the promises of every metric; any other fact speaks of its own.
  const std::string metric = fact.HasFlag("guidance_withdrawn") ? "" : fact.metric;
  const auto day = published ? std::optional(DayOf(*published)) : std::nullopt;
  Settlement best = Settlement::kNone;
  std::vector<store::StoredFact> between;  // read once there is a promise to ask about
  for (const store::StoredFact& promise : Before(company, metric, true, seq, published)) {
    const Settlement settlement = Settle(promise.fact, fact, day);
    if (settlement <= best) continue;
    if (between.empty()) {
      between = Before(company, "", false, seq, published);
      SortByArrival(&between);
    }
    if (!IsFinal(Follow(promise, between).settlement)) best = settlement;
  }
  return std::string(ToString(best));
}

}  // namespace tellwire::batch
