#include "analysis/sentiment.h"

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

model::Fact FactAt(const NamedText& named, std::string metric, std::string_view words) {
  model::Fact fact;
  fact.metric = std::move(metric);
  fact.company = 0;
  const auto at = static_cast<uint32_t>(named.article.text.find(words));
  fact.spans.fact = {at, at + static_cast<uint32_t>(words.size())};
  return fact;
}

TEST_CASE("sentiment: a fact says what its words cannot") {
  NamedText named("Alpha posted revenue of 5 million, compared with 7 million.", {"Alpha"});
  model::Fact fact = FactAt(named, "revenue", "revenue of 5 million, compared with 7 million");
  fact.direction = model::Direction::kDown;
  fact.value = 5e6;
  fact.prior = 7e6;
  named.analysis.facts = {fact};
  named.Judge();
  CHECK(named.LabelOf(0) == "negative");
}

TEST_CASE("sentiment: price against surprise is mixed") {
  NamedText named("Alpha missed revenue estimates, yet its stock jumped 6%.", {"Alpha"});
  named.analysis.companies[0].role = model::Role::kPrimary;
  model::Fact miss = FactAt(named, "revenue", "missed revenue estimates");
  miss.surprise = model::Surprise::kMiss;
  model::Fact rise = FactAt(named, "share_price", "stock jumped 6%");
  rise.direction = model::Direction::kUp;
  named.analysis.facts = {miss, rise};
  named.Judge();
  CHECK(named.analysis.companies[0].sentiment.mixed);
  CHECK(named.analysis.sentiment.mixed);
}

TEST_CASE("sentiment: a rumour says less than a statement") {
  double scores[2];
  for (int rumour = 0; rumour < 2; ++rumour) {
    NamedText named("Alpha talks of a price.", {"Alpha"});
    model::Fact fact = FactAt(named, "share_price", "a price");
    fact.direction = model::Direction::kDown;
    fact.change = -3;
    fact.change_unit = "pct";
    if (rumour) fact.modality = model::Modality::kRumour;
    named.analysis.facts = {fact};
    named.Judge();
    scores[rumour] = named.analysis.companies[0].sentiment.score;
  }
  CHECK(scores[0] < scores[1]);
  CHECK(scores[1] < 0);
}

}  // namespace
}  // namespace tellwire::analysis
