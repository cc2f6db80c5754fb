// The part of a run that has an order: article by article as they arrived, rule by rule, company by
// company, from hits to kept alerts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "batch/progress_book.h"
#include "batch/promise_ledger.h"
#include "batch/scan.h"
#include "batch/store_corpus.h"
#include "batch/streaks.h"
#include "batch/tally.h"
#include "batch/text_keeper.h"
#include "model/alert.h"
#include "store/alerts.h"
#include "store/articles.h"
#include "store/copies.h"
#include "store/findings.h"
#include "store/mutes.h"

namespace tellwire::batch {

// An article with what the workers made of it.
struct Matched {
  store::Revision revision;
  model::Analysis analysis;
  match::Outcome outcome;
};

class Recorder {
 public:
  // The references must outlive it.
  Recorder(store::Store& store, const Program& program, int64_t now, int64_t run,
           ProgressBook* progress, Tally* tally, StoreCorpus* corpus, std::string rules_folder);

  // Keeps what the articles come to. REQUIRES: a Transaction; articles in order of arrival
  void Record(std::vector<Matched> batch);
  // Writes the rows of error streaks. REQUIRES: a Transaction
  void SaveStreaks() { streaks_.Save(); }

  // The alerts kept since the last call, in order.
  std::vector<model::Alert> TakeKept();

 private:
  void KeepFindings(const Matched& article);
  void RecordArticle(Matched* article);
  void AskWorld(Matched* article);
  void CountVerdicts(const Matched& article);
  void CountExcepted(const Matched& article);
  void RecordHit(const model::Hit& hit, const Matched& article);
  void KeepAlert(const model::Hit& hit, const Matched& article, const match::Decision* decision);
  void CountError(size_t rule, const Matched& article, const std::string& message);
  bool IsMuted(const rule::Rule& rule, const model::Hit& hit, const model::Analysis& analysis);

  store::Store& store_;
  const Program& program_;
  int64_t now_, run_;
  ProgressBook* progress_;
  Tally* tally_;
  StoreCorpus* corpus_;  // may be null
  store::Alerts alerts_;
  store::Copies copies_;
  store::Findings findings_;
  TextKeeper texts_;
  std::vector<store::Mute> mutes_;
  std::vector<bool> asks_world_;         // by rule
  std::optional<PromiseLedger> ledger_;  // of the batch at hand
  Streaks streaks_;
  std::vector<model::Alert> kept_;
};

}  // namespace tellwire::batch
