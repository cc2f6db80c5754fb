// All rules as one graph of numbered nodes: what the network runs. Built once by compile.cc, read
// by evaluation.cc; nothing in it changes afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/key_index.h"
#include "match/literals.h"
#include "match/phrase_table.h"
#include "match/reading.h"
#include "model/vocabulary.h"
#include "rule/rule.h"

namespace tellwire::match {

using NodeId = uint32_t;
using SourceId = uint32_t;
inline constexpr uint32_t kNone = ~uint32_t{0};

// A condition under what its scopes say of it: `affirmed`, `current` and `anywhere` are no nodes
// but marks on the nodes below them. Equal conditions under equal marks are one node.
struct Node {
  rule::Op op = rule::Op::kAll;
  Filters filters;
  bool unbound = false;  // under `anywhere`
  // Half-open: its members in Program::members; of phrase and list: `first` is its index in the
  // phrase table.
  uint32_t first = 0, last = 0;
  uint32_t slot = kNone;     // of leaves and joins: where a Scratch keeps their readings
  SourceId source = kNone;   // of leaves
  uint32_t drivers = kNone;  // of a scope over places: index into Program::drivers
  const rule::Condition* condition = nullptr;  // one of those that it stands for
};
static_assert(sizeof(Node) <= 40);

// A leaf without its marks: what is looked for in the article, and whom it wakes.
struct Source {
  const rule::Condition* condition = nullptr;
  uint32_t phrases = kNone;     // of phrase and list: index into the phrase table
  uint32_t regex = kNone;       // of regex: index into Program::regexes
  std::vector<uint32_t> wakes;  // the rules that are anchored on it
};

// A clause tree of a rule.
struct Root {
  NodeId node = kNone;
  const rule::Condition* condition = nullptr;
  std::string name;                  // "when", "unless[1]" ...
  std::vector<std::string> clauses;  // ClausesOf
  std::vector<std::string> members;  // PathName of each member, where it is a table
};

struct RuleProgram {
  Root when;
  std::vector<Root> unless, against, excepted;
  bool exists = false;  // false: a rule without `when`
  bool per_company = false;
  std::vector<rule::FieldTest> filter;
  std::vector<rule::ConditionPtr> kept_alive;
  std::vector<SourceId> anchor;  // of these one must be found; none: not anchored
};

struct RuleAsked {
  NodeId when = kNone;
  bool per_company = false;
};

struct RegexSource {
  SourceId source = kNone;
  bool gated = false;  // its literals stand in Program::literals
};

struct Program {
  std::vector<Node> nodes;
  std::vector<NodeId> members;
  std::vector<NodeId> by_cost;  // parallel to members: the same members, cheapest first
  std::vector<Source> sources;
  // Of scopes over places: leaves without a reading of which no place can hold.
  std::vector<std::vector<NodeId>> drivers;
  std::vector<RuleProgram> rules;
  std::vector<RuleAsked> asked;  // parallel: what is looked at before a rule is known to hold
  // What else must be present for a woken rule to be true: groups of keys (presence.h), one key of
  // each group. By rule: where its needs begin in `needs`: the number of groups, then of each group
  // the number of keys and the keys.
  std::vector<uint32_t> first_need;
  std::vector<uint32_t> needs;
  std::vector<uint32_t> unanchored;  // rules that every article wakes
  uint32_t slots = 0;

  PhraseTable phrases;
  std::vector<RegexSource> regexes;
  Literals literals;             // values: indices into regexes
  bool has_filed_regex = false;  // a regex is an anchor: every article is searched for literals
  KeyIndex metrics, companies, events, themes;  // values: sources
  std::vector<SourceId> on_any_quantity;
};

class WordFrequencies;

// REQUIRES: the vocabulary outlives the program.
Program Compile(const rule::RuleSet& rules, const model::Vocabulary& vocabulary,
                const WordFrequencies& frequencies);

}  // namespace tellwire::match
