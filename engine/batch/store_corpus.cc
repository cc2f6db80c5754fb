#include "batch/store_corpus.h"

#include <algorithm>

#include "store/alerts.h"
#include "store/findings.h"
#include "text/query.h"

namespace tellwire::batch {
namespace {

size_t LimitOf(const script::CorpusQuery& query) {
  return std::min(query.limit, script::kMaxCorpusResults);
}

}  // namespace

void StoreCorpus::StandAt(const store::Revision& revision) {
  seq_ = revision.seq;
  seen_ = revision.seen;
  const auto& published = revision.content.published;
  published_ = published ? std::optional(published->seconds) : std::nullopt;
}

// Counted back from the article's date, else from when it was first seen.
std::optional<int64_t> StoreCorpus::Since(int64_t within) const {
  if (within == 0) return std::nullopt;
  return published_.value_or(seen_) - within;
}

Result<std::vector<script::CorpusFact>> StoreCorpus::Facts(const script::CorpusQuery& query,
                                                           const model::Article&) {
  store::FactQuery asked;
  asked.company = query.company;
  asked.metric = query.metric;
  asked.direction = query.direction;
  asked.modality = query.modality;
  asked.since = Since(query.within);
  asked.no_later_than = published_;
  asked.before_seq = seq_;
  asked.limit = LimitOf(query);
  std::vector<script::CorpusFact> facts;
  for (store::StoredFact& stored : store::Findings(store_).Facts(asked)) {
    facts.push_back({std::move(stored.company), std::move(stored.ticker), std::move(stored.fact),
                     std::move(stored.quote), std::move(stored.article), std::move(stored.source),
                     stored.published});
  }
  return facts;
}

Result<std::vector<script::CorpusAlert>> StoreCorpus::Alerts(const script::CorpusQuery& query,
                                                             const model::Article&) {
  store::AlertQuery asked;
  asked.rule = query.rule;
  asked.company = query.company;
  asked.since = Since(query.within);
  asked.no_later_than = published_;
  asked.before_seq = seq_;
  asked.limit = LimitOf(query);
  std::vector<script::CorpusAlert> alerts;
  for (model::Alert& alert : store::Alerts(store_).List(asked)) {
    alerts.push_back({alert.id, alert.rule, alert.company, alert.ticker, alert.title,
                      std::string(ToString(alert.severity)), alert.article_id, alert.score,
                      alert.published});
  }
  return alerts;
}

Result<std::vector<script::CorpusArticle>> StoreCorpus::Search(const script::CorpusQuery& query,
                                                               const model::Article&) {
  auto parsed = text::ParseQuery(query.text);
  if (!parsed) return parsed.error();
  store::SearchOptions options;
  options.company = query.company;
  if (const auto since = Since(query.within)) options.since = Timestamp{*since};
  options.no_later_than = published_;
  options.before_seq = seq_;
  options.limit = LimitOf(query);
  options.newest_first = true;
  auto found = store::Search(store_).Run(**parsed, options);
  if (!found) return found.error();
  std::vector<script::CorpusArticle> articles;
  for (store::SearchHit& hit : found->hits) {
    articles.push_back({std::move(hit.article), std::move(hit.title.text), std::move(hit.source),
                        std::move(hit.url), std::move(hit.text.text), hit.published});
  }
  return articles;
}

}  // namespace tellwire::batch
