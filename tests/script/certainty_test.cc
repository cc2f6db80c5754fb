// What `rule check` makes of the shape of a condition, written as a rule would write it.
#include <doctest/doctest.h>

#include "rule/check.h"
#include "support/rule_folder.h"

namespace tellwire::rule {
namespace {

struct Row {
  std::string when;
  Certainty certainty;
  bool anchored;
};

TEST_CASE("conditions that are certain, and those that something must wake") {
  using enum Certainty;
  const Row rows[] = {
      {"phrase 'a'", kMaybe, true},
      {"~phrase 'a'", kMaybe, false},
      {"phrase 'a' & ~phrase 'b'", kMaybe, true},
      {"phrase 'a' | ~phrase 'b'", kMaybe, false},
      {"phrase 'a' & ~phrase 'a'", kNever, true},
      {"phrase 'a' & ~phrase 'A'", kNever, true},
      {"phrase 'a' & ~phrase 'ab'", kMaybe, true},
      {"phrase 'a' | ~phrase 'a'", kAlways, false},
      {"none { phrase 'a', ~phrase 'a' }", kNever, false},
      {"none { phrase 'a' }", kMaybe, false},
      {"at_least(2) { phrase 'a', phrase 'b' }", kMaybe, true},
      {"at_least(3) { phrase 'a', phrase 'b' }", kNever, true},
      {"at_least(2) { phrase 'a', source 'x', source 'y' }", kMaybe, false},
      {"at_least(2) { phrase 'a', phrase 'b', source 'y' }", kMaybe, true},
      {"count(phrase 'a', { min = 2 })", kMaybe, true},
      {"count(phrase 'a', { below = 2 })", kMaybe, false},
      {"count(phrase 'a', { below = 0 })", kNever, true},
      {"count(phrase 'a', { min = 0 })", kAlways, false},
      {"impact { above = 1 }", kNever, false},
      {"impact { min = 0 }", kAlways, false},
      {"impact { min = 0.5 }", kMaybe, false},
      {"impact { min = 0.5 } & impact { below = 0.5 }", kNever, false},
      {"impact { min = 0.5 } & impact { max = 0.5 }", kMaybe, false},
      {"sentiment { min = -1 }", kAlways, false},
      {"sentiment { of = 'BABA', min = -1 }", kMaybe, false},
      {"sentiment { of = 'BABA', above = 0.5 } & sentiment { below = 0 }", kMaybe, false},
      {"language 'en' & language 'de'", kNever, false},
      {"language 'en' & language { 'de', 'en' }", kMaybe, false},
      {"sentence(phrase 'a' & ~phrase 'a')", kNever, true},
      {"near(3, phrase 'a', ~phrase 'b')", kMaybe, true},
      {"title(source 'x')", kMaybe, false},
      {"phrase('a'):unless(phrase 'b')", kMaybe, true},
      {"regex [[\\d+]]", kMaybe, false},
      {"regex [[H\\d+00 chips]]", kMaybe, true},
      {"fact { metric = 'revenue' } & fired 'a.b'", kMaybe, true},
      {"fired 'a.b'", kMaybe, false},
  };
  for (const Row& row : rows) {
    const std::string when = row.when;
    CAPTURE(when);
    test::RuleFolder folder;
    folder.Write("a/b.lua", "rule 'a.b' { title = 't', when = " + row.when + " }");
    const auto loaded = folder.Load(test::SmallVocabulary());
    REQUIRE(loaded.rules().rules.size() == 1);
    const Condition& condition = *loaded.rules().rules[0].when;
    CHECK(Judge(condition).certainty == row.certainty);
    CHECK(CanBeAnchored(condition) == row.anchored);
  }
}

}  // namespace
}  // namespace tellwire::rule
