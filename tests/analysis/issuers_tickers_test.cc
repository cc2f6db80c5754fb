#include <string>

#include "analysis/issuers_fixture.h"
#include "doctest/doctest.h"

namespace tellwire::analysis {
namespace {

TEST_CASE("a ticker beside a name gives it its ticker, in every form") {
  const Named kRows[] = {
      {"Acme Corp. (NYSE: ACM) expects growth.", "Acme Corp.", "ACM"},
      {"Zorblatt Widgets (NASDAQ:ZBW) fell.", "Zorblatt Widgets", "ZBW"},
      {"Zorblatt Widgets (TSX: ZBW; NYSE: ZBWX) fell.", "Zorblatt Widgets", "ZBWX"},
      {"Zorblatt <ZBW.N> fell.", "Zorblatt", "ZBW"},
      {"Zorblatt ( ZBWa.L ) fell.", "Zorblatt", "ZBWA.L"},
      {"Zorblatt Ltd (LSE: ZBW) fell.", "Zorblatt Ltd", "ZBW.L"},
      {"Panther Ag PPHN.S fell.", "Panther Ag", "PPHN.SW"},
      {"Alibaba (9988.HK) shares rose.", "Alibaba", "BABA"},
      {"Target (TGT) cut its outlook.", "Target", "TGT"},
      {"Traders bought $TSLA again.", "Tesla", "TSLA"},
      {"Traders bought $ZBWX again.", "ZBWX", "ZBWX"},
  };
  CheckTickers(kRows);
}

TEST_CASE("brackets and dollars that are no tickers make no company") {
  for (const char* row :
       {"It rose (Q3: 5.2) again.", "They paid $5M for it.", "See below (table: A).",
        "The U.S. market (S. 12) fell.", "He paid US$M for it.", "(a)(b)[c]<d> ((((((", "$"}) {
    const std::string text = row;
    CAPTURE(text);
    CHECK(IssuerText(text).analysis.companies.empty());
  }
}

TEST_CASE("a ticker opens a title before a quarter or a year") {
  const std::string text = "We had a good quarter. Revenue rose 5%.";
  const struct {
    std::string title, primary;
  } rows[] = {
      {"KMB Q2 2021 earnings call transcript", "Kimberly-Clark"},
      {"CMI FY2021 results", "Cummins"},
      {"KMB talks of its plans", ""},
      {"GDP Q2 2021 falls", ""},
      {"Kmb Q2 2021 earnings call", ""},
      {"KMB", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.title);
    const IssuerText read(text, row.title);
    const int primary = read.analysis.Primary();
    CHECK((primary < 0 ? "" : read.NameOf(primary)) == row.primary);
  }
}

TEST_CASE("a ticker stays bound for the document") {
  const IssuerText read("Acme Corp. (NYSE: ACM) grew. Acme shares rose. Later Acme fell.");
  REQUIRE(read.Has("Acme Corp."));
  CHECK(read.Find("Acme Corp.")->spans.size() == 3);
}

}  // namespace
}  // namespace tellwire::analysis
