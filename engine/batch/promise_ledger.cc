// Most companies promise nothing, and most figures settle nothing: the promises are read first (an
// index has them), and figures only of a metric that something was promised for. A company of which
// a hundred thousand figures are known costs no more than another.
#include "batch/promise_ledger.h"

#include <algorithm>

namespace tellwire::batch {
namespace {

constexpr size_t kMostFacts = 2000;  // of one company and metric that are looked at
constexpr std::string_view kGuidance = "guidance";

using Facts = std::vector<store::StoredFact>;

std::optional<Day> DayOfArticle(const store::StoredFact& fact) {
  return fact.published ? std::optional(DayOf(fact.published->seconds)) : std::nullopt;
}

// What an article may know: what arrived before it and is dated no later, where both are dated.
struct Horizon {
  std::optional<int64_t> seq, published;

  bool Sees(const store::StoredFact& fact) const {
    if (seq && fact.seq >= *seq) return false;
    return !(published && fact.published && fact.published->seconds > *published);
  }
};

// What the facts that arrived after a promise made of it, until the first that was final.
struct Outcome {
  Settlement settlement = Settlement::kNone;
  const store::StoredFact* by = nullptr;
};

// REQUIRES: facts in order of arrival
Outcome Follow(const store::StoredFact& promise, const Facts& facts, const Horizon& horizon) {
  Outcome outcome;
  for (const store::StoredFact& fact : facts) {
    if (fact.seq <= promise.seq || !horizon.Sees(fact)) continue;
    const Settlement settlement =
        Settle(promise.fact, fact.fact, DayOfArticle(fact), DayOfArticle(promise));
    if (settlement == Settlement::kNone) continue;
    outcome = {settlement, &fact};
    if (IsFinal(settlement)) break;
  }
  return outcome;
}

std::string NameOf(const store::StoredFact& promise, const Outcome& outcome) {
  if (outcome.by != nullptr) return std::string(ToString(outcome.settlement));
  return promise.fact.promise->deadline.empty() ? "no_deadline" : "open";
}

}  // namespace

std::vector<LedgerRow> PromiseLedger::List(store::FactQuery query) {
  query.only_promises = true;
  std::vector<LedgerRow> rows;
  for (store::StoredFact& promise : findings_.Facts(query)) {
    if (promise.company.empty()) continue;
    const Outcome outcome =
        Follow(promise, SettlingOf(promise.company, promise.fact.metric), Horizon());
    LedgerRow row{promise, NameOf(promise, outcome), std::nullopt};
    if (outcome.by != nullptr) row.settled_by = *outcome.by;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string PromiseLedger::StateOf(const std::string& company, const model::Fact& fact, int64_t seq,
                                   std::optional<int64_t> published) {
  if (company.empty() || !CanSettle(fact)) return "";
  const auto day = published ? std::optional(DayOf(*published)) : std::nullopt;
  const Horizon horizon{seq, published};
  Settlement best = Settlement::kNone;
  for (const store::StoredFact& promise : PromisesOf(company)) {
    if (!horizon.Sees(promise)) continue;
    const Settlement settlement = Settle(promise.fact, fact, day, DayOfArticle(promise));
    if (settlement <= best) continue;
    const Facts& past = SettlingOf(company, promise.fact.metric);
    if (!IsFinal(Follow(promise, past, horizon).settlement)) best = settlement;
  }
  return std::string(ToString(best));
}

store::FactQuery PromiseLedger::QueryOf(const std::string& company) const {
  store::FactQuery query;
  query.company = company;
  query.exact = true;
  query.before_seq = before_seq_;
  query.limit = kMostFacts;
  return query;
}

const PromiseLedger::Facts& PromiseLedger::PromisesOf(const std::string& company) {
  const auto [at, is_new] = promises_.try_emplace(company);
  if (!is_new) return at->second;
  store::FactQuery query = QueryOf(company);
  query.only_promises = true;
  return at->second = findings_.Facts(query);
}

const PromiseLedger::Facts& PromiseLedger::SettlingOf(const std::string& company,
                                                      const std::string& metric) {
  const auto [at, is_new] = settling_.try_emplace({company, metric});
  if (!is_new) return at->second;
  Facts facts = Read(company, metric);
  if (metric != kGuidance) {
    Facts withdrawn = Read(company, std::string(kGuidance));
    std::move(withdrawn.begin(), withdrawn.end(), std::back_inserter(facts));
  }
  std::sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
    return std::pair(a.seq, a.number) < std::pair(b.seq, b.number);
  });
  return at->second = std::move(facts);
}

PromiseLedger::Facts PromiseLedger::Read(const std::string& company, const std::string& metric) {
  store::FactQuery query = QueryOf(company);
  query.metric = metric;
  Facts facts = findings_.Facts(query);
  std::erase_if(facts, [](const store::StoredFact& fact) { return !CanSettle(fact.fact); });
  return facts;
}

}  // namespace tellwire::batch
