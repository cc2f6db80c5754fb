#include "model/vocabulary.h"

#include <doctest/doctest.h>

namespace tellwire::model {

TEST_CASE("vocabulary: a dotted metric lies under its family, a longer word does not") {
  CHECK(IsUnder("revenue.cloud", "revenue"));
  CHECK(IsUnder("revenue", "revenue"));
  CHECK_FALSE(IsUnder("revenues", "revenue"));
  CHECK_FALSE(IsUnder("revenue", "revenue.cloud"));
}

TEST_CASE("vocabulary: globs") {
  const struct {
    std::string text, glob;
    bool matches;
  } rows[] = {
      {"ai_infrastructure", "ai_*", true},
      {"AI", "ai", true},
      {"risk factors", "Risk*", true},
      {"a risk", "Risk*", false},
      {"", "*", true},
      {"", "", true},
      {"abcabd", "*abd", true},
      {"abcabc", "*abd", false},
      {"revenue", "revenue.*", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.glob);
    CHECK(MatchesGlob(row.text, row.glob) == row.matches);
  }
}

TEST_CASE("vocabulary: the nearest name is suggested, a far one is not") {
  const std::vector<std::string> names = {"surprise", "direction", "metric", "change"};
  CHECK(Nearest("suprise", names) == "surprise");
  CHECK(Nearest("meitrc", names) == "metric");
  CHECK(Nearest("xyzzy", names).empty());
}

TEST_CASE(
    "vocabulary: issuers are found by ticker, name and alias, in any case; a name goes before an "
    "alias") {
  Vocabulary vocabulary;
  vocabulary.issuers = {{"Alphabet", "GOOGL", "company", "internet", {"Google"}},
                        {"Google Cloud Ltd", "", "company", "", {"Alphabet"}}};
  vocabulary.Index();
  REQUIRE(vocabulary.FindIssuer("googl"));
  CHECK(vocabulary.FindIssuer("google")->name == "Alphabet");
  CHECK(vocabulary.FindIssuer("ALPHABET")->ticker == "GOOGL");
  CHECK(vocabulary.FindIssuer("Amazon") == nullptr);
}

}  // namespace tellwire::model
