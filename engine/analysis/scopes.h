// Scopes: where something is denied, supposed, expected or only said; and the words that open
// clauses and name who speaks. scopes.tsv, attribution.tsv.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "model/analysis.h"

namespace tellwire::analysis {

enum class CueType : uint8_t {
  kNegation,
  kPseudo,  // looks like a negation and is none
  kHypothetical,
  kConditional,  // takes both halves of its sentence
  kInverted,     // a conditional where it opens the sentence: "Should sales drop"
  kEstimate,
  kGuidance,
  kTarget,
  kRumour,
  kOpinion,
  kExpected,  // was expected and came otherwise
  kContrast,  // what follows is not asserted
  kPast,      // told as history: "a decade ago", "formerly"
  kOpener,    // opens a clause
  kPlain,     // opens none, though it begins like an opener
};

enum class CueReach : uint8_t { kRight, kLeft, kBoth, kSentence };

struct ScopeCue {
  CueType type = CueType::kPlain;
  CueReach reach = CueReach::kRight;
  int clauses = 1;                    // how many it may reach
  std::vector<uint64_t> terminators;  // Hash64 of words that end it
};

enum class VoiceRole : uint8_t { kVerb, kBy, kSpeaker, kOutsider, kAnonymous, kUnverified };

struct ScopeTable {
  static Result<std::unique_ptr<ScopeTable>> Load(const LexiconLoad& load);

  std::vector<ScopeCue> cues;     // Term::row of kScope
  std::vector<VoiceRole> voices;  // Term::row of kSpeech and kSpeaker
};

// Fills Passage::scopes, sorted by extent. REQUIRES: Passage::clauses, periods
void FindScopes(const ScopeTable& table, Passage* passage);

}  // namespace tellwire::analysis
