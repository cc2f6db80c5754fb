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

TEST_CASE("sentiment: what is conceded weighs less than what it stands by") {
  for (const char* joint : {"even after it", "despite a quarter that"}) {
    NamedText named("Alpha shares jumped 6% " + std::string(joint) + " missed estimates.",
                    {"Alpha"});
    model::Fact miss = FactAt(named, "results", "missed estimates");
    miss.surprise = model::Surprise::kMiss;
    named.analysis.facts = {miss};
    named.Judge();
    CAPTURE(std::string(joint));
    CHECK(named.LabelOf(0) == "positive");
  }
}

TEST_CASE("sentiment: what an article opens with outweighs what it ends with") {
  std::string good = "Profit surged. Sales jumped. Margins widened.";
  std::string bad = "Profit plunged. Sales slumped. Margins shrank.";
  std::string rest;
  for (int i = 0; i < 10; ++i) rest += " The office lies in the north.";
  for (const bool opens_well : {true, false}) {
    NamedText named((opens_well ? good : bad) + rest + " " + (opens_well ? bad : good), {});
    named.Judge();
    CHECK((named.analysis.sentiment.score > 0) == opens_well);
  }
}

TEST_CASE("sentiment: guidance of what costs is no guidance of profit") {
  const struct {
    std::string text, words, label;
  } kRows[] = {
      {"Alpha cut its spending plan.", "cut its spending plan", "neutral"},
      {"Alpha cut its loss forecast.", "cut its loss forecast", "positive"},
      {"Alpha cut its outlook.", "cut its outlook", "negative"},
  };
  for (const auto& row : kRows) {
    NamedText named(row.text, {"Alpha"});
    model::Fact fact = FactAt(named, "guidance", row.words);
    fact.flags = {"guidance_cut"};
    named.analysis.facts = {fact};
    named.Judge();
    CAPTURE(row.text);
    CHECK(named.LabelOf(0) == row.label);
  }
}

}  // namespace
}  // namespace tellwire::analysis
