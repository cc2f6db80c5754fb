// Conditions as Lua values: userdata that can be combined, never looked into.
#pragma once

#include <lua.hpp>
#include <memory>
#include <vector>

#include "rule/condition.h"
#include "script/loading.h"

namespace tellwire::script {

// What the userdata holds.
struct HeldCondition {
  rule::ConditionPtr condition;
  uint64_t file = 0;   // FileLoad::number of the file that made it
  uint32_t made = 0;   // its place in FileLoad::made of that file
  uint64_t order = 0;  // by creation
  int depth = 1;       // of its tree
  uint32_t size = 1;   // nodes of its tree, shared ones counted each time
  bool bad = false;    // something was wrong with it, and said; no rule that holds it is loaded
};

// Sets up the metatable: operators `&`, `|`, `~`, methods exact, unless, same. Once a state.
void OpenConditions(lua_State* L);

// Pushes a condition that was made of `parts`.
// REQUIRES: the Loading of the state is set
void PushCondition(lua_State* L, rule::Condition condition, const std::vector<HeldCondition>& parts,
                   bool bad);

// The condition at `index`; nullptr if it is something else.
const HeldCondition* ToCondition(lua_State* L, int index);

// Marks a condition, and all that it was made of, as reached.
void MarkReached(FileLoad* file, const HeldCondition& held);

}  // namespace tellwire::script
