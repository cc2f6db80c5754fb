// Words of movement and of surprise: direction.tsv and surprise.tsv.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analysis/lexicon.h"
#include "model/fact.h"

namespace tellwire::analysis {

enum class MoveKind : uint8_t {
  kVerb,       // what it speaks of moves: sales rose
  kAct,        // a subject moves an object: cut its forecast
  kBoth,       // sales grew; grew sales
  kPrice,      // a verb that also moves a bare company: Meta jumped
  kNoun,       // a drop in sales
  kAdjective,  // higher sales; sales were higher
  kLevel,      // reached, stood at: no direction
  kFlat,       // unchanged
  kGuide,      // withdrew, reaffirmed: what became of guidance
  kClass,      // double-digit
  kStreak,     // fifth straight quarter
  kStreakEnd,  // ended, snapped
  kMark,       // record, intraday
  kNone,       // words that must not be read otherwise
};

struct MoveWord {
  MoveKind kind = MoveKind::kNone;
  model::Direction direction = model::Direction::kNone;
  double strength = 1;
  std::string value;  // of a guide, class, streak or mark; of an act: the guidance flag
};

enum class SurpriseKind : uint8_t {
  kVerb,   // needs an expectation beside it: topped estimates
  kThan,   // needs it right behind: above estimates
  kLoose,  // stands alone before a metric: beat on revenue
  kIdiom,  // says it all: better than expected
  kAlone,  // a verb that says it all of what stands right before it: sales disappointed
};

struct SurpriseWord {
  model::Surprise surprise = model::Surprise::kNone;
  SurpriseKind kind = SurpriseKind::kVerb;
};

struct MovementTable {
  static Result<std::unique_ptr<MovementTable>> Load(const LexiconLoad& load);

  std::vector<MoveWord> moves;          // Term::row of kDirection
  std::vector<SurpriseWord> surprises;  // Term::row of kSurprise; kExpectation has rows without use
  // What a word says before "than", by the hash of the word: "more", "weaker".
  std::vector<std::pair<uint64_t, model::Surprise>> comparatives;

  model::Surprise ComparativeOf(uint64_t word) const;
};

}  // namespace tellwire::analysis
