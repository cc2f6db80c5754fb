// The network against the reference evaluator on what people see: the rules that ship, over the
// articles that ship. TELLWIRE_ARTICLES names others.
#include <cstdlib>
#include <iostream>

#include "doctest/doctest.h"
#include "fmt/format.h"
#include "ingest/reader.h"
#include "match/network.h"
#include "match/oracle.h"
#include "script/loader.h"
#include "support/analysed.h"

namespace tellwire::test {
namespace {

std::string Print(const rule::RuleSet& rules, const match::Outcome& outcome) {
  std::string out;
  for (const model::Hit& hit : outcome.hits) {
    out += fmt::format("  hit {} company {} left out {}\n", rules.rules[hit.rule].id, hit.company,
                       hit.evidence_left_out);
    for (const model::Evidence& e : hit.evidence)
      out += fmt::format("    {} {} {}-{} {}\n", e.clause, e.leaf, e.place.span.begin,
                         e.place.span.end, e.fact);
    for (const model::Evidence& e : hit.against)
      out += fmt::format("    against {} {}-{}\n", e.leaf, e.place.span.begin, e.place.span.end);
    out += fmt::format("    unsure {}\n", fmt::join(hit.unsure, ","));
  }
  for (const model::Verdict& v : outcome.verdicts)
    out += fmt::format("  {} {} company {} {}\n", model::ToString(v.truth), rules.rules[v.rule].id,
                       v.company, v.reason);
  return out;
}

TEST_CASE("shipped rules: network and oracle agree on the corpus") {
  const std::string folder = std::string(TELLWIRE_SOURCE_DIR) + "/rules";
  const model::Vocabulary& vocabulary = ShippedAnalyser().vocabulary();
  const script::LoadedRules loaded = script::LoadRules({folder}, folder, vocabulary, {});
  const rule::RuleSet& rules = loaded.rules();
  REQUIRE(rules.rules.size() > 10);
  const match::Network network(rules, vocabulary);
  const auto scratch = network.NewScratch();
  const char* named = std::getenv("TELLWIRE_ARTICLES");
  const std::string articles =
      named != nullptr ? named : std::string(TELLWIRE_SOURCE_DIR) + "/corpus";
  ingest::ArticleSource source({articles}, {});
  size_t hits = 0, read = 0;
  while (auto next = source.Next()) {
    if (!*next) continue;
    const model::Article& article = **next;
    const model::Analysis analysis = ShippedAnalyser().Analyse(article);
    const match::Subject subject{article, analysis, nullptr, SecondsOf(DayOf(2026, 5, 20))};
    const match::Outcome wanted = match::Oracle(subject, vocabulary).Match(rules);
    const match::Outcome got = network.Match(subject, scratch.get(), nullptr);
    const std::string name = article.CallName();
    CAPTURE(name);
    CHECK(Print(rules, got) == Print(rules, wanted));
    hits += wanted.hits.size();
    ++read;
  }
  std::cout << fmt::format("shipped rules: {} rules, {} articles, {} hits\n", rules.rules.size(),
                           read, hits);
  CHECK(hits > 0);
}

}  // namespace
}  // namespace tellwire::test
