// What the analysis found in each revision: facts, companies, themes, tone. Rows that people may
// query; the analysis itself (tokens, scopes) is made anew when it is needed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis.h"
#include "store/store.h"

namespace tellwire::store {

struct FactQuery {
  std::string company;    // name or ticker; empty: any
  std::string metric;     // the family: `revenue` finds `revenue.cloud` too; `*` stands for
                          // anything; empty: any
  std::string direction;  // "up", "down", "flat"; empty: any
  std::vector<model::Modality> modality;  // empty: any
  std::optional<int64_t> since, until;    // published, seconds, inclusive
  std::optional<int64_t> before_seq;      // only what arrived before
  std::optional<int64_t> no_later_than;   // and, of what is dated, was published no later
  bool only_promises = false;
  bool exact = false;  // `company` is the name in full, `metric` itself without its family
  size_t limit = 1000;
};

// A fact as kept: the company by name; of its spans only `fact`.
struct StoredFact {
  int64_t seq = 0;
  int number = 0;  // index into the article's facts
  std::string company, ticker;
  model::Fact fact;
  std::string quote;  // the words of the fact
  std::string article, source;
  std::optional<Timestamp> published;
};

struct FactCount {
  std::string company, ticker, metric;
  int64_t facts = 0;
};

class Findings {
 public:
  explicit Findings(Store& store) : store_(store) {}

  // Replaces what is kept of the revision. `title` and `text` are what the spans point into.
  void Save(int64_t seq, const model::Analysis& analysis, std::string_view title,
            std::string_view text);
  // The analysis version that the revision's rows were made with; "" when there are none.
  std::string VersionOf(int64_t seq);
  // Revisions whose rows are missing or of another version.
  std::vector<int64_t> Outdated(std::string_view version);

  std::vector<StoredFact> Facts(const FactQuery& query);  // newest first; current revisions only
  // How many the query would find in articles without a date, whatever the times.
  int64_t CountUndated(FactQuery query);
  // What there is, by company and metric, most facts first.
  std::vector<FactCount> Overview(const FactQuery& query);

 private:
  Store& store_;
};

}  // namespace tellwire::store
