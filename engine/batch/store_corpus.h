// What handlers may ask of the corpus, answered from the store as it was when the article arrived.
#pragma once

#include "script/corpus.h"
#include "store/articles.h"
#include "store/search.h"
#include "store/store.h"

namespace tellwire::batch {

// `corpus:` of one run. Hand it to LoadedRules::SetCorpus and to RunOptions. Not thread-safe.
class StoreCorpus : public script::Corpus {
 public:
  explicit StoreCorpus(store::Store& store) : store_(store) {}

  // The revision whose handler is about to ask: answers hold only what came before it.
  void StandAt(const store::Revision& revision);

  Result<std::vector<script::CorpusFact>> Facts(const script::CorpusQuery& query,
                                                const model::Article& current) override;
  Result<std::vector<script::CorpusAlert>> Alerts(const script::CorpusQuery& query,
                                                  const model::Article& current) override;
  Result<std::vector<script::CorpusArticle>> Search(const script::CorpusQuery& query,
                                                    const model::Article& current) override;

 private:
  std::optional<int64_t> Since(int64_t within) const;

  store::Store& store_;
  int64_t seq_ = 0;
  std::optional<int64_t> published_;
  int64_t seen_ = 0;
};

}  // namespace tellwire::batch
