// string.format: as in C, without what would print an address or build a string of any width.
#pragma once

#include <lua.hpp>
#include <string>

namespace tellwire::script {

// Formats the arguments of the running function: the first is the format. Raises a Lua error for a
// conversion that is unknown, an argument that is missing or of the wrong kind, or a result over
// 1 MiB.
std::string FormatText(lua_State* L);

}  // namespace tellwire::script
