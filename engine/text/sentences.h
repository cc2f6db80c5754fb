// Splits a block into sentences (internal to ReadDocument).
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/document.h"

namespace tellwire::text {

// The sentences of `block`, in order, without the white space between them. Never empty for a
// block that holds a visible character.
std::vector<Span> SplitSentences(std::string_view text, const Span& block,
                                 const LayoutTables& tables);

}  // namespace tellwire::text
