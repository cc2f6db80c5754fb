#include <string>

#include "analysis/issuers_fixture.h"
#include "doctest/doctest.h"

namespace tellwire::analysis {
namespace {

struct Row {
  const char* text;
  const char* words;
  const char* company;
};

TEST_CASE("whom some words speak of") {
  const Row kRows[] = {
      {"Nike's gross margin widened.", "gross margin", "Nike"},
      {"Operating margin slipped to 12 percent at Ford.", "12 percent", "Ford"},
      {"Cloud revenue tripled to $900m at Oracle.", "$900m", "Oracle"},
      {"Shares of Rivian closed at $12.40.", "$12.40", "Rivian"},
      {"Salesforce reported results. The company said it would buy back stock. Its shares rose 3%.",
       "3%", "Salesforce"},
      {"Export curbs on chips will cost Nvidia $5.5 billion, it warned.", "it warned", "Nvidia"},
      {"FedEx shares slid after it beat estimates.", "beat", "FedEx"},
      {"Alphabet's cloud arm grew faster than Amazon's, which rose 17%.", "17%", "Amazon"},
      {"Intel cut prices. The chipmaker lost 3%.", "3%", "Intel"},
      {"Intel sued Citigroup. The bank lost 3%.", "3%", "Citigroup"},
      {"Unlike Microsoft, Oracle grew. It lost 3%.", "3%", "Oracle"},
      {"Goldman Sachs analysts like Broadcom. It rose 3%.", "3%", "Broadcom"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(IssuerText(text).Subject(row.words) == row.company);
  }
}

TEST_CASE("a party to what somebody else does is not the owner of it") {
  const Row kRows[] = {
      {"SAP, whose stock has gained 10%, trades at a premium to Oracle of 14%.", "14%", "SAP"},
      {"Nasdaq apologised for errors in the Facebook IPO of $16 billion.", "IPO", "Meta"},
      {"Barclays will sell 26 million BlackRock shares at $160.", "shares", "BlackRock"},
      {"UPS said volume rose, and sales to Amazon fell 9%.", "9%", "UPS"},
      {"Nike rose 3% while revenue at Adidas fell 9%.", "9%", "Adidas"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(IssuerText(text).Subject(row.words) == row.company);
  }
}

TEST_CASE(
    "in a story of many a word stands for the company of the sentence before, or for nobody") {
  const char* kStory =
      "Stocks fell on Friday as traders feared for jobs. Airlines were weak.\n\n"
      "Delta Air Lines fell 3%. The stock had gained 9% in May. Traders were nervous. Oil rose. "
      "It lost 4%. Ford Motor Co fell 2%. Volkswagen AG lost 1%. Toyota Motor Corp lost 1%.\n";
  const IssuerText read(kStory);
  CHECK(read.Subject("9%") == "Delta Air Lines");
  CHECK(read.Subject("4%").empty());
}

TEST_CASE("where a country stands in the sentence") {
  const Row kRows[] = {
      {"Repsol fell. Poland raised $2 billion from a sale to telecoms company Vodafone.", "$2",
       "Repsol"},
      {"Repsol fell. In Iran, it sold 4% of its wells.", "4%", "Repsol"},
      {"Repsol fell. Europe's largest oil group said its costs rose 4%.", "4%", "Repsol"},
      {"Goldman Sachs expects its revenue to rise 7%.", "7%", "Goldman Sachs"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(IssuerText(text).Subject(row.words) == row.company);
  }
}

TEST_CASE(
    "a pronoun behind a country and a dummy stand for nobody, and a house speaks of the world") {
  CHECK(IssuerText("Repsol fell. Iran sells most of its oil.").Hit("its oil")->company == -1);
  CHECK(IssuerText("Repsol fell. In Iran it sold oil.").Hit("it sold")->company >= 0);
  CHECK(IssuerText("Repsol fell. This makes it easier.").Hit("it easier")->company == -1);
  const IssuerText worldly("Repsol fell. Repsol is weak. Goldman Sachs expects growth of 7%.");
  CHECK(worldly.Hit("Goldman Sachs")->only_source);
  const IssuerText own("Repsol fell. Repsol is weak. Goldman Sachs expects its costs to rise.");
  CHECK_FALSE(own.Hit("Goldman Sachs")->only_source);
}

TEST_CASE("a relative clause speaks of the name before it, whoever else stands in it") {
  const Row kRows[] = {
      {"SAP, whose shares fell 2%, competes with Oracle.", "2%", "SAP"},
      {"Visa, which competes with Mastercard, earned $2 billion.", "$2 billion", "Visa"},
      {"Instagram, which Facebook bought for $1 billion, grew.", "$1 billion", "Meta"},
      {"Siemens, advised by Morgan Stanley, paid $7 billion.", "$7 billion", "Siemens"},
  };
  for (const Row& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(IssuerText(text).Subject(row.words) == row.company);
  }
}

TEST_CASE("a paragraph without a name speaks of the company of its heading") {
  const IssuerText read(
      "Alibaba and Tencent both reported results this week in Hong Kong.\n\nAlibaba Group\n\n"
      "Revenue rose 5% in the quarter, and costs fell.\n\nTencent Holdings\n\n"
      "Revenue rose 9% in the quarter, and costs grew.\n");
  CHECK(read.Subject("5%") == "Alibaba");
  CHECK(read.Subject("9%") == "Tencent");
}

TEST_CASE("a segment named as subject keeps the paragraph") {
  const IssuerText read("Amazon grew. AWS hired staff. Revenue rose 17%.");
  const SentenceClause& last = read.body.clauses.back();
  CHECK(read.NameOf(last.company) == "Amazon");
  CHECK(last.segment == "AWS");
}

TEST_CASE("sentences know whom they speak of") {
  const IssuerText read("Intel grew. It hired staff. Gold fell, Reuters reported.");
  CHECK(read.SpokenOf(0) == Strings{"Intel"});
  CHECK(read.SpokenOf(1) == Strings{"Intel"});
  CHECK(read.OnlySources(2) == Strings{"Reuters"});
}

TEST_CASE("nobody is spoken of where nobody is named") {
  const IssuerText read("It rained. The company of friends grew.");
  CHECK(read.SpokenOf(0).empty());
  for (const SentenceClause& clause : read.body.clauses) CHECK(clause.company == -1);
}

}  // namespace
}  // namespace tellwire::analysis
