// The leaves read from words and the joins of positions, each with rows that must not match.
#include <tuple>

#include "doctest/doctest.h"
#include "match/oracle.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

using model::Truth;

Truth Evaluate(const MadeArticle& made, const ConditionPtr& condition, int company = -1) {
  const model::Vocabulary vocabulary;
  const match::Subject subject{made.article, made.analysis};
  return match::Oracle(subject, vocabulary)
      .EvaluateRoot(*condition, "when", company, nullptr)
      .truth;
}

// The words of the first reading, "" where there is none.
std::string Reads(const MadeArticle& made, const ConditionPtr& condition) {
  const model::Vocabulary vocabulary;
  const match::Subject subject{made.article, made.analysis};
  const match::Oracle oracle(subject, vocabulary);
  const auto value = oracle.EvaluateRoot(*condition, "when", -1, nullptr);
  return value.findings.empty()
             ? ""
             : std::string(oracle.places().Words(value.findings[0].reading.place));
}

struct Row {
  std::string text;
  ConditionPtr condition;
  std::string reads;  // "": must not match
};

void CheckRows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(ToString(*row.condition));
    CHECK(Reads(MadeArticle({{{row.text}}}), row.condition) == row.reads);
  }
}

TEST_CASE("phrase: words in a row, whatever the case and the punctuation between them") {
  CheckRows({
      {"New Export-Controls bite.", Phrase("export control*"), "Export-Controls"},
      {"R&D costs rose.", Phrase("r d"), "R&D"},
      {"A one-time gain.", Phrase("one time"), "one-time"},
      {"They retired early.", Phrase("retire~"), "retired"},
      {"export of control", Phrase("export control*"), ""},
      {"exporters control", Phrase("export control*"), ""},
      {"a control", Phrase("controls"), ""},
      {"They retire-ment early.", Phrase("retirement"), ""},
      {"a tired man", Phrase("retire~"), ""},
  });
}

TEST_CASE("phrase:exact(): the bytes themselves") {
  CheckRows({
      {"The AI boom.", Exact("AI"), "AI"},
      {"AT&T said", Exact("AT&T"), "AT&T"},
      {"Deutsche\n  Bank fell", Exact("Deutsche Bank"), "Deutsche\n  Bank"},
      {"The ai boom.", Exact("AI"), ""},
      {"AT and T said", Exact("AT&T"), ""},
      {"AT T said", Exact("AT&T"), ""},
      {"ARMS race", Exact("ARM"), ""},
  });
}

TEST_CASE("regex: case as written, quotes and dashes folded, block by block") {
  CheckRows({
      {"An H200 chip", Regex(R"(\bH[12]00\b)"), "H200"},
      {"it’s over", Regex("it's"), "it’s"},
      {"An h200 chip", Regex(R"(\bH[12]00\b)"), ""},
      {"An H2000 chip", Regex(R"(\bH[12]00\b)"), ""},
  });
  const MadeArticle two({{{"first end"}}, {{"start second"}}});
  CHECK(Reads(two, Regex(R"(end\s+start)")).empty());
}

TEST_CASE("near: within n words in either order, from the end of one to the start of the next") {
  const auto within = [](int n) { return Near(n, Phrase("price"), Phrase("war")); };
  CheckRows({
      {"a price war", within(1), "price war"},
      {"war on the price", within(3), "war on the price"},
      {"price. The war", within(2), "price. The war"},
      {"war on the price", within(2), ""},
      {"price price", Near(1, Phrase("price"), Phrase("price")), "price price"},
      {"price", Near(5, Phrase("price"), Phrase("price")), ""},
      {"price war", Near(5, Phrase("price war"), Phrase("war")), ""},  // they overlap
  });
  CHECK(Reads(MadeArticle({{{"price"}}, {{"war"}}}), within(9)).empty());
}

TEST_CASE("near: of many readings the short spans are kept") {
  CheckRows(
      {{"price war and war", Near(9, Phrase("price"), Phrase("war")), "price war"},
       {"price and price war", Near(9, Phrase("price"), Phrase("war")), "price and price war"}});
}

TEST_CASE("sequence: in this order, each within n words of the one before") {
  const auto chain = Over(Op::kSequence, {Phrase("cut"), Phrase("its"), Phrase("outlook")}, 2);
  CheckRows({{"cut sharply its full outlook", chain, "cut sharply its full outlook"},
             {"its outlook cut", chain, ""},
             {"cut very very its outlook", chain, ""}});
}

TEST_CASE("near and sequence nest") {
  const auto nested = Near(2, Near(3, Phrase("export"), Phrase("chips")), Phrase("ban"));
  CheckRows({{"export of chips ban", nested, "export of chips ban"},
             {"export of chips under the new ban", nested, ""}});
}

TEST_CASE("furniture is never read, and no phrase crosses into it") {
  const MadeArticle made({{{"price"}},
                          {{"war price war"}, model::BlockKind::kFurniture},
                          {{"Market impact war"}, model::BlockKind::kProvider}});
  for (const auto& condition : {Phrase("war"), Phrase("price war"), Regex("war")}) {
    CAPTURE(ToString(*condition));
    CHECK(Evaluate(made, condition) == Truth::kFalse);
  }
  CHECK(Evaluate(made, Phrase("price")) == Truth::kTrue);
}

TEST_CASE("list: an entry counts while it is in force at the article's date") {
  auto dated = rule::ParsePhrase("h20").value();
  dated.from = DayOf(2026, 1, 1);
  dated.until = DayOf(2026, 6, 30);
  MadeArticle made({{{"The H20 chip."}}});
  const auto on = [&](int year, int month, int day) {
    made.article.published = Timestamp{SecondsOf(DayOf(year, month, day))};
    return Evaluate(made, List("chips", {dated}));
  };
  CHECK(on(2025, 12, 31) == Truth::kFalse);
  CHECK(on(2026, 1, 1) == Truth::kTrue);
  CHECK(on(2026, 6, 30) == Truth::kTrue);
  CHECK(on(2026, 7, 1) == Truth::kFalse);
}

TEST_CASE("title, lead, sentence, paragraph, section and outside: one such place has all of it") {
  const MadeArticle made({{{"Prices fell.", "A war began.", "Then.", "Late profit."}},
                          {{"Risk factors"}, model::BlockKind::kHeading},
                          {{"A tariff is a risk."}}},
                         "Cloud title");
  const auto both = [](Op op) { return Over(op, {All({Phrase("prices"), Phrase("war")})}); };
  const std::pair<ConditionPtr, Truth> rows[] = {
      {Over(Op::kTitle, {Phrase("cloud")}), Truth::kTrue},
      {Over(Op::kTitle, {Phrase("prices")}), Truth::kFalse},
      {Over(Op::kLead, {Phrase("war")}), Truth::kTrue},
      {Over(Op::kLead, {Phrase("profit")}), Truth::kFalse},  // the fourth sentence
      {both(Op::kSentence), Truth::kFalse},
      {both(Op::kParagraph), Truth::kTrue},
      {Over(Op::kSection, {Phrase("tariff")}, 0, {"risk*"}), Truth::kTrue},
      {Over(Op::kSection, {Phrase("war")}, 0, {"risk*"}), Truth::kFalse},
      {Over(Op::kOutside, {Phrase("war")}, 0, {"risk*"}), Truth::kTrue},
      {Over(Op::kOutside, {Phrase("tariff")}, 0, {"risk*"}), Truth::kFalse},
      {Over(Op::kSentence, {Not(Phrase("war"))}), Truth::kTrue},
      {Not(Over(Op::kSentence, {Phrase("war")})), Truth::kFalse},
      {Over(Op::kTitle, {Over(Op::kSentence, {Phrase("war")})}), Truth::kFalse},
  };
  for (const auto& [condition, truth] : rows) {
    CAPTURE(ToString(*condition));
    CHECK(Evaluate(made, condition) == truth);
  }
}

TEST_CASE("title: the first line lends one only where none was given") {
  MadeArticle made({{{"Headline words"}}, {{"Body."}}});
  CHECK(Evaluate(made, Over(Op::kTitle, {Phrase("headline")})) == Truth::kFalse);
  made.analysis.text.lends_title = true;
  CHECK(Evaluate(made, Over(Op::kTitle, {Phrase("headline")})) == Truth::kTrue);
}

TEST_CASE(
    "affirmed: outside every negation and hypothesis; a cue inside the phrase does not count") {
  MadeArticle made({{{"There is no price war now.", "A price war came.", "No risk is left."}}});
  made.AddScope(model::ScopeKind::kNegation, "no", "price war now");
  made.AddScope(model::ScopeKind::kNegation, "No", "No risk");
  const auto affirmed = [](const std::string& phrase) {
    return Over(Op::kAffirmed, {Phrase(phrase)});
  };
  CHECK(Evaluate(made, affirmed("price war now")) == Truth::kFalse);
  CHECK(Evaluate(made, affirmed("price war came")) == Truth::kTrue);
  CHECK(Evaluate(made, affirmed("no risk")) == Truth::kTrue);
  CHECK(Evaluate(made, affirmed("risk")) == Truth::kFalse);
}

TEST_CASE("current: also outside expectations and sentences dated over twelve months ago") {
  MadeArticle made({{{"Sales rise is expected.", "Sales fell in 2024.", "Sales hit now."}}});
  made.article.published = Timestamp{SecondsOf(DayOf(2026, 5, 14))};
  made.AddScope(model::ScopeKind::kEstimate, "expected", "Sales rise");
  made.analysis.sentences[1].period = {"CY2024", DayOf(2024, 1, 1), DayOf(2025, 1, 1)};
  const auto current = [](const std::string& phrase) {
    return Over(Op::kCurrent, {Phrase(phrase)});
  };
  CHECK(Evaluate(made, current("sales rise")) == Truth::kFalse);
  CHECK(Evaluate(made, current("sales fell")) == Truth::kFalse);
  CHECK(Evaluate(made, current("sales hit")) == Truth::kTrue);
  CHECK(Evaluate(made, Over(Op::kAffirmed, {Phrase("sales rise")})) == Truth::kTrue);
}

TEST_CASE("recent: outside what is told as history, whatever else is said of it; current, too") {
  MadeArticle made(
      {{{"It bought a mill in 1998.", "It did not buy a mine.", "It bought a port."}}});
  made.AddScope(model::ScopeKind::kPast, "1998", "It bought a mill in 1998");
  made.AddScope(model::ScopeKind::kNegation, "not", "buy a mine");
  const auto holds = [&](Op op, const std::string& phrase) {
    return Evaluate(made, Over(op, {Phrase(phrase)}));
  };
  CHECK(holds(Op::kRecent, "bought a mill") == Truth::kFalse);
  CHECK(holds(Op::kRecent, "a mill in 1998") == Truth::kFalse);
  CHECK(holds(Op::kRecent, "buy a mine") == Truth::kTrue);
  CHECK(holds(Op::kRecent, "bought a port") == Truth::kTrue);
  CHECK(holds(Op::kAffirmed, "bought a mill") == Truth::kTrue);
  CHECK(holds(Op::kCurrent, "bought a mill") == Truth::kFalse);
}

TEST_CASE("unless: no d in the same sentence as c's evidence") {
  const MadeArticle made({{{"A price war, they deny.", "A price war began.", "They deny."}}});
  CHECK(Evaluate(made, Unless(Phrase("price war"), Phrase("deny"))) == Truth::kTrue);
  CHECK(Evaluate(made, Unless(Phrase("war they"), Phrase("deny"))) == Truth::kFalse);
  CHECK(Evaluate(made, Unless(Phrase("price war"), Phrase("war"))) == Truth::kFalse);
}

TEST_CASE("count: distinct spans against a bound; none is none") {
  const MadeArticle made({{{"war war war"}}});
  CHECK(Evaluate(made, Count(Phrase("war"), Above(2))) == Truth::kTrue);
  CHECK(Evaluate(made, Count(Phrase("war"), Above(3))) == Truth::kFalse);
  CHECK(Evaluate(made, Count(Phrase("peace"), Below(1))) == Truth::kTrue);
}

TEST_CASE("words are bound to the subject: only sentences that speak of it") {
  MadeArticle made({{{"Alibaba fell.", "Tencent rose.", "Both grew.", "Then it sank."}}});
  const int alibaba = made.AddCompany("Alibaba", "BABA", model::Role::kPrimary);
  const int tencent = made.AddCompany("Tencent", "", model::Role::kSecondary);
  made.analysis.sentences[2].companies = {alibaba, tencent};
  const std::tuple<std::string, int, Truth> rows[] = {
      {"fell", alibaba, Truth::kTrue},  {"fell", tencent, Truth::kFalse},
      {"rose", tencent, Truth::kTrue},  {"rose", alibaba, Truth::kFalse},
      {"grew", tencent, Truth::kTrue},  {"grew", alibaba, Truth::kTrue},
      {"sank", alibaba, Truth::kTrue},  // nobody's sentence is the primary's
      {"sank", tencent, Truth::kFalse}, {"rose", -1, Truth::kTrue}};
  for (const auto& [word, company, truth] : rows) {
    CAPTURE(word);
    CAPTURE(company);
    CHECK(Evaluate(made, Phrase(word), company) == truth);
  }
  CHECK(Evaluate(made, Over(Op::kAnywhere, {Phrase("rose")}), alibaba) == Truth::kTrue);
  made.analysis.sentences[0].only_sources = {alibaba};
  CHECK(Evaluate(made, Phrase("fell"), alibaba) == Truth::kFalse);
}

}  // namespace
}  // namespace tellwire::test
