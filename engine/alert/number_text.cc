#include "alert/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ascii.h"

namespace tellwire::alert {
namespace {

struct Scale {
  double unit;
  std::string_view suffix;
};
constexpr Scale kScales[] = {{1e12, "tn"}, {1e9, "bn"}, {1e6, "m"}};

// At most `decimals` places, without zeros at the end.
std::string Short(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

// `1,250`: groups of three digits.
std::string Grouped(std::string number) {
  const size_t point = std::min(number.find('.'), number.size());
  const size_t sign = number.starts_with('-') ? 1 : 0;
  for (size_t at = point; at > sign + 3;) number.insert(at -= 3, ",");
  return number;
}

std::string Scaled(double value) {
  for (const Scale& scale : kScales) {
    if (std::fabs(value) >= scale.unit) {
      return Short(value / scale.unit, 2) + std::string(scale.suffix);
    }
  }
  return Grouped(Short(value, 2));
}

std::string OneMoney(double value, std::string_view currency) {
  const double size = std::fabs(value);
  const bool cents = size < 1e6 && size != std::floor(size);
  const std::string number = cents ? Grouped(fmt::format("{:.2f}", size)) : Scaled(size);
  const std::string minus = value < 0 ? "-" : "";
  if (currency == "USD") return minus + "$" + number;
  if (currency == "EUR") return minus + "€" + number;
  if (currency == "GBP") return minus + "£" + number;
  return fmt::format("{} {}{}", currency, minus, number);
}

template <typename Write>
std::string Both(const model::Number& number, Write write) {
  return number.is_range() ? write(number.low) + " to " + write(number.high) : write(number.low);
}

}  // namespace

bool IsCurrency(std::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), IsUpper);
}

std::string MoneyText(const model::Number& number, std::string_view currency) {
  if (!IsCurrency(currency)) return WithUnit(number, currency);
  return Both(number, [&](double value) { return OneMoney(value, currency); });
}

std::string PercentText(const model::Number& number, std::string_view unit, bool sign) {
  const bool points = unit == "pp" || unit == "bp";
  const std::string text = Both(number, [&](double value) {
    if (unit == "x") value = (value - 1) * 100;
    return (sign && value > 0 ? "+" : "") + Short(value, 2) + (points ? "" : "%");
  });
  return points ? text + " " + std::string(unit) : text;
}

std::string WithUnit(const model::Number& number, std::string_view unit) {
  if (IsCurrency(unit)) return MoneyText(number, unit);
  if (unit == "pct") return PercentText(number, unit, false);
  if (unit == "x") return Both(number, [](double value) { return Short(value, 2) + "x"; });
  const std::string text = Both(number, Scaled);
  return unit.empty() || unit == "count" ? text : fmt::format("{} {}", text, unit);
}

std::string Qualified(const std::string& text, model::Qualifier qualifier) {
  switch (qualifier) {
    case model::Qualifier::kApprox:
      return "about " + text;
    case model::Qualifier::kOver:
      return "over " + text;
    case model::Qualifier::kUnder:
      return "under " + text;
    case model::Qualifier::kUpTo:
      return "up to " + text;
    case model::Qualifier::kExact:
    case model::Qualifier::kRange:
      break;
  }
  return text;
}

std::string DateText(Day day) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const CivilDate date = CivilOf(day);
  return fmt::format("{} {} {}", date.day, kMonths[date.month - 1], date.year);
}

}  // namespace tellwire::alert
