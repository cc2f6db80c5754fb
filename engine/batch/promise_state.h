// What became of a promise: how a later fact of the same company, metric and segment settles it.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"
#include "model/fact.h"

namespace tellwire::batch {

// What one fact says of a promise. kNone: it does not speak of it, or cannot be compared.
enum class Settlement { kNone, kProgress, kKept, kMissed, kWithdrawn };
std::string_view ToString(Settlement settlement);  // "" progress kept missed withdrawn
inline bool IsFinal(Settlement settlement) { return settlement > Settlement::kProgress; }

// Whether the fact could settle any promise at all: most cannot, and need no look at the store.
bool CanSettle(const model::Fact& fact);

// Only actual facts that are not negated move a promise, and guidance that is withdrawn ends it. A
// number in another unit is never compared, nor is a promise that named no date. Reached is kept,
// at any time; a ceiling or an exact figure is judged at the deadline only, as is what was not
// reached. `published`: of the fact's article; a fact is of the time when its period ends, else of
// that day. `promised`: the day of the promise's article; a figure of before it settles nothing,
// nor does one of another stretch of time (money by a date is that of a year) or of another size.
// REQUIRES: promise.promise; the same company
Settlement Settle(const model::Fact& promise, const model::Fact& fact, std::optional<Day> published,
                  std::optional<Day> promised = std::nullopt);

}  // namespace tellwire::batch
