// In what part a company is named.
//
//   Goldman Sachs analysts see, according to UBS      only the source of a statement
//   Morgan Stanley raised its price target on Micron  a broker that rates another: source
//   unlike Microsoft, rivals such as X and Y          for contrast
//   Google parent Alphabet, Boeing supplier Spirit    the first describes the second
//
// "Morgan Stanley said profit rose" is no source: it speaks of itself. Tested by
// tests/analysis/issuers_roles_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"

namespace tellwire::analysis {
namespace {

class RoleMarker {
 public:
  RoleMarker(const IssuerTable& table, const Draft& draft, Passage* passage)
      : table_(table), draft_(draft), passage_(*passage), document_(*passage->document) {}

  void Mark();

 private:
  const IssuerTable::Issuer* RowOf(const IssuerHit& hit) const {
    const int row = draft_.companies[static_cast<size_t>(hit.company)].issuer;
    return row < 0 ? nullptr : &table_.issuers[static_cast<size_t>(row)];
  }
  bool IsSourceByKind(const IssuerHit& hit) const {
    const std::string& kind = draft_.companies[static_cast<size_t>(hit.company)].kind;
    return kind == "gov" || kind == "source";
  }
  bool IsQuoted(const IssuerHit& hit) const;
  bool Rates(const IssuerHit& hit, const IssuerHit* next) const;
  bool IsContrasted(size_t index) const;
  bool Describes(const IssuerHit& hit, const IssuerHit& next) const;
  uint32_t SkipBack(uint32_t at) const;

  const IssuerTable& table_;
  const Draft& draft_;
  Passage& passage_;
  const model::Document& document_;
  model::TokenRange sentence_;
};

// Back over articles and adjectives of comparison that may stand between a cue and the name.
uint32_t RoleMarker::SkipBack(uint32_t at) const {
  static constexpr std::string_view kBetween[] = {"the",     "its",    "their", "larger",
                                                  "smaller", "bigger", "arch",  "both"};
  while (at > sentence_.begin && std::find(std::begin(kBetween), std::end(kBetween),
                                           passage_.WordAt(at - 1)) != std::end(kBetween))
    --at;
  return at;
}

// Cues of a statement beside the name: "according to X", "X analysts", "an analyst at X".
bool RoleMarker::IsQuoted(const IssuerHit& hit) const {
  const uint32_t before = SkipBack(hit.tokens.begin);
  if (table_.source_before.MatchBefore(document_, sentence_.begin, before) > 0) return true;
  uint32_t next = hit.tokens.end;
  if (next < sentence_.end && passage_.WordAt(next) == "s") ++next;
  if (table_.source_after.MatchAt(document_, next, sentence_.end) > 0) return true;
  // "analyst Jane Doe at X", "Jane Doe, an analyst with X"
  constexpr uint32_t kReach = 8;
  const uint32_t from =
      hit.tokens.begin > sentence_.begin + kReach ? hit.tokens.begin - kReach : sentence_.begin;
  const std::string_view link = before > sentence_.begin ? passage_.WordAt(before - 1) : "";
  if (link != "at" && link != "with" && link != "from" && link != "of") return false;
  for (uint32_t at = from; at + 1 < before; ++at) {
    if (table_.source_after.MatchAt(document_, at, at + 1) > 0) return true;
  }
  return false;
}

// A broker with words of rating behind it and another company to rate.
bool RoleMarker::Rates(const IssuerHit& hit, const IssuerHit* next) const {
  const IssuerTable::Issuer* row = RowOf(hit);
  if (row == nullptr || !row->broker) return false;
  constexpr uint32_t kReach = 14;
  const uint32_t end = std::min(sentence_.end, hit.tokens.end + kReach);
  bool rating = false;
  for (uint32_t at = hit.tokens.end; at < end && !rating; ++at)
    rating = table_.rating.MatchAt(document_, at, end) > 0;
  if (!rating) return false;
  if (next != nullptr && next->tokens.begin < sentence_.end && next->company != hit.company)
    return true;
  // "rated Buy at Goldman": the other one stands before
  const std::string_view link =
      hit.tokens.begin > sentence_.begin ? passage_.WordAt(hit.tokens.begin - 1) : "";
  return link == "by" || link == "at" || link == "from";
}

// Behind a cue of contrast, directly or in the list that it opens.
bool RoleMarker::IsContrasted(size_t index) const {
  const IssuerHit& hit = passage_.issuers[index];
  const uint32_t before = SkipBack(hit.tokens.begin);
  if (table_.contrast.MatchBefore(document_, sentence_.begin, before) > 0) return true;
  if (index == 0) return false;
  const IssuerHit& previous = passage_.issuers[index - 1];
  if (!previous.competitor || previous.tokens.begin < sentence_.begin) return false;
  uint32_t from = previous.tokens.end;
  if (from < hit.tokens.begin && passage_.WordAt(from) == "s") ++from;
  if (from == hit.tokens.begin) return true;  // "X, Y"
  return from + 1 == hit.tokens.begin &&
         (passage_.WordAt(from) == "and" || passage_.WordAt(from) == "or");
}

// "Google parent Alphabet", "Google's parent company, Alphabet", "Walmart's Sam's Club".
bool RoleMarker::Describes(const IssuerHit& hit, const IssuerHit& next) const {
  uint32_t at = hit.tokens.end;
  const bool possessive = at < next.tokens.begin && passage_.WordAt(at) == "s";
  if (possessive) ++at;
  if (at == next.tokens.begin && hit.possessive)
    return hit.company == next.company && !next.segment.empty();
  if (at >= next.tokens.begin) return false;
  const uint32_t cue = table_.apposition.MatchAt(document_, at, next.tokens.begin);
  if (cue == 0 || at + cue != next.tokens.begin) return false;
  const std::string_view gap = GapAfter(passage_, next.tokens.begin - 1);
  return gap == " " || (possessive && gap == ", ") || gap == "\n";
}

void RoleMarker::Mark() {
  auto& hits = passage_.issuers;
  size_t sentence = 0;
  for (size_t i = 0; i < hits.size(); ++i) {
    while (document_.sentences[sentence].tokens.end <= hits[i].tokens.begin) ++sentence;
    sentence_ = document_.sentences[sentence].tokens;
    const IssuerHit* next = i + 1 < hits.size() ? &hits[i + 1] : nullptr;
    hits[i].only_source = IsSourceByKind(hits[i]) || IsQuoted(hits[i]) || Rates(hits[i], next);
    hits[i].competitor = IsContrasted(i);
    if (next != nullptr && next->tokens.begin < sentence_.end)
      hits[i].modifier = Describes(hits[i], *next);
  }
}

}  // namespace

void MarkRoles(const IssuerTable& table, const Draft& draft, Passage* passage) {
  RoleMarker(table, draft, passage).Mark();
}

}  // namespace tellwire::analysis
