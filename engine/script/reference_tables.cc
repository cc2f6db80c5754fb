#include "script/reference_tables.h"

#include <algorithm>

#include "script/api_conditions.h"
#include "script/marshal_amount.h"
#include "script/marshal_condition.h"

namespace tellwire::script {

using rule::Field;
using rule::Op;

std::vector<ReferenceGroup> ReferenceGroups() {
  return {{"Rules", "", RuleFunctions()},
          {"Leaves", "", LeafFunctions()},
          {"Combining", "", CombinatorFunctions()},
          {"Methods of conditions", "c:", ConditionMethods()},
          {"Numbers in handlers", "", AmountFunctions()},
          {"Methods of facts in handlers", "fact:", FactMethods()},
          {"The corpus in handlers", "corpus:", CorpusFunctions()},
          {"Lua", "", BaseFunctions()},
          {"Text", "string.", StringFunctions()},
          {"Tables", "table.", TableFunctions()},
          {"Time", "os.", OsFunctions()}};
}

std::vector<ReferenceObject> ReferenceObjects() {
  return {{"hit", "tellwire.Hit", HitFields()},
          {"hit.<clause>", "tellwire.Clause", ClauseFields()},
          {"hit.article", "tellwire.Article", ArticleFields()},
          {"hit.analysis", "tellwire.Analysis", AnalysisFields()}};
}

std::vector<std::pair<std::string, Op>> LeavesWithFields() {
  std::vector<std::pair<std::string, Op>> leaves;
  for (int op = 0; rule::IsLeaf(static_cast<Op>(op)); ++op) {
    const Op leaf = static_cast<Op>(op);
    if (!rule::FieldsOf(leaf).empty()) leaves.emplace_back(rule::ToString(leaf), leaf);
  }
  return leaves;
}

bool HasLimits(Op leaf) {
  const auto fields = rule::FieldsOf(leaf);
  return std::any_of(fields.begin(), fields.end(),
                     [](const Field& field) { return field.stored == "bound"; });
}

std::vector<Field> OwnFields(Op leaf) {
  std::vector<Field> own;
  for (const Field& field : rule::FieldsOf(leaf)) {
    if (leaf != Op::kPromise || !rule::FindField(Op::kFact, field.name)) own.push_back(field);
  }
  return own;
}

}  // namespace tellwire::script
