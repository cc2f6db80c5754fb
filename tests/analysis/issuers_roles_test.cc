#include <string>

#include "analysis/issuers_fixture.h"
#include "doctest/doctest.h"

namespace tellwire::analysis {
namespace {

struct Row {
  const char* text;
  const char* name;
};

TEST_CASE("one that is only quoted is a source and has no ticker") {
  const Row kRows[] = {
      {"Goldman Sachs analysts see earnings of $12 for Broadcom.", "Goldman Sachs"},
      {"Morgan Stanley raised its price target on Micron to $400.", "Morgan Stanley"},
      {"Intel will miss, according to Barclays.", "Barclays"},
      {"Intel will miss, said analyst Jane Doe at Jefferies.", "Jefferies"},
      {"\"Buy Intel,\" said John Roe, chief strategist at Ameriprise in Boston.", "Ameriprise"},
      {"Intel was downgraded by Citigroup.", "Citigroup"},
      {"\"Buy Intel,\" said Ann Roe of Stifel.", "Stifel"},
      {"Ann Roe, chief economist, Nomura: \"Buy Intel.\"", "Nomura"},
      {"Moody's cut the ratings of Intel.", "Moody's"},
      {"Several brokers, including Citigroup, raised their target for Intel.", "Citigroup"},
      {"Market researcher Gartner said sales at Intel would fall.", "Gartner"},
      {"JANE DOE, SENIOR ECONOMIST UBS, NEW YORK: \"Sales were weak.\"", "UBS"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    const IssuerText read(text);
    REQUIRE(read.Has(row.name));
    CHECK(read.Hit(row.name)->only_source);
    CHECK(read.Find(row.name)->kind == "source");
    CHECK(read.Find(row.name)->ticker.empty());
  }
}

TEST_CASE("one that speaks of itself is none") {
  const Row kRows[] = {
      {"Morgan Stanley said profit rose 5 percent.", "Morgan Stanley"},
      {"Goldman Sachs shares were downgraded.", "Goldman Sachs"},
      {"Analysts expect sales at Micron to rise.", "Micron"},
      {"Goldman Sachs analysts see earnings of $12 for Broadcom.", "Broadcom"},
      {"Moody's shares rose.", "Moody's"},
      {"\"We grow,\" said Jim Farley of Ford.", "Ford"},
      {"Allies of Bill Brown, the chairman of Ford, resigned.", "Ford"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    const IssuerText read(text);
    REQUIRE(read.Has(row.name));
    CHECK_FALSE(read.Hit(row.name)->only_source);
    CHECK(read.Find(row.name)->kind == "company");
  }
}

TEST_CASE("the house that somebody has left is not what is spoken of") {
  const Row kRows[] = {
      {"Former Citigroup banker Jane Doe quit the board.", "Citigroup"},
      {"Ex-Intel chief John Roe resigned.", "Intel"},
      {"John Roe, a former vice chairman of Boeing, resigned.", "Boeing"},
      {"Ford's former finance chief John Roe resigned.", "Ford"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    const IssuerText read(text);
    CHECK(read.Hit(row.name)->modifier);
    for (const SentenceClause& clause : read.body.clauses) CHECK(clause.subject == -1);
  }
  CHECK_FALSE(IssuerText("Boeing said its former chairman resigned.").Hit("Boeing")->modifier);
  CHECK_FALSE(IssuerText("The chairman of Boeing resigned.").Hit("Boeing")->modifier);
}

TEST_CASE("contrast and rivals") {
  const IssuerText read("Unlike Microsoft, Oracle is losing money.");
  CHECK(read.Hit("Microsoft")->competitor);
  CHECK_FALSE(read.Hit("Oracle")->competitor);
  CHECK(read.SpokenOf(0) == Strings{"Oracle"});
  CHECK(read.OnlySources(0) == Strings{"Microsoft"});

  const IssuerText list("Pepsi lost share to rivals such as Nestle, Danone and Unilever.");
  for (const char* name : {"Nestle", "Danone", "Unilever"}) {
    const std::string rival = name;
    CAPTURE(rival);
    CHECK(list.Hit(rival)->competitor);
  }
  CHECK_FALSE(list.Hit("Pepsi")->competitor);
}

TEST_CASE("of parent, supplier and owner the last name is the subject") {
  const Row kRows[] = {
      {"Google parent Alphabet paid a fine.", "Alphabet"},
      {"Apple supplier Foxconn hired 500 people.", "Foxconn"},
      {"Zara owner Inditex opened stores.", "Inditex"},
      {"Boeing rival Airbus won an order.", "Airbus"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(IssuerText(text).Subject(row.name) == row.name);
  }
}

}  // namespace
}  // namespace tellwire::analysis
