#include "analysis/issuers.h"

#include <string>

#include "analysis/issuer_table.h"
#include "analysis/issuers_fixture.h"
#include "doctest/doctest.h"

namespace tellwire::analysis {
namespace {

TEST_CASE("an article is about a company that it speaks of all along, far more than of others") {
  std::string text = "We begin with a summary. Then we take questions. ";
  for (int i = 0; i < 6; ++i) text += "Cummins makes engines. ";
  text += "Chevron and PepsiCo buy them. Sinopec helps. Oracle and Intel do not.";
  const IssuerText read(text, "A call about engines");
  REQUIRE(read.analysis.Primary() == 0);
  CHECK(read.NameOf(0) == "Cummins");
  const IssuerText many("We begin. Then we go on. Chevron and PepsiCo buy engines. Sinopec helps.",
                        "A call about engines");
  CHECK(many.analysis.Primary() == -1);
}

TEST_CASE("companies are sorted, the first that is no authority is primary") {
  const IssuerText read(
      "The SEC sued Apple. Apple said Intel was at fault. Apple fell. The SEC and the SEC again.",
      "Apple sued");
  REQUIRE(read.analysis.companies.size() == 3);
  CHECK(read.analysis.companies[0].name == "Apple");
  CHECK(read.analysis.companies[0].role == model::Role::kPrimary);
  CHECK(read.analysis.companies[0].relevance == 1);
  for (size_t i = 1; i < 3; ++i) {
    CHECK(read.analysis.companies[i].role != model::Role::kPrimary);
    CHECK(read.analysis.companies[i].relevance <= read.analysis.companies[i - 1].relevance);
  }
}

TEST_CASE("spans are bytes of the part they lie in, in order") {
  const IssuerText read("L'Oréal bought a stake in Nestlé.", "Nestle sells");
  CHECK(read.Find("Nestle")->title_spans == std::vector<Span>{{0, 6}});
  const Span in_text = read.Find("Nestle")->spans.at(0);
  CHECK(in_text.Of(read.article.text) == "Nestlé");
}

TEST_CASE("names asked for are found in any case, under the name as asked") {
  const IssuerText read("crude palm oil slips as tata motors and Tata gain; HCL Tech flat", "",
                        {"Crude Palm Oil", "Tata", "Tata Motors", "HCL Tech", "Nobody Inc"});
  CHECK(read.Find("Crude Palm Oil")->kind == "entity");
  CHECK(read.Find("Tata Motors")->ticker == "TATAMOTORS.NS");
  CHECK(read.Find("Tata Motors")->spans.size() == 1);
  CHECK(read.Find("Tata")->spans.size() == 1);
  CHECK(read.Find("HCL Tech")->ticker == "HCLTECH.NS");
  CHECK_FALSE(read.Has("HCL Technologies"));
  CHECK_FALSE(read.Has("Nobody Inc"));
}

TEST_CASE("the table knows every company under name, ticker and alias") {
  const model::Vocabulary& vocabulary = ShippedLexicon().vocabulary;
  CHECK(ShippedLexicon().issuers->issuers.size() > 5000);
  REQUIRE(vocabulary.FindIssuer("XOM") != nullptr);
  CHECK(vocabulary.FindIssuer("XOM")->name == "Exxon Mobil");
  CHECK(vocabulary.FindIssuer("infosys technologies")->ticker == "INFY");
  CHECK(vocabulary.FindIssuer("Reserve Bank of India")->kind == "gov");
  CHECK(vocabulary.FindIssuer("no such company") == nullptr);
}

TEST_CASE("hostile texts are read in linear time") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Inc (NYSE: A) $A Acme Corp, the ";
  const IssuerText read(text);
  CHECK_FALSE(read.analysis.companies.empty());
}

}  // namespace
}  // namespace tellwire::analysis
