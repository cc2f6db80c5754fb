// Articles that nobody writes: matching must stay about linear in them.
#include <algorithm>
#include <ctime>
#include <string>

#include "doctest/doctest.h"
#include "match/network.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

std::string Repeated(const std::string& words, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += words;
  return text;
}

// Every form that walks over positions, over one article.
rule::RuleSet Walkers() {
  const auto price = Phrase("price"), war = Phrase("war");
  const std::vector<ConditionPtr> conditions = {
      Near(1000, price, war),
      Near(1000, Near(1000, price, war), Phrase("cut")),
      Over(Op::kSequence, {price, war, price, Phrase("cut")}, 1000),
      Over(Op::kSentence, {All({price, Not(war)})}),
      Over(Op::kSentence, {Over(Op::kParagraph, {Over(Op::kSentence, {All({price, Not(war)})})})}),
      Unless(price, Phrase("absent")),
      Unless(Near(3, price, war), war),
      Count(price, Above(1e9)),
      Same("sentence", All({price, Phrase("absent")})),
      Same("period", All({price, war})),
      Over(Op::kAffirmed, {price}),
      Over(Op::kRecent, {price}),
      Over(Op::kCurrent, {price}),
      Regex("(price|war)+"),
      Over(Op::kOutside, {Not(price)}, 0, {"risk*"}),
      Phrase("price*"),
  };
  rule::RuleSet rules;
  for (size_t i = 0; i < conditions.size(); ++i)
    rules.rules.push_back(MakeRule("r" + std::to_string(100 + i), conditions[i], i % 2 == 0));
  return rules;
}

// Processor time of matching once, the least of three.
double TimeOf(MadeArticle made) {
  made.AddCompany("price", "", model::Role::kPrimary);
  const auto& sentences = made.analysis.sentences;
  for (size_t i = 0; i < sentences.size(); i += 10)
    made.analysis.scopes.push_back({model::ScopeKind::kEstimate, sentences[i].place, {}});
  const model::Vocabulary vocabulary;
  const match::Network network(Walkers(), vocabulary);
  const auto scratch = network.NewScratch();
  std::clock_t least = 0;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    network.Match({made.article, made.analysis}, scratch.get(), nullptr);
    const std::clock_t spent = std::clock() - begin;
    least = run == 0 ? spent : std::min(least, spent);
  }
  return static_cast<double>(least);
}

// Four times the article is about four times the work; sixteen times would be its square.
void CheckGrowth(MadeArticle (*make)(int)) {
  constexpr int kSmall = 500;
  CHECK(TimeOf(make(4 * kSmall)) < 10 * TimeOf(make(kSmall)));
}

TEST_CASE("hostile: the work grows with a sentence's words") {
  CheckGrowth([](int n) { return MadeArticle({{{Repeated("price war price cut ", n)}}}); });
}

TEST_CASE("hostile: the work grows with a paragraph's sentences") {
  CheckGrowth([](int n) {
    return MadeArticle({{std::vector<std::string>(static_cast<size_t>(n), "A price war.")}});
  });
}

TEST_CASE("hostile: the work grows with the paragraphs") {
  CheckGrowth([](int n) {
    return MadeArticle(std::vector<MadeBlock>(static_cast<size_t>(n), MadeBlock{{"A price war."}}));
  });
}

TEST_CASE("hostile: articles without words, without blocks, without anything") {
  const model::Vocabulary vocabulary;
  const match::Network network(Walkers(), vocabulary);
  const auto scratch = network.NewScratch();
  const model::Article article;
  const model::Analysis analysis;
  // All that may hold of nothing is that something is absent from it.
  for (const model::Hit& hit : network.Match({article, analysis}, scratch.get(), nullptr).hits)
    CHECK(hit.evidence.empty());
  const MadeArticle signs({{{"... !? ..."}}});
  CHECK(network.Match({signs.article, signs.analysis}, scratch.get(), nullptr).hits.size() <= 1);
}

}  // namespace
}  // namespace tellwire::test
