#include "script/loader.h"

#include <doctest/doctest.h>

#include "support/rule_folder.h"

namespace tellwire::script {
namespace {

using test::RuleFolder;

std::string Problems(const LoadedRules& loaded) {
  std::string out;
  for (const rule::Diagnostic& problem : loaded.diagnostics()) {
    out += problem.code + "@" + std::to_string(problem.where.line) + ":" +
           std::to_string(problem.where.column) + " ";
  }
  return out;
}

constexpr char kMissButRally[] = R"lua(
rule "earnings.miss_but_rally" {
  title    = "{company} missed on revenue, shares {rally.change} anyway",
  severity = "high",
  status   = "stable",
  tags     = { "earnings", "divergence" },
  about    = [[The market pays for the next quarter, not for this one.]],
  subject  = "company",
  when = all {
    miss  = fact { metric = "revenue",     surprise  = "miss" },
    rally = fact { metric = "share_price", direction = "up"   },
  },
  unless  = { guided_up = fact { metric = "guidance", direction = "up" } },
  against = { one_off = sentence(phrase "one-time" & fact { metric = "revenue" }) },
  once_per = { "company", "miss.period", days = 7 },
  alert = function(hit)
    if hit.rally.change_pct and hit.rally.change_pct < 2 then return nil end
    return { score = 0.8, note = "Check whether guidance moved." }
  end,
  false_alerts = { "Round-ups that restate an old quarter" },
  examples = {
    fires  = { { "Alibaba missed revenue estimates, yet its stock jumped 6%.", rally = "stock jumped 6%" } },
    silent = { { "Alibaba beat revenue estimates and its stock jumped 6%.", because = "a beat" } },
  },
}
)lua";

TEST_CASE("the rule of the guide loads without a complaint") {
  RuleFolder folder;
  folder.Write("earnings/miss_but_rally.lua", kMissButRally);
  const LoadedRules loaded = folder.Load(test::SmallVocabulary());
  CHECK(Problems(loaded) == "");
  REQUIRE(loaded.rules().rules.size() == 1);
  const rule::Rule& rule = loaded.rules().rules[0];
  CHECK(rule.id == "earnings.miss_but_rally");
  CHECK(rule.severity == model::Severity::kHigh);
  CHECK(rule.status == rule::Status::kStable);
  CHECK(rule.subject.per_company);
  CHECK(rule::ToString(*rule.when) ==
        "all { miss = fact { metric = \"revenue\", surprise = \"miss\" }, "
        "rally = fact { direction = \"up\", metric = \"share_price\" } }");
  CHECK(rule.when->children[0]->where.line == 10);
  CHECK(rule.when->children[0]->where.column == 13);
  CHECK(rule.once_per->days == 7);
  CHECK(rule.has_handler);
  CHECK(rule.examples.size() == 2);
  CHECK(rule.examples[0].evidence[0].second == "stock jumped 6%");
  CHECK(rule.where.line == 2);
  CHECK_FALSE(rule.version.empty());
}

struct Row {
  std::string when, shown;
};

TEST_CASE("every leaf and combinator can be written") {
  const Row rows[] = {
      {R"(phrase "export control*")", R"(phrase "export control*")"},
      {R"(phrase { "a", "b" })", R"(phrase { "a", "b" })"},
      {R"(phrase("A.I."):exact())", R"(phrase("A.I."):exact())"},
      {R"(list "export_controls")", R"(list "export_controls")"},
      {R"(regex [[\bH[12]00\b]])", R"(regex [[\bH[12]00\b]])"},
      {R"(fact { change = { below = -1, unit = "pp" } })",
       R"(fact { change = { below = -1, unit = "pp" } })"},
      {R"(promise { metric = "revenue", deadline = missing })",
       R"(promise { deadline = missing, metric = "revenue" })"},
      {R"(fact { metric = "revenue", flags = no "record" })",
       R"(fact { flags = no "record", metric = "revenue" })"},
      {R"(company "BABA")", R"(company "BABA")"},
      {R"(company { role = "primary", sector = "banks" })",
       R"(company { role = "primary", sector = "banks" })"},
      {R"(event "Merger/Acquisition")", R"(event "Merger/Acquisition")"},
      {R"(quantity { unit = "pct", min = 10 })", R"(quantity { unit = "pct", min = 10 })"},
      {R"(theme "ai_*")", R"(theme "ai_*")"},
      {R"(impact { above = 0.4 })", R"(impact { above = 0.4 })"},
      {R"(sentiment { of = "BABA", above = 0.5 })", R"(sentiment { of = "BABA", above = 0.5 })"},
      {R"(source "Reuters" | language "en")", R"(any { source "Reuters", language "en" })"},
      {R"(published { within = "7d" })", R"(published { within = "168h" })"},
      {R"(fired("earnings.*", { within = "30d" }))", R"(fired("earnings.*", { within = "720h" }))"},
      {R"(price { window = "2d", above = 3 })", R"(price { above = 3, window = "48h" })"},
      {R"(portfolio { above = 0.02 })", R"(portfolio { above = 0.02 })"},
      {R"(phrase "a" & phrase "b" & phrase "c")", R"(all { phrase "a", phrase "b", phrase "c" })"},
      {R"(phrase "a" & ~phrase "b")", R"(all { phrase "a", ~phrase "b" })"},
      {R"(at_least(2) { phrase "a", phrase "b", phrase "c" })",
       R"(at_least(2) { phrase "a", phrase "b", phrase "c" })"},
      {R"(count(phrase "a", { above = 3 }))", R"(count(phrase "a", { above = 3 }))"},
      {R"(near(5, phrase "price", phrase "war"))", R"(near(5, phrase "price", phrase "war"))"},
      {R"(section("Risk*", phrase "a"))", R"(section("Risk*", phrase "a"))"},
      {R"(current(phrase "a"):unless(phrase "b"))", R"((current(phrase "a")):unless(phrase "b"))"},
      {R"(all { phrase "a", phrase "b" }:same "sentence")",
       R"((all { phrase "a", phrase "b" }):same "sentence")"},
      {R"(none { phrase "a" } & anywhere(phrase "b"))",
       R"(all { none { phrase "a" }, anywhere(phrase "b") })"},
  };
  for (const Row& row : rows) {
    const std::string when = row.when;
    CAPTURE(when);
    RuleFolder folder;
    folder.Write("a/b.lua", "rule \"a.b\" { title = \"t\", when = " + row.when + " }");
    const LoadedRules loaded = folder.Load(test::SmallVocabulary());
    CHECK(Problems(loaded) == "");
    REQUIRE(loaded.rules().rules.size() == 1);
    CHECK(rule::ToString(*loaded.rules().rules[0].when) == row.shown);
  }
}

TEST_CASE("one bad file does not stop the others") {
  RuleFolder folder;
  folder.Write("a/bad.lua", "rule \"a.bad\" { title = \"t\", when = phrase \"x\" ");
  folder.Write("a/good.lua", "rule \"a.good\" { title = \"t\", when = phrase \"x\" }");
  const LoadedRules loaded = folder.Load(test::SmallVocabulary());
  REQUIRE(loaded.rules().rules.size() == 1);
  CHECK(loaded.rules().rules[0].id == "a.good");
  CHECK(Problems(loaded) == "R001@1:0 ");
}

TEST_CASE("named clauses go by creation, and a cases file adds examples") {
  RuleFolder folder;
  folder.Write("a/b.lua", R"(local zebra = phrase "z"
rule "a.b" { title = "t", when = { ape = phrase "a", bee = phrase "b", zebra = zebra } })");
  folder.Write("a/b.cases.lua", R"(return { ["a.b"] = { fires = { "z a b" } } })");
  const LoadedRules loaded = folder.Load(test::SmallVocabulary());
  CHECK(Problems(loaded) == "");
  REQUIRE(loaded.rules().rules.size() == 1);
  const rule::Rule& rule = loaded.rules().rules[0];
  CHECK(rule.when->children[0]->name == "zebra");
  CHECK(rule.when->children[2]->name == "bee");
  CHECK(rule.examples.size() == 1);
}

TEST_CASE("a module's function that returns a condition is a macro") {
  RuleFolder folder;
  folder.Write("a/shared.lua",
               R"(local M = { both = function(x, y) return phrase(x) & phrase(y) end }
return M)");
  folder.Write("a/b.lua", R"(local shared = require "shared"
rule "a.b" { title = "t", when = shared.both("x", "y") })");
  const LoadedRules loaded = folder.Load(test::SmallVocabulary());
  CHECK(Problems(loaded) == "");
  REQUIRE(loaded.rules().rules.size() == 1);
}

TEST_CASE("a module's tables may stand wherever a table is taken") {
  RuleFolder folder;
  folder.Write("a/shared.lua", R"(return {
  metrics = { "revenue", "net_income" }, words = { "rose", "grew" }, tags = { "one", "two" },
  limits = { between = { 5, 10 } }, fields = { metric = "revenue", direction = "up" } })");
  folder.Write("a/b.lua", R"(local shared = require "shared"
rule "a.b" { title = "t", tags = shared.tags,
  when = fact { metric = shared.metrics, change = shared.limits } & phrase(shared.words) & fact(shared.fields) })");
  const LoadedRules loaded = folder.Load(test::SmallVocabulary());
  CHECK(Problems(loaded) == "");
  REQUIRE(loaded.rules().rules.size() == 1);
  const rule::Rule& rule = loaded.rules().rules[0];
  CHECK(rule.tags == std::vector<std::string>{"one", "two"});
  const std::string when = ToString(*rule.when);
  CAPTURE(when);
  for (const char* part : {"\"net_income\"", "min = 5, max = 10", "\"grew\"", "\"up\""})
    CHECK(when.find(part) != std::string::npos);
}

// A tree that is too deep overflowed the stack when it was let go; one whose parts are shared is
// exponential for whoever walks it; a text that is copied often is more memory than Lua counts.
TEST_CASE("files that make too much are given up") {
  const std::string rows[] = {
      "local c = phrase 'a' for i = 1, 1e5 do c = ~c end rule 'a.b' { title = 't', when = c }",
      "local c = phrase 'a' for i = 1, 60 do c = all { c, c } end "
      "rule 'a.b' { title = 't', when = c }",
      "local c = phrase 'a' for i = 1, 60 do c = c & c end rule 'a.b' { title = 't', when = c }",
      "local s, t = ('x'):rep(1e6), {} for i = 1, 1e5 do t[i] = s end "
      "rule 'a.b' { title = 't', when = phrase 'a', tags = t }",
      "local s, t = ('x'):rep(1e6), {} for i = 1, 1e5 do t[i] = s end "
      "rule 'a.b' { title = 't', when = phrase 'a', examples = { fires = t } }",
      "local t = {} for i = 1, 1e5 do t[i] = phrase(('a '):rep(400)) end",
      "for i = 1, 1e6 do fact { x = 1 } end",
  };
  for (const std::string& code : rows) {
    CAPTURE(code);
    RuleFolder folder;
    folder.Write("a/b.lua", code);
    const LoadedRules loaded = folder.Load(test::SmallVocabulary());
    CHECK(loaded.rules().rules.empty());
    CHECK_FALSE(loaded.diagnostics().empty());
    CHECK(loaded.diagnostics().size() <= 201);
  }
  RuleFolder folder;
  folder.Write("a/b.lua", "rule 'a.b' { title = 't', when = phrase 'a' }");
  folder.Write("a/b.cases.lua",
               "local s, t = ('x'):rep(1e6), {} for i = 1, 1e5 do t[i] = s end "
               "return { ['a.b'] = { fires = t } }");
  CHECK(Problems(folder.Load(test::SmallVocabulary())).find("R030") == 0);
}

TEST_CASE("a problem names the rule in which it stands") {
  RuleFolder folder;
  folder.Write("a/b.lua", "rule 'a.b' { title = 't', when = fact { metric = 'x' } }\n");
  const LoadedRules loaded = folder.Load(test::SmallVocabulary());
  REQUIRE(loaded.diagnostics().size() == 1);
  CHECK(loaded.diagnostics()[0].rule == "a.b");
}

}  // namespace
}  // namespace tellwire::script
