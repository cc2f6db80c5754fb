#include "batch/example_world.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/table.h"
#include "batch/promise_state.h"

namespace tellwire::batch {
namespace {

bool MeetsQuery(const model::Fact& fact, const script::CorpusQuery& query) {
  if (!query.metric.empty() && !model::IsUnder(fact.metric, query.metric)) return false;
  if (!query.direction.empty() && ToString(fact.direction) != query.direction) return false;
  return query.modality.empty() || std::find(query.modality.begin(), query.modality.end(),
                                             fact.modality) != query.modality.end();
}

const model::Company* OwnerOf(const model::Analysis& analysis, const model::Fact& fact) {
  return fact.company < 0 ? nullptr : &analysis.companies[static_cast<size_t>(fact.company)];
}

std::optional<Day> DayOfArticle(const model::Article& article) {
  return article.published ? std::optional(DayOf(article.published->seconds)) : std::nullopt;
}

}  // namespace

void ExampleWorld::Begin(const std::vector<std::pair<std::string, double>>& prices) {
  earlier_.clear();
  prices_.clear();
  for (const auto& [window, percent] : prices) {
    if (const auto seconds = ParseDuration(window)) prices_.emplace_back(*seconds, percent);
  }
}

void ExampleWorld::Read(const model::Article* article, const model::Analysis* analysis) {
  article_ = article;
  analysis_ = analysis;
}

bool ExampleWorld::IsWithin(const EarlierArticle& earlier, int64_t within) const {
  if (!earlier.article.published || !article_->published) return true;
  const int64_t age = article_->published->seconds - earlier.article.published->seconds;
  return age >= 0 && (within == 0 || age <= within);
}

bool ExampleWorld::IsAsked(const model::Company* company, const std::string& asked) const {
  if (asked.empty()) return true;
  if (!company) return false;
  const model::Issuer* issuer = vocabulary_.FindIssuer(asked);
  return model::MatchesGlob(company->name, issuer ? issuer->name : asked) ||
         company->ticker == asked;
}

std::optional<bool> ExampleWorld::Fired(std::string_view rule, std::string_view company,
                                        int64_t within) const {
  for (const EarlierArticle& earlier : earlier_) {
    if (!IsWithin(earlier, within)) continue;
    for (const auto& [fired, subject] : earlier.alerts) {
      if (model::MatchesGlob(fired, rule) && (company.empty() || subject == company)) return true;
    }
  }
  return false;
}

std::optional<double> ExampleWorld::PriceMove(std::string_view, int64_t window) const {
  for (const auto& [stated, percent] : prices_) {
    if (stated == window) return percent;
  }
  return std::nullopt;
}

// Whether an article after the one that made the promise has settled it for good.
bool ExampleWorld::IsFinalBefore(size_t earlier, const model::Fact& promise,
                                 const std::string& company) const {
  for (size_t i = earlier + 1; i < earlier_.size(); ++i) {
    for (const model::Fact& fact : earlier_[i].analysis.facts) {
      const model::Company* owner = OwnerOf(earlier_[i].analysis, fact);
      if (owner && owner->name == company &&
          IsFinal(Settle(promise, fact, DayOfArticle(earlier_[i].article),
                         DayOfArticle(earlier_[earlier].article))))
        return true;
    }
  }
  return false;
}

std::optional<std::string> ExampleWorld::PromiseState(const model::Fact& fact) const {
  const model::Company* company = OwnerOf(*analysis_, fact);
  Settlement best = Settlement::kNone;
  for (size_t i = 0; company && i < earlier_.size(); ++i) {
    for (const model::Fact& promise : earlier_[i].analysis.facts) {
      const model::Company* owner = OwnerOf(earlier_[i].analysis, promise);
      if (!promise.promise || !owner || owner->name != company->name) continue;
      const Settlement settlement =
          Settle(promise, fact, DayOfArticle(*article_), DayOfArticle(earlier_[i].article));
      if (settlement > best && !IsFinalBefore(i, promise, company->name)) best = settlement;
    }
  }
  return std::string(ToString(best));
}

Result<std::vector<script::CorpusFact>> ExampleWorld::Facts(const script::CorpusQuery& query,
                                                            const model::Article&) {
  std::vector<script::CorpusFact> found;
  for (auto earlier = earlier_.rbegin(); earlier != earlier_.rend(); ++earlier) {
    if (!IsWithin(*earlier, query.within)) continue;
    for (const model::Fact& fact : earlier->analysis.facts) {
      const model::Company* owner = OwnerOf(earlier->analysis, fact);
      if (found.size() >= query.limit || !MeetsQuery(fact, query) || !IsAsked(owner, query.company))
        continue;
      const std::string& text = fact.in_title ? earlier->article.title : earlier->article.text;
      found.push_back({owner ? owner->name : "", owner ? owner->ticker : "", fact,
                       std::string(fact.spans.fact.Of(text)), earlier->article.CallName(),
                       earlier->article.source, earlier->article.published});
    }
  }
  return found;
}

Result<std::vector<script::CorpusAlert>> ExampleWorld::Alerts(const script::CorpusQuery& query,
                                                              const model::Article&) {
  std::vector<script::CorpusAlert> found;
  for (auto earlier = earlier_.rbegin(); earlier != earlier_.rend(); ++earlier) {
    if (!IsWithin(*earlier, query.within)) continue;
    for (const auto& [rule, company] : earlier->alerts) {
      const model::Issuer* asked = vocabulary_.FindIssuer(query.company);
      const bool same =
          query.company.empty() || company == query.company || (asked && asked->name == company);
      if (found.size() >= query.limit || !same ||
          (!query.rule.empty() && !model::MatchesGlob(rule, query.rule)))
        continue;
      script::CorpusAlert alert;
      alert.rule = rule;
      alert.company = company;
      alert.article = earlier->article.CallName();
      alert.published = earlier->article.published;
      found.push_back(std::move(alert));
    }
  }
  return found;
}

// An example's few articles are searched for all words of the query, whatever their order.
Result<std::vector<script::CorpusArticle>> ExampleWorld::Search(const script::CorpusQuery& query,
                                                                const model::Article&) {
  std::vector<script::CorpusArticle> found;
  const std::vector<std::string> words = SplitList(Lowered(query.text), ' ');
  for (auto earlier = earlier_.rbegin(); earlier != earlier_.rend(); ++earlier) {
    const std::string text = Lowered(earlier->article.title + "\n" + earlier->article.text);
    const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return text.find(word) != std::string::npos;
    });
    if (!all || found.size() >= query.limit || !IsWithin(*earlier, query.within)) continue;
    found.push_back({earlier->article.CallName(), earlier->article.title, earlier->article.source,
                     earlier->article.url, "", earlier->article.published});
  }
  return found;
}

}  // namespace tellwire::batch
