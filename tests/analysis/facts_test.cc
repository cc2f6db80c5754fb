#include "analysis/facts.h"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <vector>

#include "analysis/analyser.h"

namespace tellwire::analysis {
namespace {

const Analyser& Shared() {
  static const Analyser analyser =
      std::move(Analyser::Load(std::string(TELLWIRE_SOURCE_DIR) + "/rules").value());
  return analyser;
}

std::vector<model::Fact> FactsOf(const std::string& text) {
  model::Article article;
  article.text = text;
  return Shared().Analyse(article).facts;
}

// metric, direction, surprise, modality and negation of all facts, in order.
std::string Told(const std::string& text) {
  std::string out;
  for (const model::Fact& fact : FactsOf(text)) {
    if (!out.empty()) out += "; ";
    out += fact.metric;
    if (fact.direction != model::Direction::kNone)
      out += " " + std::string(ToString(fact.direction));
    if (fact.surprise != model::Surprise::kNone) out += " " + std::string(ToString(fact.surprise));
    if (fact.modality != model::Modality::kActual)
      out += " " + std::string(ToString(fact.modality));
    if (fact.negated) out += " negated";
  }
  return out;
}

// "metric company" of all facts, in order; "-": nobody's.
std::string Owned(const std::string& title, const std::string& text) {
  model::Article article;
  article.title = title;
  article.text = text;
  const model::Analysis analysis = Shared().Analyse(article);
  std::string out;
  for (const model::Fact& fact : analysis.facts) {
    const std::string owner =
        fact.company < 0 ? "-" : analysis.companies[static_cast<size_t>(fact.company)].name;
    out += (out.empty() ? "" : "; ") + fact.metric + " " + owner;
  }
  return out;
}

struct Row {
  std::string text, told;
};

void CheckAll(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(Told(text) == row.told);
  }
}

TEST_SUITE("facts") {
  TEST_CASE("What is measured of an economy is no company's, whoever was named before") {
    const std::string quoted =
        "Officials met all day. Nothing was decided. The talks will go on for weeks. "
        "\"We had hoped for more,\" said Ann Lee, who now advises clients for Nomura. ";
    // An article about an economy: an employer of somebody quoted owns nothing.
    CHECK(Owned("Trade picks up", quoted + "Prices rose 2 percent.") == "pricing -");
    CHECK(Owned("Trade picks up", quoted + "U.S. auto sales fell 4 percent.") == "revenue -");
    // An article about a company: what is its own stays its own, also in a country.
    CHECK(Owned("Ford beats rivals",
                "Ford hired staff. Its plants are busy. Sales rose 5 percent.") == "revenue Ford");
    CHECK(Owned("Ford beats rivals", "Ford hired staff. U.S. sales rose 5 percent.") ==
          "revenue Ford");
    CHECK(Owned("Ford beats rivals", "Ford hired staff. Consumer prices rose 5 percent.") ==
          "economy.inflation -");
    CHECK(Owned("Ford beats rivals", "Ford hired staff. Industrial output grew 5 percent.") ==
          "economy.growth -");
    // What a company says of a market in its own sentence, and what it owns.
    CHECK(Owned("Ford beats rivals", "Ford's consumer prices rose 5 percent.") == "pricing Ford");
  }

  TEST_CASE("A paragraph does not stay with a company that was named long before") {
    CHECK(Owned("Stocks mixed",
                "Markets had a calm day. Many traders were away. "
                "Textron rose 3 percent. Oil was steady. Profit grew 9 percent.") ==
          "share_price Textron; net_income -");
    CHECK(
        Owned("Textron in talks",
              "Textron met Boeing. It was a long day. Boeing shares fell 3 percent. "
              "The talks go on. Lawyers are busy. Nobody would comment. Profit grew 9 percent.") ==
        "share_price Boeing; net_income Textron");
  }

  TEST_CASE("A clause keeps its own verb and metric") {
    CheckAll({
        {"Nike's sales rose 3% but its profit fell 9%.", "revenue up; net_income down"},
        {"Nike shares slid after it beat estimates.", "share_price down; results beat"},
        {"Nike's sales and profit rose.", "revenue up; net_income up"},
        {"Nike's sales rose 4% and its profit 9%.", "revenue up; net_income up"},
        {"Nike shares rose 5% before falling 2%.", "share_price up; share_price down"},
    });
  }

  TEST_CASE("A bare company that moves is its share price, with a number only") {
    CheckAll({
        {"Ford added 10 percent to $12.", "share_price up"},
        {"Ford added 10 percent to its stake.", ""},
        {"VW rose 48 percent to 27,209 vehicles.", ""},
        {"Ford will more than double the number of dealerships.", ""},
        {"Nike fell 5%.", "share_price down"},
        {"Nike fell 5% and Visa 2%.", "share_price down; share_price down"},
        {"Apple, Microsoft and Nvidia each lost 2%.",
         "share_price down; share_price down; share_price down"},
        {"Nike fell behind schedule.", ""},
    });
  }

  TEST_CASE("Scopes bend what is said, and only in their clause") {
    CheckAll({
        {"UMC, the world's No. 2 chipmaker, saw sales fall 3%.", "revenue down"},
        {"The No.3 carmaker Chrysler saw sales fall 3%.", "revenue down"},
        {"Ford, the No 2 carmaker, saw sales fall 3%.", "revenue down"},
        {"Ford's sales did not fall.", "revenue down negated"},
        {"Nike did not miss revenue estimates.", "revenue miss negated"},
        {"If tariffs rise, Nike's gross margin could fall 200 bps.",
         "gross_margin down hypothetical"},
        {"Analysts expect Nike's revenue to rise 4%.", "revenue up estimate"},
        {"Nike expects revenue to rise 4%.", "revenue up guidance"},
        {"Nike aims to reach revenue of $50 billion.", "revenue target"},
        {"Nike is reportedly considering a $2 billion buyback.", "buyback rumour"},
        {"Nike faces pressure to cut costs.", "opex down hypothetical"},
        {"Nike's revenue isn't just growing.", "revenue up"},
    });
  }

  TEST_CASE("A surprise needs what was expected") {
    CheckAll({
        {"Nike's profit fell short of estimates.", "net_income miss"},
        {"Nike topped Wall Street estimates for revenue.", "revenue beat"},
        {"Nike's revenue was in line with expectations.", "revenue inline"},
        {"More than 5,000 people visited Nike.", ""},
        {"Nike shares fell below $70.", "share_price down"},
    });
  }

  TEST_CASE("A loss that narrows is better, one that widens is worse") {
    const auto narrowed = FactsOf("Uber's net loss narrowed to $12 million from $35 million.");
    REQUIRE(narrowed.size() == 1);
    CHECK(narrowed[0].value == model::Number(-12e6));
    CHECK(narrowed[0].prior == model::Number(-35e6));
    CHECK(narrowed[0].direction == model::Direction::kUp);
    CHECK(narrowed[0].HasFlag("loss_narrowed"));
    CHECK(Told("Uber's net loss widened to $12 million.") == "net_income down");
  }

  TEST_CASE("The words of a fact end with what it was before, a range as a whole") {
    const std::string text =
        "Intel cut its revenue forecast to $49 billion to $51 billion from $53 billion to $55 "
        "billion, citing weak demand.";
    const auto facts = FactsOf(text);
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].prior == model::Number{53e9, 55e9});
    CHECK(std::string(facts[0].spans.fact.Of(text)) ==
          "cut its revenue forecast to $49 billion to $51 billion from $53 billion to $55 billion");
  }

  TEST_CASE("What is acted on was so much before, and is not what is aimed at") {
    const auto facts = FactsOf("Vodafone plans to reduce net debt of €31 billion.");
    REQUIRE(facts.size() == 1);
    CHECK_FALSE(facts[0].value);
    CHECK(facts[0].prior == model::Number(31e9));
    CHECK(facts[0].direction == model::Direction::kDown);
    CHECK_FALSE(facts[0].promise);
  }

  TEST_CASE("Who speaks himself speaks of himself again with the next sentence") {
    const std::string call =
        "We had a good quarter. We bought chips from Intel, and Intel delivered. Our people did "
        "well. Sales of printers rose 5 percent. ";
    CHECK(Owned("HPQ Q2 2020 earnings call", call) == "revenue HP");
    CHECK(Owned("HPQ Q2 2020 earnings call", call + "Revenue was $5 billion.") ==
          "revenue HP; revenue HP");
    // Who is no reporting company in the title is none of the calls.
    CHECK(Owned("GDP Q2 2020 earnings", "Revenue was $5 billion.") == "revenue -");
  }

  TEST_CASE("The word that opens a clause may open a deadline") {
    const auto facts = FactsOf("Toyota has a target of a 5 percent margin before 2015.");
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].period.form == "BY:CY2015");
  }

  TEST_CASE("What has gone on since a year is not of that year") {
    const auto facts = FactsOf("Staff reductions at RBS since its 2008 bailout came to 36,000.");
    for (const model::Fact& fact : facts) CHECK(fact.period.form.empty());
    const auto sales = FactsOf("Since 2008, sales at Ford have risen 5 percent.");
    REQUIRE(sales.size() == 1);
    CHECK(sales[0].period.form.empty());
  }

  TEST_CASE("A loss that is posted is a result, but for shares and indices") {
    CheckAll({
        {"Ford posted a loss of $193 million.", "net_income"},
        {"Ford posted a loss.", "net_income"},
        {"Ford shares posted a loss of 5 percent.", "share_price down"},
        {"The Nasdaq posted a loss of 5 percent.", "index_level down"},
    });
  }

  TEST_CASE("Who aims at so much of a burden promises no more than that") {
    const auto aimed = FactsOf("Ford is targeting net debt of $6 billion by year-end.");
    REQUIRE(aimed.size() == 1);
    REQUIRE(aimed[0].promise);
    CHECK(aimed[0].promise->op == "<=");
    const auto foreseen = FactsOf("Ford expects a charge of $6 billion by year-end.");
    REQUIRE(foreseen.size() == 1);
    CHECK_FALSE(foreseen[0].promise);
  }

  TEST_CASE("A period belongs to the figure whose clause it opens, and to one of its kind") {
    const auto spent = FactsOf(
        "Quarterly capital expenditure was $38 billion, and over the past four quarters capex "
        "at Oracle topped $100 billion.");
    REQUIRE(spent.size() == 2);
    CHECK(spent[0].period.form.empty());
    CHECK(spent[1].period.form == "LAST:4Q");
    const auto both = FactsOf(
        "Vodafone cut its full-year dividend to 2.25 cents a share and said that it would reduce "
        "net debt to €10 billion.");
    REQUIRE(both.size() == 2);
    CHECK(both[0].period.form == "FY");
    CHECK(both[1].period.form.empty());
    const auto named = FactsOf("But in May, factory output shrank 0.4 percent.");
    REQUIRE(named.size() == 1);
    CHECK(named[0].period.form == "CM5");
    const auto shared = FactsOf("Nike's third-quarter revenue rose 3%, and profit fell 5%.");
    REQUIRE(shared.size() == 2);
    CHECK(shared[1].period.form == "FQ3");
    const auto apart = FactsOf(
        "Nike and Adidas reported within a day of each other. "
        "Nike, within a day of that, missed revenue estimates.");
    REQUIRE(apart.size() == 1);
    CHECK(apart[0].period.form.empty());
  }

  TEST_CASE("One number feeds one role of one fact") {
    const auto facts =
        FactsOf("Nike's revenue rose 7% to $13.3 billion, missing the $13.5 billion estimate.");
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].value == model::Number(13.3e9));
    CHECK(facts[0].change == model::Number(7));
    CHECK(facts[0].consensus == model::Number(13.5e9));
    CHECK(facts[0].surprise == model::Surprise::kMiss);
  }

  TEST_CASE("What is said twice is one fact with two mentions") {
    const auto facts = FactsOf("Nike shares fell 4%. Traders noted that Nike shares fell 4%.");
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].mentions.size() == 2);
  }

  TEST_CASE("A promise names what must be reached and by when") {
    const auto facts = FactsOf("Disney aims to reach 200 million subscribers by 2028.");
    REQUIRE(facts.size() == 1);
    REQUIRE(facts[0].promise.has_value());
    CHECK(facts[0].promise->op == ">=");
    CHECK(facts[0].promise->deadline == "BY:CY2028");
    CHECK(facts[0].HasFlag("promise"));
  }

  TEST_CASE("Furniture, model names and hyphened words are no facts") {
    CheckAll({
        {"Read more: Why Tesla's 20% slump matters", ""},
        {"The iPhone 15 was on display.", ""},
        {"Pfizer studies weight-loss drugs.", ""},
    });
  }

  TEST_CASE("A sentence of endless vocabulary is left alone") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "Nike revenue rose 5% ";
    CHECK(FactsOf(text).size() < 20000);
  }
}

// What the guidance foresees is not what becomes of the guidance; more loss to come is a cut.
TEST_CASE("guidance that is raised or cut carries a flag") {
  const std::pair<std::string, std::string> rows[] = {
      {"Uber raised its full-year profit forecast.", "guidance_raised"},
      {"Uber's profit forecast was lowered.", "guidance_cut"},
      {"Sharp raised its net loss forecast to $400 million.", "guidance_cut"},
      {"Walmart kept its forecast of a 2% increase.", ""},
      {"Uber's outlook calls for growth, and its forecast to grow 5% stands.", ""},
  };
  for (const auto& [text, flag] : rows) {
    CAPTURE(text);
    std::string found;
    for (const model::Fact& fact : FactsOf(text)) {
      for (const char* name : {"guidance_raised", "guidance_cut"})
        if (fact.HasFlag(name)) found = name;
    }
    CHECK(found == flag);
  }
}

// A promise looks ahead of the day on which it is told.
TEST_CASE("promise: a time that is over makes none, the day of telling is no deadline") {
  const std::tuple<std::string, int, std::string> rows[] = {
      {"Ford aims to sell 1.2 million cars in 2027.", 1, "CY2027"},
      {"Ford aims to sell 1.2 million cars by the end of 2027.", 1, "BY:CY2027"},
      {"Ford expects full-year revenue of $180 billion.", 1, "FY"},
      {"Ford aimed to sell 1.2 million cars in 2024.", 0, ""},
      {"On Wednesday, Ford said it aims to sell 1.2 million cars.", 1, ""},
  };
  for (const auto& [text, count, deadline] : rows) {
    CAPTURE(text);
    model::Article article;
    article.text = text;
    article.published = Timestamp{SecondsOf(DayOf(2026, 5, 14))};
    int found = 0;
    for (const model::Fact& fact : Shared().Analyse(article).facts) {
      if (!fact.promise) continue;
      ++found;
      CHECK(fact.promise->deadline == deadline);
    }
    CHECK(found == count);
  }
}

}  // namespace
}  // namespace tellwire::analysis
