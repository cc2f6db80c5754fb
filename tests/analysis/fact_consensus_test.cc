// What was expected of a figure, told beside it, behind it, or in the sentence that follows.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/fact.h"
#include "support/analysed.h"

namespace {

using tellwire::model::Fact;

// "eps beat": what is told of each actual fact with a surprise.
std::string Held(const std::string& text) {
  std::string held;
  for (const Fact& fact : tellwire::test::Analysed(text).facts) {
    if (fact.modality != tellwire::model::Modality::kActual) continue;
    if (fact.surprise == tellwire::model::Surprise::kNone) continue;
    held += held.empty() ? "" : "; ";
    held += fact.metric + " " + std::string(ToString(fact.surprise));
  }
  return held;
}

struct Row {
  std::string text, held;
};

TEST_SUITE("what was expected") {
  TEST_CASE("A sentence of estimates is held against the figure told before it") {
    const std::vector<Row> rows = {
        {"Kellogg earned 60 cents a share. Analysts had expected 55 cents.", "eps beat"},
        {"Kellogg earned 60 cents a share. Analysts, on average, were looking for 65 cents.",
         "eps miss"},
        {"Kellogg lost 60 cents a share. Analysts had forecast a loss of 65 cents a share.",
         "eps beat"},
        {"Sales were $2 billion at Kellogg. That was below what analysts were expecting.",
         "revenue miss"},
        {"Kellogg earned 60 cents a share. The result was in line with the average estimate of "
         "60.5 cents.",
         "eps inline"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(Held(row.text) == row.held);
    }
  }

  TEST_CASE(
      "What is expected of times to come, or by nobody in the market, is held against nothing") {
    for (const std::string text :
         {"Kellogg earned 60 cents a share. Analysts expect 75 cents next quarter.",
          "Kellogg earned 60 cents a share. It had expected to hire 55 people.",
          "Kellogg earned 60 cents a share. Analysts had expected 55 new shops.",
          "The manager said sales at Kellogg had fallen short of his expectations."}) {
      CAPTURE(text);
      CHECK(Held(text) == "");
    }
  }

  TEST_CASE("More of what is better low is a miss") {
    CHECK(Held("Kellogg's costs rose more than analysts had expected.") == "opex miss");
    CHECK(Held("Sales at Kellogg fell more than analysts had expected.") == "revenue miss");
    CHECK(Held("The unemployment rate was worse than forecast.") == "economy.rate miss");
  }
}

}  // namespace
