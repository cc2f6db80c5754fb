// What the nodes of a program come to on one article. Lazy: only what a woken rule asks for is
// looked at, and nothing twice for one subject. The same values as the reference evaluator's.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/leaves.h"
#include "match/places.h"
#include "match/program.h"
#include "match/scratch.h"

namespace tellwire::match {

// A part of the article that a scope narrows a condition to; `places` must outlive it.
struct Region {
  const model::Place* places = nullptr;  // nullptr: the whole article
  size_t count = 0;
  bool everywhere() const { return places == nullptr; }
};

class Evaluation {
 public:
  // `article_stamp` is the article's own; REQUIRES: all outlive it.
  Evaluation(const Program& program, const Subject& subject, const model::Vocabulary& vocabulary,
             uint32_t article_stamp, Scratch* scratch);

  // Whom the nodes are asked about from now on: a company, or -1 for the article.
  void SetCompany(int company);

  model::Truth TruthOf(NodeId node) { return TruthIn(node, {}); }

  // The truth of a clause tree, and its readings with their clauses; none where it is false.
  model::Truth Collect(const Root& root, TaggedReadings* readings);

  const Places& places() const { return places_; }
  const LeafContext& leaves() const { return leaves_; }

  // Searches the article for the literals of all regexes; found ones are opened. Once an article.
  void SearchLiterals();
  bool IsOpen(uint32_t regex) const { return scratch_->open_regexes[regex] == article_stamp_; }

 private:
  using Condition = rule::Condition;

  model::Truth TruthIn(NodeId node, const Region& region);
  model::Truth Decide(NodeId node, const Region& region);
  model::Truth JunctionTruth(const Node& node, const Region& region);
  model::Truth EachPlaceTruth(const Node& node, const Region& region);
  model::Truth CompareTruth(const Node& node);

  // The readings of a node in a region, added to `out`; `condition` is the one that the node stands
  // for here, and gives the clauses their names.
  model::Truth CollectIn(NodeId node, const Condition& condition, const std::string* clause,
                         const Region& region, TaggedReadings* out);
  model::Truth CollectJunction(const Node& node, const Condition& condition,
                               const std::string* clause, const Region& region,
                               TaggedReadings* out);
  model::Truth CollectCount(const Node& node, const Condition& condition, const std::string* clause,
                            const Region& region, TaggedReadings* out);
  model::Truth CollectEachPlace(const Node& node, const Condition& condition,
                                const std::string* clause, const Region& region,
                                TaggedReadings* out);
  model::Truth CollectUnless(const Node& node, const Condition& condition,
                             const std::string* clause, const Region& region, TaggedReadings* out);
  model::Truth CollectShared(const Node& node, const Condition& condition,
                             const std::string* clause, const Region& region, TaggedReadings* out);

  // The places that a scope goes through, cut to the region; only those in which a driver stands.
  std::vector<model::Place> PlacesOf(const Node& node, const Region& region);
  const std::vector<model::Place>& WholePlacesOf(const Node& node);
  std::vector<model::Place> AllPlacesOf(const Node& node);
  void KeepDriven(const Node& node, std::vector<model::Place>* places);

  Scratch::Kept KeptOf(const Node& node);
  std::span<const Reading> ReadingsOf(const Scratch::Kept& kept) const;
  void ReadLeafNode(const Node& node);
  const Scratch::Words& WordsOf(const Node& node);
  void ReadPhrases(const PhraseTable::Leaf& leaf);
  void ReadRegex(const Source& source);
  void CopyBlocks();
  Readings JoinIn(const Node& node, const Region& region);
  // Calls visit(reading) for the kept readings that lie in the region, as long as it returns true.
  template <typename Visit>
  void ForEachIn(const Scratch::Kept& kept, const Region& region, Visit visit) const;
  // Adds the kept readings that lie in the region; returns their truth.
  model::Truth AddKept(const Scratch::Kept& kept, const Region& region, const Condition& leaf,
                       const std::string* clause, TaggedReadings* out) const;

  const Program& program_;
  const Subject& subject_;
  Places places_;
  LeafContext leaves_;
  Scratch* scratch_;
  int company_ = -1;
  uint32_t article_stamp_, stamp_;
  // The places of scopes in the whole article, with the stamp under which they were found.
  std::unordered_map<const Node*, std::pair<uint32_t, std::vector<model::Place>>> scope_places_;
};

template <typename Visit>
void Evaluation::ForEachIn(const Scratch::Kept& kept, const Region& region, Visit visit) const {
  const std::span<const Reading> readings = ReadingsOf(kept);
  if (region.everywhere()) {
    for (const Reading& reading : readings) {
      if (!visit(reading)) return;
    }
    return;
  }
  for (size_t i = 0; i < kept.wordless; ++i) {
    if (!visit(readings[i])) return;
  }
  const auto words = readings.subspan(kept.wordless);
  for (size_t p = 0; p < region.count; ++p) {
    const model::Place& place = region.places[p];
    auto at = std::partition_point(words.begin(), words.end(), [&](const Reading& reading) {
      return reading.place.part != place.part ? reading.place.part < place.part
                                              : reading.place.span.begin < place.span.begin;
    });
    for (;
         at != words.end() && at->place.part == place.part && at->place.span.begin < place.span.end;
         ++at) {
      if (at->place.span.end <= place.span.end && !visit(*at)) return;
    }
  }
}

// `rule::Op::kSame` of a place is a scope; of a period or a segment it compares readings.
inline bool SharesValues(const Node& node) {
  const std::string& what = node.condition->words[0];
  return what == "period" || what == "segment";
}

inline bool IsPlaceScope(const Node& node) {
  switch (node.op) {
    case rule::Op::kTitle:
    case rule::Op::kLead:
    case rule::Op::kSentence:
    case rule::Op::kParagraph:
    case rule::Op::kSection:
    case rule::Op::kOutside:
      return true;
    case rule::Op::kSame:
      return !SharesValues(node);
    default:
      return false;
  }
}

}  // namespace tellwire::match
