// Conditions as an analyst would write them, on one line:
//   all { miss = fact { metric = "revenue", surprise = "miss" }, near(5, phrase "price", phrase
//   "war") }
#include "rule/condition.h"

#include <array>

#include "base/json_writer.h"
#include "fmt/format.h"

namespace tellwire::rule {
namespace {

constexpr std::array<std::string_view, 39> kNames = {
    "phrase",   "list",     "regex",     "fact",      "promise", "company",  "event",
    "quantity", "theme",    "impact",    "sentiment", "source",  "language", "published",
    "stated",   "fired",    "price",     "portfolio", "compare", "all",      "any",
    "none",     "~",        "at_least",  "count",     "near",    "sequence", "title",
    "lead",     "sentence", "paragraph", "section",   "outside", "affirmed", "recent",
    "current",  "unless",   "same",      "anywhere"};
static_assert(kNames.size() == static_cast<size_t>(Op::kAnywhere) + 1);

std::string Strings(const std::vector<std::string>& strings) {
  if (strings.size() == 1) return Quote(strings[0]);
  std::string out = "{ ";
  for (size_t i = 0; i < strings.size(); ++i) out += (i ? ", " : "") + Quote(strings[i]);
  return out + " }";
}

void AddPart(std::string part, std::string* list) {
  if (!list->empty()) *list += ", ";
  *list += std::move(part);
}

std::string BoundParts(const Bound& bound) {
  std::string parts;
  const std::pair<std::string_view, const std::optional<double>&> ends[] = {
      {"above", bound.above}, {"below", bound.below}, {"min", bound.min}, {"max", bound.max}};
  for (const auto& [name, end] : ends) {
    if (end) AddPart(fmt::format("{} = {}", name, FormatNumber(*end)), &parts);
  }
  if (!bound.unit.empty()) AddPart("unit = " + Quote(bound.unit), &parts);
  if (!bound.in_currency.empty()) AddPart("in_currency = " + Quote(bound.in_currency), &parts);
  return parts;
}

std::string TestText(const FieldTest& test) {
  switch (test.kind) {
    case FieldTest::Kind::kWords:
      return Strings(test.words);
    case FieldTest::Kind::kBound:
      return "{ " + BoundParts(test.bound) + " }";
    case FieldTest::Kind::kFlag:
      return test.flag ? "true" : "false";
    case FieldTest::Kind::kMissing:
      return "missing";
    case FieldTest::Kind::kPresent:
      return "present";
  }
  return "";
}

std::string ModalityText(const std::vector<model::Modality>& modalities) {
  if (modalities.size() == 7) return "\"any\"";
  std::vector<std::string> names;
  for (model::Modality modality : modalities) names.emplace_back(model::ToString(modality));
  return Strings(names);
}

// The members of the table of a leaf that takes one: `metric = "revenue", surprise = "miss"`.
std::string FieldParts(const Condition& condition) {
  std::string parts;
  for (const FieldTest& test : condition.fields)
    AddPart(fmt::format("{} = {}{}", test.field, test.no ? "no " : "", TestText(test)), &parts);
  if (condition.exact_metric) AddPart("exact = true", &parts);
  if (!condition.modalities.empty())
    AddPart("modality = " + ModalityText(condition.modalities), &parts);
  if (condition.op != Op::kCount && condition.bound != Bound())
    AddPart(BoundParts(condition.bound), &parts);
  if (condition.within != 0)
    AddPart(fmt::format("{} = \"{}h\"", condition.op == Op::kPrice ? "window" : "within",
                        condition.within / 3600),
            &parts);
  return parts;
}

std::string PhraseText(const Condition& condition) {
  std::vector<std::string> written;
  for (const PhrasePattern& phrase : condition.phrases) written.push_back(phrase.written);
  if (condition.exact_text) return "phrase(" + Strings(written) + "):exact()";
  return "phrase " + Strings(written);
}

std::string LeafText(const Condition& condition) {
  const std::string_view name = ToString(condition.op);
  switch (condition.op) {
    case Op::kPhrase:
      return PhraseText(condition);
    case Op::kRegex:
      return fmt::format("regex [[{}]]", condition.regex ? condition.regex->expression() : "");
    case Op::kCompare:
      return fmt::format("compare({}, {}, {})", Quote(condition.left), Quote(condition.relation),
                         Quote(condition.right));
    default:
      break;
  }
  std::string parts = FieldParts(condition);
  if (condition.words.empty()) return fmt::format("{} {{ {} }}", name, parts);
  if (condition.op == Op::kSentiment)
    return fmt::format("sentiment {{ of = {}{}{} }}", Strings(condition.words),
                       parts.empty() ? "" : ", ", parts);
  if (parts.empty()) return fmt::format("{} {}", name, Strings(condition.words));
  return fmt::format("{}({}, {{ {} }})", name, Strings(condition.words), parts);
}

std::string Members(const Condition& condition, size_t from = 0) {
  std::string out;
  for (size_t i = from; i < condition.children.size(); ++i) {
    const Condition& child = *condition.children[i];
    AddPart((child.name.empty() ? "" : child.name + " = ") + ToString(child), &out);
  }
  return out;
}

}  // namespace

std::string_view ToString(Op op) { return kNames[static_cast<size_t>(op)]; }

bool IsLeaf(Op op) { return op <= Op::kCompare; }

std::string ToString(const Condition& condition) {
  if (IsLeaf(condition.op)) return LeafText(condition);
  const std::string_view name = ToString(condition.op);
  switch (condition.op) {
    case Op::kAll:
    case Op::kAny:
    case Op::kNone:
      return fmt::format("{} {{ {} }}", name, Members(condition));
    case Op::kNot:
      return "~" + Members(condition);
    case Op::kAtLeast:
      return fmt::format("at_least({}) {{ {} }}", condition.number, Members(condition));
    case Op::kCount:
      return fmt::format("count({}, {{ {} }})", Members(condition), BoundParts(condition.bound));
    case Op::kNear:
    case Op::kSequence:
      return fmt::format("{}({}, {})", name, condition.number, Members(condition));
    case Op::kSection:
    case Op::kOutside:
      return fmt::format("{}({}, {})", name, Strings(condition.words), Members(condition));
    case Op::kUnless:
      return fmt::format("({}):unless({})", ToString(*condition.children[0]),
                         Members(condition, 1));
    case Op::kSame:
      return fmt::format("({}):same {}", Members(condition), Strings(condition.words));
    default:
      return fmt::format("{}({})", name, Members(condition));
  }
}

}  // namespace tellwire::rule
