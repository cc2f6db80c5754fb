// Conditions and rules written in C++ as shortly as in Lua, for the tests of matching.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rule/phrase.h"
#include "rule/rule.h"

namespace tellwire::test {

using rule::Condition;
using rule::ConditionPtr;
using rule::FieldTest;
using rule::Op;

inline ConditionPtr Share(Condition condition) {
  return std::make_shared<const Condition>(std::move(condition));
}

inline ConditionPtr Named(const std::string& name, const ConditionPtr& condition) {
  Condition named = *condition;
  named.name = name;
  return Share(std::move(named));
}

inline ConditionPtr Phrase(const std::vector<std::string>& written) {
  Condition condition;
  condition.op = Op::kPhrase;
  for (const std::string& text : written)
    condition.phrases.push_back(rule::ParsePhrase(text).value());
  return Share(std::move(condition));
}
inline ConditionPtr Phrase(const std::string& written) {
  return Phrase(std::vector<std::string>{written});
}
inline ConditionPtr Exact(const std::string& written) {
  Condition condition = *Phrase(written);
  condition.exact_text = true;
  return Share(std::move(condition));
}
inline ConditionPtr List(const std::string& name, std::vector<rule::PhrasePattern> phrases) {
  Condition condition;
  condition.op = Op::kList;
  condition.words = {name};
  condition.phrases = std::move(phrases);
  return Share(std::move(condition));
}
inline ConditionPtr Regex(const std::string& expression) {
  Condition condition;
  condition.op = Op::kRegex;
  condition.regex = text::Pattern::Compile(expression).value();
  return Share(std::move(condition));
}

inline FieldTest Words(const std::string& field, std::vector<std::string> words) {
  FieldTest test;
  test.field = field;
  test.words = std::move(words);
  return test;
}
inline FieldTest Is(const std::string& field, const std::string& word) {
  return Words(field, {word});
}
inline FieldTest Flag(const std::string& field, bool flag) {
  FieldTest test;
  test.field = field;
  test.kind = FieldTest::Kind::kFlag;
  test.flag = flag;
  return test;
}
inline FieldTest Within(const std::string& field, rule::Bound bound) {
  FieldTest test;
  test.field = field;
  test.kind = FieldTest::Kind::kBound;
  test.bound = std::move(bound);
  return test;
}
inline FieldTest Missing(const std::string& field) {
  FieldTest test;
  test.field = field;
  test.kind = FieldTest::Kind::kMissing;
  return test;
}
inline FieldTest Present(const std::string& field) {
  FieldTest test;
  test.field = field;
  test.kind = FieldTest::Kind::kPresent;
  return test;
}
inline FieldTest No(FieldTest test) {
  test.no = true;
  return test;
}
inline rule::Bound Above(double limit, const std::string& unit = "") {
  rule::Bound bound;
  bound.above = limit;
  bound.unit = unit;
  return bound;
}
inline rule::Bound Below(double limit, const std::string& unit = "") {
  rule::Bound bound;
  bound.below = limit;
  bound.unit = unit;
  return bound;
}

inline ConditionPtr Leaf(Op op, std::vector<FieldTest> fields = {},
                         std::vector<std::string> words = {}, rule::Bound bound = {}) {
  Condition condition;
  condition.op = op;
  condition.fields = std::move(fields);
  condition.words = std::move(words);
  condition.bound = std::move(bound);
  return Share(std::move(condition));
}
inline ConditionPtr Fact(std::vector<FieldTest> fields,
                         std::vector<model::Modality> modalities = {}) {
  Condition condition = *Leaf(Op::kFact, std::move(fields));
  condition.modalities = std::move(modalities);
  return Share(std::move(condition));
}
inline ConditionPtr Compare(const std::string& left, const std::string& relation,
                            const std::string& right) {
  Condition condition;
  condition.op = Op::kCompare;
  condition.left = left;
  condition.relation = relation;
  condition.right = right;
  return Share(std::move(condition));
}

inline ConditionPtr Over(Op op, std::vector<ConditionPtr> children, int number = 0,
                         std::vector<std::string> words = {}) {
  Condition condition;
  condition.op = op;
  condition.children = std::move(children);
  condition.number = number;
  condition.words = std::move(words);
  return Share(std::move(condition));
}
inline ConditionPtr All(std::vector<ConditionPtr> children) {
  return Over(Op::kAll, std::move(children));
}
inline ConditionPtr Any(std::vector<ConditionPtr> children) {
  return Over(Op::kAny, std::move(children));
}
inline ConditionPtr Not(const ConditionPtr& child) { return Over(Op::kNot, {child}); }
inline ConditionPtr Near(int limit, const ConditionPtr& a, const ConditionPtr& b) {
  return Over(Op::kNear, {a, b}, limit);
}
inline ConditionPtr Count(const ConditionPtr& child, rule::Bound bound) {
  Condition condition = *Over(Op::kCount, {child});
  condition.bound = std::move(bound);
  return Share(std::move(condition));
}
inline ConditionPtr Unless(const ConditionPtr& child, const ConditionPtr& veto) {
  return Over(Op::kUnless, {child, veto});
}
inline ConditionPtr Same(const std::string& what, const ConditionPtr& child) {
  return Over(Op::kSame, {child}, 0, {what});
}

inline rule::Rule MakeRule(const std::string& id, const ConditionPtr& when,
                           bool per_company = false) {
  rule::Rule rule;
  rule.id = id;
  rule.title = id;
  rule.when = when;
  rule.subject.per_company = per_company;
  return rule;
}

}  // namespace tellwire::test
