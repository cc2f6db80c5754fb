// What rules may ask about the world beyond an article, answered from the store as it was when the
// article arrived.
#pragma once

#include "batch/promise_ledger.h"
#include "match/world.h"
#include "model/analysis.h"
#include "rule/rule.h"
#include "store/articles.h"
#include "store/store.h"

namespace tellwire::batch {

// Of one article. The references must outlive it.
class StoreWorld : public match::World {
 public:
  // REQUIRES: the ledger is of the same store and may be asked of the revision
  StoreWorld(store::Store& store, PromiseLedger& ledger, const store::Revision& revision,
             const model::Analysis& analysis)
      : store_(store), ledger_(ledger), revision_(revision), analysis_(analysis) {}

  std::optional<bool> Fired(std::string_view rule, std::string_view company,
                            int64_t within) const override;
  std::optional<double> PriceMove(std::string_view ticker, int64_t window) const override;
  std::optional<double> Weight(std::string_view ticker) const override;
  std::optional<std::string> PromiseState(const model::Fact& fact) const override;

 private:
  std::optional<int64_t> Published() const;

  store::Store& store_;
  PromiseLedger& ledger_;
  const store::Revision& revision_;
  const model::Analysis& analysis_;
};

// Whether a rule asks anything of the world: then its answer depends on what came before.
bool AsksWorld(const rule::Rule& rule);

}  // namespace tellwire::batch
