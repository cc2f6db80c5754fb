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

TEST_CASE("vocabulary: a company is listed by ticker, name or alias, while the line is in force") {
  Vocabulary vocabulary;
  vocabulary.issuers = {{"Alphabet", "GOOGL", "company", "internet", {"Google"}},
                        {"Nvidia", "NVDA", "company", "chips", {}},
                        {"Apple", "AAPL", "company", "phones", {}}};
  WordList watch;
  watch.entries = {{"google", {}, {}, 1},
                   {"NVDA", DayOf(2026, 1, 1), DayOf(2026, 3, 31), 2},
                   {"Unheard Of", {}, {}, 3}};
  vocabulary.lists["watch"] = watch;
  vocabulary.Index();
  const struct {
    std::string list, company, ticker;
    Day day;
    bool listed;
  } rows[] = {
      {"watch", "Alphabet", "GOOGL", DayOf(2020, 1, 1), true},
      {"watch", "Apple", "AAPL", DayOf(2020, 1, 1), false},
      {"watch", "Nvidia", "NVDA", DayOf(2025, 12, 31), false},
      {"watch", "Nvidia", "NVDA", DayOf(2026, 1, 1), true},
      {"watch", "Nvidia", "NVDA", DayOf(2026, 3, 31), true},
      {"watch", "Nvidia", "NVDA", DayOf(2026, 4, 1), false},
      {"watch", "unheard of", "", DayOf(2026, 4, 1), true},
      {"watch", "Somebody", "", DayOf(2026, 4, 1), false},
      {"nothing", "Alphabet", "GOOGL", DayOf(2026, 4, 1), false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.company);
    CAPTURE(row.day);
    CHECK(vocabulary.IsListed(row.list, row.company, row.ticker, row.day) == row.listed);
  }
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
