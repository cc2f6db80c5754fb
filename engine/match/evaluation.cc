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

bool Inside(const Place& place, const Region& region) {
  for (size_t i = 0; i < region.count; ++i) {
    if (region.places[i].part == place.part && region.places[i].span.Contains(place.span))
      return true;
  }
  return false;
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
  scratch_->company_pool.clear();
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
      const Scratch::Kept kept = KeptOf(node);
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

// Drops the places in which no driver stands, unless one stands nowhere in particular.
void Evaluation::KeepDriven(const Node& node, std::vector<Place>* places) {
  std::vector<Place> driven;
  for (NodeId driver : program_.drivers[node.drivers]) {
    const Scratch::Kept kept = KeptOf(program_.nodes[driver]);
    if (kept.wordless > 0) return;
    for (const Reading& reading : ReadingsOf(kept)) {
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
}

const std::vector<Place>& Evaluation::WholePlacesOf(const Node& node) {
  auto& [stamp, places] = scope_places_[&node];
  if (stamp == stamp_) return places;
  stamp = stamp_;
  places = AllPlacesOf(node);
  if (node.drivers != kNone) KeepDriven(node, &places);
  return places;
}

std::vector<Place> Evaluation::PlacesOf(const Node& node, const Region& region) {
  const std::vector<Place>& places = WholePlacesOf(node);
  if (region.everywhere()) return places;
  std::vector<Place> cut;
  for (size_t i = 0; i < region.count; ++i) {
    const Place& outer = region.places[i];
    auto inner = std::partition_point(places.begin(), places.end(), [&](const Place& place) {
      return place.part != outer.part ? place.part < outer.part
                                      : place.span.end <= outer.span.begin;
    });
    for (; inner != places.end() && inner->part == outer.part && inner->span.begin < outer.span.end;
         ++inner) {
      const Span both = {std::max(outer.span.begin, inner->span.begin),
                         std::min(outer.span.end, inner->span.end)};
      if (!both.empty()) cut.push_back({inner->part, both});
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

}  // namespace tellwire::match
