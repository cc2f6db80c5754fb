// Which way the price of a commodity goes: the one movement of each commodity that a sentence is
// about, told from what moved beside it.
//
//   "Gold ends lower as stocks climb"            gold down
//   "Gold pares gains to close lower"            gold down: the close wins
//   "Gold steady near seven-week high"           gold flat
#pragma once

#include <memory>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/phrase_index.h"
#include "analysis/reading.h"

namespace tellwire::analysis {

// price.tsv. Immutable after Load.
struct PriceTable {
  static Result<std::unique_ptr<PriceTable>> Load(const LexiconLoad& load);

  PhraseIndex asides, not_asides, others, closes, highs, lows, highest, lowest, spans, behind,
      reach, to_come, to_come_before, breaks, ends_run, run, by, heading, spell, joint;
  PhraseIndex moves;  // -> directions
  std::vector<model::Direction> directions;
  std::vector<bool> acts;  // beside directions: it moves what stands behind it
};

// What a sentence says of one commodity.
struct PriceMove {
  size_t metric = 0;  // index into Reading::metrics
  model::TokenRange tokens;
  Span span;  // of the words of movement
  model::Direction direction = model::Direction::kNone;
  int move = -1;         // index into Reading::moves where it is one of them, or overlaps one
  int numbers = -1;      // index into Reading::moves: that whose numbers it has
  bool to_come = false;  // "gold to trade lower"
};

// At most one movement for each commodity named, and one more where the sentence tells two spells
// of time apart: "gold falls, but gains 2% for the week". REQUIRES: ReadMovePhrases was run.
std::vector<PriceMove> ReadPriceMoves(const PriceTable& table, const MetricTable& metrics,
                                      const Reading& reading);

// Whether a commodity's name only describes something else: "gold demand", "oil stocks".
bool DescribesOther(const PriceTable& table, const Reading& reading, const MetricUse& use);

}  // namespace tellwire::analysis
