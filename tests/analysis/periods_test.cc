#include "analysis/periods.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "analysis/quantities.h"
#include "text/document.h"

namespace {

using namespace tellwire;  // NOLINT: a test of one room
using analysis::Lexicon;
using analysis::Passage;

const Lexicon& ShippedLexicon() {
  static const auto kLexicon = [] {
    auto loaded = Lexicon::Load(std::string(TELLWIRE_SOURCE_DIR) + "/rules");
    REQUIRE(loaded);
    return std::move(*loaded);
  }();
  return *kLexicon;
}

// A text with its periods; the article must outlive the passage.
struct Reading {
  explicit Reading(const std::string& text, const std::string& published = "") {
    article.text = text;
    if (!published.empty()) article.published = ParseTimestamp(published).value();
    document = text::ReadDocument(article.text, text::TextKind::kBody, ShippedLexicon().layout);
    passage = analysis::OpenPassage(ShippedLexicon(), article, model::Part::kText, document);
    FindQuantities(*ShippedLexicon().quantities, &passage);
    FindPeriods(*ShippedLexicon().periods, &passage);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  // "[span] form", deadlines with `!`, what is compared with in brackets.
  std::string Written() const {
    std::string line;
    for (const auto& hit : passage.periods) {
      line +=
          fmt::format("{}{}[{}] {}{}{}", line.empty() ? "" : "; ", hit.comparison ? "(" : "",
                      hit.span.Of(article.text), hit.period.form.empty() ? "-" : hit.period.form,
                      hit.deadline ? "!" : "", hit.comparison ? ")" : "");
    }
    return line;
  }
  std::string Days() const {
    std::string line;
    for (const auto& hit : passage.periods) {
      if (!line.empty()) line += "; ";
      line += hit.period.resolved()
                  ? fmt::format("{} {}", FormatDay(*hit.period.from), FormatDay(*hit.period.until))
                  : "-";
    }
    return line;
  }
  std::string Bases() const {
    std::string line;
    for (const auto& hit : passage.bases) {
      if (!line.empty()) line += ' ';
      line += hit.basis;
    }
    return line;
  }

  model::Article article;
  model::Document document;
  Passage passage;
};

std::string DaysOf(const std::string& form, const std::string& ticker, const std::string& published,
                   bool ahead = false) {
  model::Period period{form, {}, {}};
  std::optional<Timestamp> time;
  if (!published.empty()) time = ParseTimestamp(published).value();
  ResolvePeriod(*ShippedLexicon().periods, ticker, time, &period);
  if (ahead) ResolveAhead(*ShippedLexicon().periods, ticker, time, &period);
  return period.resolved() ? fmt::format("{} {}", FormatDay(*period.from), FormatDay(*period.until))
                           : "-";
}

TEST_SUITE("periods") {
  TEST_CASE("Words that name a period have a normal form") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"Profit fell in the third quarter.", "[third quarter] FQ3"},
        {"Second-quarter revenue rose.", "[Second-quarter] FQ2"},
        {"Q4 sales beat.", "[Q4] FQ4"},
        {"Sales in 2Q26 and Q1 FY27.", "[2Q26] FQ2:2026; [Q1 FY27] FQ1:2027"},
        {"The fiscal fourth quarter was weak.", "[fiscal fourth quarter] FQ4"},
        {"Demand in the third quarter of 2025 was weak.", "[third quarter of 2025] FQ3:2025"},
        {"Profit for the first quarter of fiscal year 2027.",
         "[first quarter of fiscal year 2027] FQ1:2027"},
        {"The calendar second quarter of 2026.", "[calendar second quarter of 2026] CQ2:2026"},
        {"The March quarter was soft.", "[March quarter] CQ1"},
        {"In the September 2025 quarter.", "[September 2025 quarter] CQ3:2025"},
        {"Profit for the three months to September.", "[three months to September] CQ3"},
        {"For the three months ended June 30, 2026, it lost money.",
         "[three months ended June 30, 2026] CQ2:2026"},
        {"In the quarter ended March 31 sales fell.", "[quarter ended March 31] CQ1"},
        {"April-June earnings fell.", "[April-June] CQ2"},
        {"In the six months to June it shrank.", "[six months to June] CH1"},
        {"In the first half of fiscal 2026 it grew.", "[first half of fiscal 2026] FH1:2026"},
        {"H1 was strong.", "[H1] FH1"},
        {"It sees fiscal 2028 sales of $9 billion.", "[fiscal 2028] FY2028"},
        {"FY27 guidance and FY2025-26 results.", "[FY27] FY2027; [FY2025-26] FY2026"},
        {"In the year ended March 31, 2026, it grew.", "[year ended March 31, 2026] FY2026"},
        {"It cut its full-year outlook.", "[full-year] FY"},
        {"It raised its 2027 capital budget.", "[2027] CY2027"},
        {"Output should fall in 2026.", "[2026] CY2026"},
        {"Sales over the past five quarters.", "[past five quarters] LAST:5Q"},
        {"In the last 12 months nothing happened.", "[last 12 months] LAST:12M"},
        {"It sold more last quarter.", "[last quarter] LAST:1Q"},
        {"It will grow this quarter and next year.", "[this quarter] CUR:1Q; [next year] NEXT:1Y"},
        {"In the next one to two quarters.", "[next one to two quarters] NEXT:1-2Q!"},
        {"It will reopen within 9 months.", "[within 9 months] NEXT:9M!"},
        {"It plans to hire in the next 18 months.", "[next 18 months] NEXT:18M!"},
        {"It is up 40% so far this year.", "[so far this year] YTD"},
        {"They aim for 5 million by 2029.", "[by 2029] BY:CY2029!"},
        {"It will be done by the end of 2027.", "[by the end of 2027] BY:CY2027!"},
        {"It will close by the end of the year.", "[by the end of the year] BY:CY_END!"},
        {"They will finish by the June quarter.", "[by the June quarter] BY:CQ2!"},
        {"They will finish before the end of the third quarter.",
         "[before the end of the third quarter] BY:FQ3!"},
        {"It expects that by fiscal 2030.", "[by fiscal 2030] BY:FY2030!"},
        {"It was signed on May 14, 2026.", "[May 14, 2026] DATE:2026-05-14"},
        {"It was signed on 3 March 2025.", "[3 March 2025] DATE:2025-03-03"},
        {"As of 2026-02-01 it had none.", "[2026-02-01] DATE:2026-02-01"},
        {"Inflation slowed in May.", "[May] CM5"},
        {"Sales fell in October 2025.", "[October 2025] CM10:2025"},
        {"Shares fell in extended trading.", "[extended trading] EXT_HOURS"},
        {"A five-year plan for three years.", "[five-year] DUR:5Y; [three years] DUR:3Y"},
        {"It will grow over 12 months.", "[12 months] -"},
        {"The annualized rate is 4%.", "[annualized rate] ANNUALIZED"},
        {"Sales rose from the second quarter.", "([second quarter] FQ2)"},
        {"Sales doubled between 2003 and 2006.", "[2003 and 2006] CY2003-2006"},
        {"From 2011 to 2015 it closed plants.", "[2011 to 2015] CY2011-2015"},
        {"In 2009-2012 it lost money.", "[2009-2012] CY2009-2012"},
        {"Sales fell from 2015 to 2011.", "([2015] CY2015); [2011] CY2011"},
        {"Prices rose in 2011 and 2012.", "[2011] CY2011; [2012] CY2012"},
        {"From April to May 2011 it was shut.", "[April to May 2011] CM4-5:2011"},
        {"Exports rose between July and September.", "[July and September] CQ3"},
        {"Exports rose from January through June.", "[January through June] CH1"},
        {"It was shut in April and May.", "[April] CM4; [May] CM5"},
        {"It grew versus the 2020 second quarter.", "([2020 second quarter] FQ2:2020)"},
        {"In the fiscal 2012 third quarter it grew.", "[fiscal 2012 third quarter] FQ3:2012"},
    };
    for (const auto& [text, periods] : rows) {
      CAPTURE(text);
      CHECK(Reading(text).Written() == periods);
    }
  }

  TEST_CASE("Names, amounts and verbs are no periods") {
    const std::vector<std::string> rows = {
        "Washington cleared sales of H200 and H100 chips.",  // the number of a chip is no year
        "It bought Office 2021 licences.",
        "It sold 2,026 cars.",
        "It paid $2026 for it.",
        "They may march on.",
        "A quarter of it is gone.",
        "In half an hour.",

        "Call 555-2026 at 20:26.",
        "A year earlier it lost money.",
        "Its second store.",
        "The first half-dozen came.",
    };
    for (const std::string& text : rows) {
      CAPTURE(text);
      CHECK(Reading(text).Written() == "");
    }
  }

  TEST_CASE("Periods become days by the date of publication") {
    const std::string published = "2026-05-14";  // a Thursday
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"Shares fell on Tuesday.", "2026-05-12 2026-05-13"},
        {"Shares fell yesterday.", "2026-05-13 2026-05-14"},
        {"Sales fell last quarter.", "2026-01-01 2026-04-01"},
        {"Sales fell over the past four quarters.", "2025-04-01 2026-04-01"},
        {"Sales will fall next year.", "2027-01-01 2028-01-01"},
        {"It is up so far this year.", "2026-01-01 2026-05-15"},
        {"It will open within 18 months.", "2026-05-14 2027-11-14"},
        {"It will open by the end of the year.", "2026-12-31 2027-01-01"},
        {"It will open by 2028.", "2028-12-31 2029-01-01"},
        {"Sales fell in the March quarter.", "2026-01-01 2026-04-01"},
        {"Sales fell in October.", "2025-10-01 2025-11-01"},
        {"The deal was signed on April 3.", "2026-04-03 2026-04-04"},
        {"Sales fell in the third quarter.", "-"},
    };
    for (const auto& [text, days] : rows) {
      CAPTURE(text);
      CHECK(Reading(text, published).Days() == days);
    }
    CHECK(Reading("Sales fell last quarter.").Days() == "-");
  }

  TEST_CASE("A fiscal period becomes days only for a company whose year is known") {
    struct Row {
      std::string form, ticker, published, days;
    };
    const std::vector<Row> rows = {
        {"FQ3:2026", "MSFT", "", "2026-01-01 2026-04-01"},
        {"FQ1:2026", "AAPL", "", "2025-10-01 2026-01-01"},
        {"FY2026", "NKE", "", "2025-06-01 2026-06-01"},
        {"FY2025", "HD", "", "2025-02-01 2026-02-01"},
        {"FQ4", "BABA", "2026-05-14", "2026-01-01 2026-04-01"},
        {"FH1:2026", "TM", "", "2025-04-01 2025-10-01"},
        {"BY:FQ2:2027", "MSFT", "", "2026-12-31 2027-01-01"},
        {"FQ3:2026", "NOBODY", "2026-05-14", "-"},
        {"FQ4", "BABA", "", "-"},
        {"FQ9:2026", "MSFT", "", "-"},
        {"DUR:3Y", "MSFT", "2026-05-14", "-"},
    };
    for (const Row& row : rows) {
      const std::string form = row.form, ticker = row.ticker;
      CAPTURE(form);
      CAPTURE(ticker);
      CHECK(DaysOf(row.form, row.ticker, row.published) == row.days);
    }
  }

  TEST_CASE("What is foretold is of the running or coming time, unless that one has just ended") {
    struct Row {
      std::string form, ticker, published, days;
    };
    const std::vector<Row> rows = {
        {"FQ3", "F", "2026-07-25", "2026-07-01 2026-10-01"},
        {"FQ3", "F", "2026-10-09", "2026-07-01 2026-10-01"},  // a warning before the report
        {"FQ3", "F", "2026-12-09", "2027-07-01 2027-10-01"},
        {"FY", "F", "2026-07-25", "2026-01-01 2027-01-01"},
        {"FY", "F", "2026-01-29", "2026-01-01 2027-01-01"},
        {"FY", "F", "2026-01-09", "2025-01-01 2026-01-01"},
        {"FY", "NKE", "2026-06-26", "2026-06-01 2027-06-01"},
        {"FQ3", "NOSUCH", "2026-07-25", "-"},
        {"CM9", "", "2026-07-25", "2026-09-01 2026-10-01"},
        {"CM6", "", "2026-07-10", "2026-06-01 2026-07-01"},
        {"CQ2:2025", "", "2026-07-25", "2025-04-01 2025-07-01"},
        {"FY2024", "F", "2026-07-25", "2024-01-01 2025-01-01"},
        {"LAST:1Q", "", "2026-07-25", "2026-04-01 2026-07-01"},
        {"CM3-5", "", "2026-07-25", "2027-03-01 2027-06-01"},
    };
    for (const Row& row : rows) {
      const std::string form = row.form, published = row.published;
      CAPTURE(form);
      CAPTURE(published);
      CHECK(DaysOf(row.form, row.ticker, row.published, true) == row.days);
    }
  }

  TEST_CASE("A stretch runs from the first day of its first part to the last of its last") {
    CHECK(DaysOf("CY2004-2007", "", "") == "2004-01-01 2008-01-01");
    CHECK(DaysOf("CM3-5:2011", "", "") == "2011-03-01 2011-06-01");
    CHECK(DaysOf("CM3-5", "", "2011-05-20") == "2010-03-01 2010-06-01");
    CHECK(DaysOf("CY2007-2004", "", "") == "-");
    CHECK(DaysOf("CM11-14:2011", "", "") == "-");
  }

  TEST_CASE("Periods are compatible when they are equal or one holds the other") {
    const auto compatible = [](const std::string& a, const std::string& b) {
      model::Period first{a, {}, {}}, second{b, {}, {}};
      ResolvePeriod(*ShippedLexicon().periods, "MSFT", std::nullopt, &first);
      ResolvePeriod(*ShippedLexicon().periods, "MSFT", std::nullopt, &second);
      return analysis::ArePeriodsCompatible(first, second);
    };
    CHECK(compatible("FQ3:2026", "CQ1:2026"));
    CHECK(compatible("FQ3:2026", "FY2026"));
    CHECK(compatible("FQ3", "FQ3:2026"));
    CHECK_FALSE(compatible("FQ3:2026", "FQ2:2026"));
    CHECK_FALSE(compatible("FQ3", "FQ2"));
    CHECK_FALSE(compatible("CY2026", "CY2027"));
    CHECK_FALSE(compatible("", ""));
  }

  TEST_CASE("What a change is measured against is named by its words") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"Sales rose 5% year-over-year.", "yoy"},
        {"Sales rose 5% from a year earlier.", "yoy"},
        {"Profit −23% y/y.", "yoy"},
        {"Sales rose 5% sequentially.", "qoq"},
        {"Sales rose 5% from the previous quarter.", "qoq"},
        {"Sales rose 5% in constant currency.", "constant_currency"},
        {"Sales rose 5% organically.", "organic"},
        {"Sales rose 5% on a like-for-like basis.", "like_for_like"},
        {"The stock is 12% below its peak.", "vs_peak"},
        {"The stock is up 12% year to date.", "ytd"},
        {"Sales rose 5%.", ""},
    };
    for (const auto& [text, basis] : rows) {
      CAPTURE(text);
      CHECK(Reading(text).Bases() == basis);
    }
  }

  TEST_CASE("A sentence of many periods costs what it is long") {
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "by the end of the third quarter of ";
    CHECK(Reading(many).passage.periods.size() == 100'000);
  }
}

}  // namespace
