// Truth first, readings after: a rule that is false is left as soon as one member says so, and only
// a rule that holds has its readings collected. Both walks give what the oracle gives; where a
// value is for the whole article it is kept under the subject's stamp (or, under `anywhere`, the
// article's), in a region it is worked out from the leaves' kept readings.
#include "match/evaluation.h"

#include <algorithm>
#include <set>

#include "match/evidence.h"
#include "match/join.h"
#include "match/limits.h"
#include "match/periods.h"
#include "match/phrase_match.h"

namespace tellwire::match {

using model::And;
using model::Not;
using model::Or;
using model::Part;
using model::Place;
using model::Truth;
using rule::Op;

namespace {

Truth FromBool(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

bool Inside(const Place& place, const Region& region) {
  for (size_t i = 0; i < region.count; ++i) {
    if (region.places[i].part == place.part && region.places[i].span.Contains(place.span))
      return true;
  }
  return false;
}

// Calls visit(reading) for the kept readings that lie in the region, as long as it returns true.
template <typename Visit>
void ForEachIn(const Scratch::Kept& kept, const Region& region, Visit visit) {
  if (region.everywhere()) {
    for (const Reading& reading : kept.readings) {
      if (!visit(reading)) return;
    }
    return;
  }
  for (size_t i = 0; i < kept.wordless; ++i) {
    if (!visit(kept.readings[i])) return;
  }
  const auto words = kept.readings.begin() + kept.wordless;
  for (size_t p = 0; p < region.count; ++p) {
    const Place& place = region.places[p];
    auto at = std::partition_point(words, kept.readings.end(), [&](const Reading& reading) {
      return reading.place.part != place.part ? reading.place.part < place.part
                                              : reading.place.span.begin < place.span.begin;
    });
    for (; at != kept.readings.end() && at->place.part == place.part &&
           at->place.span.begin < place.span.end;
         ++at) {
      if (at->place.span.end <= place.span.end && !visit(*at)) return;
    }
  }
}

// No reading from `first` on is surer than the condition that it stands under.
Truth Limit(Truth truth, size_t first, TaggedReadings* out) {
  if (truth == Truth::kFalse) out->resize(first);
  if (truth == Truth::kTrue) return truth;
  for (size_t i = first; i < out->size(); ++i)
    (*out)[i].reading.truth = And((*out)[i].reading.truth, truth);
  return truth;
}

// `Op::kSame` of a place is a scope; of a period or a segment it compares readings.
bool SharesValues(const Node& node) {
  const std::string& what = node.condition->words[0];
  return what == "period" || what == "segment";
}

bool IsPlaceScope(const Node& node) {
  switch (node.op) {
    case Op::kTitle:
    case Op::kLead:
    case Op::kSentence:
    case Op::kParagraph:
    case Op::kSection:
    case Op::kOutside:
      return true;
    case Op::kSame:
      return !SharesValues(node);
    default:
      return false;
  }
}

// The condition below the marks, and the clause that it stands in by then.
const rule::Condition& BelowMarks(const rule::Condition& condition, const std::string** clause) {
  const rule::Condition* at = &condition;
  while (true) {
    if (!at->name.empty()) *clause = &at->name;
    if (at->op != Op::kAffirmed && at->op != Op::kCurrent && at->op != Op::kAnywhere) return *at;
    at = at->children[0].get();
  }
}

}  // namespace

Evaluation::Evaluation(const Program& program, const Subject& subject,
                       const model::Vocabulary& vocabulary, uint32_t article_stamp,
                       Scratch* scratch)
    : program_(program),
      subject_(subject),
      places_(subject),
      leaves_{subject, vocabulary, places_},
      scratch_(scratch),
      article_stamp_(article_stamp),
      stamp_(article_stamp) {}

void Evaluation::SetCompany(int company) {
  company_ = company;
  stamp_ = scratch_->NextStamp();
}

Truth Evaluation::TruthIn(NodeId id, const Region& region) {
  if (!region.everywhere()) return Decide(id, region);
  Scratch::KeptTruth& known = scratch_->truths[id];
  const uint32_t stamp = program_.nodes[id].unbound ? article_stamp_ : stamp_;
  if (known.stamp == stamp) return known.truth;
  const Truth truth = Decide(id, region);
  known = {stamp, truth};
  return truth;
}

Truth Evaluation::Decide(NodeId id, const Region& region) {
  const Node& node = program_.nodes[id];
  if (node.slot != kNone) {
    if (rule::IsLeaf(node.op) || region.everywhere()) {
      const Scratch::Kept& kept = KeptOf(node);
      if (region.everywhere()) return kept.truth;
      Truth truth = Truth::kFalse;
      ForEachIn(kept, region, [&](const Reading& reading) {
        truth = Or(truth, reading.truth);
        return truth != Truth::kTrue;
      });
      return truth;
    }
    return match::TruthOf(JoinIn(node, region));
  }
  if (node.op <= Op::kAtLeast && node.op >= Op::kAll) return JunctionTruth(node, region);
  if (node.op == Op::kCompare) return CompareTruth(node);
  if (IsPlaceScope(node)) return EachPlaceTruth(node, region);
  TaggedReadings readings;
  return CollectIn(id, *node.condition, nullptr, region, &readings);
}

Truth Evaluation::JunctionTruth(const Node& node, const Region& region) {
  Truth all = Truth::kTrue, any = Truth::kFalse;
  std::vector<Truth> members;
  for (uint32_t i = node.first; i < node.last; ++i) {
    const Truth truth = TruthIn(program_.by_cost[i], region);
    all = And(all, truth);
    any = Or(any, truth);
    if (node.op == Op::kAll && all == Truth::kFalse) return Truth::kFalse;
    if (node.op != Op::kAll && node.op != Op::kAtLeast && any == Truth::kTrue) break;
    if (node.op == Op::kAtLeast) members.push_back(truth);
  }
  if (node.op == Op::kAll) return all;
  if (node.op == Op::kAny) return any;
  if (node.op == Op::kAtLeast) return AtLeast(node.condition->number, members);
  return Not(any);
}

Truth Evaluation::EachPlaceTruth(const Node& node, const Region& region) {
  const std::vector<Place> places = PlacesOf(node, region);
  const NodeId member = program_.members[node.first];
  if (node.op == Op::kOutside)
    return places.empty() ? Truth::kFalse : TruthIn(member, {places.data(), places.size()});
  Truth truth = Truth::kFalse;
  for (const Place& place : places) {
    truth = Or(truth, TruthIn(member, {&place, 1}));
    if (truth == Truth::kTrue) break;
  }
  return truth;
}

std::vector<Place> Evaluation::AllPlacesOf(const Node& node) {
  switch (node.op) {
    case Op::kTitle:
      return places_.Title();
    case Op::kLead:
      return places_.Lead();
    case Op::kParagraph:
      return places_.Paragraphs();
    case Op::kSection:
      return places_.Sections(node.condition->words[0]);
    case Op::kOutside:
      return places_.Outside(node.condition->words[0]);
    case Op::kSame:
      if (node.condition->words[0] == "paragraph") return places_.Paragraphs();
      if (node.condition->words[0] == "section") return places_.AllSections();
      return places_.Sentences();
    default:
      return places_.Sentences();
  }
}

// Drops the places in which no driver stands; returns false where one stands nowhere in particular.
bool Evaluation::KeepDriven(const Node& node, std::vector<Place>* places) {
  std::vector<Place> driven;
  for (uint32_t i = node.first_driver; i < node.last_driver; ++i) {
    const Scratch::Kept& kept = KeptOf(program_.nodes[program_.members[i]]);
    if (kept.wordless > 0) return false;
    for (const Reading& reading : kept.readings) {
      auto after = std::partition_point(places->begin(), places->end(), [&](const Place& place) {
        return place.part != reading.place.part ? place.part < reading.place.part
                                                : place.span.begin <= reading.place.span.begin;
      });
      if (after == places->begin()) continue;
      if (Inside(reading.place, {&*(after - 1), 1})) driven.push_back(*(after - 1));
    }
  }
  std::sort(driven.begin(), driven.end());
  driven.erase(std::unique(driven.begin(), driven.end()), driven.end());
  *places = std::move(driven);
  return true;
}

std::vector<Place> Evaluation::PlacesOf(const Node& node, const Region& region) {
  std::vector<Place> places = AllPlacesOf(node);
  if (node.first_driver < node.last_driver) KeepDriven(node, &places);
  if (region.everywhere()) return places;
  std::vector<Place> cut;
  for (size_t i = 0; i < region.count; ++i) {
    const Place& outer = region.places[i];
    for (const Place& inner : places) {
      const Span both = {std::max(outer.span.begin, inner.span.begin),
                         std::min(outer.span.end, inner.span.end)};
      if (outer.part == inner.part && !both.empty()) cut.push_back({inner.part, both});
    }
  }
  return cut;
}

Truth Evaluation::CompareTruth(const Node& node) {
  if (node.first == node.last) return Truth::kFalse;
  Readings sides[2];
  for (uint32_t side = 0; side < 2; ++side) {
    const NodeId clause = program_.members[node.first + side];
    TaggedReadings readings;
    CollectIn(clause, *program_.nodes[clause].condition, nullptr, {}, &readings);
    for (const Tagged& tagged : readings) {
      if (tagged.reading.truth == Truth::kTrue) sides[side].push_back(tagged.reading);
    }
  }
  if (sides[0].size() * sides[1].size() > kMaxPairs) return Truth::kError;
  const std::string_view a_field = SplitClauseField(node.condition->left).field;
  const std::string_view b_field = SplitClauseField(node.condition->right).field;
  Truth truth = Truth::kFalse;
  for (const Reading& a : sides[0]) {
    for (const Reading& b : sides[1])
      truth = Or(truth, CompareFields(a, a_field, node.condition->relation, b, b_field, leaves_));
  }
  return truth;
}

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
