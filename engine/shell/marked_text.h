// A text with stretches of it marked: companies, facts, evidence.
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
  std::string open,
      close;  // printed around it where there is no colour; also with colour unless empty
};

// The text with its marks; where marks overlap, the one that begins first (then the longer) wins.
// Hostile characters are taken out. REQUIRES: the spans lie in the text, on character boundaries.
std::string MarkText(std::string_view text, std::vector<Mark> marks, bool color);

}  // namespace tellwire::shell
