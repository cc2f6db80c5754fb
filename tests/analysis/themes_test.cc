#include "analysis/themes.h"

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

const model::Theme* ThemeOf(const model::Analysis& analysis, std::string_view id) {
  for (const auto& theme : analysis.themes) {
    if (theme.id == id) return &theme;
  }
  return nullptr;
}

TEST_CASE("themes: the terms of a theme are its evidence") {
  NamedText named("Washington tightened export controls on chips. New export curbs may follow.",
                  {});
  named.Judge();
  const auto* theme = ThemeOf(named.analysis, "export_controls");
  REQUIRE(theme);
  CHECK(theme->score > 0.4);
  CHECK(theme->score < 1);
  REQUIRE(theme->spans.size() == 2);
  CHECK(theme->spans[0].Of(named.article.text) == "export controls");
  CHECK(ThemeOf(named.analysis, "price_war") == nullptr);
}

TEST_CASE("themes: a repetition says less than the first time") {
  NamedText once("The price war goes on.", {}), often("A price war, a price war, a price war.", {});
  once.Judge();
  often.Judge();
  REQUIRE(ThemeOf(once.analysis, "price_war"));
  CHECK(ThemeOf(often.analysis, "price_war")->score <
        2 * ThemeOf(once.analysis, "price_war")->score);
}

TEST_CASE("themes: all that rules may name are known") {
  const auto& themes = ShippedLexicon().vocabulary.themes;
  for (const std::string id : {"agents",
                               "ai_infrastructure",
                               "ai_monetisation",
                               "capex",
                               "cash",
                               "china_tech",
                               "cloud",
                               "competition",
                               "data_center",
                               "earnings",
                               "ecommerce",
                               "estimate_revision",
                               "export_controls",
                               "free_cash_flow",
                               "geopolitics",
                               "guidance",
                               "margins",
                               "market_reaction",
                               "open_source_models",
                               "price_war",
                               "pricing",
                               "regulation",
                               "revenue_surprise",
                               "risk",
                               "semiconductors",
                               "token_consumption",
                               "trade_ideas",
                               "valuation"}) {
    CAPTURE(id);
    CHECK(std::binary_search(themes.begin(), themes.end(), id));
  }
}

TEST_CASE("themes: what newswire is about") {
  const struct {
    std::string text, theme;
  } kRows[] = {
      {"Shareholders filed a class action against the bank in federal court.", "legal"},
      {"The chief executive will step down; the board named a new CEO.", "management"},
      {"The brewer agreed to buy a rival after a hostile bid.", "deals"},
      {"Unemployment claims fell as consumer confidence rose.", "economy"},
      {"The central bank left its policy rate unchanged.", "monetary_policy"},
      {"The miller filed for bankruptcy protection from creditors.", "credit"},
      {"It announced a share buyback and a special dividend.", "capital_returns"},
      {"The maker will cut thousands of jobs; layoffs begin in May.", "jobs"},
      {"The initial public offering raised a billion dollars.", "ipo"},
      {"Crude prices slid as OPEC kept output at 30 million barrels a day.", "commodities"},
      {"The broker cut its price target and its rating.", "ratings"},
      {"Beijing has imposed new tariffs.", "geopolitics"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    NamedText named(row.text, {});
    named.Judge();
    CHECK(std::ranges::any_of(named.analysis.themes,
                              [&](const auto& theme) { return theme.id == row.theme; }));
  }
}

TEST_CASE("themes: a dateline is no theme") {
  NamedText named("WASHINGTON (Reuters) - The museum will open on Sunday.", {});
  named.Judge();
  CHECK(named.analysis.themes.empty());
}

TEST_CASE("themes: a text about nothing of the kind has none") {
  NamedText named("The choir will sing in the old church on Sunday.", {});
  named.Judge();
  CHECK(named.analysis.themes.empty());
}

TEST_CASE("themes: a fact of a family scores its theme") {
  NamedText named("The group will spend ten billion.", {});
  model::Fact fact;
  fact.metric = "capex.plan";
  fact.spans.fact = {10, 20};
  named.analysis.facts = {fact};
  named.Judge();
  REQUIRE(ThemeOf(named.analysis, "capex"));
  CHECK(ThemeOf(named.analysis, "capex")->spans == std::vector<Span>{{10, 20}});
}

}  // namespace
}  // namespace tellwire::analysis
