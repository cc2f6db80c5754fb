// On what rules are anchored, as Network::AnchorOf says it.
#include "match/anchors.h"

#include "base/hash.h"
#include "doctest/doctest.h"
#include "match/network.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

// "rare" stands in one article of a hundred, "some" in twenty, "often" in eighty.
match::WordFrequencies Frequencies() {
  match::WordFrequencies frequencies;
  frequencies.AddArticles(100);
  frequencies.AddWord(Hash64("rare"), 1);
  frequencies.AddWord(Hash64("some"), 20);
  frequencies.AddWord(Hash64("often"), 80);
  return frequencies;
}

match::Anchor AnchorOf(const ConditionPtr& when) {
  static const model::Vocabulary kNone;
  rule::RuleSet rules;
  rules.rules.push_back(MakeRule("r", when));
  const match::WordFrequencies frequencies = Frequencies();
  return match::Network(rules, kNone, &frequencies).AnchorOf(0);
}

TEST_CASE("anchors: the rarest leaves that a rule cannot be true without") {
  const auto rare = Phrase("rare"), some = Phrase("some"), often = Phrase("often");
  const std::string r = "phrase \"rare\"", s = "phrase \"some\"", o = "phrase \"often\"";
  const std::pair<ConditionPtr, std::vector<std::string>> rows[] = {
      {rare, {r}},
      {All({often, rare, some}), {r}},
      {All({often, Any({rare, some})}), {r, s}},
      {All({some, Any({rare, often})}), {s}},
      {All({some, Not(rare)}), {s}},
      {Over(Op::kAtLeast, {rare, some, often}, 2), {r, s}},
      {Over(Op::kAtLeast, {rare, some, often}, 3), {r}},
      {Near(3, often, rare), {r}},
      {Over(Op::kSentence, {All({often, some})}), {s}},
      {Unless(some, rare), {s}},
      {Count(some, Above(2)), {s}},
      {Same("period", All({some, often})), {s}},
  };
  for (const auto& [when, wanted] : rows) {
    CAPTURE(ToString(*when));
    const match::Anchor anchor = AnchorOf(when);
    CHECK(anchor.anchored);
    CHECK(anchor.leaves == wanted);
  }
}

TEST_CASE("anchors: a rule that may be true where nothing was found has none") {
  const auto some = Phrase("some");
  const ConditionPtr rows[] = {
      Not(some),
      Any({some, Not(Phrase("rare"))}),
      Over(Op::kNone, {some}),
      Over(Op::kAtLeast, {some}, 0),
      Count(some, Below(2)),
      Leaf(Op::kImpact, {}, {}, Above(0.5)),
      Regex("[0-9]+"),
      All({Leaf(Op::kSource, {}, {"Reuters"}), Not(some)}),
  };
  for (const ConditionPtr& when : rows) {
    CAPTURE(ToString(*when));
    CHECK_FALSE(AnchorOf(when).anchored);
  }
}

TEST_CASE("anchors: a word that no article has is the rarest, and shares of a set add up") {
  const auto rare = Phrase("rare"), some = Phrase("some"), often = Phrase("often");
  CHECK(AnchorOf(All({rare, Phrase("unseen")})).leaves.front() == "phrase \"unseen\"");
  CHECK(AnchorOf(All({often, Any({some, rare})})).leaves.size() == 2);  // 21 of 100 beside 80
  CHECK(AnchorOf(All({some, Any({some, rare})})).leaves.size() == 1);   // 20 beside 21
}

TEST_CASE("anchors: only what an article wakes is tried, and equal conditions are one") {
  rule::RuleSet rules;
  for (int i = 0; i < 50; ++i)
    rules.rules.push_back(
        MakeRule("r" + std::to_string(100 + i),
                 All({Phrase("word" + std::to_string(i)), Phrase("shared words")})));
  const model::Vocabulary vocabulary;
  const match::WordFrequencies frequencies = Frequencies();
  const match::Network network(rules, vocabulary, &frequencies);
  CHECK(network.nodes() == 50 + 50 + 1);
  CHECK(network.unanchored() == 0);
  const MadeArticle made({{{"Here stand word7 and the shared words."}}});
  std::vector<match::RuleCounters> counters(rules.rules.size());
  const auto outcome =
      network.Match({made.article, made.analysis}, network.NewScratch().get(), &counters);
  REQUIRE(outcome.hits.size() == 1);
  CHECK(outcome.hits[0].rule == 7);
  uint64_t hits = 0;
  for (const match::RuleCounters& counter : counters) hits += counter.hits;
  CHECK(hits == 1);
  CHECK(counters[7].candidates == 1);
}

}  // namespace
}  // namespace tellwire::test
