// The words of the vocabulary as they stand in a text. term_trie.h finds them all in one pass; each
// stage then asks for those of its own kinds.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/document.h"

namespace tellwire::analysis {

// Which table a surface comes from. `row` is the index of the entry in that table.
enum class TermKind : uint8_t {
  kMetric,       // metrics.tsv
  kEvent,        // events.tsv
  kDirection,    // direction.tsv
  kSurprise,     // surprise.tsv: beat, miss, inline
  kExpectation,  // surprise.tsv: estimates, consensus, expectations
  kScope,        // scopes.tsv: cues of negation, hypothesis, guidance ...
  kSpeech,       // attribution.tsv: said, according to
  kSpeaker,      // attribution.tsv: analysts, management, the CFO
  kIssuer,       // aliases.tsv and the listed companies
  kReference,    // references.tsv: the company, its, the chipmaker
  kTheme,        // themes.tsv
  kTone,         // sentiment.tsv, tone_cues.tsv
  kCue,          // sentence_events.tsv
  kCommodity,    // commodities.tsv: gold, Brent, the dollar
};
inline constexpr size_t kTermKinds = 14;

struct Term {
  TermKind kind;
  uint32_t row = 0;
};

struct TermHit {
  model::TokenRange tokens;
  Span span;  // from the first word's first byte to the last word's last
  Term term;
};

// What was found in a document: a list of each kind, by first token, longer ones first.
class TermHits {
 public:
  TermHits() = default;
  // Takes hits of all kinds, by first token, longer ones first.
  explicit TermHits(const std::vector<TermHit>& found);

  std::span<const TermHit> Of(TermKind kind) const {
    const Range& range = ranges_[static_cast<size_t>(kind)];
    return std::span(hits_).subspan(range.begin, range.end - range.begin);
  }

  template <typename Drop>
  void EraseIf(TermKind kind, const Drop& drop) {
    Range& range = ranges_[static_cast<size_t>(kind)];
    const auto first = hits_.begin() + range.begin;
    const auto kept = std::remove_if(first, hits_.begin() + range.end, drop);
    range.end = range.begin + static_cast<uint32_t>(kept - first);
  }

 private:
  struct Range {
    uint32_t begin = 0, end = 0;
  };
  std::vector<TermHit> hits_;  // those of one kind lie together
  std::array<Range, kTermKinds> ranges_{};
};

// Those of a list that begin with token `from` or behind it, and those that begin within `tokens`.
// Logarithmic.
std::span<const TermHit> HitsFrom(std::span<const TermHit> hits, uint32_t from);
std::span<const TermHit> HitsIn(std::span<const TermHit> hits, const model::TokenRange& tokens);

// Goes through a list sentence by sentence.
class TermSweep {
 public:
  explicit TermSweep(std::span<const TermHit> hits) : hits_(hits) {}
  // Those that begin in the sentence. REQUIRES: it stands behind the one asked for before.
  std::span<const TermHit> In(const model::TokenRange& sentence) {
    while (at_ < hits_.size() && hits_[at_].tokens.begin < sentence.begin) ++at_;
    const size_t first = at_;
    while (at_ < hits_.size() && hits_[at_].tokens.begin < sentence.end) ++at_;
    return hits_.subspan(first, at_ - first);
  }

 private:
  std::span<const TermHit> hits_;
  size_t at_ = 0;
};

}  // namespace tellwire::analysis
