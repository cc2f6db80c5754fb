#include "batch/streaks.h"

namespace tellwire::batch {

Streaks::Streaks(store::Store& store, const rule::RuleSet& rules) : stored_(store), rules_(rules) {
  for (const store::Streak& streak : stored_.All()) {
    const auto rule = rules.Find(streak.rule);
    // Another version is another rule: its failures are its own.
    if (rule && rules.rules[*rule].version == streak.version) rows_[*rule] = streak;
  }
}

std::optional<int64_t> Streaks::Fail(size_t rule, int64_t seq) {
  store::Streak& streak = rows_[rule];
  if (streak.failures == 0) {
    streak = {rules_.rules[rule].id, rules_.rules[rule].version, 0, seq, 0};
  }
  changed_[rule] = true;
  if (streak.failures > 0 && streak.last_seq == seq) return std::nullopt;  // another company there
  streak.last_seq = seq;
  if (++streak.failures < kParkAfter) return std::nullopt;
  const int64_t first = streak.first_seq;
  rows_.erase(rule);
  return first;
}

void Streaks::Succeed(size_t rule) {
  if (rows_.erase(rule) > 0) changed_[rule] = true;
}

void Streaks::Save() {
  for (const auto& [rule, changed] : changed_) {
    const auto row = rows_.find(rule);
    row == rows_.end() ? stored_.Forget(rules_.rules[rule].id) : stored_.Save(row->second);
  }
  changed_.clear();
}

}  // namespace tellwire::batch
