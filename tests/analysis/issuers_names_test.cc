#include <string>

#include "analysis/issuers_fixture.h"
#include "doctest/doctest.h"

namespace tellwire::analysis {
namespace {

TEST_CASE("names resolve to the canonical name and its ticker") {
  const Named kRows[] = {
      {"Exxon Mobil Corp raised output.", "Exxon Mobil", "XOM"},
      {"Profit at Exxon rose.", "Exxon Mobil", "XOM"},
      {"HCL Tech won a contract.", "HCL Technologies", "HCLTECH.NS"},
      {"Siemens AG said orders fell.", "Siemens", "SIE.DE"},
      {"SBI and ICICI Bank cut rates.", "State Bank of India", "SBIN.NS"},
      {"L'Oréal sales grew.", "L'Oreal", "OR.PA"},
      {"AT&T added subscribers.", "AT&T", "T"},
      {"NIKE said demand was weak.", "Nike", "NKE"},
      {"McDonald's sales rose 4%.", "McDonald's", "MCD"},
      {"Target's sales rose.", "Target", "TGT"},
      {"Target Corp opened stores.", "Target", "TGT"},
      {"Shell no longer expects output to fall.", "Shell", "SHEL"},
      {"Margins slipped at Gap.", "Gap", "GAP"},
      {"Ford and General Motors are closing plants.", "Ford", "F"},
      {"Delta sees earnings of $2.", "Delta Air Lines", "DAL"},
      {"Grab to cut 300 jobs", "Grab", "GRAB"},
      {"The deal pushed Arm shares up 5%.", "Arm", "ARM"},
      {"Salesforce (CRM) fell.", "Salesforce", "CRM"},
  };
  CheckTickers(kRows);
}

TEST_CASE(
    "a longer name is the company's own where its business goes on so, else somebody else's") {
  const Named kRows[] = {
      {"PNC Financial Services Group Inc rose.", "PNC", "PNC"},
      {"Marvell Technology Group Ltd fell.", "Marvell", "MRVL"},
      {"Honda Motor Co Ltd recalled cars.", "Honda", "7267.T"},
      {"Huawei Technologies Co Ltd grew.", "Huawei", ""},
      {"Barclays Capital downgraded Ford.", "Barclays", ""},
      {"Eaton buys Cooper. Cooper Industries Plc makes fuses.", "Cooper Industries", "CBE^"},
      {"Mellanox Technologies (MLNX.TA) rose while Nvidia fell.", "Mellanox", "MLNX^"},
      {"Skoda (SKDA.PR) and Volkswagen grew.", "Skoda", "SKDA.PR"},
  };
  CheckTickers(kRows);
  const IssuerText cooper("Eaton buys Cooper. Cooper Industries Plc makes fuses.");
  CHECK(cooper.NameOf(cooper.Hit("Cooper.")->company) == "Cooper Industries");
  const IssuerText unit("Vodafone grew. Vodafone India Ltd, its unit, shrank. Vodafone said so.");
  CHECK(unit.NameOf(unit.Hit("Vodafone grew")->company) == "Vodafone");
  CHECK_FALSE(IssuerText("Watson Pharmaceuticals Inc fell. Watson said so.").Has("IBM"));
}

TEST_CASE("a name that no list knows is read whole") {
  const Named kRows[] = {
      {"Shares of China Dongxiang (Group) Co Ltd were lower.", "China Dongxiang (Group) Co Ltd",
       ""},
      {"Profit at Connacher Oil and Gas Ltd was higher.", "Connacher Oil and Gas Ltd", ""},
      {"He had worked at First New York Securities for years.", "First New York Securities", ""},
      {"He had asked for figures from the Department of Housing and Urban Development for several "
       "years.",
       "Department of Housing and Urban Development", ""},
  };
  for (const Named& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(IssuerText(text).Has(row.name));
  }
  const IssuerText again(
      "Zorblatt Coffee Ltd grew. On Friday Zorblatt Coffee saw its profit fall.");
  CHECK(again.NameOf(again.Hit("Zorblatt Coffee saw")->company) == "Zorblatt Coffee Ltd");
  const IssuerText two("He sold shares of Exxon and Royal Gas Ltd in the spring of the year.");
  CHECK(two.Has("Exxon Mobil"));
  CHECK(two.Has("Royal Gas Ltd"));
}

TEST_CASE("the first word of a listed name stands for it where it has or does what companies do") {
  const IssuerText alpha(
      "Alpha Natural Resources Inc posted a loss. Alpha expects less. The Alpha version is out.");
  REQUIRE(alpha.Hit("Alpha expects") != nullptr);
  CHECK(alpha.NameOf(alpha.Hit("Alpha expects")->company) == "Alpha Natural Resources");
  CHECK(alpha.Hit("The Alpha version") == nullptr);
  const IssuerText icahn("Icahn Enterprises rose. Carl Icahn was glad. Icahn said so.");
  CHECK(icahn.Hit("Icahn Enterprises") != nullptr);
  CHECK(icahn.Hit("Icahn said") == nullptr);
}

TEST_CASE("a plain word, a person, an index or a longer name is no company") {
  const Named kRows[] = {
      {"The target was missed, and the gap grew.", "Target", ""},
      {"They meta in a shell of a block, apple in hand.", "Apple", ""},
      {"TARGET PRACTICE FOR THE POLICE", "Target", ""},
      {"President Gerald Ford pardoned Richard Nixon.", "Ford", ""},
      {"Mr. Ford was late.", "Ford", ""},
      {"A desk led by Irvin Goldman lost money. Goldman resigned.", "Goldman Sachs", ""},
      {"Charles \"Chip\" Goodyear quit in May. Goodyear would not say why.", "Goodyear", ""},
      {"HSBC named Andrew Dell as its head. Dell moved to Dubai.", "Dell", ""},
      {"The KBW bank index rose 1 percent.", "Keefe, Bruyette & Woods", ""},
      {"It trailed the Barclays U.S. Aggregate Bond Index.", "Barclays", ""},
      {"Casino revenue in Macau rose 3%.", "Casino", ""},
      {"The Cape Target Island ferry sank.", "Target", ""},
      {"Apple Hospitality Inc bought a hotel.", "Apple", ""},
      {"The .SPX fell 2 percent.", "SPX", ""},
      {"The CBOE Volatility Index jumped.", "Cboe", ""},
      {"United States exports grew.", "United Airlines", ""},
      {"American sales of toys grew.", "American Airlines", ""},
      {"Next quarter revenue will fall.", "Next", ""},
      {"For the week, the Dow rose 2 percent.", "Dow Chemical", ""},
      {"It was an Amazon-sized gamble.", "Amazon", ""},
      {"Ross said sales rose.", "Ross Stores", ""},
      {"First American Corp was sued.", "American Airlines", ""},
      {"ge is a prefix, and gm means game master.", "GM", ""},
  };
  for (const Named& row : kRows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK_FALSE(IssuerText(text).Has(row.name));
  }
}

TEST_CASE("a clear mention vouches for the short one, before and after it") {
  const IssuerText read("United rose 3 percent. United Airlines said traffic grew.",
                        "United Said to Order Jets");
  const model::Company* company = read.Find("United Airlines");
  REQUIRE(company != nullptr);
  CHECK(company->title_spans.size() == 1);
  CHECK(company->spans.size() == 2);
  CHECK(IssuerText("United we stand.").analysis.companies.empty());
}

TEST_CASE("what the article calls a person stays one") {
  const IssuerText read("Tony Abbott won. Abbott said taxes would fall.");
  CHECK_FALSE(read.Has("Abbott"));
  CHECK(IssuerText("Abbott said it would buy a rival.").Has("Abbott"));
}

TEST_CASE("a corporate suffix makes a company that no list knows, and its short form") {
  const IssuerText read(
      "Zorblatt Widgets Inc hired a chief executive. Zorblatt shares were flat. "
      "Copperplate Energy Corporation (CEC) pays more. CEC declined to comment.");
  const model::Company* widgets = read.Find("Zorblatt Widgets Inc");
  REQUIRE(widgets != nullptr);
  CHECK(widgets->ticker.empty());
  CHECK(widgets->spans.size() == 2);
  REQUIRE(read.Has("Copperplate Energy Corporation"));
  CHECK(read.Find("Copperplate Energy Corporation")->spans.size() == 3);
}

TEST_CASE("no run is made of small words, titles or lower case") {
  for (const char* row : {"The Company said so.", "He joined the bank.", "Chief Executive Officer",
                          "A group of funds sold.", "We spoke of our 2020 Capital spending."}) {
    const std::string text = row;
    CAPTURE(text);
    CHECK(IssuerText(text).analysis.companies.empty());
  }
}

TEST_CASE("institutions are named, and are no companies") {
  const IssuerText read(
      "The Ministry of Mines objected strongly when Reserve Bank of India governors spoke of the "
      "plan.");
  REQUIRE(read.Has("Ministry of Mines"));
  CHECK(read.Find("Ministry of Mines")->kind == "gov");
  CHECK(read.Find("Reserve Bank of India")->kind == "gov");
  CHECK(read.analysis.Primary() == -1);
}

TEST_CASE("a product or an arm resolves to its owner, with its name as segment") {
  const IssuerText read("AWS grew 17%. Sales at Walmart's Sam's Club unit rose 6%.");
  REQUIRE(read.Has("Amazon"));
  CHECK(read.Hit("AWS")->segment == "AWS");
  CHECK(read.NameOf(read.Hit("Sam's Club")->company) == "Walmart");
  CHECK(read.Hit("Sam's Club")->segment == "Sam's Club");
  CHECK(read.Hit("Walmart")->segment.empty());
}

TEST_CASE("the old name has the ticker of its time where the article uses it") {
  const IssuerText old_name("Google shares rose. Google Inc sells advertising.");
  REQUIRE(old_name.Has("Google"));
  CHECK(old_name.Find("Google")->ticker == "GOOG");
  const IssuerText new_name("Google parent Alphabet paid a fine. Google said little.");
  REQUIRE(new_name.Has("Alphabet"));
  CHECK(new_name.Find("Alphabet")->ticker == "GOOGL");
  CHECK_FALSE(new_name.Has("Google"));
}

}  // namespace
}  // namespace tellwire::analysis
