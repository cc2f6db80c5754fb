#include "shell/fact_text.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

TEST_CASE("fact in words: numbers with their units, and how exact they are") {
  model::Fact fact;
  CHECK(shell::ValueText(fact) == "");
  CHECK(shell::ChangeText(fact) == "");
  fact.change = model::Number(20);
  fact.change_unit = "pct";
  fact.qualifier = model::Qualifier::kApprox;
  CHECK(shell::ChangeText(fact) == "about +20%");
  fact.value = model::Number(36e9);
  fact.unit = "CNY";
  CHECK(shell::ValueText(fact) == "about CNY 36bn");
  CHECK(shell::ChangeText(fact) == "+20%");
  fact.change = model::Number(-200);
  fact.change_unit = "bp";
  CHECK(shell::ChangeText(fact) == "-200 bp");
}

// `facts` listed a denial as if it had been said.
TEST_CASE("fact in words: a denial says so, and a thing that is nobody's has its name") {
  model::Fact fact;
  fact.direction = model::Direction::kDown;
  CHECK(shell::SayingText(fact) == "down");
  fact.surprise = model::Surprise::kMiss;
  CHECK(shell::SayingText(fact) == "miss down");
  fact.negated = true;
  CHECK(shell::SayingText(fact) == "not miss down");
  CHECK(shell::SubjectText("Acme", fact) == "Acme");
  fact.segment = "Gold";
  CHECK(shell::SubjectText("Acme", fact) == "Acme / Gold");
  CHECK(shell::SubjectText("", fact) == "Gold");
}

}  // namespace
}  // namespace tellwire
