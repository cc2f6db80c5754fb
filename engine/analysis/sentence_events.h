// The coarse types of what a sentence tells: SecurityValue, Rating, Employment ...
#pragma once

#include <string>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "analysis/placed_facts.h"
#include "analysis/word_roles.h"
#include "base/hash.h"

namespace tellwire::analysis {

// sentence_events.tsv: words that hint at a type. A type is given where the hints of a sentence add
// up to 1; negative weights take away. Rows with @ weigh what else was found: `@event` an event of
// events.tsv, `@typed` a row of it that only types its sentence, `@fact` a fact, each by the type
// of its own; `@move` and `@number` add to the type of the row, if a word has hinted at it;
// `@surprise` and `@guidance` add to it where a fact of the sentence says so.
struct CueTable {
  struct Cue {
    uint32_t type = 0;  // index into types
    double weight = 0;
  };
  std::vector<std::string> types;                        // sorted
  WordRoles numbers;                                     // by hash of a type: its index + 1
  std::vector<Cue> cues;                                 // by TermHit::term.row of TermKind::kCue
  std::vector<double> move, number, surprise, guidance;  // by type
  double event = 1, typed = 0.2, fact = 0.5;
  int TypeOf(std::string_view name) const {  // -1: unknown
    return static_cast<int>(numbers.Of(Hash64(name))) - 1;
  }
  static Result<CueTable> Load(const LexiconLoad& load);
};

// `facts` are those of the analysis.
void MarkEvents(const Lexicon& lexicon, const Passage& title, const Passage& text,
                const PlacedFacts& facts, model::Analysis* analysis);

}  // namespace tellwire::analysis
