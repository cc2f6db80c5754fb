// `all` needs what each of its members needs; `any` needs one of what its members need, so one
// group of each together; a phrase needs its rarest pair of words. What cannot be said in keys is
// left out, which only makes the needs weaker.
//   all { phrase "export control", any { phrase "chip", phrase "price war" } }
//     -> { export+control } { chip, price+war }
#include "match/needs.h"

#include <algorithm>

#include "match/numbers.h"

namespace tellwire::match {

using rule::Op;

namespace {

std::vector<NeedGroup> OfPhrases(const Program& program, const Node& node) {
  const PhraseTable::Leaf& leaf = program.phrases.leaf(program.sources[node.source].phrases);
  if (leaf.last - leaf.first > kMostKeys) return {};
  NeedGroup group;
  for (uint32_t phrase = leaf.first; phrase < leaf.last; ++phrase) {
    const uint64_t key = program.phrases.KeyOf(phrase);
    if (key == 0) return {};
    group.push_back(Presence::Shortened(key));
  }
  return {group};
}

// Of each member its shortest group; nothing where one has none.
std::vector<NeedGroup> OneOfEach(const std::vector<std::vector<NeedGroup>>& members) {
  NeedGroup together;
  for (const std::vector<NeedGroup>& groups : members) {
    if (groups.empty()) return {};
    const auto shortest = std::min_element(
        groups.begin(), groups.end(),
        [](const NeedGroup& a, const NeedGroup& b) { return a.size() < b.size(); });
    together.insert(together.end(), shortest->begin(), shortest->end());
  }
  if (together.size() > kMostKeys) return {};
  return {together};
}

}  // namespace

std::vector<NeedGroup> NeedsOf(const Program& program, NodeId id) {
  const Node& node = program.nodes[id];
  if (node.op == Op::kPhrase || node.op == Op::kList) return OfPhrases(program, node);
  if (rule::IsLeaf(node.op) || node.op == Op::kNone || node.op == Op::kNot) return {};
  std::vector<std::vector<NeedGroup>> members;
  for (uint32_t i = node.first; i < node.last; ++i)
    members.push_back(NeedsOf(program, program.members[i]));
  if (node.op == Op::kAny) return OneOfEach(members);
  if (node.op == Op::kAtLeast)
    return node.condition->number <= 0 ? std::vector<NeedGroup>() : OneOfEach(members);
  if (node.op == Op::kUnless) return members[0];
  if (node.op == Op::kCount && IsWithin(0.0, model::Qualifier::kExact, node.condition->bound))
    return {};
  std::vector<NeedGroup> needs;
  for (std::vector<NeedGroup>& groups : members) {
    for (NeedGroup& group : groups) {
      if (needs.size() < kMostGroups) needs.push_back(std::move(group));
    }
  }
  return needs;
}

}  // namespace tellwire::match
