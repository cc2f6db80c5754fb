// The network against the reference evaluator, over random rules and random articles: no difference
// in truth, hits or evidence is allowed. TELLWIRE_SEED starts from another seed, TELLWIRE_ROUNDS
// goes on for longer.
#include <cstdlib>
#include <iostream>

#include "doctest/doctest.h"
#include "fmt/format.h"
#include "match/network.h"
#include "match/oracle.h"
#include "oracle/generator.h"

namespace tellwire::test {
namespace {

std::string Print(const std::vector<model::Evidence>& evidence) {
  std::string out;
  for (const model::Evidence& e : evidence)
    out += fmt::format("      {} {} [{} {}-{}] fact {} sentence {}-{}\n", e.clause, e.leaf,
                       e.place.part == model::Part::kTitle ? "title" : "text", e.place.span.begin,
                       e.place.span.end, e.fact, e.sentence.span.begin, e.sentence.span.end);
  return out;
}

std::string Print(const match::Outcome& outcome) {
  std::string out;
  for (const model::Hit& hit : outcome.hits) {
    out += fmt::format("    hit rule {} company {} unsure [{}] left out {}\n", hit.rule,
                       hit.company, fmt::join(hit.unsure, ","), hit.evidence_left_out);
    out += Print(hit.evidence) + "     against\n" + Print(hit.against);
  }
  for (const model::Verdict& verdict : outcome.verdicts)
    out += fmt::format("    verdict rule {} company {} {}\n", verdict.rule, verdict.company,
                       model::ToString(verdict.truth));
  for (const match::Excepted& excepted : outcome.excepted)
    out += fmt::format("    excepted rule {} company {} by {}\n", excepted.rule, excepted.company,
                       excepted.exception);
  return out;
}

// The first rule on which the two disagree, alone, so that it can be looked at.
std::string FirstDifference(const rule::RuleSet& rules, const match::Subject& subject,
                            const model::Vocabulary& vocabulary) {
  for (const rule::Rule& rule : rules.rules) {
    rule::RuleSet alone;
    alone.rules.push_back(rule);
    const match::Network network(alone, vocabulary);
    const auto scratch = network.NewScratch();
    const std::string got = Print(network.Match(subject, scratch.get(), nullptr));
    const std::string wanted = Print(match::Oracle(subject, vocabulary).Match(alone));
    if (got == wanted) continue;
    std::string others;
    for (const auto& unless : rule.unless) others += "\n  unless " + ToString(*unless);
    for (const auto& against : rule.against) others += "\n  against " + ToString(*against);
    return fmt::format("rule{}: {}{}\n  oracle:\n{}  network:\n{}  title: {}\n  text: {}\n",
                       rule.subject.per_company ? " of companies" : "", ToString(*rule.when),
                       others, wanted, got, subject.article.title, subject.article.text);
  }
  return "only when the rules are together";
}

uint64_t FromEnvironment(const char* name, uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

TEST_CASE("differential: network and oracle agree on every rule and article") {
  const uint64_t seed = FromEnvironment("TELLWIRE_SEED", 20260514);
  const uint64_t rounds = FromEnvironment("TELLWIRE_ROUNDS", 120);
  constexpr int kRules = 25, kArticles = 16;
  std::cout << "differential test: seed " << seed << ", " << rounds * kRules * kArticles
            << " pairs\n";
  const model::Vocabulary vocabulary = SmallVocabulary();
  size_t hits = 0, unknown = 0, excepted = 0, evidence = 0;
  int differences = 0;
  for (uint64_t round = 0; round < rounds && differences < 3; ++round) {
    Random random(seed + round);
    const rule::RuleSet rules = RandomRules(&random, kRules);
    const match::Network network(rules, vocabulary);
    const auto scratch = network.NewScratch();
    for (int i = 0; i < kArticles; ++i) {
      const MadeArticle made = RandomArticle(&random);
      const RandomWorld world(seed + round);
      const match::Subject subject{made.article, made.analysis,
                                   random.Chance(70) ? &world : nullptr,
                                   SecondsOf(DayOf(2026, 5, 16))};
      const match::Outcome got = network.Match(subject, scratch.get(), nullptr);
      const match::Outcome wanted = match::Oracle(subject, vocabulary).Match(rules);
      hits += wanted.hits.size();
      unknown += wanted.verdicts.size();
      excepted += wanted.excepted.size();
      for (const model::Hit& hit : wanted.hits) evidence += hit.evidence.size();
      if (Print(got) == Print(wanted)) continue;
      ++differences;
      FAIL_CHECK("seed " << seed + round << ", article " << i << "\n"
                         << FirstDifference(rules, subject, vocabulary));
    }
  }
  // The pairs would show nothing if next to nothing matched.
  CHECK(hits > rounds * 20);
  CHECK(unknown > rounds);
  CHECK(excepted > rounds / 10);
  CHECK(evidence > hits);
}

}  // namespace
}  // namespace tellwire::test
