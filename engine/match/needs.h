// What must be present in an article for a rule to be true, as keys of words and pairs of words.
#pragma once

#include <cstdint>
#include <vector>

#include "match/program.h"

namespace tellwire::match {

// Groups of keys: a condition is false where of some group no key is present. A necessary condition
// only, and kept short: at most kMostGroups groups of at most kMostKeys keys.
using NeedGroup = std::vector<uint32_t>;
inline constexpr size_t kMostGroups = 4, kMostKeys = 8;

std::vector<NeedGroup> NeedsOf(const Program& program, NodeId node);

}  // namespace tellwire::match
