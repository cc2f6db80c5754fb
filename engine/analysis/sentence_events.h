// The coarse types of what a sentence tells: SecurityValue, Rating, Employment ... (EXTRACTION 1).
#pragma once

#include <string>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/passage.h"

namespace tellwire::analysis {

// sentence_events.tsv: words that hint at a type. A type is given where the hints of a sentence add
// up to 1. Rows whose surface is `@metric`, `@metric_number`, `@metric_move` or `@event` weigh what
// the other tables found. Negative weights take away.
struct CueTable {
  struct Cue {
    uint32_t type = 0;  // index into types
    double weight = 0;
  };
  std::vector<std::string> types;  // sorted
  std::vector<Cue> cues;           // by TermHit::term.row of TermKind::kCue
  double metric = 0.5, metric_number = 0.9, metric_move = 1, event = 1;

  int TypeOf(std::string_view name) const;  // -1: unknown
  static Result<CueTable> Load(const LexiconLoad& load);
};

void MarkEvents(const Lexicon& lexicon, const Passage& title, const Passage& text,
                model::Analysis* analysis);

}  // namespace tellwire::analysis
