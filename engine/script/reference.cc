// Tested by tests/script/reference_test.cc, which also says that the page is current.
#include "script/reference.h"

#include <fmt/format.h>

#include "script/reference_tables.h"

namespace tellwire::script {
namespace {

using rule::Field;
using rule::FieldKind;
using rule::Op;

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string TakesText(const Field& field) {
  switch (field.kind) {
    case FieldKind::kNumber:
      return "a number with its unit";
    case FieldKind::kBare:
      return "a number";
    case FieldKind::kFlag:
      return "true, false";
    case FieldKind::kDuration:
      return "a length of time";
    default:
      break;
  }
  switch (field.source) {
    case rule::Source::kChoice:
      return "`" + fmt::format("{}", fmt::join(rule::Choices(field), "` `")) + "`";
    case rule::Source::kMetric:
      return "a metric";
    case rule::Source::kCompany:
      return "a company";
    case rule::Source::kList:
      return "a list";
    case rule::Source::kSector:
      return "a sector";
    case rule::Source::kUnit:
      return "a unit";
    case rule::Source::kDay:
      return "a day";
    default:
      return field.kind == FieldKind::kWordList ? "words" : "a word";
  }
}

std::string FunctionTable(const std::vector<ApiFunction>& functions) {
  std::string out = "| call | what it does |\n| --- | --- |\n";
  for (const ApiFunction& function : functions)
    out += fmt::format("| `{}` | {} |\n", Escaped(function.signature), Escaped(function.about));
  return out + "\n";
}

std::string FieldTable(Op leaf) {
  std::string out = "| field | takes | |\n| --- | --- | --- |\n";
  for (const Field& field : OwnFields(leaf))
    out += fmt::format("| `{}` | {} | {} |\n", field.name, Escaped(TakesText(field)),
                       Escaped(field.about));
  return out + "\n";
}

std::string ObjectTable(const ReferenceObject& object) {
  std::string out = "| field | type | |\n| --- | --- | --- |\n";
  for (const ApiField& field : object.fields) {
    std::string type = field.type;
    if (type.starts_with("tellwire.")) type.erase(0, 9);
    out += fmt::format("| `{}` | {} | {} |\n", field.name, Escaped(type), Escaped(field.about));
  }
  return out + "\n";
}

}  // namespace

std::string ApiPage() {
  std::string out = "## Reference\n\n";
  for (const ReferenceGroup& group : ReferenceGroups())
    out += fmt::format("### {}\n\n{}", group.title, FunctionTable(group.functions));
  out +=
      "`math` is Lua's without chance; `utf8` has char, codepoint, codes, len and offset. There is "
      "no "
      "other library.\n\n";
  for (const auto& [name, leaf] : LeavesWithFields()) {
    const char* note =
        HasLimits(leaf) ? "`above`, `below`, `min`, `max` and `between` may stand beside these.\n\n"
        : leaf == Op::kPromise ? "A promise also has the fields of a fact.\n\n"
                               : "";
    out += fmt::format("### Fields of `{}`\n\n{}{}", name, FieldTable(leaf), note);
  }
  for (const ReferenceObject& object : ReferenceObjects())
    out += fmt::format("### `{}` in handlers\n\n{}", object.title, ObjectTable(object));
  return out +
         "A clause whose evidence is a fact also has the fact's fields: words as text, `value`, "
         "`change` and other numbers with their unit (`x.low`, `x.high`, `x.unit`, "
         "`x:number(\"USD\")`), `change_pct` and `streak_quarters` bare. Numbers of one unit are "
         "compared, added and subtracted; with a bare number or another unit that is an error.\n";
}

std::string HelpOn(std::string_view name) {
  std::string out;
  for (const ReferenceGroup& group : ReferenceGroups()) {
    if (name.empty()) out += fmt::format("{}:", group.title);
    for (const ApiFunction& function : group.functions) {
      const std::string full = std::string(group.prefix) + function.name;
      if (name.empty()) {
        out += " " + full;
      } else if (name == full || name == function.name) {
        out += fmt::format("{}\n  {} (since {})\n", function.signature, function.about,
                           function.since);
      }
    }
    if (name.empty()) out += "\n";
  }
  for (const auto& [leaf_name, leaf] : LeavesWithFields()) {
    if (leaf_name != name) continue;
    for (const Field& field : rule::FieldsOf(leaf))
      out += fmt::format("  {:<16} {} ({})\n", field.name, field.about, TakesText(field));
  }
  for (const ReferenceObject& object : ReferenceObjects()) {
    if (object.title != name) continue;
    for (const ApiField& field : object.fields)
      out += fmt::format("  {:<16} {}\n", field.name, field.about);
  }
  return out;
}

}  // namespace tellwire::script
