// Every promise of the corpus and what became of it, derived from the stored facts: nothing is kept
// beside them, so the answer is the same whenever it is asked.
#pragma once

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

class PromiseLedger {
 public:
  explicit PromiseLedger(store::Store& store) : findings_(store) {}

  // Promises of a company (name or ticker; empty: all), newest first; of a metric's family, if
  // given.
  std::vector<LedgerRow> List(const std::string& company, const std::string& metric = "");

  // What a fact of an article that is being read does to the promises made before it: progress,
  // kept, missed or withdrawn, the most final first; "" when it settles none that was still open.
  std::string StateOf(const std::string& company, const model::Fact& fact, int64_t seq,
                      std::optional<int64_t> published);

 private:
  std::vector<store::StoredFact> Before(const std::string& company, const std::string& metric,
                                        bool promises, std::optional<int64_t> before_seq,
                                        std::optional<int64_t> no_later_than);

  store::Findings findings_;
};

}  // namespace tellwire::batch
