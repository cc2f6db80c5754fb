// On what a rule is anchored: the rarest leaves of which it cannot be true without one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "match/program.h"
#include "match/word_frequencies.h"

namespace tellwire::match {

// A set of leaves: where none of them has a reading, the condition is false. `share` estimates in
// how many articles one of them has.
struct AnchorSet {
  std::vector<NodeId> leaves;
  double share = 1;
};

// The rarest such set of a node, or nullopt: it may be true where nothing at all was found.
std::optional<AnchorSet> ChooseAnchor(const Program& program, NodeId node,
                                      const WordFrequencies& frequencies);

// Puts a leaf where an article will find it. Once a source.
void FileSource(SourceId source, const model::Vocabulary& vocabulary, Program* program);

// Whether every match of the regex contains one of its literals, and all of those are plain ASCII.
bool IsGated(const rule::Condition& regex);

}  // namespace tellwire::match
