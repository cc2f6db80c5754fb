#include "match/numbers.h"

#include "model/vocabulary.h"

namespace tellwire::match {
namespace {

model::Number Scaled(const model::Number& number, double factor) {
  return {number.low * factor, number.high * factor};
}

bool SameUnit(const std::string& a, const std::string& b) {
  return a.size() == b.size() && model::MatchesGlob(a, b);
}

}  // namespace

bool IsWithin(const model::Number& number, model::Qualifier qualifier, const rule::Bound& bound) {
  using model::Qualifier;
  const bool never_above = qualifier == Qualifier::kUpTo || qualifier == Qualifier::kUnder;
  const bool never_below = qualifier == Qualifier::kOver;
  if (never_above && (bound.above || bound.min)) return false;
  if (never_below && (bound.below || bound.max)) return false;
  return (!bound.above || number.low > *bound.above) && (!bound.min || number.low >= *bound.min) &&
         (!bound.below || number.high < *bound.below) && (!bound.max || number.high <= *bound.max);
}

std::optional<model::Number> InUnitOf(const Measured& measured, const rule::Bound& bound,
                                      const model::Rates& rates, Day day) {
  if (!bound.in_currency.empty()) {
    const auto low = rates.Convert(measured.number.low, measured.unit, bound.in_currency, day);
    const auto high = rates.Convert(measured.number.high, measured.unit, bound.in_currency, day);
    if (!low || !high) return std::nullopt;
    return model::Number(*low, *high);
  }
  if (SameUnit(measured.unit, bound.unit)) return measured.number;
  if (bound.unit == "pp" && measured.unit == "bp") return Scaled(measured.number, 0.01);
  return std::nullopt;
}

std::optional<model::Number> InPercent(const model::Number& change, const std::string& unit) {
  if (unit == "pct") return change;
  if (unit == "x") return model::Number((change.low - 1) * 100, (change.high - 1) * 100);
  return std::nullopt;
}

}  // namespace tellwire::match
