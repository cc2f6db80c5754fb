#include "rule/condition.h"

#include "doctest/doctest.h"
#include "rule/phrase.h"

namespace tellwire::rule {
namespace {

Condition Phrase(const std::string& written) {
  Condition condition;
  condition.op = Op::kPhrase;
  condition.phrases.push_back(ParsePhrase(written).value());
  return condition;
}

ConditionPtr Share(Condition condition, const std::string& name = "") {
  condition.name = name;
  return std::make_shared<const Condition>(std::move(condition));
}

Condition Join(Op op, std::vector<ConditionPtr> children, int number = 0) {
  Condition condition;
  condition.op = op;
  condition.children = std::move(children);
  condition.number = number;
  return condition;
}

FieldTest Words(const std::string& field, std::vector<std::string> words) {
  FieldTest test;
  test.field = field;
  test.words = std::move(words);
  return test;
}

Condition RevenueMiss() {
  Condition fact;
  fact.op = Op::kFact;
  fact.fields = {Words("metric", {"revenue"}), Words("surprise", {"miss"})};
  return fact;
}

TEST_CASE("condition: printed as an analyst would write it") {
  Condition bounded = RevenueMiss();
  FieldTest change;
  change.field = "change";
  change.kind = FieldTest::Kind::kBound;
  change.bound.below = -1;
  change.bound.unit = "pp";
  bounded.fields = {change};
  Condition same = Join(Op::kSame, {Share(Phrase("a"))});
  same.words = {"sentence"};
  const std::pair<std::string, std::string> rows[] = {
      {ToString(Phrase("export control*")), R"(phrase "export control*")"},
      {ToString(RevenueMiss()), R"(fact { metric = "revenue", surprise = "miss" })"},
      {ToString(bounded), R"(fact { change = { below = -1, unit = "pp" } })"},
      {ToString(Join(Op::kNear, {Share(Phrase("price")), Share(Phrase("war"))}, 5)),
       R"(near(5, phrase "price", phrase "war"))"},
      {ToString(Join(Op::kAll, {Share(Phrase("a"), "x"), Share(Phrase("b"))})),
       R"(all { x = phrase "a", phrase "b" })"},
      {ToString(Join(Op::kNot, {Share(Phrase("a"))})), R"(~phrase "a")"},
      {ToString(Join(Op::kUnless, {Share(Phrase("a")), Share(Phrase("b"))})),
       R"((phrase "a"):unless(phrase "b"))"},
      {ToString(same), R"((phrase "a"):same "sentence")"},
  };
  for (const auto& [got, wanted] : rows) CHECK(got == wanted);
}

TEST_CASE("condition: equal meaning is one identity, whatever the spelling and the names") {
  CHECK(Canonical(Phrase("Export-Control*")) == Canonical(Phrase("export control*")));
  CHECK(Canonical(Join(Op::kAll, {Share(Phrase("a"), "x")})) ==
        Canonical(Join(Op::kAll, {Share(Phrase("a"), "y")})));
  CHECK(Canonical(Join(Op::kAll, {Share(Phrase("a"), "x")}), Names::kKept) !=
        Canonical(Join(Op::kAll, {Share(Phrase("a"), "y")}), Names::kKept));
}

TEST_CASE("condition: whatever decides is part of the identity") {
  Condition exact = Phrase("AI"), other_case = Phrase("ai");
  exact.exact_text = other_case.exact_text = true;
  Condition family = RevenueMiss(), metric_only = RevenueMiss(), rumoured = RevenueMiss(),
            without = RevenueMiss();
  metric_only.exact_metric = true;
  rumoured.modalities = {model::Modality::kRumour};
  without.fields[1].no = true;
  const std::vector<Condition> all_differ = {Phrase("a b"),
                                             Phrase("a b*"),
                                             Phrase("a b~"),
                                             Phrase("a"),
                                             exact,
                                             other_case,
                                             Phrase("ai"),
                                             family,
                                             metric_only,
                                             rumoured,
                                             without,
                                             Join(Op::kNear, {Share(Phrase("a"))}, 5),
                                             Join(Op::kNear, {Share(Phrase("a"))}, 6),
                                             Join(Op::kAll, {Share(Phrase("a"))}),
                                             Join(Op::kAny, {Share(Phrase("a"))})};
  for (size_t i = 0; i < all_differ.size(); ++i) {
    for (size_t j = i + 1; j < all_differ.size(); ++j) {
      CAPTURE(ToString(all_differ[i]));
      CAPTURE(ToString(all_differ[j]));
      CHECK(Canonical(all_differ[i]) != Canonical(all_differ[j]));
    }
  }
}

}  // namespace
}  // namespace tellwire::rule
