// The vocabulary of tone: words with a polarity, moves, what moves, and the small words between.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/lexicon.h"

namespace tellwire::analysis {

enum class ToneClass : uint8_t {
  kGood,         // a polarity of its own
  kBad,          //
  kUp,           // a move: good or bad by what moves
  kDown,         //
  kFlat,         //
  kWantsUp,      // a thing: profit, demand
  kWantsDown,    // a thing: loss, costs
  kNeutral,      // a thing without polarity: share capital
  kSkip,         // hides the words in it: "not only", "set up"
  kFlip,         // not, fails to
  kSoften,       // may, if
  kContrast,     // but, while
  kDespite,      // what follows is conceded
  kCause,        // what follows is the reason
  kOf,           // in, of: joins a move to what moves
  kJoint,        // and, to, from: ends the reach of a move to its right
  kSource,       // says, expects: who stands beside it only speaks, unless it speaks of its own
  kSpeaker,      // analyst, according to: who stands beside it only speaks
  kOwn,          // it, its: who speaks of its own
  kCompare,      // compared with, from: what follows is how it was before
  kRival,        // over, than
  kPeer,         // rival, fellow: the name behind it is one more, held against another or not
  kInstitution,  // exchanges, regulators: where and by whom, not of whom
};

// Whom a word concerns: what stands left of it, right of it, the nearest; where it opens its
// clause, all to its right ("Buy A, B"); or, in a contest, the left one for better and the right
// one for worse ("A outshines B").
enum class ToneAim : uint8_t { kNone, kSubject, kObject, kEither, kStart, kContest };

struct ToneWord {
  ToneClass tone_class = ToneClass::kNeutral;
  ToneAim aim = ToneAim::kNone;
  double weight = 0;    // signed: what it says alone; of a move its strength; of a cue what remains
  double strength = 1;  // of a thing: how much its moves count
};

// Numbers of tone.tsv.
struct ToneSettings {
  double positive = 0.2, negative = -0.2;  // thresholds of a sentence's and an article's label
  double company_positive = 0.2, company_negative = -0.2;
  double move = 0.6;             // of a move whose mover is not named
  double mover = 0.8;            // of a move of a thing
  double shares = 1.2;           // of a move of shares
  double company_move = 0.8;     // of a move of a company: its shares
  double flip_good = -0.5;       // "not good"
  double flip_bad = -0.4;        // "not bad"
  double surprise = 1.5;         // of a fact that beats or misses
  double guidance = 1.5;         // of guidance raised or cut
  double fact = 0.8;             // of a fact with a direction
  double title = 2, lead = 1.5;  // of sentences by place
  double fading = 0.2;           // how fast a sentence behind the lead loses weight
  double carried = 0.5;          // of a sentence that only carries a company over
  double sharpness = 0.8;        // of the squashing: tanh(sharpness * sum)
  double list_item = 0.8;        // of "X falls 8%; Y 2%": the second takes this much of the first
};

// sentiment.tsv, tone_cues.tsv, tone.tsv.
struct SentimentTable {
  std::vector<ToneWord> words;  // by TermHit::term.row of TermKind::kTone
  ToneSettings settings;

  static Result<SentimentTable> Load(const LexiconLoad& load);
};

}  // namespace tellwire::analysis
