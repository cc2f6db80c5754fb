#include <string>

#include "analysis/issuers_fixture.h"
#include "doctest/doctest.h"

namespace tellwire::analysis {
namespace {

// Whether the words may be said of the company that is carried over to their clause.
bool IsCarried(const IssuerText& read, std::string_view words, bool is_main) {
  const model::TokenRange measured = read.analysis.text.TokensIn(read.At(words));
  for (const SentenceClause& clause : read.body.clauses) {
    if (clause.tokens.begin <= measured.begin && measured.begin < clause.tokens.end)
      return IsCarriedTo(*ShippedLexicon().issuers, read.body, clause, measured, is_main);
  }
  return false;
}

struct Row {
  const char* text;
  const char* words;
  bool any, main;  // carried to any company; to the one that the article is about
};

TEST_CASE(
    "what opens its sentence or is said is carried over, other things have their own subject") {
  const Row kRows[] = {
      {"Quarterly net income was $40 million.", "net income", true, true},
      {"Excluding one-time items, earnings per share were 94 cents.", "earnings", true, true},
      {"In the third quarter, adjusted profit rose 3%.", "profit", true, true},
      {"But results still beat expectations.", "results", true, true},
      {"Gross profit fell as operating costs rose 3%.", "costs", true, true},
      {"Analysts on average had expected revenue of $2 billion.", "revenue", true, true},
      {"Collins noted that revenue was slightly lower.", "revenue", true, true},
      {"The online shoe seller's first-quarter profit rose 4%.", "profit", false, true},
      {"He aims to treble sales within three years.", "sales", false, true},
      {"\"We will raise capacity by 8 percent,\" Smith said.", "capacity", false, true},
      {"The closures have lifted margins on the coast.", "margins", false, false},
      {"Plaintiffs pursue the case as a group, which can cut costs.", "costs", false, false},
      {"Allison's earnings topped $103 million.", "earnings", false, false},
      {"The region's output fell 3%.", "output", false, false},
      {"Bahrain hopes to boost exports and revenue.", "revenue", false, false},
      {"Those contracts ensured stable supply when prices rose.", "prices", false, false},
      {"Some of this new capacity is operated by small drillers.", "capacity", false, false},
  };
  for (const Row& row : kRows) {
    const IssuerText read(row.text);
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(IsCarried(read, row.words, false) == row.any);
    CHECK(IsCarried(read, row.words, true) == row.main);
  }
}

}  // namespace
}  // namespace tellwire::analysis
