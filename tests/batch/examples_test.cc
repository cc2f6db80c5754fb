#include "batch/examples.h"

#include <doctest/doctest.h>

#include "support/rule_folder.h"

namespace tellwire::batch {
namespace {

const analysis::Analyser& TheAnalyser() {
  static const auto analyser = analysis::Analyser::Load(TELLWIRE_SOURCE_DIR "/rules");
  REQUIRE(bool(analyser));
  return *analyser;
}

// The failures of all examples of one rule file, one a line.
std::string Failures(const std::string& file) {
  test::RuleFolder folder;
  folder.Write("a/b.lua", file);
  script::LoadOptions options;
  options.now = kFrozenClock;
  auto loaded = folder.Load(TheAnalyser().vocabulary(), options);
  std::string out;
  for (const auto& problem : loaded.diagnostics()) out += rule::Render(problem);
  for (const ExampleResult& result : RunExamples(&loaded, TheAnalyser())) {
    for (const std::string& failure : result.failures) out += failure + "\n";
  }
  return out;
}

std::string RuleWith(const std::string& body) {
  return "rule \"a.b\" { title = \"t\", when = { war = phrase \"price war\" }, " + body + " }";
}

TEST_CASE("examples that hold say nothing") {
  CHECK(Failures(RuleWith(R"(examples = {
    fires = { { "A price war broke out.", war = "price war" } },
    silent = { "Prices held." } })")) == "");
}

TEST_CASE("an example that does not fire, or fires on the wrong words, says so") {
  CHECK(Failures(RuleWith(R"(examples = { fires = { "Prices held." } })")) ==
        "it should fire and was silent\n");
  CHECK(Failures(RuleWith(R"(examples = { silent = { "The price war goes on." } })")) ==
        "it should be silent and fired\n");
  CHECK(Failures(RuleWith(R"(examples = { fires = { { "A price war.", war = "trade war" } } })")) ==
        "clause war: wanted \"trade war\", got \"price war\"\n");
}

TEST_CASE("a handler that returns nil keeps an example silent") {
  CHECK(Failures(RuleWith(R"(alert = function(hit)
      if hit.article.title then return nil end
      return { note = hit.war.text }
    end,
    examples = { fires = { "A price war." },
                 silent = { { "A price war.", article = { title = "Again" } } } })")) == "");
}

TEST_CASE("earlier articles are seen by fired and by corpus") {
  CHECK(Failures(R"(
rule "a.first" { title = "t", when = phrase "price war" }
rule "a.second" { title = "t", when = phrase "truce" & fired("a.first", { within = "30d" }),
  examples = {
    fires = { { "A truce.", before = { { "A price war.", article = { published = "2026-06-20" } } } } },
    silent = { "A truce.",
               { "A truce.", before = { { "A price war.", article = { published = "2026-01-20" } } } } },
  } }
rule "a.third" { title = "t", when = phrase "truce",
  alert = function(hit, corpus)
    if #corpus:alerts { rule = "a.first" } == 0 then return nil end
    return {}
  end,
  examples = { fires = { { "A truce.", before = { "A price war." } } }, silent = { "A truce." } } }
)") == "");
}

TEST_CASE("a promise of an earlier article is settled by the example") {
  CHECK(Failures(R"(
rule "a.b" { title = "t", subject = "company", when = promise { state = "kept" },
  examples = {
    fires = { { "Disney had 210 million subscribers on Monday.",
                before = { "Disney aims to reach 200 million subscribers by 2028." } } },
    silent = { "Disney had 210 million subscribers on Monday.",
               { "Netflix had 210 million subscribers on Monday.",
                 before = { "Disney aims to reach 200 million subscribers by 2028." } } },
  } })") == "");
}

TEST_CASE("an example that fails says what decided") {
  test::RuleFolder folder;
  folder.Write("a/b.lua", RuleWith(R"(examples = { fires = { "Prices held." } })"));
  auto loaded = folder.Load(TheAnalyser().vocabulary());
  const auto results = RunExamples(&loaded, TheAnalyser());
  REQUIRE(results.size() == 1);
  REQUIRE(results[0].explanations.size() == 1);
  CHECK_FALSE(results[0].explanations[0].hit);
}

TEST_CASE("stated prices answer the price leaf, and without them it is unknown") {
  CHECK(Failures(R"(
rule "a.b" { title = "t", subject = "company", when = company "BABA" & price { window = "2d", above = 3 },
  examples = {
    fires = { { "Alibaba said so.", prices = { ["2d"] = 4.5 } } },
    silent = { { "Alibaba said so.", prices = { ["2d"] = 1 } } },
    unknown = { "Alibaba said so." },
  } })") == "");
}

}  // namespace
}  // namespace tellwire::batch
