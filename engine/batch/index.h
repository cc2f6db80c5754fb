// Articles into the store: identity, revision, full-text index, facts, near-duplicates.
//
// Room `batch`: what happens to many articles at once.
//   index.h    articles -> store         run.h   rules over what is new -> alerts
//   scan.h     rules over loose articles config.h  tellwire.toml
//   workers.h  parallel work, in order
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "model/article.h"
#include "store/store.h"

namespace tellwire::batch {

struct IndexCounts {
  int64_t added = 0, revised = 0, unchanged = 0;
  int64_t undated = 0;       // among those added or revised
  int64_t not_analysed = 0;  // in a language that is only searched
  int64_t copies = 0;        // near-duplicates of an article that was there before
  int64_t facts = 0, bytes = 0;
};

// Takes articles in order and keeps them in that order, whatever the number of threads; analyses
// them in `threads` worker threads. Commits every few hundred articles. Throws StoreError.
class Indexer {
 public:
  Indexer(store::Store& store, const analysis::Analyser& analyser, int64_t now, int threads = 2);
  ~Indexer();  // what was not committed by Finish or on the way is lost

  void Add(model::Article article);
  IndexCounts Finish();  // waits and commits

  const IndexCounts& so_far() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tellwire::batch
