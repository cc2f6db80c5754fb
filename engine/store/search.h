// Full-text search over title and text of the current revisions (FTS5, BM25, title above text).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/span.h"
#include "base/time.h"
#include "model/text_query.h"
#include "store/store.h"

namespace tellwire::store {

struct SearchOptions {
  std::string company;                    // name or ticker; empty: any
  std::string source;                     // part of the name, any case; empty: any
  std::optional<Timestamp> since, until;  // inclusive, `until` to the end of its day, month or year
  std::optional<int64_t> before_seq;      // only what arrived before this one (for rules)
  std::optional<int64_t> no_later_than;   // and, of what is dated, was published no later
  size_t limit = 10;
  bool newest_first = false;  // by date in place of rank
  bool snippets = true;
  // From what a person calls a company to its canonical name; none: as typed.
  std::function<std::string(std::string_view)> resolve_company;
};

// A piece of text with the words that were found in it.
struct Snippet {
  std::string text;
  std::vector<Span> hits;  // offsets into `text`
};

struct SearchHit {
  int64_t seq = 0;
  std::string article;  // what people call it: id, else origin
  std::string source, url;
  std::optional<Timestamp> published;
  double score = 0;  // the higher the better; 0 where nothing was ranked
  Snippet title, text;
};

struct SearchResult {
  std::vector<SearchHit> hits;
  int64_t total = 0;    // articles that match, beyond the limit too
  int64_t undated = 0;  // left out by since/until because they have no date
};

class Search {
 public:
  explicit Search(Store& store) : store_(store) {}

  // The error is that the query is too large or too deep.
  Result<SearchResult> Run(const model::TextQuery& query, const SearchOptions& options);

  // Arrival numbers of all current revisions that match, ascending. For retro-hunts.
  Result<std::vector<int64_t>> Candidates(const model::TextQuery& query);

  // How the query is run: the FTS5 expression, the filters, how many articles hold each word, and
  // SQLite's own plan.
  Result<std::string> Explain(const model::TextQuery& query, const SearchOptions& options);

 private:
  Store& store_;
};

}  // namespace tellwire::store
