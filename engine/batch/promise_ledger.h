// Every promise of the corpus and what became of it, derived from the stored facts: nothing is kept
// beside them, so the answer is the same whenever it is asked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "batch/promise_state.h"
#include "store/findings.h"
#include "store/store.h"

namespace tellwire::batch {

struct LedgerRow {
  store::StoredFact promise;
  std::string state;                            // open progress kept missed withdrawn no_deadline
  std::optional<store::StoredFact> settled_by;  // the fact that brought it into its state
};

// What was read once is not read again: a ledger answers for as long as nobody writes facts. Not
// thread-safe. The store must outlive it.
class PromiseLedger {
 public:
  explicit PromiseLedger(store::Store& store) : findings_(store) {}
  // To be asked of articles that arrived no later than that one: reads nothing from there on.
  PromiseLedger(store::Store& store, int64_t last_seq) : findings_(store), before_seq_(last_seq) {}

  // The promises that a query of facts asks for, newest first; those of nobody left out.
  std::vector<LedgerRow> List(store::FactQuery query);

  // What a fact of an article that is being read does to the promises made before it: progress,
  // kept, missed or withdrawn, the most final first; "" when it settles none that was still open.
  // `company` is the canonical name.
  std::string StateOf(const std::string& company, const model::Fact& fact, int64_t seq,
                      std::optional<int64_t> published);

 private:
  using Facts = std::vector<store::StoredFact>;

  store::FactQuery QueryOf(const std::string& company) const;
  const Facts& PromisesOf(const std::string& company);
  // Facts of the metric, and what withdraws guidance of any, in order of arrival.
  const Facts& SettlingOf(const std::string& company, const std::string& metric);
  // Those of them that can settle a promise.
  Facts Read(const std::string& company, const std::string& metric);

  store::Findings findings_;
  std::optional<int64_t> before_seq_;
  std::map<std::string, Facts> promises_;                          // by company
  std::map<std::pair<std::string, std::string>, Facts> settling_;  // by company and metric
};

}  // namespace tellwire::batch
