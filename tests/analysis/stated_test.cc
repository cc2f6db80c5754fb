#include "analysis/stated.h"

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

model::Stated Read(std::string_view text) {
  return ReadStated(ShippedLexicon().tone->stated, text);
}

using Themes = std::vector<std::string>;

TEST_CASE("stated: tickers with a glued score") {
  CHECK(Read("TSLA-0.35").tickers == std::map<std::string, double>{{"TSLA", -0.35}});
  CHECK(Read("BABA0.88\n0700.HK0.41\nBRK.B-0.1").tickers ==
        std::map<std::string, double>{{"0700.HK", 0.41}, {"BABA", 0.88}, {"BRK.B", -0.1}});
  CHECK(Read("TSLA-0.35BABA0.88").tickers.size() == 2);
  CHECK(Read("Ticker Sentiment\nBABA\n0.88\nTCEHY\n0.10").tickers.size() == 2);
}

TEST_CASE("stated: values beside or below their label") {
  CHECK(Read("Market Impact: 0.46").impact == 0.46);
  CHECK(Read("Market Impact\n0.46").impact == 0.46);
  const auto both = Read("Sentiment\nStrongly Positive 0.72");
  CHECK(both.sentiment == "Strongly Positive");
  CHECK(both.score == 0.72);
  CHECK(Read("Sentiment0.72Strongly Positive").score == 0.72);
  CHECK(Read("Sentiment: mildly negative (-0.2)").score == -0.2);
}

TEST_CASE("stated: theme names run together") {
  CHECK(Read("Themes\nArtificial IntelligenceCloud ComputingEarnings").themes ==
        Themes{"Artificial Intelligence", "Cloud Computing", "Earnings"});
  CHECK(Read("EarningsCloudAI Infrastructure").themes ==
        Themes{"Earnings", "Cloud", "AI Infrastructure"});
  CHECK(Read("Themes: Space MiningCloud").themes == Themes{"Space Mining", "Cloud"});
}

TEST_CASE("stated: prose states nothing") {
  for (const std::string text :
       {"Market impact was 0.46 points.", "Sentiment improved to 0.7 in May.",
        "Tesla fell 0.35 points", "H20 chips", "Q4.5", "A4.52", "Cloud revenue rose 40%",
        "Themes of the year are many.", "Impact", "BABA 0.88 is its score", "", "\xff\xfe"}) {
    CAPTURE(text);
    const auto stated = Read(text);
    CHECK(stated.tickers.empty());
    CHECK(stated.themes.empty());
    CHECK(stated.sentiment.empty());
    CHECK_FALSE(stated.score);
    CHECK_FALSE(stated.impact);
  }
}

}  // namespace
}  // namespace tellwire::analysis
