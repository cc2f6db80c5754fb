// Numbers with units against bounds: when 2x is +100 %, when a range is above a limit, and when the
// honest answer is that it cannot be said.
#pragma once

#include <optional>
#include <string>

#include "model/fact.h"
#include "model/rates.h"
#include "model/truth.h"
#include "rule/condition.h"

namespace tellwire::match {

// A number as an article states it.
struct Measured {
  model::Number number;
  std::string unit;
  model::Qualifier qualifier = model::Qualifier::kExact;
};

// Whether the number lies within the bound; units are not looked at. A range is above a limit when
// its lower end is, below it when its upper end is; `up_to` and `under` are never above, `over` is
// never below.
bool IsWithin(const model::Number& number, model::Qualifier qualifier, const rule::Bound& bound);

// The number in the unit asked for: the same unit; `bp` as `pp`; money by the rate of the day where
// `bound.in_currency` says so. nullopt: it cannot be converted.
std::optional<model::Number> InUnitOf(const Measured& measured, const rule::Bound& bound,
                                      const model::Rates& rates, Day day);

// A change in percent: `2x` is +100. nullopt for points and money.
std::optional<model::Number> InPercent(const model::Number& change, const std::string& unit);

}  // namespace tellwire::match
