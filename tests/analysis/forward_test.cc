#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/analysed.h"

namespace {

bool IsForward(const std::string& text) {
  for (const auto& sentence : tellwire::test::Analysed(text).sentences) {
    if (sentence.forward) return true;
  }
  return false;
}

TEST_SUITE("forward") {
  TEST_CASE("A number that is expected makes a claim about the future") {
    const std::vector<std::string> rows = {
        "The bank expects fee income to grow 6% this year.",
        "Capital spending is projected to be $300-$320 million in fiscal 2027.",
        "We will spend about $40 million on the new plant.",
        "Its outlook for the year is sales of $2.1 billion to $2.2 billion.",
        "They aim to sell 2 million cars by 2029.",
        "A margin of 14% is expected for the second half.",
        "Management is on track to save $75 million.",
        "My expectation on gross margins is that they stay in the 40% to 41% range.",
        "I think we'll see tax come in near 21%.",
        "There was a $12 million benefit in June, which will reverse in September.",
        "We are projecting a 2% drop in the share count.",
        "We are tracking towards $3.10 a share.",
        "Fees could decline by $4 million in the fourth quarter.",
        "Full-year guidance has been raised to a range of $4.10 to $4.30 a share.",
    };
    for (const std::string& text : rows) {
      CAPTURE(text);
      CHECK(IsForward(text));
    }
  }

  TEST_CASE("What was once expected, and what has no number, makes none") {
    const std::vector<std::string> rows = {
        "Sales rose 6% to $2.1 billion.",
        "Earnings of $1.10 a share topped the consensus estimate of $1.04.",
        "Revenue of $900 million came in above the guidance of $850 million to $880 million.",
        "The 4% rise was better than expected.",
        "Analysts had expected a profit of $12 million.",
        "The company expects demand to recover.",
        "It has won three construction projects worth $60 million.",
        "The growth projects cost $12 million.",
        "As we see tariffs of 25%, customers hesitate.",
        "I think we did well with sales of $12 million.",
        "The goal was met when sales hit $12 million.",
    };
    for (const std::string& text : rows) {
      CAPTURE(text);
      CHECK_FALSE(IsForward(text));
    }
  }

  TEST_CASE("A sentence of many cues costs what it is long") {
    std::string many = "It paid $5 ";
    for (int i = 0; i < 200'000; ++i) many += "guidance will ";
    CHECK_FALSE(IsForward(many));
  }
}

}  // namespace
