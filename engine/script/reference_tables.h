// What there is to document: functions by group, objects of handlers, leaves with fields.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rule/fields.h"
#include "script/marshal_hit.h"

namespace tellwire::script {

struct ReferenceGroup {
  const char* title;
  const char* prefix;  // before each name: "string."
  std::vector<ApiFunction> functions;
};
std::vector<ReferenceGroup> ReferenceGroups();

struct ReferenceObject {
  const char* title;  // as a handler writes it: "hit.article"
  const char* type;   // of LuaCATS
  std::vector<ApiField> fields;
};
std::vector<ReferenceObject> ReferenceObjects();

// The leaves that take fields, by the function that makes them.
std::vector<std::pair<std::string, rule::Op>> LeavesWithFields();

// Whether limits (`above`, `below` ..) may stand among the fields of a leaf.
bool HasLimits(rule::Op leaf);

// The fields of a leaf; of `promise` only those that `fact` has not.
std::vector<rule::Field> OwnFields(rule::Op leaf);

}  // namespace tellwire::script
