// Joins of positions: `near(n, a, b)` and `sequence(n, a, b, ...)`.
//
// A chain takes one reading of each stage, each at most n words after the one before, all in one
// block. Of all chains, those are kept that begin latest for their end and those that end soonest
// for their beginning: "price war ... war" gives the short one. `near` takes the stages in either
// order, and more than two of them two at a time from the left. Readings arrive with their truths;
// a chain of true ones is true, else unknown, else error. One forward and one backward sweep with a
// sliding window: O(n log n) in the readings.
#pragma once

#include <vector>

#include "match/places.h"
#include "match/reading.h"

namespace tellwire::match {

Readings JoinSequence(std::vector<Readings> stages, int limit, const Places& places);
Readings JoinNear(std::vector<Readings> stages, int limit, const Places& places);

}  // namespace tellwire::match
