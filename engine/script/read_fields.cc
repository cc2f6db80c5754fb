// The table of a leaf: `fact { metric = "revenue", change = { below = -1, unit = "pp" } }`.
// Which keys there are, and what each takes, stands in rule/fields.h.
#include <fmt/format.h>

#include <algorithm>

#include "script/read_condition.h"
#include "script/special_values.h"

namespace tellwire::script {
namespace {

namespace code = rule::code;
using rule::Field;
using rule::FieldKind;
using rule::FieldTest;

bool IsNumber(const Field& field) {
  return field.kind == FieldKind::kNumber || field.kind == FieldKind::kBare;
}

// One field of one leaf, its value on top of the stack.
class FieldReader {
 public:
  FieldReader(lua_State* L, TableReader* table, const Field& field)
      : L_(L), table_(table), field_(field) {
    test_.field = std::string(field.name);
  }

  // nullopt: reported.
  std::optional<FieldTest> Read() {
    if (const auto special = ToSpecial(L_, -1)) return Special(*special);
    if (field_.kind == FieldKind::kFlag) return Flag();
    return IsNumber(field_) ? Limits() : Words();
  }

 private:
  std::optional<FieldTest> Wrong(std::string wanted, std::string help = "") {
    table_->Report(code::kWrongType, table_->ValueAt(field_.name),
                   fmt::format("`{}` is {}, not {}", field_.name, Shown(L_, -1), wanted),
                   std::move(help));
    return std::nullopt;
  }

  std::optional<FieldTest> Special(SpecialValue value) {
    if (value != SpecialValue::kNo) {
      test_.kind =
          value == SpecialValue::kMissing ? FieldTest::Kind::kMissing : FieldTest::Kind::kPresent;
      return test_;
    }
    lua_getiuservalue(L_, -1, 1);
    if (ToSpecial(L_, -1)) {
      lua_pop(L_, 1);
      return Wrong("a value after `no`",
                   "`no` takes a value or limits; write `missing` or `present`");
    }
    auto test = Read();
    lua_pop(L_, 1);
    if (test) test->no = true;
    return test;
  }

  std::optional<FieldTest> Flag() {
    if (!lua_isboolean(L_, -1)) return Wrong("true or false");
    test_.kind = FieldTest::Kind::kFlag;
    test_.flag = lua_toboolean(L_, -1);
    return test_;
  }

  std::optional<FieldTest> Words() {
    auto words = TextsAt(L_, -1);
    if (!words || words->empty()) return Wrong("a text or a list of texts");
    CheckWords(L_, table_, field_, *words, table_->ValueAt(field_.name));
    test_.words = std::move(*words);
    return test_;
  }

  std::optional<FieldTest> Limits() {
    test_.kind = FieldTest::Kind::kBound;
    if (lua_type(L_, -1) == LUA_TNUMBER) {
      test_.bound.min = test_.bound.max = lua_tonumber(L_, -1);
      return test_;
    }
    if (!lua_istable(L_, -1))
      return Wrong("a number or limits", "write { above = 5 } or { below = 5 }");
    TableReader limits(L_, -1, table_->Written(field_.name), table_->ValueAt(field_.name),
                       fmt::format("`{}`", field_.name));
    if (limits.size() > 0)
      limits.Report(code::kWrongType, limits.where(),
                    fmt::format("`{}` takes limits, not a list", field_.name),
                    "write { above = 5 } or { between = { 5, 10 } }");
    test_.bound = ReadBound(L_, &limits, field_.kind == FieldKind::kNumber, {});
    table_->TakeBadOf(limits);
    if (limits.bad()) return std::nullopt;
    return test_;
  }

  lua_State* L_;
  TableReader* table_;
  const Field& field_;
  FieldTest test_;
};

std::vector<model::Modality> Modalities(const std::vector<std::string>& words) {
  using enum model::Modality;
  std::vector<model::Modality> modalities;
  const auto add = [&](model::Modality modality) {
    if (std::find(modalities.begin(), modalities.end(), modality) == modalities.end())
      modalities.push_back(modality);
  };
  for (const std::string& word : words) {
    if (const auto modality = model::ParseModality(word)) {
      add(*modality);
    } else if (word == "asserted") {
      for (model::Modality one : {kActual, kGuidance, kTarget, kEstimate}) add(one);
    } else if (word == "any") {
      for (model::Modality one :
           {kActual, kGuidance, kTarget, kEstimate, kRumour, kHypothetical, kOpinion})
        add(one);
    }
  }
  std::sort(modalities.begin(), modalities.end());
  return modalities;
}

// A field with a member of its own in Condition.
void Store(TableReader* table, const Field& field, FieldTest test, rule::Condition* leaf) {
  if (test.no || test.kind == FieldTest::Kind::kMissing || test.kind == FieldTest::Kind::kPresent) {
    table->Report(code::kWrongType, table->ValueAt(field.name),
                  fmt::format("`{}` takes neither `no` nor `missing` nor `present`", field.name));
    return;
  }
  if (field.stored == "exact_metric") {
    leaf->exact_metric = test.flag;
  } else if (field.stored == "modalities") {
    leaf->modalities = Modalities(test.words);
  } else if (field.stored == "words") {
    leaf->words.insert(leaf->words.end(), test.words.begin(), test.words.end());
  } else if (field.stored == "bound") {
    leaf->bound = test.bound;
  } else if (field.stored == "within") {
    const auto seconds = test.words.size() == 1
                             ? ParseDuration(test.words[0])
                             : Result<int64_t>(Error(ErrorKind::kRule, {}, "one length of time"));
    if (seconds && *seconds > 0) {
      leaf->within = *seconds;
    } else {
      table->Report(code::kWrongType, table->ValueAt(field.name),
                    fmt::format("`{}` is no length of time", field.name),
                    "write \"36h\", \"7d\", \"2w\", \"3m\" or \"1y\"");
    }
  }
}

// The unit that a limit of a fact's number counts in where it names none: the one that is asked for
// beside it, or the only one of the metric; "" when there is none.
std::string ImpliedUnit(const model::Vocabulary& vocabulary, const rule::Condition& leaf) {
  const FieldTest* metrics = nullptr;
  for (const FieldTest& other : leaf.fields) {
    if (other.no || other.kind != FieldTest::Kind::kWords) continue;
    if (other.field == "metric") metrics = &other;
    if (other.field == "unit" && other.words.size() == 1) return other.words[0];
  }
  std::string unit;
  if (!metrics) return unit;
  for (const std::string& id : metrics->words) {
    const model::Metric* metric = vocabulary.FindMetric(id);
    if (!metric || metric->units.size() != 1) return "";
    if (!unit.empty() && unit != metric->units[0]) return "";
    unit = metric->units[0];
  }
  return unit;
}

void ResolveUnits(lua_State* L, TableReader* table, rule::Condition* leaf) {
  const std::string implied = ImpliedUnit(Loading::Of(L)->vocabulary, *leaf);
  for (FieldTest& test : leaf->fields) {
    const Field* field = rule::FindField(leaf->op, test.field);
    if (!field || field->kind != FieldKind::kNumber || test.kind != FieldTest::Kind::kBound ||
        !test.bound.unit.empty() || !test.bound.in_currency.empty() || test.field == "change")
      continue;
    test.bound.unit = implied;
    if (!implied.empty()) continue;
    table->Report(code::kNeedsUnit, table->ValueAt(test.field),
                  fmt::format("the limit of `{}` has no unit", test.field),
                  fmt::format("write {} = {{ above = .., unit = \"USD\" }}, or in_currency = "
                              "\"USD\" to convert",
                              test.field));
  }
}

}  // namespace

void ReadFields(lua_State* L, TableReader* table, rule::Condition* leaf) {
  std::vector<std::string> known = rule::FieldNames(leaf->op);
  const Field* limits = nullptr;  // the field whose limits may stand in the leaf's own table
  for (const Field& field : rule::FieldsOf(leaf->op)) {
    if (field.stored == "bound") limits = &field;
  }
  if (limits) {
    leaf->bound = ReadBound(L, table, false, known);
  } else {
    table->CheckKeys(known);
  }
  for (const std::string& key : table->keys()) {
    const Field* field = rule::FindField(leaf->op, key);
    if (!field) continue;
    table->Push(key);
    auto test = FieldReader(L, table, *field).Read();
    lua_pop(L, 1);
    if (!test) continue;
    if (!field->stored.empty()) {
      Store(table, *field, std::move(*test), leaf);
    } else {
      leaf->fields.push_back(std::move(*test));
    }
  }
  ResolveUnits(L, table, leaf);
}

}  // namespace tellwire::script
