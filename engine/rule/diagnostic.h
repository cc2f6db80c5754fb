// What `rule check` says: one record a problem, with a stable code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace tellwire::rule {

enum class Level { kWarning, kError };

struct Diagnostic {
  std::string code;  // "R007": listed in engine/rule/README.md, each with a golden file
  Level level = Level::kError;
  Where where;
  std::string message;  // what is wrong
  std::string help;     // what to type instead; may be empty
  std::string line;     // the source line, for the caret
  std::string rule;     // the rule's id, where it is known
};

// A record of one of the codes of rule/codes.h, which give it its level.
Diagnostic Diagnose(std::string_view code, Where where, std::string message, std::string help = "");

// `rules/credit/cut.lua:14:7: error[R007]: message`, the line, a caret under the column, `help:
// ...`.
std::string Render(const Diagnostic& diagnostic);

}  // namespace tellwire::rule
