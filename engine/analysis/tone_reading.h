// One sentence read for its tone: which words say something good or bad, and of whom.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/passage.h"
#include "analysis/sentiment_table.h"

namespace tellwire::analysis {

// Some of ToneReading::companies: whom an element or a group of names concerns.
struct ToneCompanies {
  uint32_t first = 0, size = 0;
};

// Words that say something good or bad. A move and what moves are one: "costs fell".
struct ToneElement {
  model::TokenRange tokens;  // the words, the mover included
  model::TokenRange head;    // the move or the word itself
  double value = 0;          // signed, after negation and the like
  ToneAim aim = ToneAim::kEither;
  bool reason = false;           // stands behind "on", "after", "amid"
  ToneCompanies companies = {};  // whom it concerns
};

// Whether a name speaks in the sentence: itself, or through somebody who works there.
enum class ToneVoice : uint8_t { kNone, kSpeaks, kHouse };

// A name in the sentence, or several in a row.
struct ToneGroup {
  model::TokenRange tokens;
  ToneCompanies companies;
  bool speaks = false;
  bool lesser = false;  // behind "over", "than", "rival"
  bool rival = false;   // behind "rival"
};

// A word of the vocabulary in its place. Marks do not overlap.
struct ToneMark {
  model::TokenRange tokens;
  const ToneWord* word = nullptr;
  bool moved = false;  // a thing that a move speaks of
};

// A stretch of a sentence between `;`, `:`, dashes, brackets and words of contrast.
struct TonePart {
  model::TokenRange tokens;
  bool spoken_of = true;  // false: only names who speaks (": Sharekhan")
};

// Words that count less than they say: what is conceded, and the reason of something else.
struct ToneShade {
  model::TokenRange tokens;
  double remains = 1;
  bool conceded = false;
};

// What parts a word from the one before it.
enum class ToneBorder : uint8_t { kNone, kComma, kHard };

// What is known of a word of the sentence.
struct ToneWordPlace {
  int mark = -1;  // the index of the mark that covers it, or -1
  ToneBorder border = ToneBorder::kNone;
  bool inserted = false;  // stands in `<BP.L>`, `(NYSE: X)`
  bool named = false;     // is part of a name
};

struct ToneReading {
  model::TokenRange tokens;       // at most 400 words
  std::vector<uint32_t> issuers;  // indices into Passage::issuers, in order
  std::vector<ToneWordPlace> words;
  std::vector<ToneMark> marks;
  std::vector<TonePart> parts;
  std::vector<ToneVoice> voices;  // one an issuer
  std::vector<ToneGroup> groups;
  std::vector<ToneElement> elements;
  std::vector<ToneShade> shades;
  std::vector<int> companies;  // indices into Analysis::companies, for the elements to point at
  std::vector<int> houses;     // companies named here as where somebody who speaks works
  std::vector<int> spoken_of;  // companies named here otherwise

  // As new; what it has allocated serves the next sentence.
  void Clear();
  // The sum of all elements.
  double Sum() const;
  const TonePart& PartOf(uint32_t token) const;
  // How much remains of what is said at a word, 1 outside every shade. A reason that `agrees`
  // with what it is the reason for counts in full.
  double RemainsAt(uint32_t token, bool agrees) const;
  ToneBorder BorderBefore(uint32_t token) const { return words[token - tokens.begin].border; }
  bool IsInserted(uint32_t token) const { return words[token - tokens.begin].inserted; }
  bool IsNamed(uint32_t token) const { return words[token - tokens.begin].named; }
  // Whether a comma stands between two words.
  bool CommaBetween(uint32_t first, uint32_t second) const;
  std::span<const int> CompaniesOf(const ToneCompanies& of) const {
    return std::span(companies).subspan(of.first, of.size);
  }
  // Adds a company, if it is not among them. REQUIRES: they stand last in `companies`, or are none.
  void AddCompany(int company, ToneCompanies* to);
  int MarkAt(uint32_t token) const {
    const uint32_t at = token - tokens.begin;  // a word before the first is beyond the last too
    return at < words.size() ? words[at].mark : -1;
  }
};

// Whether the word is written with a digit in front.
inline bool IsNumber(const Passage& passage, uint32_t token) {
  return passage.Looks(token, kDigitFirst);
}

// Fills all of a reading but its elements (tone_marks.cc).
void MarkTone(const SentimentTable& table, const Passage& passage, const model::Sentence& sentence,
              size_t* first_tone, size_t* first_issuer, ToneReading* reading);

// Reads one sentence into `reading`, whatever was in it. `first_tone` and `first_issuer` are where
// to begin in Passage::tones and Passage::issuers; they are moved on, so that a whole passage costs
// one sweep.
void ReadTone(const SentimentTable& table, const Passage& passage, const model::Sentence& sentence,
              size_t* first_tone, size_t* first_issuer, ToneReading* reading);

// Finds whom each element concerns, and who is named as a house only (tone_aim.cc).
void AimTone(const SentimentTable& table, const Passage& passage, ToneReading* reading);

}  // namespace tellwire::analysis
