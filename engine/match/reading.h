// One way in which a condition is, or may be, true: where it stands and how sure that is.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/truth.h"
#include "rule/condition.h"

namespace tellwire::match {

struct Reading {
  model::Place place;  // an empty span: true without words (a source, a theme without terms)
  int fact = -1;       // index into Analysis::facts
  model::Truth truth = model::Truth::kTrue;  // never kFalse: what is false has no reading

  bool HasWords() const { return !place.span.empty(); }
  bool operator==(const Reading&) const = default;
};

using Readings = std::vector<Reading>;

// True if any reading is, else error if any is, else unknown; false where there is none.
inline model::Truth TruthOf(const Readings& readings) {
  model::Truth truth = model::Truth::kFalse;
  for (const Reading& reading : readings) truth = model::Or(truth, reading.truth);
  return truth;
}

// Which readings a scope lets through.
struct Filters {
  bool affirmed = false;  // outside every negation and hypothesis
  bool recent = false;    // outside all that is told as history
  bool current = false;   // both, and outside expectations and sentences about long ago
  bool operator==(const Filters&) const = default;
  bool any() const { return affirmed || recent || current; }
  // These and what `affirmed`, `recent` or `current` adds; any other op adds nothing.
  Filters Under(rule::Op op) const;
};

// Whether a condition only marks what stands below it: a filter, or `anywhere`.
bool IsMark(rule::Op op);

// `at_least(n)`: true once n are; false when n is out of reach; else error if one could decide;
// else unknown.
model::Truth AtLeast(int n, const std::vector<model::Truth>& members);

}  // namespace tellwire::match
