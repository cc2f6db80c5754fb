#include "analysis/sentence_events.h"

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

bool Has(const std::string& text, const std::string& type) {
  NamedText named(text, {});
  named.Judge();
  REQUIRE(named.analysis.sentences.size() == 1);
  const auto& events = named.analysis.sentences[0].events;
  return std::find(events.begin(), events.end(), type) != events.end();
}

TEST_CASE("sentence events: what a sentence tells") {
  const struct {
    std::string text, type;
  } kRows[] = {
      {"Revenue rose 12% to 4 billion dollars.", "Revenue"},
      {"Shares of the carrier fell 3% on Monday.", "SecurityValue"},
      {"The board raised the quarterly dividend by a cent.", "Dividend"},
      {"It agreed to acquire a rival for 2 billion dollars.", "Merger/Acquisition"},
      {"Shareholders filed a lawsuit against the bank.", "Legal"},
      {"The chief executive resigned on Friday.", "Employment"},
      {"The brewer will shutter two plants in Ohio.", "Facility"},
      {"The retailer opened a distribution center outside Leeds.", "Facility"},
      {"The two carriers signed a memorandum of understanding.", "Deal"},
      {"The toymaker teamed up with a film studio.", "Deal"},
      {"The bank drew criticism over its sales tactics.", "CSR/Brand"},
      {"The foundry faces uncertainty in a crowded market.", "Macroeconomics"},
      {"Crude oil slid for a third day.", "Macroeconomics"},
      {"The drugmaker will offer a new version of the app.", "Product/Service"},
      {"The grocer is due to report on Thursday.", "FinancialReport"},
      {"Operating margins narrowed to 9 percent.", "Profit/Loss"},
      {"The yard took 40 orders, up from 31.", "SalesVolume"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    CHECK(Has(row.text, row.type));
  }
}

TEST_CASE("sentence events: a word alone is no event") {
  CHECK_FALSE(Has("He likes to share his lunch.", "SecurityValue"));
  CHECK_FALSE(Has("There are two things worth pointing out.", "Product/Service"));
  CHECK_FALSE(Has("Its market share is the largest.", "SecurityValue"));
  CHECK_FALSE(Has("The shares closed higher.", "Facility"));
  CHECK_FALSE(Has("He met her at the market.", "Macroeconomics"));
  CHECK_FALSE(Has("It dealt well with the weather.", "Deal"));
  CHECK_FALSE(Has("Ministers must find a way to deal with the crisis.", "Deal"));
  CHECK_FALSE(Has("Stocks fell on weak factory data before the closing bell.", "Facility"));
  CHECK_FALSE(Has("They offer advice.", "Product/Service"));
  CHECK_FALSE(Has("The fund holds 12 million shares.", "SecurityValue"));
}

}  // namespace
}  // namespace tellwire::analysis
