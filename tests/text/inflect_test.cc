#include "text/inflect.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tellwire::text {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("inflections follow English spelling") {
  const std::vector<Words> rows = {
      {"retire", "retires", "retired", "retiring"},
      {"cut", "cuts", "cutting"},
      {"fall", "falls", "fell", "fallen", "falling"},
      {"fell", "fall", "falls", "fallen", "falling"},
      {"supply", "supplies", "supplied", "supplying"},
      {"survey", "surveys", "surveyed", "surveying"},
      {"plan", "plans", "planned", "planning"},
      {"offer", "offers", "offered", "offering"},
      {"refer", "refers", "referred", "referring"},
      {"cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling"},
      {"tax", "taxes", "taxed", "taxing"},
      {"miss", "misses", "missed", "missing"},
      {"show", "shows", "showed", "shown", "showing"},
      {"agree", "agrees", "agreed", "agreeing"},
      {"high", "highs", "highed", "highing", "higher", "highest"},
      {"crisis", "crises"},
      {"gain", "gains", "gained", "gaining"},
      {"2026"},
      {"a"},
  };
  for (const Words& row : rows) {
    CAPTURE(row[0]);
    CHECK(Inflections(row[0]) == row);
  }
}

TEST_CASE("an inflection never runs into another word") {
  const auto has = [](const char* word, const char* form) {
    const Words forms = Inflections(word);
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  CHECK_FALSE(has("miss", "mission"));
  CHECK_FALSE(has("retire", "retirement"));
  CHECK_FALSE(has("find", "founded"));
}

// Pairs published with the algorithm.
TEST_CASE("stems are Porter's") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"caresses", "caress"},
      {"ponies", "poni"},
      {"cats", "cat"},
      {"feed", "feed"},
      {"agreed", "agre"},
      {"plastered", "plaster"},
      {"bled", "bled"},
      {"motoring", "motor"},
      {"sing", "sing"},
      {"conflated", "conflat"},
      {"troubled", "troubl"},
      {"sized", "size"},
      {"hopping", "hop"},
      {"tanned", "tan"},
      {"falling", "fall"},
      {"hissing", "hiss"},
      {"fizzed", "fizz"},
      {"failing", "fail"},
      {"filing", "file"},
      {"happy", "happi"},
      {"sky", "sky"},
      {"relational", "relat"},
      {"conditional", "condit"},
      {"valenci", "valenc"},
      {"digitizer", "digit"},
      {"radicalli", "radic"},
      {"operator", "oper"},
      {"feudalism", "feudal"},
      {"decisiveness", "decis"},
      {"hopefulness", "hope"},
      {"formaliti", "formal"},
      {"sensibiliti", "sensibl"},
      {"triplicate", "triplic"},
      {"formative", "form"},
      {"electrical", "electr"},
      {"goodness", "good"},
      {"revival", "reviv"},
      {"allowance", "allow"},
      {"airliner", "airlin"},
      {"adjustable", "adjust"},
      {"replacement", "replac"},
      {"adoption", "adopt"},
      {"bowdlerize", "bowdler"},
      {"probate", "probat"},
      {"rate", "rate"},
      {"cease", "ceas"},
      {"controll", "control"},
      {"roll", "roll"},
      {"at", "at"},
      {"h20s", "h20s"},
      {"import", "import"},
      {"important", "import"},
  };
  for (const auto& [word, stem] : rows) {
    CAPTURE(word);
    CHECK(Stem(word) == stem);
  }
}

}  // namespace
}  // namespace tellwire::text
