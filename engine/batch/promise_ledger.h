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

// The facts of a company that StateOf has read are not read again: a ledger answers for as long as
// nobody writes facts. Not thread-safe. The store must outlive it.
class PromiseLedger {
 public:
  explicit PromiseLedger(store::Store& store) : findings_(store) {}
  // To be asked of articles that arrived no later than that one: reads nothing from there on.
  PromiseLedger(store::Store& store, int64_t last_seq) : findings_(store), before_seq_(last_seq) {}

  // Promises of a company (name or ticker; empty: all), newest first; of a metric's family, if
  // given.
  std::vector<LedgerRow> List(const std::string& company, const std::string& metric = "");

  // What a fact of an article that is being read does to the promises made before it: progress,
  // kept, missed or withdrawn, the most final first; "" when it settles none that was still open.
  std::string StateOf(const std::string& company, const model::Fact& fact, int64_t seq,
                      std::optional<int64_t> published);

 private:
  // What an article could know of a company: promises, and in order of arrival the facts that may
  // settle them. Points into facts_.
  struct Past {
    std::string company;
    int64_t seq = 0;
    std::optional<int64_t> published;
    std::vector<const store::StoredFact*> promises, settling;
  };

  const std::vector<store::StoredFact>& FactsOf(const std::string& company);
  const Past& PastOf(const std::string& company, int64_t seq, std::optional<int64_t> published);

  store::Findings findings_;
  std::optional<int64_t> before_seq_;
  std::map<std::string, std::vector<store::StoredFact>> facts_;  // by company, newest first
  Past past_;  // the last that was asked for: an article asks of fact after fact
};

}  // namespace tellwire::batch
