// In what part a company is named.
//
//   Goldman Sachs analysts see, according to UBS      only the source of a statement
//   Morgan Stanley raised its price target on Micron  a broker that rates another: source
//   unlike Microsoft, rivals such as X and Y          for contrast
//   Google parent Alphabet, Boeing supplier Spirit    the first describes the second
//   former Citigroup banker Jane Doe                  describes a person who has left
//
// "Morgan Stanley said profit rose" is no source: it speaks of itself. Tested by
// tests/analysis/issuers_roles_test.cc.
#include <algorithm>

#include "analysis/issuer_draft.h"
#include "base/hash.h"

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
    const std::string_view kind = draft_.companies[static_cast<size_t>(hit.company)].kind;
    return kind == "gov" || kind == "source";
  }
  bool HasSourceBehind(const IssuerHit& hit) const;
  bool IsQuoted(const IssuerHit& hit, uint32_t before) const;
  bool Employs(const IssuerHit& hit, uint32_t before) const;
  bool IsSpeaker(uint32_t end) const;
  bool IsFormer(const IssuerHit& hit) const;
  bool InByline(const IssuerHit& hit) const;
  bool IsListedWith(const IssuerHit& hit, const IssuerHit& next) const;
  bool IsItselfRated(const IssuerHit& hit) const;
  bool IsRater(const IssuerHit& hit) const;
  bool Rates(const IssuerHit& hit) const;
  bool Polls(const IssuerHit& hit, const IssuerTable::Issuer& row) const;
  bool ForecastsAnother(const IssuerHit& hit) const;
  bool IsContrasted(size_t index, uint32_t before);
  bool Describes(const IssuerHit& hit, const IssuerHit& next) const;
  uint32_t SkipBack(uint32_t at) const;

  const IssuerTable& table_;
  const Draft& draft_;
  Passage& passage_;
  const model::Document& document_;
  model::TokenRange sentence_;
  bool contrast_opens_ = false;  // the last cue of contrast opened its sentence
};

// Back over articles and adjectives of comparison that may stand between a cue and the name.
uint32_t RoleMarker::SkipBack(uint32_t at) const {
  static const WordRoles kBetween = [] {
    WordRoles words;
    for (const char* word : {"the", "its", "their", "larger", "smaller", "bigger", "arch", "both"})
      words.Add(Hash64(word), 1);
    return words;
  }();
  while (at > sentence_.begin && kBetween.Of(document_.tokens[at - 1].word) != 0) --at;
  return at;
}

// "X analysts", "X airlines analyst", "X said in a note".
bool RoleMarker::HasSourceBehind(const IssuerHit& hit) const {
  uint32_t next = hit.tokens.end;
  if (next < sentence_.end && passage_.WordAt(next) == "s") ++next;
  // "X advised Y", but neither "X, advised by Y" nor "X advised by Y"
  const bool goes_on = !GapAfter(passage_, next - 1).starts_with(',');
  const uint32_t cue = goes_on ? table_.source_after.MatchAt(document_, next, sentence_.end) : 0;
  const uint32_t past = next + cue;
  if (cue > 0 && (past >= sentence_.end || passage_.WordAt(past) != "by")) return true;
  constexpr uint32_t kMostWords = 4;
  for (uint32_t at = next; at < sentence_.end && at < next + kMostWords; ++at) {
    if (!JoinsNext(passage_, at - 1)) return false;
    if (at > next && table_.source_after.MatchAt(document_, at, sentence_.end) > 1) return true;
    if (table_.Is(document_.tokens[at].word, IssuerTable::kAnalyst)) return true;
    if (table_.Is(document_.tokens[at].word, IssuerTable::kStop)) return false;
  }
  return false;
}

// Cues of a statement beside the name: "according to X", "X analysts", "an analyst at X".
bool RoleMarker::IsQuoted(const IssuerHit& hit, uint32_t before) const {
  if (table_.source_before.MatchBefore(document_, sentence_.begin, before) > 0) return true;
  if (HasSourceBehind(hit) || InByline(hit)) return true;
  return Employs(hit, before);
}

// "analyst Jane Doe at X", "Jane Doe, a fund manager with X", "JANE DOE, CHIEF ECONOMIST, X". Of
// those who are not in finance only analysts: the chief executive of a carmaker speaks of the
// carmaker. No verb and no other name may stand between: "analysts expect sales at X to rise".
bool RoleMarker::Employs(const IssuerHit& hit, uint32_t before) const {
  if (before <= sentence_.begin) return false;
  const IssuerTable::Issuer* row = RowOf(hit);
  uint16_t occupations = IssuerTable::kAnalyst;
  if (row == nullptr || row->is_financial()) occupations |= IssuerTable::kOccupation;
  if (GapAfter(passage_, before - 1).starts_with(','))
    return table_.Is(document_.tokens[before - 1].word, occupations);
  const std::string_view link = passage_.WordAt(before - 1);
  if (link == "of") return occupations != IssuerTable::kAnalyst && IsSpeaker(before - 1);
  if (link != "at" && link != "with") return false;
  constexpr uint32_t kReach = 9;
  for (uint32_t at = before - 1; at > sentence_.begin && before - at < kReach;) {
    const uint64_t word = document_.tokens[--at].word;
    if (table_.Is(word, occupations)) return true;
    if (table_.Is(word, IssuerTable::kVerb)) return false;
  }
  return false;
}

// "JANE DOE, SENIOR ECONOMIST X SECURITIES, NEW YORK": capitals all along, and an office among
// them.
bool RoleMarker::InByline(const IssuerHit& hit) const {
  constexpr uint32_t kReach = 9;
  if (!IsAllUpper(passage_, hit.tokens.begin)) return false;
  for (uint32_t at = hit.tokens.begin; at > sentence_.begin && hit.tokens.begin - at < kReach;
       --at) {
    const bool small = passage_.WordAt(at - 1) == "of" || passage_.WordAt(at - 1) == "at";
    if (!small && !IsAllUpper(passage_, at - 1)) return false;
    if (table_.Is(document_.tokens[at - 1].word, IssuerTable::kOccupation | IssuerTable::kAnalyst))
      return true;
  }
  return false;
}

// "former X dealmaker", "ex-X chief", "a former chairman of X", "X's former head": somebody who has
// left, and what follows is said of him.
bool RoleMarker::IsFormer(const IssuerHit& hit) const {
  const uint32_t next = hit.tokens.end + (hit.possessive ? 1 : 0);
  if (hit.possessive && next < sentence_.end &&
      table_.former.MatchAt(document_, next, next + 1) > 0)
    return true;
  uint32_t at = hit.tokens.begin;
  if (at == sentence_.begin) return false;
  const std::string_view link = passage_.WordAt(at - 1);
  const bool linked = link == "of" || link == "at" || link == "with";
  if (!linked) return table_.former.MatchBefore(document_, sentence_.begin, at) > 0;
  constexpr uint32_t kReach = 5;
  for (--at; at > sentence_.begin && hit.tokens.begin - at <= kReach && JoinsNext(passage_, at - 1);
       --at) {
    if (table_.former.MatchBefore(document_, sentence_.begin, at) > 0) return true;
    if (table_.Is(document_.tokens[at - 1].word, IssuerTable::kVerb)) return false;
  }
  return false;
}

// "said Jane Doe| of X": a verb, and nothing but a person's name behind it.
bool RoleMarker::IsSpeaker(uint32_t end) const {
  constexpr uint32_t kLongestName = 3;
  uint32_t at = end;
  while (at > sentence_.begin && end - at < kLongestName && IsCapital(passage_, at - 1) &&
         JoinsNext(passage_, at - 1))
    --at;
  return end - at >= 2 && at > sentence_.begin &&
         table_.Is(document_.tokens[at - 1].word, IssuerTable::kVerb);
}

// "X, Y and Z": the two stand side by side in a list.
bool RoleMarker::IsListedWith(const IssuerHit& hit, const IssuerHit& next) const {
  if (next.tokens.begin >= sentence_.end) return false;
  uint32_t from = hit.tokens.end;
  if (from < next.tokens.begin && passage_.WordAt(from) == "s") ++from;
  if (from == next.tokens.begin) return GapAfter(passage_, from - 1).starts_with(',');
  return from + 1 == next.tokens.begin &&
         (passage_.WordAt(from) == "and" || passage_.WordAt(from) == "or");
}

// Whether what follows is said of the broker itself: its shares, or that it was downgraded.
bool RoleMarker::IsItselfRated(const IssuerHit& hit) const {
  if (hit.possessive) return true;
  // "shares of X"
  if (hit.tokens.begin >= sentence_.begin + 2 && passage_.WordAt(hit.tokens.begin - 1) == "of" &&
      table_.Is(document_.tokens[hit.tokens.begin - 2].word, IssuerTable::kNoun))
    return true;
  const uint32_t next = hit.tokens.end;
  if (next >= sentence_.end) return false;
  const std::string_view word = passage_.WordAt(next);
  const bool says = word == "said" || word == "says" || word == "reported" || word == "posted";
  if (says && next + 1 < sentence_.end && passage_.WordAt(next + 1) == "its") return true;
  return word == "was" || word == "were" || word == "has" || word == "had" ||
         table_.Is(document_.tokens[next].word, IssuerTable::kNoun);
}

// "the FactSet consensus", "a Reuters poll": a house of data or finance with what it gathered
// behind it.
bool RoleMarker::Polls(const IssuerHit& hit, const IssuerTable::Issuer& row) const {
  if (!row.is_financial() && row.sector != "exchanges" && row.sector != "media") return false;
  return table_.consensus.MatchAt(document_, hit.tokens.end, sentence_.end) > 0;
}

// "Goldman expects revenue of $5 billion at AMD": what a broker sees is of the company named
// behind.
bool RoleMarker::ForecastsAnother(const IssuerHit& hit) const {
  if (table_.forecasts.MatchAt(document_, hit.tokens.end, sentence_.end) == 0) return false;
  constexpr size_t kMostNames = 8;
  const auto& hits = passage_.issuers;
  const size_t own = static_cast<size_t>(&hit - hits.data());
  for (size_t i = own + 1; i < hits.size() && i <= own + kMostNames; ++i) {
    if (hits[i].tokens.end > sentence_.end) return false;
    const IssuerTable::Issuer* row = RowOf(hits[i]);
    if (hits[i].company != hit.company && (row == nullptr || !row->broker)) return true;
  }
  return false;
}

// A broker with words of rating behind it, or before it: "rated Buy by Goldman". An agency rates
// whatever it does.
bool RoleMarker::Rates(const IssuerHit& hit) const {
  const IssuerTable::Issuer* row = RowOf(hit);
  if (row == nullptr) return false;
  if (Polls(hit, *row)) return true;
  if (!(row->broker || row->agency) || IsItselfRated(hit)) return false;
  if (row->agency || ForecastsAnother(hit)) return true;
  constexpr uint32_t kReach = 14;
  const uint32_t end = std::min(sentence_.end, hit.tokens.end + kReach);
  for (uint32_t at = hit.tokens.end; at < end; ++at) {
    const std::string_view word = passage_.WordAt(at);
    if (word == "after" || word == "as" || word == "when" || word == "while") break;
    if (table_.rating.MatchAt(document_, at, end) > 0) return true;
  }
  return IsRater(hit);
}

// "downgraded by X", "a buy rating from X".
bool RoleMarker::IsRater(const IssuerHit& hit) const {
  constexpr uint32_t kReach = 6;
  if (hit.tokens.begin == sentence_.begin) return false;
  const uint32_t link = hit.tokens.begin - 1;
  const std::string_view word = passage_.WordAt(link);
  if (word != "by" && word != "at" && word != "from") return false;
  const uint32_t from = link > sentence_.begin + kReach ? link - kReach : sentence_.begin;
  for (uint32_t at = from; at < link; ++at) {
    if (table_.rating.MatchAt(document_, at, link) > 0) return true;
  }
  return false;
}

// Behind a cue of contrast, directly or in the list that it opens. A comma behind a contrast that
// opens the sentence ends it: "Unlike Microsoft, Oracle grew".
bool RoleMarker::IsContrasted(size_t index, uint32_t before) {
  const IssuerHit& hit = passage_.issuers[index];
  if (const uint32_t cue = table_.contrast.MatchBefore(document_, sentence_.begin, before)) {
    contrast_opens_ = before - cue == sentence_.begin;
    return true;
  }
  if (index == 0) return false;
  if (contrast_opens_ && hit.tokens.begin > 0 &&
      GapAfter(passage_, hit.tokens.begin - 1).starts_with(','))
    return false;
  const IssuerHit& previous = passage_.issuers[index - 1];
  return previous.competitor && previous.tokens.begin >= sentence_.begin &&
         IsListedWith(previous, hit);
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
    const uint32_t before = SkipBack(hits[i].tokens.begin);  // where a cue would end
    const bool quoted = IsQuoted(hits[i], before) || Rates(hits[i]);
    const bool in_list =
        i > 0 && hits[i - 1].tokens.begin >= sentence_.begin && IsListedWith(hits[i - 1], hits[i]);
    hits[i].only_source = IsSourceByKind(hits[i]) || quoted ||
                          (in_list && hits[i - 1].only_source && !IsSourceByKind(hits[i - 1]));
    if (quoted && in_list && RowOf(hits[i - 1]) != nullptr && RowOf(hits[i - 1])->is_financial())
      hits[i - 1].only_source = true;
    hits[i].competitor = IsContrasted(i, before);
    if (next != nullptr && next->tokens.begin < sentence_.end)
      hits[i].modifier = Describes(hits[i], *next);
    hits[i].modifier = hits[i].modifier || IsFormer(hits[i]);
  }
}

}  // namespace

void MarkRoles(const IssuerTable& table, const Draft& draft, Passage* passage) {
  RoleMarker(table, draft, passage).Mark();
}

}  // namespace tellwire::analysis
