// What handlers may ask of the corpus: earlier facts, alerts and articles. Read-only. Implemented
// by batch/ over the store, and by tests; in `scan` there is none, and every answer is empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/article.h"
#include "model/fact.h"

namespace tellwire::script {

// Results that one call may have; what is beyond is left out, newest first.
inline constexpr size_t kMaxCorpusResults = 500;

struct CorpusFact {
  std::string company, ticker;  // empty: nobody's
  model::Fact fact;             // `company` and spans mean nothing outside its article
  std::string quote;            // its words
  std::string article, source;
  std::optional<Timestamp> published;
};

struct CorpusAlert {
  std::string id, rule, company, ticker, title, severity, article;
  double score = 0;
  std::optional<Timestamp> published;
};

struct CorpusArticle {
  std::string id, title, source, url, snippet;
  std::optional<Timestamp> published;
};

// What is empty or absent is not asked for.
struct CorpusQuery {
  std::string company;    // name or ticker
  std::string metric;     // the family
  std::string direction;  // up, down, flat
  std::vector<model::Modality> modality;
  std::string rule;    // a glob
  std::string text;    // a query in the language of `search`
  int64_t within = 0;  // seconds before the article; 0: no limit
  size_t limit = 100;  // at most kMaxCorpusResults
};

class Corpus {
 public:
  virtual ~Corpus() = default;

  // Each answers newest first, with what came before `current` only: earlier arrival, and published
  // no later where both are dated. The error is that the query cannot be read.
  virtual Result<std::vector<CorpusFact>> Facts(const CorpusQuery& query,
                                                const model::Article& current) = 0;
  virtual Result<std::vector<CorpusAlert>> Alerts(const CorpusQuery& query,
                                                  const model::Article& current) = 0;
  virtual Result<std::vector<CorpusArticle>> Search(const CorpusQuery& query,
                                                    const model::Article& current) = 0;
};

}  // namespace tellwire::script
