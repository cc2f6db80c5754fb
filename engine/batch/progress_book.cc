// The stored form is one shared row and a row for each rule that differs from it. Which value is
// shared is free: it is the one that most rules have, so that a run of one rule among a hundred
// thousand writes one row, and so does a run of all but one. Tested by
// tests/batch/progress_book_test.cc.
#include "batch/progress_book.h"

#include <algorithm>
#include <unordered_map>

namespace tellwire::batch {
namespace {

constexpr size_t kMostNamed = 20;  // new or changed rules; the others are counted

}  // namespace

ProgressBook::ProgressBook(store::Store& store, const rule::RuleSet& rules, bool backfill,
                           std::vector<store::RunNote>* notes)
    : progress_(store),
      rules_(rules),
      shared_(progress_.Shared()),
      own_(progress_.Own()),
      known_(progress_.Known()),
      at_(rules.rules.size(), 0),
      parked_(rules.rules.size(), false),
      reasons_(rules.rules.size()) {
  for (size_t i = 0; i < rules.rules.size(); ++i) Place(i, backfill, notes);
  KeepAbsent(notes);
}

void ProgressBook::Place(size_t index, bool backfill, std::vector<store::RunNote>* notes) {
  const rule::Rule& rule = rules_.rules[index];
  const auto known = known_.find(rule.id);
  const bool is_new = known == known_.end();
  const bool changed = !is_new && known->second != rule.version;
  const auto own = own_.find(rule.id);
  const int64_t level = shared_.value_or(0);
  at_[index] = own != own_.end() ? own->second.seq : level;
  if (own != own_.end() && own->second.parked && !changed) {
    parked_[index] = true;
    reasons_[index] = own->second.reason;
    notes->push_back({"parked", rule.id, "", own->second.reason + "; change or release it", 1});
    return;
  }
  if (!shared_ || !(is_new || changed)) return;
  if (backfill) at_[index] = 0;
  Announce(is_new ? "new rule" : "changed rule", rule.id, backfill, notes);
}

void ProgressBook::Announce(const std::string& kind, const std::string& rule, bool backfill,
                            std::vector<store::RunNote>* notes) {
  const std::string what =
      backfill ? "reads everything" : "reads what arrives from now on; --backfill reads everything";
  if (++announced_[kind] <= kMostNamed) {
    notes->push_back({kind, rule, "", what, 1});
    return;
  }
  const auto others = std::find_if(notes->begin(), notes->end(), [&](const auto& note) {
    return note.kind == kind && note.rule.empty();
  });
  if (others != notes->end()) {
    ++others->count;
  } else {
    notes->push_back({kind, "", "", "others: " + what, 1});
  }
}

// A rule whose file did not load, or that was not asked to run, stays where it is.
void ProgressBook::KeepAbsent(std::vector<store::RunNote>* notes) {
  for (const auto& [id, version] : known_) {
    if (rules_.Find(id)) continue;
    const auto own = own_.find(id);
    absent_[id] = own != own_.end()
                      ? own->second
                      : store::RuleProgress{id, version, shared_.value_or(0), false, ""};
  }
  if (!absent_.empty()) {
    notes->push_back({"not run", absent_.begin()->first, "",
                      "rules that ran before and not now keep their progress",
                      static_cast<int64_t>(absent_.size())});
  }
}

int64_t ProgressBook::Start() const {
  int64_t start = INT64_MAX;
  for (size_t i = 0; i < at_.size(); ++i) {
    if (!parked_[i]) start = std::min(start, at_[i]);
  }
  return start;
}

void ProgressBook::Advance(int64_t seq) {
  for (size_t i = 0; i < at_.size(); ++i) {
    if (!parked_[i]) at_[i] = std::max(at_[i], seq);
  }
}

void ProgressBook::Park(size_t rule, int64_t seq, std::string reason) {
  parked_[rule] = true;
  at_[rule] = seq;
  reasons_[rule] = std::move(reason);
}

int64_t ProgressBook::MostCommon() const {
  std::unordered_map<int64_t, size_t> counts;
  for (size_t i = 0; i < at_.size(); ++i) {
    if (!parked_[i]) ++counts[at_[i]];
  }
  for (const auto& [id, row] : absent_) {
    if (!row.parked) ++counts[row.seq];
  }
  if (counts.empty()) return shared_.value_or(0);
  // Of several that are as common, the furthest.
  const auto more_common = [](const auto& a, const auto& b) {
    return std::pair(a.second, a.first) < std::pair(b.second, b.first);
  };
  return std::max_element(counts.begin(), counts.end(), more_common)->first;
}

void ProgressBook::SaveRow(const store::RuleProgress& row) {
  const auto own = own_.find(row.rule);
  if (!row.parked && row.seq == shared_) {
    if (own == own_.end()) return;
    progress_.DropOwn(row.rule);
    own_.erase(own);
  } else if (own == own_.end() || own->second != row) {
    progress_.SetOwn(row);
    own_[row.rule] = row;
  }
}

void ProgressBook::SaveVersions(int64_t run) {
  if (versions_saved_) return;
  versions_saved_ = true;
  for (const rule::Rule& rule : rules_.rules) {
    const auto known = known_.find(rule.id);
    if (known != known_.end() && known->second == rule.version) continue;
    progress_.SetKnown(rule.id, rule.version, run);
  }
}

void ProgressBook::Save(int64_t run) {
  const int64_t shared = MostCommon();
  if (shared_ != shared) progress_.SetShared(shared);
  shared_ = shared;
  SaveVersions(run);
  for (size_t i = 0; i < at_.size(); ++i) {
    // A hundred thousand rules that are level cost nothing here.
    if (own_.empty() && !parked_[i] && at_[i] == shared) continue;
    SaveRow({rules_.rules[i].id, rules_.rules[i].version, at_[i], parked_[i], reasons_[i]});
  }
  for (const auto& [id, row] : absent_) SaveRow(row);
}

}  // namespace tellwire::batch
