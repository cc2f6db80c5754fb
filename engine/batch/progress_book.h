// How far every rule is while a run goes on, kept in step with the store in as few rows as it
// takes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rule/rule.h"
#include "store/progress.h"
#include "store/runs.h"
#include "store/store.h"

namespace tellwire::batch {

class ProgressBook {
 public:
  // Decides where each rule of the set starts: a rule that is known where it stopped; a new or
  // changed one level with the others (`backfill`: at the beginning), on the first run every one at
  // the beginning; one that lagged, whatever its version, where it stopped. Names in `notes` what
  // is new, changed, parked or missing.
  ProgressBook(store::Store& store, const rule::RuleSet& rules, bool backfill,
               std::vector<store::RunNote>* notes);

  // Whether the rule is still to see the article with this arrival number.
  bool Wants(size_t rule, int64_t seq) const { return !parked_[rule] && seq > at_[rule]; }
  // The smallest progress of the rules that run: articles after it are to be read.
  int64_t Start() const;

  // Every rule that is not parked has seen everything up to `seq`.
  void Advance(int64_t seq);
  // Sets a rule back and stops it until it is changed or released.
  void Park(size_t rule, int64_t seq, std::string reason);

  // Writes what changed since the last time. REQUIRES: a Transaction
  void Save(int64_t run);

 private:
  void Place(size_t rule, bool backfill, std::vector<store::RunNote>* notes);
  void Announce(const std::string& kind, const std::string& rule, bool backfill,
                std::vector<store::RunNote>* notes);
  void KeepAbsent(std::vector<store::RunNote>* notes);
  int64_t MostCommon() const;
  void SaveRow(const store::RuleProgress& row);
  void SaveVersions(int64_t run);

  store::Progress progress_;
  const rule::RuleSet& rules_;
  std::optional<int64_t> shared_;                   // as stored
  std::map<std::string, store::RuleProgress> own_;  // as stored
  std::map<std::string, std::string> known_;        // as stored
  std::vector<int64_t> at_;                         // of the rules that run, as they are now
  std::vector<bool> parked_;
  std::vector<std::string> reasons_;                   // why parked
  std::map<std::string, store::RuleProgress> absent_;  // known rules that do not run
  bool versions_saved_ = false;
  std::map<std::string, size_t> announced_;  // by kind
};

}  // namespace tellwire::batch
