// The world of a worked example: the articles before it, the alerts that they raised, the prices
// that it states.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "match/world.h"
#include "model/analysis.h"
#include "model/vocabulary.h"
#include "script/corpus.h"

namespace tellwire::batch {

struct EarlierArticle {
  model::Article article;
  model::Analysis analysis;
  std::vector<std::pair<std::string, std::string>> alerts;  // rule and company ("" for the article)
};

class ExampleWorld : public match::World, public script::Corpus {
 public:
  explicit ExampleWorld(const model::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // For the next example: nothing earlier, these prices (a window as written, percent).
  void Begin(const std::vector<std::pair<std::string, double>>& prices);
  // The article that is read next; what was added is before it.
  // REQUIRES: both outlive its reading
  void Read(const model::Article* article, const model::Analysis* analysis);
  void Add(EarlierArticle earlier) { earlier_.push_back(std::move(earlier)); }

  std::optional<bool> Fired(std::string_view rule, std::string_view company,
                            int64_t within) const override;
  std::optional<double> PriceMove(std::string_view ticker, int64_t window) const override;
  std::optional<double> Weight(std::string_view) const override { return std::nullopt; }
  std::optional<std::string> PromiseState(const model::Fact& fact) const override;

  Result<std::vector<script::CorpusFact>> Facts(const script::CorpusQuery& query,
                                                const model::Article& current) override;
  Result<std::vector<script::CorpusAlert>> Alerts(const script::CorpusQuery& query,
                                                  const model::Article& current) override;
  Result<std::vector<script::CorpusArticle>> Search(const script::CorpusQuery& query,
                                                    const model::Article& current) override;

 private:
  bool IsWithin(const EarlierArticle& earlier, int64_t within) const;
  bool IsAsked(const model::Company* company, const std::string& asked) const;

  const model::Vocabulary& vocabulary_;
  bool IsFinalBefore(size_t earlier, const model::Fact& promise, const std::string& company) const;

  const model::Article* article_ = nullptr;
  const model::Analysis* analysis_ = nullptr;
  std::vector<EarlierArticle> earlier_;
  std::vector<std::pair<int64_t, double>> prices_;  // window in seconds, percent
};

}  // namespace tellwire::batch
