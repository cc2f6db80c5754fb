// A signature such as "near(n, a, b) -> condition" is what people read; the types for editors
// follow from it by the names of the parameters, which mean the same thing in every binding. Tested
// by tests/script/reference_test.cc, which also says that the file is current.
#include <fmt/format.h>

#include <map>

#include "base/json_writer.h"
#include "base/table.h"
#include "script/api_conditions.h"
#include "script/marshal_amount.h"
#include "script/marshal_condition.h"
#include "script/reference.h"
#include "script/reference_tables.h"

namespace tellwire::script {
namespace {

using rule::Field;
using rule::FieldKind;
using rule::Op;

// What a parameter of that name is. The fields of a leaf have a class of their own.
std::string TypeOf(const std::string& parameter, const std::string& function) {
  static const std::map<std::string, std::string, std::less<>> kTypes = {
      {"a", "tellwire.Condition"},
      {"b", "tellwire.Condition"},
      {"c", "tellwire.Condition"},
      {"d", "tellwire.Condition"},
      {"leaf", "tellwire.Condition"},
      {"members", "table<string|integer, tellwire.Condition>"},
      {"n", "integer"},
      {"number", "number"},
      {"rule", "string"},
      {"words", "string|string[]"},
      {"heading", "string|string[]"},
      {"value", "any"},
      {"metric", "string"},
      {"limits", "tellwire.Limits"},
      {"options", "table?"},
      {"what", "\"sentence\"|\"paragraph\"|\"section\"|\"segment\"|\"period\""},
      {"relation", "\"<\"|\"<=\"|\">\"|\">=\"|\"==\"|\"~=\""}};
  if (parameter == "fields") return fmt::format("tellwire.{}.Fields", function);
  if (parameter == "name_or_fields") return fmt::format("string|tellwire.{}.Fields", function);
  if (function == "impact" || function == "sentiment" || function == "portfolio")
    return fmt::format("tellwire.{}.Fields", function);
  const auto found = kTypes.find(parameter);
  return found == kTypes.end() ? "string" : found->second;
}

std::string ReturnType(const std::string& function, std::string_view returned) {
  if (returned == "condition") return "tellwire.Condition";
  if (function == "rule") return "fun(rule: tellwire.Rule)";
  if (function == "except") return "fun(exception: tellwire.Exception)";
  if (function == "at_least")
    return "fun(members: table<string|integer, tellwire.Condition>): tellwire.Condition";
  if (returned == "facts") return "tellwire.Fact[]";
  if (returned == "alerts" || returned == "articles") return "table[]";
  if (returned == "amount") return "tellwire.Amount";
  if (returned == "value") return "any";
  return std::string(returned);
}

struct Signature {
  std::string name, returned;
  std::vector<std::string> parameters;
};

Signature Parse(const ApiFunction& function) {
  Signature signature;
  const std::string_view text = function.signature;
  const size_t close = text.substr(0, text.find(" -> ")).rfind(')');
  const size_t open = text.rfind('(', close);
  signature.name = function.name;
  signature.parameters = SplitList(text.substr(open + 1, close - open - 1), ',');
  const size_t arrow = text.find(" -> ", close);
  if (arrow != std::string_view::npos) signature.returned = text.substr(arrow + 4);
  return signature;
}

// `---@param` lines and the declaration. `owner`: "" or "Condition:" ..
std::string Declaration(const ApiFunction& function, const std::string& owner) {
  const Signature signature = Parse(function);
  std::string out = fmt::format("---{}\n", function.about);
  std::vector<std::string> names;
  for (const std::string& parameter : signature.parameters) {
    if (parameter == "..") {
      out += fmt::format("---@param ... {}\n", TypeOf("c", signature.name));
      names.emplace_back("...");
      continue;
    }
    const bool optional = signature.name == "fired" && parameter == "fields";
    out += fmt::format("---@param {}{} {}\n", parameter, optional ? "?" : "",
                       TypeOf(parameter, signature.name));
    names.push_back(parameter);
  }
  if (!signature.returned.empty())
    out += fmt::format("---@return {}\n", ReturnType(signature.name, signature.returned));
  return out +
         fmt::format("function {}{}({}) end\n\n", owner, signature.name, fmt::join(names, ", "));
}

std::string EditorType(const Field& field) {
  switch (field.kind) {
    case FieldKind::kNumber:
    case FieldKind::kBare:
      return "number|tellwire.Limits|tellwire.Special";
    case FieldKind::kFlag:
      return "boolean|tellwire.Special";
    case FieldKind::kDuration:
      return "string";
    default:
      break;
  }
  if (field.source != rule::Source::kChoice) return "string|string[]|tellwire.Special";
  std::string type;
  for (const std::string& choice : rule::Choices(field)) type += Quote(choice) + "|";
  return type + "string[]|tellwire.Special";
}

std::string FieldsClass(const std::string& name, Op leaf) {
  std::string out = fmt::format("---@class tellwire.{}.Fields{}\n", name,
                                HasLimits(leaf)        ? ": tellwire.Limits"
                                : leaf == Op::kPromise ? ": tellwire.fact.Fields"
                                                       : "");
  for (const Field& field : OwnFields(leaf))
    out += fmt::format("---@field {}? {} {}\n", field.name, EditorType(field), field.about);
  if (name == "company" || name == "theme") out += "---@field [integer] string\n";
  return out + "\n";
}

// A fact in a handler: its fields as values.
std::string FactClass() {
  std::string out = "---@class tellwire.Fact: tellwire.Clause\n";
  for (const Field& field : rule::FieldsOf(Op::kPromise)) {
    if (field.name == "exact" || field.name == "state") continue;
    std::string type = "string?";
    if (field.kind == FieldKind::kNumber) type = "tellwire.Amount?";
    if (field.kind == FieldKind::kBare) type = "number?";
    if (field.kind == FieldKind::kFlag) type = "boolean";
    if (field.kind == FieldKind::kWordList) type = "string[]";
    out += fmt::format("---@field {} {} {}\n", field.name, type, field.about);
  }
  out += "local Fact = {}\n\n";
  for (const ApiFunction& method : FactMethods()) out += Declaration(method, "Fact:");
  return out;
}

constexpr char kHead[] = R"(---@meta tellwire
-- What rule files may call, for editors that read LuaCATS annotations. Made by Tellwire from its
-- own bindings: TELLWIRE_UPDATE=1 build/release/tests/script_test writes it anew.

---@class tellwire.Special

---The field is not there.
---@type tellwire.Special
missing = nil
---The field is there.
---@type tellwire.Special
present = nil

---@class tellwire.Limits
---@field above? number more than
---@field below? number less than
---@field min? number at least
---@field max? number at most
---@field between? number[] both ends count
---@field unit? string `pct`, `pp`, `USD` ..
---@field in_currency? string converts by the dated rates

---@class tellwire.Amount
---@field low number
---@field high number
---@field unit string
---@operator add(tellwire.Amount): tellwire.Amount
---@operator sub(tellwire.Amount): tellwire.Amount
---@operator mul(number): tellwire.Amount
---@operator div(number): tellwire.Amount
---@operator unm: tellwire.Amount
local Amount = {}

---The bare number in that unit; nil in another.
---@param unit string
---@return number?
function Amount:number(unit) end

---@class tellwire.Sentiment
---@field label "negative"|"neutral"|"positive"
---@field score number
---@field mixed boolean

---@class tellwire.Condition
---@operator band(tellwire.Condition): tellwire.Condition
---@operator bor(tellwire.Condition): tellwire.Condition
---@operator bnot: tellwire.Condition
local Condition = {}

)";

constexpr char kRuleClasses[] = R"(---@class tellwire.Decision
---@field score? number from 0 to 1; replaces the severity's weight
---@field note? string
---@field severity? "info"|"low"|"medium"|"high"|"critical"
---@field title? string
---@field tags? string[]

---@class tellwire.Rule
---@field title string the alert's headline: `{company}`, `{clause.field:spec}`
---@field when tellwire.Condition|table<string|integer, tellwire.Condition>
---@field unless? table<string|integer, tellwire.Condition> vetoes
---@field against? table<string|integer, tellwire.Condition> counter-evidence
---@field subject? "article"|"company"|tellwire.Condition
---@field severity? "info"|"low"|"medium"|"high"|"critical"
---@field status? "draft"|"test"|"stable"|"retired"
---@field tags? string[]
---@field about? string
---@field once_per? string|table the alert's key; `days`: how long it stays quiet
---@field alert? fun(hit: tellwire.Hit, corpus: tellwire.Corpus): tellwire.Decision?
---@field false_alerts? string[]
---@field examples? tellwire.Examples

---@class tellwire.Examples
---@field fires? (string|table)[]
---@field silent? (string|table)[]
---@field unknown? (string|table)[]

---@class tellwire.Exception
---@field where tellwire.Condition
---@field reason string
---@field owner string
---@field expires string an ISO day

)";

std::string ObjectClass(const ReferenceObject& object) {
  std::string out = fmt::format("---@class {}\n", object.type);
  for (const ApiField& field : object.fields)
    out += fmt::format("---@field {} {} {}\n", field.name, field.type, field.about);
  if (std::string_view(object.title) == "hit")
    out += "---@field [string] tellwire.Fact? the best evidence of a clause\n";
  return out + "\n";
}

}  // namespace

std::string EditorAnnotations() {
  std::string out = kHead;
  for (const ApiFunction& method : ConditionMethods()) out += Declaration(method, "Condition:");
  for (const auto& [name, leaf] : LeavesWithFields()) out += FieldsClass(name, leaf);
  for (const ReferenceObject& object : ReferenceObjects()) out += ObjectClass(object);
  out += FactClass();
  out += "---@class tellwire.Corpus\nlocal Corpus = {}\n\n";
  for (const ApiFunction& function : CorpusFunctions()) out += Declaration(function, "Corpus:");
  out += kRuleClasses;
  for (const auto& functions :
       {RuleFunctions(), LeafFunctions(), CombinatorFunctions(), AmountFunctions()}) {
    for (const ApiFunction& function : functions) out += Declaration(function, "");
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace tellwire::script
