#include "batch/promise_ledger.h"

#include <algorithm>
#include <limits>

namespace tellwire::batch {
namespace {

constexpr size_t kMostFacts = 2000;            // of one company that are looked at
constexpr size_t kMostRead = 10 * kMostFacts;  // of one company that are kept at hand
constexpr int64_t kNever = std::numeric_limits<int64_t>::max();

using Facts = std::vector<const store::StoredFact*>;

std::optional<Day> DayOfArticle(const store::StoredFact& fact) {
  return fact.published ? std::optional(DayOf(fact.published->seconds)) : std::nullopt;
}

// What the facts that arrived after a promise made of it, until the first that was final.
struct Outcome {
  Settlement settlement = Settlement::kNone;
  const store::StoredFact* by = nullptr;
};

// REQUIRES: facts in order of arrival
Outcome Follow(const store::StoredFact& promise, const Facts& facts) {
  Outcome outcome;
  for (const store::StoredFact* fact : facts) {
    if (fact->seq <= promise.seq) continue;
    const Settlement settlement =
        Settle(promise.fact, fact->fact, DayOfArticle(*fact), DayOfArticle(promise));
    if (settlement == Settlement::kNone) continue;
    outcome = {settlement, fact};
    if (IsFinal(settlement)) break;
  }
  return outcome;
}

void SortByArrival(Facts* facts) {
  std::sort(facts->begin(), facts->end(), [](const auto* a, const auto* b) {
    return std::pair(a->seq, a->number) < std::pair(b->seq, b->number);
  });
}

std::string NameOf(const store::StoredFact& promise, const Outcome& outcome) {
  if (outcome.by != nullptr) return std::string(ToString(outcome.settlement));
  return promise.fact.promise->deadline.empty() ? "no_deadline" : "open";
}

}  // namespace

std::vector<LedgerRow> PromiseLedger::List(const std::string& company, const std::string& metric) {
  store::FactQuery query;
  query.company = company;
  query.metric = metric;
  query.only_promises = true;
  query.limit = kMostFacts;
  std::vector<LedgerRow> rows;
  for (store::StoredFact& promise : findings_.Facts(query)) {
    if (promise.company.empty()) continue;
    const Past& past = PastOf(promise.company, kNever, std::nullopt);
    const Outcome outcome = Follow(promise, past.settling);
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
  const Past& past = PastOf(company, seq, published);
  Settlement best = Settlement::kNone;
  for (const store::StoredFact* promise : past.promises) {
    const Settlement settlement = Settle(promise->fact, fact, day, DayOfArticle(*promise));
    if (settlement <= best) continue;
    if (!IsFinal(Follow(*promise, past.settling).settlement)) best = settlement;
  }
  return std::string(ToString(best));
}

const PromiseLedger::Past& PromiseLedger::PastOf(const std::string& company, int64_t seq,
                                                 std::optional<int64_t> published) {
  if (past_.company == company && past_.seq == seq && past_.published == published) return past_;
  past_ = {company, seq, published, {}, {}};
  for (const store::StoredFact& fact : FactsOf(company)) {
    if (fact.seq >= seq) continue;
    if (published && fact.published && fact.published->seconds > *published) continue;
    if (fact.fact.promise && past_.promises.size() < kMostFacts) past_.promises.push_back(&fact);
    if (CanSettle(fact.fact) && past_.settling.size() < kMostFacts) past_.settling.push_back(&fact);
  }
  SortByArrival(&past_.settling);
  return past_;
}

const std::vector<store::StoredFact>& PromiseLedger::FactsOf(const std::string& company) {
  const auto [at, is_new] = facts_.try_emplace(company);
  if (!is_new) return at->second;
  store::FactQuery query;
  query.company = company;
  query.before_seq = before_seq_;
  query.limit = kMostRead;
  at->second = findings_.Facts(query);
  std::erase_if(at->second, [](const store::StoredFact& fact) {
    return !fact.fact.promise && !CanSettle(fact.fact);
  });
  return at->second;
}

}  // namespace tellwire::batch
