// Articles that nobody writes: matching must stay about linear in them.
#include <chrono>
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

double SecondsFor(MadeArticle made) {
  made.AddCompany("price", "", model::Role::kPrimary);
  for (int i = 0; i < 2000; ++i) {
    model::Scope scope;
    scope.extent =
        made.analysis.sentences[static_cast<size_t>(i) % made.analysis.sentences.size()].place;
    scope.kind = model::ScopeKind::kEstimate;
    made.analysis.scopes.push_back(scope);
  }
  const model::Vocabulary vocabulary;
  const match::Network network(Walkers(), vocabulary);
  const auto scratch = network.NewScratch();
  const auto begin = std::chrono::steady_clock::now();
  network.Match({made.article, made.analysis}, scratch.get(), nullptr);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST_CASE("hostile: a sentence of a hundred thousand words") {
  CHECK(SecondsFor(MadeArticle({{{Repeated("price war price cut ", 25000)}}})) < 5);
}

TEST_CASE("hostile: fifty thousand sentences, fifty thousand paragraphs") {
  std::vector<std::string> sentences(50000, "A price war.");
  CHECK(SecondsFor(MadeArticle({{sentences}})) < 5);
  std::vector<MadeBlock> blocks(50000, MadeBlock{{"A price war."}});
  CHECK(SecondsFor(MadeArticle(blocks)) < 5);
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
