#include "batch/tally.h"

#include <algorithm>

namespace tellwire::batch {
namespace {

constexpr size_t kMostNotes =
    2000;  // different ones; what goes beyond is counted in one of its own

}  // namespace

Tally::Tally(const rule::RuleSet& rules) : rules_(rules.rules.size()) {
  for (size_t i = 0; i < rules_.size(); ++i) {
    rules_[i].rule = rules.rules[i].id;
    rules_[i].version = rules.rules[i].version;
  }
  totals.rules = static_cast<int64_t>(rules_.size());
}

void Tally::Note(const std::string& kind, const std::string& rule, const std::string& article,
                 const std::string& message, int64_t count) {
  if (notes_.size() >= kMostNotes && !note_of_.contains({kind, rule, message})) {
    if (kind != "limit" || rule != "") {
      Note("limit", "", article, "further notes were only counted", count);
      return;
    }
  }
  const auto [at, is_new] = note_of_.try_emplace({kind, rule, message}, notes_.size());
  if (is_new) {
    notes_.push_back({kind, rule, article, message, count});
  } else {
    notes_[at->second].count += count;
  }
}

void Tally::Add(const std::vector<match::RuleCounters>& counters) {
  for (size_t i = 0; i < std::min(counters.size(), rules_.size()); ++i) {
    rules_[i].candidates += static_cast<int64_t>(counters[i].candidates);
    rules_[i].evaluations += static_cast<int64_t>(counters[i].evaluations);
    rules_[i].native_ns += static_cast<int64_t>(counters[i].native_ns);
  }
}

std::vector<store::RunRule> Tally::Rules() const {
  std::vector<store::RunRule> active;
  for (const store::RunRule& rule : rules_) {
    if (rule.candidates || rule.evaluations || rule.hits || rule.excepted || rule.unknowns ||
        rule.errors) {
      active.push_back(rule);
    }
  }
  return active;
}

std::vector<store::RunNote> Tally::Notes() const { return notes_; }

}  // namespace tellwire::batch
