// "Revenue of at least $10bn by the end of 2027" is progress at $8bn in 2026, kept at $10bn
// whenever that is, and missed at $9bn for the year 2027. "Capex of no more than $5bn in 2027" is
// progress at $4bn in 2026 (the year is not over) and kept at $4bn for 2027. Tested by
// tests/batch/promise_state_test.cc.
#include "batch/promise_state.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "base/ascii.h"

namespace tellwire::batch {
namespace {

using model::Fact;
using model::Number;

bool SameSubject(const Fact& promise, const Fact& fact) {
  const auto same_letter = [](char a, char b) { return ToLower(a) == ToLower(b); };
  return promise.metric == fact.metric &&
         std::equal(promise.segment.begin(), promise.segment.end(), fact.segment.begin(),
                    fact.segment.end(), same_letter);
}

// The fact's number that the promise's target is to be held against.
std::optional<Number> Comparable(const Fact& promise, const Fact& fact) {
  if (!promise.unit.empty()) return promise.unit == fact.unit ? fact.value : std::nullopt;
  return promise.change_unit == fact.change_unit ? fact.change : std::nullopt;
}

// How far a figure may lie from one that was promised exactly: 1%, 10% where either is rough.
double Tolerance(const Fact& promise, const Fact& fact) {
  const bool exact =
      promise.qualifier == model::Qualifier::kExact && fact.qualifier == model::Qualifier::kExact;
  return exact ? .01 : .10;
}

bool Reaches(const Fact& promise, const Fact& fact, const Number& number) {
  const Number& target = promise.promise->target;
  const std::string& op = promise.promise->op;
  if (op == ">") return number.low > target.low;
  if (op == ">=") return number.low >= target.low;
  if (op == "<") return number.high < target.high;
  if (op == "<=") return number.high <= target.high;
  const double slack = Tolerance(promise, fact);
  return number.low >= target.low - std::fabs(target.low) * slack &&
         number.high <= target.high + std::fabs(target.high) * slack;
}

bool IsFloor(const Fact& promise) { return promise.promise->op.starts_with('>'); }

// Whether the fact speaks of the time when the promise fell due, or later. Half-open days: what
// ends with the deadline is due.
bool IsDue(const Fact& promise, const Fact& fact, std::optional<Day> published) {
  const auto deadline = promise.promise->deadline_until;
  if (!deadline) return false;
  if (fact.period.until) return *fact.period.until >= *deadline;
  return published && *published >= *deadline;
}

// A figure three times as large, or a third, is of something else: of one plant, of the whole
// trade.
bool IsOfItsSize(const Fact& promise, const Number& number) {
  constexpr double kMostTimes = 3;
  const double target = std::fabs(promise.promise->target.low), actual = std::fabs(number.low);
  if (target == 0 || actual == 0) return true;
  return actual <= kMostTimes * target && target <= kMostTimes * actual;
}

// Whether the promise is about what happens in a stretch of time, not about what is reached by its
// end or within it.
bool IsForStretch(const model::Fact::Promise& promise) {
  for (std::string_view within : {"BY:", "NEXT:", "DUR:"}) {
    if (promise.deadline.starts_with(within)) return false;
  }
  return !promise.deadline.empty();
}

bool IsMoney(const std::string& unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What ended before the promise was made cannot settle it; revenue for 2027 is settled by revenue
// for 2027, not by that of a quarter of it; and money to be made by a date is that of a year.
bool IsOfItsTime(const Fact& promise, const Fact& fact, std::optional<Day> promised) {
  constexpr Day kSlack = 31;
  const model::Period& period = fact.period;
  const bool of_day = period.form == "EVENT_DAY" || period.form == "EXT_HOURS";
  if (promised && !of_day && period.until && *period.until <= *promised) return false;
  constexpr Day kShortYear = 350;
  if (promise.promise->deadline.empty()) return false;  // nobody can be held to it
  if (!IsForStretch(*promise.promise)) {
    if (!IsMoney(promise.unit)) return true;
    return period.resolved() && *period.until - *period.from >= kShortYear;
  }
  const auto from = promise.promise->deadline_from, until = promise.promise->deadline_until;
  if (!from || !until || !period.resolved()) return period.form == promise.promise->deadline;
  return std::abs(*period.from - *from) <= kSlack && std::abs(*period.until - *until) <= kSlack;
}

bool Withdraws(const Fact& fact) { return fact.HasFlag("guidance_withdrawn"); }

}  // namespace

std::string_view ToString(Settlement settlement) {
  constexpr std::array<std::string_view, 5> kNames = {"", "progress", "kept", "missed",
                                                      "withdrawn"};
  return kNames[static_cast<size_t>(settlement)];
}

bool CanSettle(const Fact& fact) {
  if (fact.negated) return false;
  return Withdraws(fact) ||
         (fact.modality == model::Modality::kActual && (fact.value || fact.change));
}

Settlement Settle(const Fact& promise, const Fact& fact, std::optional<Day> published,
                  std::optional<Day> promised) {
  if (fact.negated) return Settlement::kNone;
  if (Withdraws(fact) && (fact.metric == promise.metric || fact.metric == "guidance")) {
    return Settlement::kWithdrawn;
  }
  if (fact.modality != model::Modality::kActual || !SameSubject(promise, fact)) {
    return Settlement::kNone;
  }
  const auto number = Comparable(promise, fact);
  if (!number || !IsOfItsTime(promise, fact, promised)) return Settlement::kNone;
  const bool reached = Reaches(promise, fact, *number), due = IsDue(promise, fact, published);
  const bool settles = due || (reached && IsFloor(promise));
  if (settles && !IsOfItsSize(promise, *number)) return Settlement::kNone;
  if (!settles) return Settlement::kProgress;
  return reached ? Settlement::kKept : Settlement::kMissed;
}

}  // namespace tellwire::batch
