// Run reports: what a batch read, what each rule came to, and every limit or failure by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

struct RunTotals {
  int64_t articles = 0, rules = 0, hits = 0, alerts = 0, merged = 0, muted = 0, excepted = 0,
          declined = 0, unknown = 0, errors = 0, not_analysed = 0;
};

struct RunRow {
  int64_t id = 0;
  std::string kind;  // "run", "backfill"
  int64_t started = 0;
  std::optional<int64_t> finished;  // none: it runs, or it was killed
  std::string state;                // running, done, interrupted, failed
  int64_t after_seq = 0, last_seq = 0;
  std::string analysis_version;
  RunTotals totals;
};

// The counters of one rule in one run.
struct RunRule {
  std::string rule, version;
  int64_t candidates = 0, evaluations = 0, hits = 0, alerts = 0, merged = 0, muted = 0,
          excepted = 0, declined = 0, unknowns = 0, errors = 0, native_ns = 0, lua_ns = 0;
};

// Something that happened and has a name: an error of a rule, a limit that was reached, a rule that
// is new. `count` says how often; rule and article are of the first.
struct RunNote {
  std::string kind;  // "error", "limit", "parked", "new rule", "changed rule", "unknown" ...
  std::string rule, article, message;
  int64_t count = 1;
};

class Runs {
 public:
  explicit Runs(Store& store) : store_(store) {}

  int64_t Begin(std::string_view kind, int64_t now, int64_t after_seq,
                std::string_view analysis_version);
  // Overwrites totals, counters and notes with what they have come to so far.
  void Save(const RunRow& run, const std::vector<RunRule>& rules,
            const std::vector<RunNote>& notes);

  std::vector<RunRow> List(size_t limit);  // newest first
  std::optional<RunRow> Read(int64_t id);
  std::vector<RunRule> Rules(int64_t id);  // by rule
  std::vector<RunNote> Notes(int64_t id);

 private:
  Store& store_;
};

}  // namespace tellwire::store
