// Which blocks are headings, and whether the first line lends the title (internal to ReadDocument).
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace tellwire::text {

// A block before its sentences are split.
struct RawBlock {
  Span span;
  model::TokenRange tokens;
  model::BlockKind kind = model::BlockKind::kProse;
  bool one_line = true;
  bool marked = false;  // as a heading, in Markdown
  bool label = false;   // of a data provider, its value expected below it
};

// Turns prose blocks that are headings into kHeading.
void FindHeadings(std::string_view text, std::vector<RawBlock>* blocks);

// Whether the first block reads like a headline over what follows.
bool LendsTitle(std::string_view text, const std::vector<RawBlock>& blocks);

}  // namespace tellwire::text
