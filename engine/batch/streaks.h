// How many times in a row each rule has failed, over the borders of runs.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "rule/rule.h"
#include "store/streaks.h"

namespace tellwire::batch {

inline constexpr int64_t kParkAfter = 100;  // failures in a row

class Streaks {
 public:
  Streaks(store::Store& store, const rule::RuleSet& rules);

  // A rule failed on an article. The arrival number of the first failure of the row once there are
  // kParkAfter of them; the row then begins anew.
  std::optional<int64_t> Fail(size_t rule, int64_t seq);
  void Succeed(size_t rule);
  // Writes what changed since the last time. REQUIRES: a Transaction
  void Save();

 private:
  store::Streaks stored_;
  const rule::RuleSet& rules_;
  std::unordered_map<size_t, store::Streak> rows_;  // by rule; only those that failed last
  std::unordered_map<size_t, bool> changed_;
};

}  // namespace tellwire::batch
