// Attaches the numbers of a sentence to its words of movement, and those, surprises and the numbers
// that are left to its metrics. One number feeds one role of one fact; the nearest by a fixed cost
// wins: words between, crossing a clause or another number costs extra, a unit that does not fit
// the metric forbids.
#pragma once

#include "analysis/reading.h"

namespace tellwire::analysis {

// Units ---------------------------------------------------------------------------------------

bool IsRatioUnit(std::string_view unit);     // pct pp bp x
bool IsCurrencyUnit(std::string_view unit);  // ISO 4217
// Whether a metric's value may have the unit.
bool FitsValue(const MetricEntry& metric, std::string_view unit);
// Whether a metric may change by something of the unit.
bool FitsChange(const MetricEntry& metric, std::string_view unit);

// Stages, in this order -------------------------------------------------------------------------

// Fills change, level and prior of every move: "fell 5% to $3bn from $3.2bn", "a 10% drop".
void ReadMovePhrases(const MetricTable& table, Reading* reading);

// Fills Move::metric; adds implied metrics (a bare company that rose is its share price; "Intel's
// slipped 5%" repeats the metric before).
void AttachMoves(const MetricTable& table, Reading* reading);

// Fills metric, amount and consensus of every surprise; one without a metric speaks of `results`.
void AttachSurprises(const MetricTable& table, Reading* reading);

// Gives the numbers that are left to metrics: values, priors, what was expected.
void AttachValues(const MetricTable& table, Reading* reading);

}  // namespace tellwire::analysis
