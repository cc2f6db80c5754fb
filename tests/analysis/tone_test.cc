#include "analysis/tone.h"

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

std::string ArticleLabel(const std::string& text) {
  NamedText named(text, {});
  named.Judge();
  return std::string(ToString(named.analysis.sentiment.label));
}

TEST_CASE("tone: a move is good or bad by what moves") {
  const struct {
    std::string text, label;
  } kRows[] = {
      {"Quarterly profit rose to 12 million euros.", "positive"},
      {"Quarterly profit fell to 12 million euros.", "negative"},
      {"Operating costs fell by a tenth.", "positive"},
      {"The net loss narrowed to 3 million.", "positive"},
      {"Rising costs were a drag.", "negative"},
      {"A fall in demand was reported.", "negative"},
      {"Unemployment dropped again.", "positive"},
      {"The meeting will be held on Tuesday in Oslo.", "neutral"},
      {"The company has set up an office on the high street.", "neutral"},
      {"Interest rates were unchanged.", "neutral"},
      {"The firm is cutting 48 jobs.", "negative"},
      {"Net profit was 35.5 million euros, compared with 29.8 million euros.", "positive"},
      {"Net profit was 29.8 million euros, compared with 35.5 million euros.", "negative"},
      {"It posted a net loss, compared with a net profit a year ago.", "negative"},
      {"It posted a net profit, compared with a net loss a year ago.", "positive"},
      {"Results were weaker than forecast.", "negative"},
      {"The number of shares outstanding is 105 million.", "neutral"},
      {"Net profit was 12 million euros, a third more than a year earlier.", "positive"},
      {"Net profit was 12 million euros, a third less than a year earlier.", "negative"},
      {"Costs were lower than in the previous year.", "positive"},
      {"Pretax profit will remain below last year's.", "negative"},
      {"The value of the deal exceeds 5 million euros.", "neutral"},
      {"The mill has been awarded the delivery of two boilers.", "positive"},
      {"The operating result will be a loss.", "negative"},
      {"Eleven office workers will be made redundant.", "negative"},
      {"The lines are at full capacity.", "positive"},
      {"The maker is running out of cash.", "negative"},
      {"The lawsuit was dismissed.", "positive"},
      {"A lawsuit was filed.", "negative"},
      {"A partner strikes gas off the coast.", "positive"},
      {"The club will emerge from bankruptcy in May.", "positive"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    CHECK(ArticleLabel(row.text) == row.label);
  }
}

TEST_CASE("tone: small words turn what they cover") {
  CHECK(ArticleLabel("Sales did not fall.") != "negative");
  CHECK(ArticleLabel("The firm failed to win the contract.") == "negative");
  CHECK(ArticleLabel("Despite weak demand, profit rose.") == "positive");
  CHECK(ArticleLabel("Not only did sales rise, profit rose too.") == "positive");
}

TEST_CASE("tone: each company takes what is said of it") {
  const struct {
    std::string text;
    std::vector<std::string> names, labels;
  } kRows[] = {
      {"Alpha gains 3%, Beta falls", {"Alpha", "Beta"}, {"positive", "negative"}},
      {"Alpha rises while Beta slides", {"Alpha", "Beta"}, {"positive", "negative"}},
      {"Buy Alpha, Beta; sell Gamma: Delta Securities",
       {"Alpha", "Beta", "Gamma", "Delta Securities"},
       {"positive", "positive", "negative", "neutral"}},
      {"Alpha and Beta climb 4%", {"Alpha", "Beta"}, {"positive", "positive"}},
      {"Alpha climbs 6% after Beta's output cut", {"Alpha", "Beta"}, {"positive", "negative"}},
      {"Alpha slips 5% as Beta downgrades", {"Alpha"}, {"negative"}},
      {"Alpha falls 8%; Beta 2%", {"Alpha", "Beta"}, {"negative", "negative"}},
      {"Prefer Alpha over Beta: Gamma", {"Alpha", "Gamma"}, {"positive", "neutral"}},
      {"Alpha upgrades Beta to buy", {"Alpha", "Beta"}, {"neutral", "positive"}},
      {"Bullish on Alpha, says Beta", {"Alpha", "Beta"}, {"positive", "neutral"}},
      {"alpha tumbles, beta soars", {"alpha", "beta"}, {"negative", "positive"}},
      {"Alpha outshines Beta in April", {"Alpha", "Beta"}, {"positive", "negative"}},
      {"Oil majors Alpha <ALP.L>, Beta <BET.N> and Gamma (NYSE: GAM) fell about 1%",
       {"Alpha", "Beta", "Gamma"},
       {"negative", "negative", "negative"}},
      {"Alpha drops 6% on BSE", {"Alpha", "BSE"}, {"negative", "neutral"}},
      {"Top picks: Alpha, Beta, Gamma",
       {"Alpha", "Beta", "Gamma"},
       {"positive", "positive", "positive"}},
      {"Alpha said its profit fell", {"Alpha"}, {"negative"}},
      {"\"Demand is weak,\" said Jane Roe, strategist at Alpha", {"Alpha"}, {"neutral"}},
      {"Alpha to hit 8,450 by June", {"Alpha"}, {"neutral"}},
      {"Alpha files papers with Beta", {"Alpha", "Beta"}, {"neutral", "neutral"}},
      {"The index edged up, helped by a 2% rise in Alpha", {"Alpha"}, {"positive"}},
      {"The fund slid, hurt by a decline in Alpha shares", {"Alpha"}, {"negative"}},
      {"Alpha cut its price target for Beta", {"Alpha", "Beta"}, {"neutral", "negative"}},
      {"Alpha cut its price target", {"Alpha"}, {"negative"}},
      {"Alpha raised its 2023 oil price forecast", {"Alpha"}, {"neutral"}},
      {"Alpha and rival Beta reported weak sales", {"Alpha", "Beta"}, {"negative", "negative"}},
      {"Alpha rose while rival Beta slipped", {"Alpha", "Beta"}, {"positive", "negative"}},
      {"While Alpha rose, rival Beta slipped", {"Alpha", "Beta"}, {"positive", "negative"}},
      {"Shares of growth companies such as Alpha were down 3%", {"Alpha"}, {"negative"}},
      {"Alpha <GAIN.N> will meet in May", {"Alpha"}, {"neutral"}},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    NamedText named(row.text, row.names);
    named.Judge();
    for (size_t i = 0; i < row.names.size(); ++i) {
      CAPTURE(row.names[i]);
      CHECK(named.LabelOf(i) == row.labels[i]);
    }
  }
}

TEST_CASE("tone: a house whose people speak is not what they speak of") {
  const struct {
    std::string text, label;
  } kRows[] = {
      {"\"Demand is weak,\" said Jane Roe, economist at Alpha. Factories will close.", "neutral"},
      {"Factories are in crisis. \"It is bad.\" said Jane Roe of Alpha.", "neutral"},
      {"Alpha analyst Jane Roe sees weak demand.", "neutral"},
      {"Demand is weak, said Jane Roe of Alpha. Alpha shares plunged.", "negative"},
      {"Alpha shares plunged. \"We will recover,\" said Jane Roe of Alpha.", "negative"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    NamedText named(row.text, {"Alpha"});
    for (auto& sentence : named.analysis.sentences) sentence.companies = {0};
    named.Judge();
    CHECK(named.LabelOf(0) == row.label);
  }
}

TEST_CASE("tone: words inside a name say nothing") {
  NamedText named("Best Gain Holdings will meet on Friday.", {"Best Gain Holdings"});
  named.Judge();
  CHECK(named.LabelOf(0) == "neutral");
  CHECK(named.analysis.sentiment.score == 0);
}

TEST_CASE("tone: a sentence without end is read in linear time") {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "profit fell but costs, not sales, rose after ";
  NamedText named(text, {});
  named.Judge();
  CHECK(named.analysis.sentiment.score <= 1);
}

}  // namespace
}  // namespace tellwire::analysis
