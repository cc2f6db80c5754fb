// What a run has come to so far: totals, counters by rule, notes by kind.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "match/network.h"
#include "rule/rule.h"
#include "store/runs.h"

namespace tellwire::batch {

class Tally {
 public:
  explicit Tally(const rule::RuleSet& rules);

  store::RunTotals totals;
  store::RunRule& rule(size_t index) { return rules_[index]; }

  // Counts a note; the first article of its kind, rule and message is the one that is named.
  void Note(const std::string& kind, const std::string& rule, const std::string& article,
            const std::string& message, int64_t count = 1);
  // Adds what a worker counted.
  void Add(const std::vector<match::RuleCounters>& counters);

  std::vector<store::RunRule> Rules() const;  // those that did something
  std::vector<store::RunNote> Notes() const;  // in the order in which they came up

 private:
  std::vector<store::RunRule> rules_;
  std::vector<store::RunNote> notes_;
  std::map<std::tuple<std::string, std::string, std::string>, size_t> note_of_;
};

}  // namespace tellwire::batch
