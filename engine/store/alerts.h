// Alerts, the articles that say them, and their evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/alert.h"
#include "store/store.h"

namespace tellwire::store {

// One article that says an alert: the first, or one that was merged into it.
struct AlertSource {
  int64_t seq = 0;
  int64_t run = 0;
  bool first = false;
  std::string article, source, url, headline;
  std::optional<Timestamp> published;
  std::vector<model::Quotation> evidence;
};

struct AlertQuery {
  std::string rule;     // a glob; empty: any
  std::string company;  // name or ticker; empty: any
  std::string status;   // empty: any
  std::optional<model::Severity> at_least;
  std::optional<int64_t> run;
  std::optional<int64_t> since, until;   // of the article (else first seen), inclusive
  bool only_dated = false;               // leaves out those whose article has no date
  std::optional<int64_t> before_seq;     // only those whose first article arrived before
  std::optional<int64_t> no_later_than;  // and, of those that are dated, was published no later
  size_t limit = 0;                      // 0: no limit
};

class Alerts {
 public:
  explicit Alerts(Store& store) : store_(store) {}

  // The kept alert of this identity within `days` of `at`, before or after (none: at any time), the
  // nearest first. Its id, or nullopt.
  std::optional<std::string> FindRepeat(std::string_view rule, std::string_view key, int64_t at,
                                        std::optional<int> days);
  bool Has(std::string_view id);
  // Keeps an alert with its first source. `at` is when its article was published, else first seen.
  // REQUIRES: a Transaction; FindRepeat found none in it.
  void Keep(const model::Alert& alert, int64_t seq, int64_t at);
  // Adds a further source; false when that article is one already.
  bool AddSource(std::string_view alert, int64_t seq, int64_t run,
                 const std::vector<model::Quotation>& evidence);

  std::vector<model::Alert> List(const AlertQuery& query);  // newest article first
  // How many the query would find among those whose article has no date, whatever the times.
  int64_t CountUndated(AlertQuery query);
  // By id, or by the beginning of one that only it has. The error says what is wrong with it.
  Result<model::Alert> Read(std::string_view id);
  std::vector<AlertSource> Sources(std::string_view id);
  // The revision that first raised it.
  int64_t FirstSeq(std::string_view id);
  // Alerts that quote a revision as first or further source.
  std::vector<model::Alert> Of(int64_t seq);

  // new, acked, dismissed. REQUIRES: the alert exists
  void SetStatus(std::string_view id, std::string_view status, std::string_view why, int64_t now);

  // Whether an alert of a rule (a glob) for the company was kept whose article arrived before `seq`
  // and was published no later than `published` (where both are dated), at most `within` seconds
  // before it (0: ever).
  bool Fired(std::string_view rule, std::string_view company, int64_t seq,
             std::optional<int64_t> published, int64_t within);

 private:
  Store& store_;
};

}  // namespace tellwire::store
