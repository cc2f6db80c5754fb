#include "rule/rule.h"

#include "doctest/doctest.h"
#include "rule/phrase.h"

namespace tellwire::rule {
namespace {

Rule PhraseRule(const std::string& id, const std::string& phrase) {
  auto when = std::make_shared<Condition>();
  when->op = Op::kPhrase;
  when->phrases.push_back(ParsePhrase(phrase).value());
  Rule rule;
  rule.id = id;
  rule.title = "A title";
  rule.when = when;
  return rule;
}

TEST_CASE("rule: the version follows what decides") {
  const Rule rule = PhraseRule("a.b", "price war");
  const std::string version = VersionOf(rule);
  auto changed = [&](auto change) {
    Rule copy = rule;
    change(&copy);
    return VersionOf(copy) != version;
  };
  CHECK(changed([](Rule* r) { r->title = "Another"; }));
  CHECK(changed([](Rule* r) { r->severity = model::Severity::kHigh; }));
  CHECK(changed([](Rule* r) { r->subject.per_company = true; }));
  CHECK(changed([](Rule* r) { r->once_per = OncePer{{"company"}, 7}; }));
  CHECK(changed([](Rule* r) { r->lists = {"chips=00"}; }));
  CHECK(changed([](Rule* r) { r->excepted = {r->when}; }));
  CHECK(changed([](Rule* r) { r->unless = {r->when}; }));
  CHECK(changed([](Rule* r) { r->against = {r->when}; }));
  CHECK(changed([](Rule* r) { r->has_handler = true, r->handler_hash = "ff"; }));
}

TEST_CASE("rule: the version does not follow comments, examples and places") {
  Rule rule = PhraseRule("a.b", "price war");
  const std::string version = VersionOf(rule);
  rule.about = "why";
  rule.examples.push_back({});
  rule.text = "-- a comment";
  rule.where.line = 7;
  rule.status = Status::kStable;
  CHECK(VersionOf(rule) == version);
}

TEST_CASE("rule: a rule is found by its id and by nothing else") {
  RuleSet set;
  for (const std::string id : {"a", "b.c", "d"}) set.rules.push_back(PhraseRule(id, "x"));
  CHECK(set.Find("b.c") == size_t{1});
  CHECK_FALSE(set.Find("b"));
  CHECK_FALSE(set.Find("e"));
}

TEST_CASE("rule: status names read back, others do not") {
  for (Status status : {Status::kDraft, Status::kTest, Status::kStable, Status::kRetired})
    CHECK(ParseStatus(ToString(status)) == status);
  CHECK_FALSE(ParseStatus("live"));
}

}  // namespace
}  // namespace tellwire::rule
