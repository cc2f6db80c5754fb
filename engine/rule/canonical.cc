// The identity of a condition: every member that decides, each in a form of its own, so that no two
// different conditions read the same. Phrases go by their folded words ("Export-Control*" is
// "export control*") except under :exact(), where the bytes decide.
#include "base/hash.h"
#include "base/json_writer.h"
#include "fmt/format.h"
#include "rule/condition.h"

namespace tellwire::rule {
namespace {

void AddStrings(std::string_view key, const std::vector<std::string>& strings, std::string* out) {
  if (strings.empty()) return;
  *out += key;
  *out += '[';
  for (const std::string& text : strings) *out += Quote(text) + ",";
  *out += ']';
}

void AddBound(const Bound& bound, std::string* out) {
  const std::pair<char, const std::optional<double>&> ends[] = {
      {'>', bound.above}, {'<', bound.below}, {'m', bound.min}, {'M', bound.max}};
  for (const auto& [name, end] : ends) {
    if (end) *out += fmt::format("{}{};", name, FormatNumber(*end));
  }
  if (!bound.unit.empty()) *out += "u" + Quote(bound.unit);
  if (!bound.in_currency.empty()) *out += "c" + Quote(bound.in_currency);
}

std::string WordText(const WordPattern& word) {
  switch (word.kind) {
    case WordPattern::Kind::kExact:
      return word.word;
    case WordPattern::Kind::kPrefix:
      return word.word + "*";
    case WordPattern::Kind::kForms:
      return word.word + "~";
  }
  return "";
}

std::string PhraseText(const PhrasePattern& phrase, bool exact) {
  std::string out;
  for (const WordPattern& word : phrase.words) {
    if (!out.empty()) out += ' ';
    out += WordText(word);
    if (exact) out += Quote(word.gap) + Quote(word.written);
  }
  if (phrase.from) out += fmt::format(" from{}", *phrase.from);
  if (phrase.until) out += fmt::format(" until{}", *phrase.until);
  return out;
}

void AddPhrases(const Condition& condition, std::string* out) {
  if (condition.phrases.empty()) return;
  std::string phrases;
  for (const PhrasePattern& phrase : condition.phrases)
    phrases += PhraseText(phrase, condition.exact_text) + "|";
  constexpr size_t kLong = 200;  // a list of thousands goes by its hash
  *out += "p[" + (phrases.size() > kLong ? "#" + HashHex(phrases) : phrases) + "]";
  if (condition.exact_text) *out += "exact";
}

void AddField(const FieldTest& test, std::string* out) {
  *out += fmt::format("{}{}:{}", test.no ? "!" : "", test.field, static_cast<int>(test.kind));
  AddStrings("", test.words, out);
  AddBound(test.bound, out);
  if (test.flag) *out += "T";
  *out += ';';
}

void AddCondition(const Condition& condition, Names names, std::string* out);

void AddChildren(const Condition& condition, Names names, std::string* out) {
  for (const ConditionPtr& child : condition.children) {
    AddCondition(*child, names, out);
    *out += ',';
  }
}

void AddCondition(const Condition& condition, Names names, std::string* out) {
  if (names == Names::kKept && !condition.name.empty()) *out += condition.name + "=";
  *out += ToString(condition.op);
  *out += '(';
  AddPhrases(condition, out);
  if (condition.regex) *out += "r" + Quote(condition.regex->expression());
  for (const FieldTest& test : condition.fields) AddField(test, out);
  for (model::Modality modality : condition.modalities)
    *out += fmt::format("~{}", static_cast<int>(modality));
  if (condition.exact_metric) *out += "exact";
  AddStrings("w", condition.words, out);
  if (condition.number != 0) *out += fmt::format("n{}", condition.number);
  AddBound(condition.bound, out);
  if (condition.within != 0) *out += fmt::format("within{}", condition.within);
  if (condition.op == Op::kCompare)
    *out += Quote(condition.left) + Quote(condition.relation) + Quote(condition.right);
  AddChildren(condition, names, out);
  *out += ')';
}

}  // namespace

std::string Canonical(const Condition& condition, Names names) {
  std::string out;
  AddCondition(condition, names, &out);
  return out;
}

}  // namespace tellwire::rule
