#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/analysed.h"

namespace {

using tellwire::model::Fact;

// "gold up; silver down (estimate)": the prices of commodities that a text moves.
std::string Prices(const std::string& text) {
  std::string line;
  for (const Fact& fact : tellwire::test::Analysed(text).facts) {
    if (fact.metric != "commodity_price") continue;
    if (!line.empty()) line += "; ";
    line += fact.segment + " " + std::string(ToString(fact.direction));
    if (fact.modality != tellwire::model::Modality::kActual) {
      line += " (" + std::string(ToString(fact.modality)) + ")";
    }
  }
  return line;
}

TEST_SUITE("commodity prices") {
  TEST_CASE("A commodity has the movement of its own part of the sentence") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"Gold rises as the dollar weakens", "gold up"},
        {"Silver slips on stronger US yields", "silver down"},
        {"Platinum climbs while equities tumble", "platinum up"},
        {"Gold, silver drop after payrolls surge", "gold down; silver down"},
        {"Gold gains, silver falls", "gold up; silver down"},
        {"Gold up, stocks down", "gold up"},
        {"Spot gold settles $7 lower at $1,912 an ounce", "gold down"},
        {"A jump in gold prices hurt jewellers", "gold up"},
        {"Gold hits a nine-month high", "gold up"},
        {"Silver at lowest since 2019", "silver down"},
        {"Gold steady near two-week peak", "gold flat"},
        {"Gold snaps four-day rally", "gold down"},
        {"Copper ends three-session slide", "copper up"},
        {"Gold pares gains to close lower", "gold down"},
        {"Gold trims losses", "gold down"},
        {"Gold falls, but gains 2% for the week", "gold down; gold up"},
        {"Gold prices, stock indexes weaken", "gold down"},
        {"Falling stocks and rising silver", "silver up"},
        {"Platinum ends the week with a small loss", "platinum down"},
        {"Gold rebounds to top $1,850", "gold up"},
    };
    for (const auto& [text, prices] : rows) {
      CAPTURE(text);
      CHECK(Prices(text) == prices);
    }
  }

  TEST_CASE("What is to come is no fact yet") {
    CHECK(Prices("Gold to trade lower this week, broker says") == "gold down (estimate)");
    CHECK(Prices("Silver could rally if the Fed blinks") == "silver up (hypothetical)");
    CHECK(Prices("Will gold climb again?") == "gold up (hypothetical)");
    CHECK(Prices("Gold on track for weekly gain") == "gold up (estimate)");
    CHECK(Prices("Sell copper if it rallies") == "copper up (hypothetical)");
    CHECK(Prices("Gold up in early trade; should you buy?") == "gold up");
  }

  TEST_CASE("A commodity that only describes something else has no price") {
    for (const std::string text :
         {"Gold imports fall 12% in March", "Gold demand rises", "Gold mining stocks slump",
          "She won the gold medal", "Demand for gold falls", "Gold, silver imports jump",
          "Funds add 12 tonnes of gold"}) {
      CAPTURE(text);
      CHECK(Prices(text) == "");
    }
  }
}

}  // namespace
