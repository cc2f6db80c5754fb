// One batch: the rules over all articles that are new to them; alerts kept, then handed to sinks.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "alert/sink.h"
#include "batch/scan.h"
#include "batch/store_corpus.h"
#include "model/alert.h"
#include "store/runs.h"
#include "store/store.h"

namespace tellwire::batch {

struct RunOptions {
  int64_t now = 0;           // the run's clock
  std::string rules_folder;  // its lexicon is kept with the first alert; empty: it is not
  bool backfill = false;     // new and changed rules read everything too
  int threads = 2;
  size_t batch = 200;                                   // articles a transaction
  const std::atomic<bool>* stop = nullptr;              // set by SIGINT: ends after the batch
  std::function<void(int64_t done, int64_t all)> tick;  // progress for a bar
  StoreCorpus* corpus = nullptr;                        // what handlers ask; told where it stands
  std::vector<alert::Sink*> sinks;                      // get what stable rules raise
};

struct RunReport {
  store::RunRow run;
  std::vector<store::RunRule> rules;  // only those that did something, by id
  std::vector<store::RunNote> notes;  // errors, limits, new rules, parked rules
  std::vector<std::string> alerts;    // ids kept by this run, in order of arrival
  bool interrupted = false;
};

// Reads every article that arrived after each rule's progress, in order of arrival.
// Rules that the store knows and that are not among these keep their progress.
// Throws StoreError after rolling back the batch at hand; what was committed before stays.
RunReport Run(store::Store& store, const Program& program, const RunOptions& options);

}  // namespace tellwire::batch
