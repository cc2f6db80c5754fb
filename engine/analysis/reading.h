// What one sentence offers to the assembly of facts: its metrics, words of movement and of
// surprise, expectations and marks, with overlaps decided; and what each number turned out to be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/metrics.h"
#include "analysis/movement.h"
#include "analysis/passage.h"

namespace tellwire::analysis {

// A metric that is named, or one that is understood (`implied`).
struct MetricUse {
  model::TokenRange tokens;
  Span span;  // empty when implied
  uint32_t metric = 0;
  uint32_t clause = 0;  // index into Passage::clauses
  std::string segment;
  bool loss = false;
  bool profitable = false;
  bool up = false;  // its words say that it rose
  bool weak = false;
  bool needs_number = false;
  bool guided = false;    // a guidance noun stands beside it: revenue guidance
  bool foreseen = false;  // that noun stands before it: forecasts for sales
  bool implied = false;
  bool opinion = false;
  bool done = false;     // its words are the act itself: cut its staff
  int company = -2;      // index into Analysis::companies where it is known already; -2: not yet
  int company_hit = -1;  // index into Passage::issuers
};

// A word of movement with the numbers that its phrase holds: rose 5% to $3bn from $2.9bn.
struct Move {
  model::TokenRange tokens;
  Span span;
  const MoveWord* word = nullptr;
  model::Direction direction = model::Direction::kNone;
  uint32_t clause = 0;
  int change = -1, level = -1, prior = -1;  // indices into Passage::quantities
  int prior_end = -1;                       // where what it was before is a range
  int metric = -1;                          // index into Reading::metrics
  bool vs_peak = false;
};

struct SurpriseUse {
  model::TokenRange tokens;
  Span span;
  model::Surprise surprise = model::Surprise::kNone;
  SurpriseKind kind = SurpriseKind::kIdiom;
  uint32_t clause = 0;
  int expectation = -1;             // index into Reading::expectations
  uint32_t measure = 0;             // the word that compares: "more" of "more subscribers than"
  int amount = -1, consensus = -1;  // indices into Passage::quantities
  int metric = -1;
};

struct Mark {
  model::TokenRange tokens;
  Span span;
  const MoveWord* word = nullptr;  // of kind class, streak or mark
};

enum class NumberRole : uint8_t { kFree, kChange, kValue, kPrior, kConsensus, kAmount, kSpent };

struct NumberUse {
  uint32_t quantity = 0;  // index into Passage::quantities
  NumberRole role = NumberRole::kFree;
  int metric = -1;  // index into Reading::metrics, of a value, prior or consensus
};

struct Reading {
  const Passage* passage = nullptr;
  uint32_t sentence = 0;
  model::TokenRange tokens;
  uint32_t first_clause = 0, last_clause = 0;      // half-open
  uint32_t first_issuer = 0, last_issuer = 0;      // half-open
  uint32_t first_quantity = 0, last_quantity = 0;  // half-open

  std::vector<MetricUse> metrics;
  std::vector<Move> moves;
  std::vector<SurpriseUse> surprises;
  std::vector<model::TokenRange> expectations;
  std::vector<Mark> marks;
  std::vector<model::TokenRange> levels;  // reached, stood at
  std::optional<MetricUse> before;        // what the sentence before told a figure of
  std::vector<NumberUse> numbers;         // of this sentence, in order

  const QuantityHit& Quantity(int index) const {
    return passage->quantities[static_cast<size_t>(index)];
  }
  NumberUse& Number(int quantity) {
    return numbers[static_cast<size_t>(quantity) - first_quantity];
  }
  uint32_t ClauseOf(uint32_t token) const;
  // The index into Passage::quantities of a number that begins or ends at the token, or -1.
  int QuantityFrom(uint32_t token) const;
  int QuantityUntil(uint32_t token) const;
  // The index into Passage::issuers of the company named behind a number: "$2 billion at Costco";
  // or -1.
  int PlaceOf(const model::TokenRange& number) const;
  // The index into Passage::issuers of the name that ends at the token, or -1.
  int IssuerUntil(uint32_t token) const;
};

// Whether something else moves: "sales rose 30% while the market has risen 13%".
bool HasOwnSubject(const Reading& reading, const Move& move);

// Whether words part the comparison: "more subscribers than".
inline bool IsSplit(const SurpriseUse& surprise) {
  return surprise.measure < surprise.tokens.begin;
}

// Words between two ranges; 0 when they touch or overlap.
uint32_t Distance(const model::TokenRange& a, const model::TokenRange& b);

bool Overlap(const model::TokenRange& a, const model::TokenRange& b);

// Reads sentence after sentence of one passage; the reading it returns is valid until the next.
class SentenceReader {
 public:
  SentenceReader(const MetricTable& metrics, const MovementTable& movement, const Passage& passage);
  // REQUIRES: sentences are asked for in order.
  Reading& Read(uint32_t sentence);

 private:
  void TakeTerms();
  std::span<const TermHit> MeasuredHere();
  void TakeSurprises(std::span<const TermHit> hits);
  void TakeSplitComparisons();
  void TakeMoves(std::span<const TermHit> hits);
  void TakeMetrics(std::span<const TermHit> hits);
  // The hits that count, of overlapping ones the best.
  std::vector<const TermHit*> ChooseMetrics(std::span<const TermHit> hits) const;
  bool MeansMetric(const TermHit& hit) const;
  MetricUse UseOf(const TermHit& hit) const;
  const MoveWord& WordOf(std::span<const TermHit> hits, size_t index) const;
  bool StandsAsNoun(const model::TokenRange& tokens) const;
  bool IsNumberUntil(uint32_t token) const;
  bool IsResult(const MetricUse& use, const Move& move) const;
  void DropInsideMoves();
  void DropSizesOfMoves();
  void AbsorbGuidance();
  bool StandsRightBehind(const SurpriseUse& use) const;
  bool StandsAlone(const SurpriseUse& use) const;
  bool HasOwnFigure(const SurpriseUse& use) const;
  bool IsForecastVerb(const TermHit& hit) const;
  bool IsOfPerson(uint32_t token) const;
  bool LacksWhole(const TermHit& hit) const;
  bool IsBelowZero(const TermHit& hit) const;
  bool IsInName(const TermHit& hit) const;
  bool IsHabit(const model::TokenRange& tokens) const;
  bool IsCompound(const TermHit& hit) const;
  bool IsOwnedWhole(const TermHit& hit) const;
  bool IsOfTime(const QuantityHit& hit) const;
  bool IsMultipleOf(const model::TokenRange& tokens) const;
  bool IsPerUnit(uint32_t token) const;
  bool IsPerShare(const model::TokenRange& tokens) const;
  int ExpectationFor(const model::TokenRange& surprise) const;

  const MetricTable& metrics_;
  const MovementTable& movement_;
  const Passage& passage_;
  Reading reading_;
  size_t next_quantity_ = 0, next_clause_ = 0, next_issuer_ = 0;
  TermSweep metrics_said_, commodities_, moves_, surprises_, expectations_;
  std::vector<TermHit> measured_;  // metrics and commodities of the sentence
};

}  // namespace tellwire::analysis
