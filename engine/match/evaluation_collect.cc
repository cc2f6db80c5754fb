// The readings of what holds, each with its leaf and its clause. A node stands for equal conditions
// of many rules, which name their clauses as they please; so the walk goes over a rule's own
// condition and its nodes side by side.
#include <algorithm>
#include <set>

#include "match/evaluation.h"
#include "match/evidence.h"
#include "match/periods.h"

namespace tellwire::match {

using model::And;
using model::FromBool;
using model::Not;
using model::Or;
using model::Place;
using model::Truth;
using rule::Op;

namespace {

// No reading from `first` on is surer than the condition that it stands under.
Truth Limit(Truth truth, size_t first, TaggedReadings* out) {
  if (truth == Truth::kFalse) out->resize(first);
  if (truth == Truth::kTrue) return truth;
  for (size_t i = first; i < out->size(); ++i)
    (*out)[i].reading.truth = And((*out)[i].reading.truth, truth);
  return truth;
}

// The condition below the marks, and the clause that it stands in by then.
const rule::Condition& BelowMarks(const rule::Condition& condition, const std::string** clause) {
  const rule::Condition* at = &condition;
  while (true) {
    if (!at->name.empty()) *clause = &at->name;
    if (!IsMark(at->op)) return *at;
    at = at->children[0].get();
  }
}

}  // namespace

Truth Evaluation::Collect(const Root& root, TaggedReadings* readings) {
  if (root.members.empty()) return CollectIn(root.node, *root.condition, &root.name, {}, readings);
  // The members of the top table are clauses of their own.
  const Node& node = program_.nodes[root.node];
  std::vector<Truth> truths;
  Truth all = Truth::kTrue, any = Truth::kFalse;
  for (uint32_t i = 0; i < root.members.size(); ++i) {
    const Truth truth = CollectIn(program_.members[node.first + i], *root.condition->children[i],
                                  &root.members[i], {}, readings);
    all = And(all, truth);
    any = Or(any, truth);
    truths.push_back(truth);
  }
  if (node.op == Op::kAll) return Limit(all, 0, readings);
  if (node.op == Op::kAny) return Limit(any, 0, readings);
  return Limit(AtLeast(node.condition->number, truths), 0, readings);
}

Truth Evaluation::AddKept(const Scratch::Kept& kept, const Region& region, const Condition& leaf,
                          const std::string* clause, TaggedReadings* out) const {
  Truth truth = Truth::kFalse;
  ForEachIn(kept, region, [&](const Reading& reading) {
    truth = Or(truth, reading.truth);
    out->push_back({reading, &leaf, clause});
    return true;
  });
  return truth;
}

Truth Evaluation::CollectIn(NodeId id, const Condition& written, const std::string* clause,
                            const Region& region, TaggedReadings* out) {
  const Condition& condition = BelowMarks(written, &clause);
  const Node& node = program_.nodes[id];
  if (node.slot != kNone) {
    if (rule::IsLeaf(node.op) || region.everywhere())
      return AddKept(KeptOf(node), region, condition, clause, out);
    Truth truth = Truth::kFalse;
    for (const Reading& reading : JoinIn(node, region)) {
      truth = Or(truth, reading.truth);
      out->push_back({reading, &condition, clause});
    }
    return truth;
  }
  if (IsPlaceScope(node)) return CollectEachPlace(node, condition, clause, region, out);
  switch (node.op) {
    case Op::kNone:
    case Op::kNot:
      return JunctionTruth(node, region);
    case Op::kCompare:
      return TruthIn(id, {});
    case Op::kCount:
      return CollectCount(node, condition, clause, region, out);
    case Op::kUnless:
      return CollectUnless(node, condition, clause, region, out);
    case Op::kSame:
      return CollectShared(node, condition, clause, region, out);
    default:
      return CollectJunction(node, condition, clause, region, out);
  }
}

Truth Evaluation::CollectJunction(const Node& node, const Condition& condition,
                                  const std::string* clause, const Region& region,
                                  TaggedReadings* out) {
  const Truth truth = JunctionTruth(node, region);
  if (truth == Truth::kFalse) return truth;
  const size_t first = out->size();
  for (uint32_t i = 0; i < condition.children.size(); ++i)
    CollectIn(program_.members[node.first + i], *condition.children[i], clause, region, out);
  return Limit(truth, first, out);
}

Truth Evaluation::CollectCount(const Node& node, const Condition& condition,
                               const std::string* clause, const Region& region,
                               TaggedReadings* out) {
  const size_t first = out->size();
  Truth truth =
      CollectIn(program_.members[node.first], *condition.children[0], clause, region, out);
  std::set<Place> spans;
  std::set<int> facts;
  for (size_t i = first; i < out->size(); ++i) {
    const Reading& reading = (*out)[i].reading;
    if (reading.truth != Truth::kTrue) continue;
    if (reading.fact >= 0)
      facts.insert(reading.fact);
    else
      spans.insert(reading.place);
  }
  const double count = static_cast<double>(spans.size() + facts.size());
  if (count > 0 || truth == Truth::kTrue || truth == Truth::kFalse)
    truth = FromBool(IsWithin(count, model::Qualifier::kExact, node.condition->bound));
  return Limit(truth, first, out);
}

Truth Evaluation::CollectEachPlace(const Node& node, const Condition& condition,
                                   const std::string* clause, const Region& region,
                                   TaggedReadings* out) {
  const std::vector<Place> places = PlacesOf(node, region);
  const NodeId member = program_.members[node.first];
  const Condition& below = *condition.children[0];
  if (node.op == Op::kOutside)
    return places.empty() ? Truth::kFalse
                          : CollectIn(member, below, clause, {places.data(), places.size()}, out);
  Truth truth = Truth::kFalse;
  for (const Place& place : places)
    truth = Or(truth, CollectIn(member, below, clause, {&place, 1}, out));
  return truth;
}

Truth Evaluation::CollectUnless(const Node& node, const Condition& condition,
                                const std::string* clause, const Region& region,
                                TaggedReadings* out) {
  TaggedReadings unchecked;
  const Truth before =
      CollectIn(program_.members[node.first], *condition.children[0], clause, region, &unchecked);
  if (unchecked.empty()) return before;
  Truth truth = Truth::kFalse;
  for (Tagged& tagged : unchecked) {
    Truth vetoed = Truth::kFalse;
    const Places::Range sentences = places_.SentencesOf(tagged.reading.place);
    for (size_t i = sentences.first; i < sentences.last; ++i) {
      const Place sentence = places_.SentencePlace(i);
      vetoed = Or(vetoed, TruthIn(program_.members[node.first + 1], {&sentence, 1}));
    }
    tagged.reading.truth = And(tagged.reading.truth, Not(vetoed));
    if (tagged.reading.truth == Truth::kFalse) continue;
    truth = Or(truth, tagged.reading.truth);
    out->push_back(tagged);
  }
  return truth;
}

// The parts are the members of an `all` below, with whatever marks stand between.
Truth Evaluation::CollectShared(const Node& node, const Condition& condition,
                                const std::string* clause, const Region& region,
                                TaggedReadings* out) {
  const ShareBy by = node.condition->words[0] == "segment" ? ShareBy::kSegment : ShareBy::kPeriod;
  const NodeId whole = program_.members[node.first];
  std::vector<SharePart> parts;
  std::vector<TaggedReadings> readings;
  const auto add = [&](NodeId member, const Condition& written) {
    TaggedReadings found;
    parts.push_back({CollectIn(member, written, clause, region, &found), {}, {}});
    for (const Tagged& tagged : found) {
      parts.back().brings.push_back(SharedOf(tagged.reading, by, leaves_));
      parts.back().truths.push_back(tagged.reading.truth);
    }
    readings.push_back(std::move(found));
  };
  const Condition& below = BelowMarks(*condition.children[0], &clause);
  if (program_.nodes[whole].op == Op::kAll) {
    for (uint32_t i = 0; i < below.children.size(); ++i)
      add(program_.members[program_.nodes[whole].first + i], *below.children[i]);
  } else {
    add(whole, below);
  }
  std::vector<std::vector<Truth>> kept;
  const Truth truth = Share(parts, by, &kept);
  for (size_t p = 0; p < parts.size(); ++p) {
    for (size_t i = 0; i < readings[p].size(); ++i) {
      if (kept[p][i] == Truth::kFalse) continue;
      readings[p][i].reading.truth = kept[p][i];
      out->push_back(readings[p][i]);
    }
  }
  return truth;
}

}  // namespace tellwire::match
