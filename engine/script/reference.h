// The documentation of everything that a rule file may call, made of the bindings themselves and of
// the table of fields: the API page of rules/README.md, the annotations for editors, `help`.
#pragma once

#include <string>
#include <string_view>

namespace tellwire::script {

// What stands between the marks `<!-- generated: api -->` and `<!-- end: api -->` of
// rules/README.md.
std::string ApiPage();

// rules/editor/tellwire.lua: LuaCATS annotations, from which an editor completes and checks.
std::string EditorAnnotations();

// One name ("near", "string.find", "corpus:facts", "fact") with its signature, what it does and its
// fields; "" for a name that is not known. Without a name, all names by group.
std::string HelpOn(std::string_view name);

}  // namespace tellwire::script
