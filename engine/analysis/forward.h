// Which sentences make a numeric claim about the future: "It expects sales of $5 billion."
//
// The cues are data (forward.tsv); a cue counts where a number stands with it, and not where it
// tells of what was once expected ("topped the forecast of $5 billion").
#pragma once

#include <memory>

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "analysis/phrase_index.h"
#include "model/analysis.h"

namespace tellwire::analysis {

// Immutable after Load.
struct ForwardTable {
  static Result<std::unique_ptr<ForwardTable>> Load(const LexiconLoad& load);

  enum class Cue : uint8_t { kClaim, kSaidOf, kWill, kNoun, kNone };
  PhraseIndex cues;  // -> cue_kinds
  std::vector<Cue> cue_kinds;
  PhraseIndex will_verb, adverb, noun_link, settled;
};

// Sets SentenceAnalysis::forward of the passage's sentences. REQUIRES: Passage::quantities and
// periods; Analysis::sentences has the sentences of the passage's part.
void MarkForward(const ForwardTable& table, const Passage& passage, model::Analysis* analysis);

}  // namespace tellwire::analysis
