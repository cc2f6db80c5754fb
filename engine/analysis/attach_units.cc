#include "analysis/attach.h"

namespace tellwire::analysis {

using model::MetricClass;

bool IsRatioUnit(std::string_view unit) {
  return unit == "pct" || unit == "pp" || unit == "bp" || unit == "x";
}

bool IsCurrencyUnit(std::string_view unit) {
  if (unit.size() != 3) return false;
  for (char c : unit) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

bool FitsValue(const MetricEntry& metric, std::string_view unit) {
  switch (metric.metric.metric_class) {
    case MetricClass::kMoney:
      return IsCurrencyUnit(unit);
    case MetricClass::kPrice:
      return IsCurrencyUnit(unit) || unit.empty();
    case MetricClass::kRatio:
      if (metric.metric.default_unit == "x") return unit == "x" || unit.empty();
      return unit == "pct" || (metric.metric.default_unit.empty() && IsCurrencyUnit(unit));
    case MetricClass::kCount:
      if (unit.empty()) return !metric.metric.default_unit.empty();
      return !IsCurrencyUnit(unit) && !IsRatioUnit(unit);
    case MetricClass::kEvent:
      return IsCurrencyUnit(unit);
  }
  return false;
}

bool FitsChange(const MetricEntry& metric, std::string_view unit) {
  switch (metric.metric.metric_class) {
    case MetricClass::kRatio:
      return unit == "pp" || unit == "bp" || unit == "pct" || unit == "x";
    case MetricClass::kPrice:
      return unit == "pct" || unit == "x" || IsCurrencyUnit(unit) || unit == "points" ||
             unit.empty();
    case MetricClass::kMoney:
    case MetricClass::kEvent:
      return unit == "pct" || unit == "x" || IsCurrencyUnit(unit);
    case MetricClass::kCount:
      return unit != "pp" && unit != "bp" && !IsCurrencyUnit(unit);
  }
  return false;
}

}  // namespace tellwire::analysis
