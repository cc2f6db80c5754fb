#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "support/analysed.h"

namespace {

using tellwire::model::Quantity;
using tellwire::test::Analysed;

// "[span] value unit qualifier; ...", the qualifier left out where it is exact.
std::string Written(const std::string& text) {
  std::string lines;
  for (const Quantity& q : Analysed(text).quantities) {
    const std::string value = q.value.is_range()
                                  ? fmt::format("{:.13g}..{:.13g}", q.value.low, q.value.high)
                                  : fmt::format("{:.13g}", q.value.low);
    const std::string qualifier = q.qualifier == tellwire::model::Qualifier::kExact
                                      ? ""
                                      : fmt::format(" {}", ToString(q.qualifier));
    lines += fmt::format("{}[{}] {} {}{}", lines.empty() ? "" : "; ", q.place.span.Of(text), value,
                         q.unit, qualifier);
  }
  return lines;
}

struct Row {
  std::string text, quantities;
};

void CheckAll(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    CHECK(Written(text) == row.quantities);
  }
}

TEST_SUITE("quantities") {
  TEST_CASE("A currency stands before the number, behind it, or on both sides") {
    CheckAll({
        {"It paid $3.2 billion in cash.", "[$3.2 billion] 3200000000 USD"},
        {"It paid US$ 3.2 billion in cash.", "[US$ 3.2 billion] 3200000000 USD"},
        {"The fund lost us $ 18 million on the trade.", "[us $ 18 million] 18000000 USD"},
        {"Revenue was C$41m and HK$12.5bn.", "[C$41m] 41000000 CAD; [HK$12.5bn] 12500000000 HKD"},
        {"The bid values it at A$6.90 apiece.", "[A$6.90] 6.9 AUD"},
        {"A $4 billion plan was shelved.", "[$4 billion] 4000000000 USD"},
        {"Net profit was EUR12.4 mln.", "[EUR12.4 mln] 12400000 EUR"},
        {"Net sales were eur7 .15 mn.", "[eur7 .15 mn] 7150000 EUR"},
        {"The order is worth EUR 2 mn.", "[EUR 2 mn] 2000000 EUR"},
        {"RMB 8bn and 8 billion RMB are the same.",
         "[RMB 8bn] 8000000000 CNY; [8 billion RMB] 8000000000 CNY"},
        {"Profit rose to Rs 612.5 crore.", "[Rs 612.5 crore] 6125000000 INR"},
        {"An outlay of Rs. 1.5 lakh crore was approved.", "[Rs. 1.5 lakh crore] 1500000000000 INR"},
        {"Costs of 35 million Swiss francs remain.", "[35 million Swiss francs] 35000000 CHF"},
        {"They raised 90 MUSD and 20 MEUR.", "[90 MUSD] 90000000 USD; [20 MEUR] 20000000 EUR"},
        {"It sold for 60 USD million.", "[60 USD million] 60000000 USD"},
        {"A charge of $7 million USD follows.", "[$7 million USD] 7000000 USD"},
        {"The euro bought 118.20 yen.", "[118.20 yen] 118.2 JPY"},
        {"The price: 45元 or 30₾.", "[45元] 45 CNY; [30₾] 30 GEL"},
        {"R450 million was paid.", "[R450 million] 450000000 ZAR"},
    });
  }

  TEST_CASE("Parts of a currency count in the currency") {
    CheckAll({
        {"The dividend is 35 cents a share.", "[35 cents] 0.35 USD"},
        {"Shares closed 4.5p lower at 212p.", "[4.5p] 0.045 GBP; [212p] 2.12 GBP"},
        {"It beat by a penny.", "[a penny] 0.01 USD"},
        {"Copper fetched 98 cents a pound.", "[98 cents] 0.98 USD"},
        {"Lunch was 12 dollars and 75 cents.", "[12 dollars and 75 cents] 12.75 USD"},
        {"The toll is 8 euros 20.", "[8 euros 20] 8.2 EUR"},
        {"He paid $5 and 12 people watched.", "[$5] 5 USD; [12] 12 people"},
    });
  }

  TEST_CASE("Numbers are read from words") {
    CheckAll({
        {"Half a million users signed up.", "[Half a million] 500000 users"},
        {"It needs a quarter of a million dollars.", "[a quarter of a million dollars] 250000 USD"},
        {"They hired twenty-five engineers.", "[twenty-five] 25 engineers"},
        {"About two dozen stores will shut.", "[two dozen] 24 stores approx"},
        {"Output fell by a third.", "[a third] 33.33333333333 pct"},
        {"Two-thirds of revenue is recurring.", "[Two-thirds] 66.66666666667 pct"},
        {"Just need minus four percent.", "[minus four percent] -4 pct"},
        {"One and a half billion euros were spent.",
         "[One and a half billion euros] 1500000000 EUR"},
        {"Three hundred and forty jobs are at risk.", "[Three hundred and forty] 340 jobs"},
        {"In the second half and the third quarter nothing happened.", ""},
        {"One analyst said so.", ""},
    });
  }

  TEST_CASE("Percent, percentage points and basis points are never mixed") {
    CheckAll({
        {"Sales rose 12% and 3.5 per cent.", "[12%] 12 pct; [3.5 per cent] 3.5 pct"},
        {"Margins gained 2 percentage points.", "[2 percentage points] 2 pp"},
        {"The spread is 120 bps, up 15 basis points.", "[120 bps] 120 bp; [15 basis points] 15 bp"},
        {"A 1.5%-point rise.", "[1.5%-point] 1.5 pp"},
        {"Sales (−23% y/y) and -4% after +7 percent.",
         "[−23%] -23 pct; [-4%] -4 pct; [+7 percent] 7 pct"},
    });
  }

  TEST_CASE("Multiples are numbers with the unit x") {
    CheckAll({
        {"It trades at 9.5x sales.", "[9.5x] 9.5 x"},
        {"The stock fetches 22 times earnings.", "[22 times] 22 x"},
        {"Profit more than doubled.", "[doubled] 2 x over"},
        {"The payout was halved.", "[halved] 0.5 x"},
        {"It will triple output.", "[triple] 3 x"},
        {"A tenfold rise.", "[tenfold] 10 x"},
        {"He has lost seven times since June.", ""},
        {"Double-digit growth is likely.", ""},
        {"Orders were three times as many as last year.", "[three times] 3 x"},
    });
  }

  TEST_CASE("Two numbers are a range unless a verb of motion parts them") {
    CheckAll({
        {"It expects $3 million to $5 million.",
         "[$3 million to $5 million] 3000000..5000000 USD range"},
        {"It expects $3-5 million.", "[$3-5 million] 3000000..5000000 USD range"},
        {"Growth of 8 to 9 percent is seen.", "[8 to 9 percent] 8..9 pct range"},
        {"Between 40 and 45 percent will go.", "[40 and 45 percent] 40..45 pct range"},
        {"Spending of €1.1bn–€1.3bn is planned.",
         "[€1.1bn–€1.3bn] 1100000000..1300000000 EUR range"},
        {"EPS of 27-31 cents.", "[27-31 cents] 0.27..0.31 USD range"},
        {"Sales rose 5 cents to 23 cents.", "[5 cents] 0.05 USD; [23 cents] 0.23 USD"},
        {"Profit fell $1.2m to $23.5m.", "[$1.2m] 1200000 USD; [$23.5m] 23500000 USD"},
        {"It climbed from 4 percent to 6 percent.", "[4 percent] 4 pct; [6 percent] 6 pct"},
        {"EPS is expected to grow 11% to 14%.", "[11% to 14%] 11..14 pct range"},
        {"Margins range from 4% to 6%.", "[4% to 6%] 4..6 pct range"},
        {"Call 1-800-555-0199 for 20% off.", "[20%] 20 pct"},
    });
  }

  TEST_CASE("A second currency belongs to the first amount") {
    CheckAll({
        {"The fee is 90 billion yen ($610 million).",
         "[90 billion yen] 90000000000 JPY; [$610 million] 610000000 USD"},
        {"It costs £20, or about $26, a year.", "[£20] 20 GBP; [$26] 26 USD"},
    });
  }

  TEST_CASE("Words before and behind a number qualify it") {
    CheckAll({
        {"Nearly 300 workers left.", "[300] 300 workers approx"},
        {"More than $40 million was lost.", "[$40 million] 40000000 USD over"},
        {"At least 12% of it.", "[12%] 12 pct over"},
        {"Up to 900 jobs may go.", "[900] 900 jobs up_to"},
        {"Less than 5% remains.", "[5%] 5 pct under"},
        {"Sales exceeded $2 billion.", "[$2 billion] 2000000000 USD over"},
        {"It has 500+ stores and $1 billion or more.",
         "[500] 500 stores over; [$1 billion] 1000000000 USD over"},
    });
  }

  TEST_CASE("Counted nouns are units, also behind adjectives") {
    CheckAll({
        {"It will add 1,200 full-time jobs.", "[1,200] 1200 jobs"},
        {"It has 41 million paying subscribers.", "[41 million] 41000000 subscribers"},
        {"A 300-employee plant closed.", "[300] 300 employees"},
        {"It shipped 2.1 mln cars.", "[2.1 mln] 2100000 cars"},
        {"Output was 3 million barrels per day.", "[3 million] 3000000 barrels per day"},
        {"The index lost 85 points.", "[85] 85 points"},
        {"It sold 5m phones.", "[5m] 5000000 phones"},
    });
  }

  TEST_CASE("Numbers in names, dates and codes are no quantities") {
    CheckAll({
        {"The Galaxy S24, the H20 and the F-35 are out.", ""},
        {"Windows 10 users complained.", ""},
        {"In 2008 jobs were lost.", ""},
        {"A Boeing 737 jet landed on May 14, 2026.", ""},
        {"It runs 5G and costs nothing at 3M.", ""},
        {"See section 4.2.1 and www.example.com/a/500 at 12:30.", ""},
        {"All 70 of us; ALL 5 answers are wrong.", ""},
        {"Ranked #3 in the Fortune 500 list.", ""},
        {"The 1990s saw COVID-19 and 24/7 news.", ""},
    });
  }

  TEST_CASE("Brackets are a minus where accounts write them so") {
    CheckAll({
        {"EPS of ($0.35) disappointed.", "[$0.35] -0.35 USD"},
        {"A loss of $(1.25) was booked.", "[$(1.25)] -1.25 USD"},
        {"Its stake (5.2%) was sold.", "[5.2%] 5.2 pct"},
    });
  }

  TEST_CASE("The yen sign is yuan where the text speaks of yuan") {
    CheckAll({
        {"It paid ¥500 million.", "[¥500 million] 500000000 JPY"},
        {"It paid ¥500 million of the 2 billion yuan.",
         "[¥500 million] 500000000 CNY; [2 billion yuan] 2000000000 CNY"},
    });
  }

  TEST_CASE("Hostile numbers cost what they are long") {
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "$5 to 7% ";
    // an endless sentence is read in pieces, which may part "to 7" from its "%"
    CHECK(Analysed(many).quantities.size() > 199'000);
    CHECK(Analysed(std::string(5'000'000, '7')).quantities.empty());
    std::string groups = "$1";
    for (int i = 0; i < 300'000; ++i) groups += ",000";
    CHECK(Analysed(groups).quantities.size() < 5);
    CHECK(
        Analysed(std::string(200'000, '(') + "$5" + std::string(200'000, ')')).quantities.size() ==
        1);
  }
}

}  // namespace
