// A text with stretches of it marked: companies, facts, scopes, evidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "shell/terminal.h"

namespace tellwire::shell {

struct Mark {
  Span span;
  Style style = Style::kBold;
  std::string_view open, close;  // printed around it where there is no colour
};

// The text with its marks, one within the other where they lie so; of two that cross, the later one
// ends with the earlier. Hostile characters are taken out. REQUIRES: the spans lie in the text, on
// character boundaries.
std::string MarkText(std::string_view text, std::vector<Mark> marks, bool color);

}  // namespace tellwire::shell
