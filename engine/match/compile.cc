// Rules -> program: every condition becomes a node, equal ones the same node; every rule gets its
// anchor. A node is found again by its key: of a leaf its canonical form and its marks, of the
// others what they are and the numbers of their members, which makes the search linear in all.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "fmt/format.h"
#include "match/anchors.h"
#include "match/evidence.h"
#include "match/needs.h"
#include "match/phrase_match.h"
#include "match/program.h"
#include "match/word_frequencies.h"

namespace tellwire::match {

using rule::Condition;
using rule::ConditionPtr;
using rule::Op;

namespace {

struct Marks {
  Filters filters;
  bool unbound = false;
};

void AddMark(Op op, Marks* marks) {
  if (op == Op::kAnywhere) marks->unbound = true;
  marks->filters = marks->filters.Under(op);
}

// The clause of a name and the marks that it stands under.
const Condition* FindClause(const Condition& condition, std::string_view name, Marks* marks) {
  if (condition.name == name) return &condition;
  Marks inner = *marks;
  AddMark(condition.op, &inner);
  for (const ConditionPtr& child : condition.children) {
    Marks found_under = inner;
    const Condition* found = FindClause(*child, name, &found_under);
    if (found == nullptr) continue;
    *marks = found_under;
    return found;
  }
  return nullptr;
}

class Compiler {
 public:
  Compiler(const model::Vocabulary& vocabulary, const WordFrequencies& frequencies)
      : vocabulary_(vocabulary), frequencies_(frequencies) {}

  Program Run(const rule::RuleSet& rules) {
    program_.rules.resize(rules.rules.size());
    for (size_t i = 0; i < rules.rules.size(); ++i) AddRule(rules.rules[i], &program_.rules[i]);
    for (size_t i = 0; i < rules.rules.size(); ++i) AnchorRule(static_cast<uint32_t>(i));
    for (const RuleProgram& rule : program_.rules) AddNeeds(rule);
    BuildPhrases();
    program_.literals.Build();
    for (Node& node : program_.nodes) AddDrivers(&node);
    return std::move(program_);
  }

 private:
  void AddRule(const rule::Rule& rule, RuleProgram* compiled) {
    program_.asked.emplace_back();
    if (!rule.when) return;
    compiled->exists = true;
    compiled->per_company = rule.subject.per_company;
    compiled->filter = rule.subject.filter;
    compiled->when = AddRoot(rule.when, "when", rule, compiled);
    program_.asked.back() = {compiled->when.node, compiled->per_company};
    const auto add_all = [&](const std::vector<ConditionPtr>& from, std::string_view name,
                             std::vector<Root>* to) {
      for (size_t i = 0; i < from.size(); ++i)
        to->push_back(AddRoot(from[i], fmt::format("{}[{}]", name, i + 1), rule, compiled));
    };
    add_all(rule.unless, "unless", &compiled->unless);
    add_all(rule.against, "against", &compiled->against);
    add_all(rule.excepted, "except", &compiled->excepted);
  }

  Root AddRoot(const ConditionPtr& condition, std::string name, const rule::Rule& rule,
               RuleProgram* compiled) {
    compiled->kept_alive.push_back(condition);
    Root root;
    root.node = AddNode(*condition, {}, &rule);
    root.condition = condition.get();
    root.clauses = ClausesOf(*condition, name);
    if (IsTable(*condition)) {
      for (size_t i = 0; i < condition->children.size(); ++i)
        root.members.push_back(PathName(*condition->children[i], name, i));
    }
    root.name = std::move(name);
    return root;
  }

  NodeId AddNode(const Condition& condition, Marks marks, const rule::Rule* rule) {
    if (IsMark(condition.op)) {
      AddMark(condition.op, &marks);
      return AddNode(*condition.children[0], marks, rule);
    }
    std::vector<NodeId> members;
    if (condition.op == Op::kCompare)
      members = AddCompared(condition, marks, rule);
    else
      for (const ConditionPtr& child : condition.children)
        members.push_back(AddNode(*child, marks, rule));
    const bool leaf = rule::IsLeaf(condition.op) && condition.op != Op::kCompare;
    std::string own = OwnKey(condition, leaf);
    std::string key =
        fmt::format("{}|{}{}{}{}|{}", own, marks.filters.affirmed, marks.filters.recent,
                    marks.filters.current, marks.unbound, fmt::join(members, ","));
    const auto [found, is_new] =
        ids_.emplace(std::move(key), static_cast<NodeId>(program_.nodes.size()));
    if (!is_new) return found->second;

    Node node;
    node.op = condition.op;
    node.filters = marks.filters;
    node.unbound = marks.unbound;
    node.condition = &condition;
    node.first = static_cast<uint32_t>(program_.members.size());
    program_.members.insert(program_.members.end(), members.begin(), members.end());
    node.last = static_cast<uint32_t>(program_.members.size());
    program_.by_cost.insert(program_.by_cost.end(), members.begin(), members.end());
    std::stable_sort(program_.by_cost.begin() + node.first, program_.by_cost.end(),
                     [&](NodeId a, NodeId b) { return cost_[a] < cost_[b]; });
    if (leaf) node.source = AddSource(condition, std::move(own));
    if (leaf && program_.sources[node.source].phrases != kNone)
      node.first = node.last = program_.sources[node.source].phrases;
    if (leaf || condition.op == Op::kNear || condition.op == Op::kSequence)
      node.slot = program_.slots++;
    cost_.push_back(CostOf(condition.op, members));
    program_.nodes.push_back(node);
    return found->second;
  }

  // The two clauses of a `compare`, or none where one of them is not there.
  std::vector<NodeId> AddCompared(const Condition& condition, const Marks& around,
                                  const rule::Rule* rule) {
    std::vector<NodeId> clauses;
    for (const std::string* side : {&condition.left, &condition.right}) {
      Marks marks;
      marks.unbound = around.unbound;
      const Condition* clause =
          rule == nullptr ? nullptr
                          : FindClause(*rule->when, SplitClauseField(*side).clause, &marks);
      if (clause == nullptr || clause->op == Op::kCompare) return {};
      clauses.push_back(AddNode(*clause, marks, nullptr));
    }
    return clauses;
  }

  // What decides about the node itself, apart from its members.
  static std::string OwnKey(const Condition& condition, bool leaf) {
    if (leaf || condition.op == Op::kCompare) return Canonical(condition);
    Condition alone = condition;
    alone.children.clear();
    return Canonical(alone);
  }

  SourceId AddSource(const Condition& leaf, std::string key) {
    const auto [found, is_new] =
        sources_.emplace(std::move(key), static_cast<SourceId>(program_.sources.size()));
    if (!is_new) return found->second;
    Source source;
    source.condition = &leaf;
    if (leaf.op == Op::kPhrase || leaf.op == Op::kList)
      source.phrases = program_.phrases.AddLeaf(leaf, found->second, frequencies_);
    if (leaf.op == Op::kRegex) source.regex = AddRegex(leaf, found->second);
    program_.sources.push_back(std::move(source));
    return found->second;
  }

  uint32_t AddRegex(const Condition& leaf, SourceId source) {
    const auto index = static_cast<uint32_t>(program_.regexes.size());
    program_.regexes.push_back({source, IsGated(leaf)});
    if (program_.regexes.back().gated) {
      for (const std::string& literal : leaf.regex->RequiredLiterals())
        program_.literals.Add(literal, index);
    }
    return index;
  }

  // Words are cheapest to ask for, then facts; a regex is dear; what has members costs them all.
  int CostOf(Op op, const std::vector<NodeId>& members) const {
    int cost = op == Op::kPhrase    ? 1
               : op == Op::kList    ? 2
               : op == Op::kRegex   ? 50
               : rule::IsLeaf(op)   ? 4
               : op <= Op::kAtLeast ? 0
                                    : 5;
    for (NodeId member : members) cost = std::min(1000, cost + cost_[member]);
    return cost;
  }

  void AnchorRule(uint32_t index) {
    RuleProgram& rule = program_.rules[index];
    if (!rule.exists) return;
    const auto anchor = ChooseAnchor(program_, rule.when.node, frequencies_);
    if (!anchor) {
      program_.unanchored.push_back(index);
      return;
    }
    for (NodeId leaf : anchor->leaves) {
      const SourceId source = program_.nodes[leaf].source;
      if (std::find(rule.anchor.begin(), rule.anchor.end(), source) != rule.anchor.end()) continue;
      rule.anchor.push_back(source);
      program_.sources[source].wakes.push_back(index);
      if (filed_.insert(source).second) FileSource(source, vocabulary_, &program_);
    }
  }

  void BuildPhrases() {
    std::vector<uint32_t> only_rule;
    for (const Source& source : program_.sources) {
      if (source.phrases == kNone) continue;
      only_rule.resize(std::max<size_t>(only_rule.size(), source.phrases + 1));
      only_rule[source.phrases] =
          source.wakes.size() == 1 ? source.wakes[0] : PhraseTable::kSeveral;
    }
    program_.phrases.Build(std::move(only_rule));
  }

  // What a rule needs beside its anchor, which is there when it is woken.
  void AddNeeds(const RuleProgram& rule) {
    program_.first_need.push_back(static_cast<uint32_t>(program_.needs.size()));
    auto groups = rule.exists ? NeedsOf(program_, rule.when.node) : std::vector<NeedGroup>();
    std::unordered_set<uint32_t> anchored;
    for (SourceId source : rule.anchor) AddKeys(program_.sources[source], &anchored);
    std::erase_if(groups, [&](const NeedGroup& group) {
      return std::all_of(group.begin(), group.end(),
                         [&](uint32_t key) { return anchored.count(key) > 0; });
    });
    program_.needs.push_back(static_cast<uint32_t>(groups.size()));
    for (const NeedGroup& group : groups) {
      program_.needs.push_back(static_cast<uint32_t>(group.size()));
      program_.needs.insert(program_.needs.end(), group.begin(), group.end());
    }
  }

  void AddKeys(const Source& source, std::unordered_set<uint32_t>* keys) const {
    if (source.phrases == kNone) return;
    const PhraseTable::Leaf& leaf = program_.phrases.leaf(source.phrases);
    for (uint32_t phrase = leaf.first; phrase < leaf.last; ++phrase)
      keys->insert(Presence::Shortened(program_.phrases.KeyOf(phrase)));
  }

  void AddDrivers(Node* node) {
    const bool over_places = node->op == Op::kSentence || node->op == Op::kParagraph ||
                             node->op == Op::kSection || node->op == Op::kSame;
    if (!over_places) return;
    const auto drivers = ChooseAnchor(program_, program_.members[node->first], frequencies_);
    if (!drivers) return;
    node->drivers = static_cast<uint32_t>(program_.drivers.size());
    program_.drivers.push_back(drivers->leaves);
  }

  const model::Vocabulary& vocabulary_;
  const WordFrequencies& frequencies_;
  Program program_;
  std::unordered_map<std::string, NodeId> ids_;
  std::unordered_map<std::string, SourceId> sources_;
  std::unordered_set<SourceId> filed_;
  std::vector<int> cost_;  // by node
};

}  // namespace

Program Compile(const rule::RuleSet& rules, const model::Vocabulary& vocabulary,
                const WordFrequencies& frequencies) {
  return Compiler(vocabulary, frequencies).Run(rules);
}

}  // namespace tellwire::match
