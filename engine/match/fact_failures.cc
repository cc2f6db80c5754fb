#include "match/fact_failures.h"

#include <algorithm>

#include "base/json_writer.h"
#include "fmt/format.h"

namespace tellwire::match {

using model::Place;
using model::Truth;
using rule::Condition;
using rule::FieldTest;

using Lines = std::vector<std::string>;

std::string Join(const std::vector<std::string>& lines, std::string_view between) {
  return fmt::format("{}", fmt::join(lines, between));
}

// The words of a place, shortened in the middle where they are many.
std::string Quoted(const Place& place, const Places& places) {
  constexpr size_t kLong = 60;
  std::string words(places.Words(place));
  std::replace(words.begin(), words.end(), '\n', ' ');
  if (words.size() > kLong) {
    size_t head = 28, tail = words.size() - 28;
    const auto inside = [&](size_t at) { return (words[at] & 0xC0) == 0x80; };
    while (inside(head)) --head;
    while (inside(tail)) ++tail;
    words = words.substr(0, head) + " ... " + words.substr(tail);
  }
  return '"' + words + '"';
}

std::string Print(const model::Number& number) {
  if (!number.is_range()) return FormatNumber(number.low);
  return FormatNumber(number.low) + " to " + FormatNumber(number.high);
}

namespace {

// What a fact says of a field; empty: nothing.
std::string FieldText(const model::Fact& fact, const FieldTest& test, const FactTests& tests) {
  const auto number = tests.NumberOf(fact, test.field);
  if (number) return Print(number->number) + (number->unit.empty() ? "" : " " + number->unit);
  if (test.kind == FieldTest::Kind::kFlag) return tests.FlagOf(fact, test.field) ? "true" : "false";
  return Join(tests.WordsOf(fact, test.field), ", ");
}

std::string FieldFailure(const model::Fact& fact, const FieldTest& test, Truth truth,
                         const FactTests& tests) {
  const std::string text = FieldText(fact, test, tests);
  if (text.empty()) return "nothing says " + test.field;
  if (truth == Truth::kUnknown) return fmt::format("{} {} cannot be compared", test.field, text);
  if (test.kind == FieldTest::Kind::kWords && !test.no)
    return fmt::format("{} is {}, {} was asked", test.field, text, Join(test.words, " or "));
  return fmt::format("{} is {}", test.field, text);
}

std::string AskedModalities(const model::Fact& fact, const Condition& leaf,
                            const FactTests& tests) {
  Lines names;
  model::Fact other = fact;
  for (int m = 0; m <= static_cast<int>(model::Modality::kOpinion); ++m) {
    other.modality = static_cast<model::Modality>(m);
    if (tests.AcceptsModality(other, leaf)) names.emplace_back(model::ToString(other.modality));
  }
  return Join(names, " or ");
}

std::string NegationOf(const model::Fact& fact, const LeafContext& context) {
  for (const model::Scope& scope : context.subject.analysis.scopes) {
    if (scope.kind == model::ScopeKind::kNegation && scope.extent.part == fact.part() &&
        scope.extent.span.Overlaps(fact.spans.fact))
      return "negated by " + Quoted({fact.part(), scope.cue}, context.places);
  }
  return "it is negated";
}

}  // namespace

std::vector<std::string> FactFailures(const model::Fact& fact, const Condition& leaf,
                                      const LeafContext& context) {
  const FactTests tests(context.subject, context.vocabulary);
  Lines lines;
  for (const FieldTest& test : leaf.fields) {
    const Truth truth = tests.TestField(fact, test, leaf);
    if (truth != Truth::kTrue) lines.push_back(FieldFailure(fact, test, truth, tests));
  }
  if (!tests.AcceptsModality(fact, leaf))
    lines.push_back(fmt::format("modality is {}, {} was asked", model::ToString(fact.modality),
                                AskedModalities(fact, leaf, tests)));
  if (!tests.AcceptsNegation(fact, leaf)) lines.push_back(NegationOf(fact, context));
  if (leaf.op == rule::Op::kPromise && !fact.promise) lines.push_back("it is no promise");
  return lines;
}

}  // namespace tellwire::match
