// Tables that may be read but no longer written: libraries, modules, and what a handler holds.
//
// A frozen table is an empty one whose metatable leads to the real one; metatables are out of a
// rule's reach, so nothing is written past it. pairs, ipairs, `#` and the table functions that only
// read see through it.
#pragma once

#include <lua.hpp>
#include <optional>
#include <string>

namespace tellwire::script {

// Replaces the table on top of the stack by a frozen one over it. Shallow.
void PushFrozen(lua_State* L);

// Pushes the real table behind the one at `index` (itself if it is not frozen).
// REQUIRES: a table at `index`
void PushBehind(lua_State* L, int index);

bool IsFrozen(lua_State* L, int index);

// Replaces a frozen table at `index` by the one behind it, for C++ that reads tables raw: what a
// module gives away may stand wherever a table is taken. Other values stay.
void SeeThrough(lua_State* L, int index);

// Freezes the value on top of the stack with all that it reaches: tables in tables, and the
// upvalues of functions. Replaces a table by its frozen form. Returns what cannot be frozen (an
// iterator, a table used as a key), by name; nullopt: done.
// `watched`: the index of an array to which every upvalue is added that a function could assign to,
// as function, number, value; 0: none is wanted.
std::optional<std::string> FreezeDeep(lua_State* L, int watched);

// Compares the upvalues of an array made by FreezeDeep with what they were, and sets back those
// that were assigned to. Returns the name of the first; "" when all are as they were.
std::string RestoreWatched(lua_State* L, int watched);

}  // namespace tellwire::script
