// Numbers as titles write them.
#pragma once

#include <string>
#include <string_view>

#include "model/fact.h"

namespace tellwire::alert {

bool IsCurrency(std::string_view unit);  // ISO 4217

// `$2.5bn`, `CNY 380bn`, `$8.58`: the currency's sign where everybody knows it, else its code.
std::string MoneyText(const model::Number& number, std::string_view currency);

// `3.1%`, or `+3.1%` when `sign` is asked for; a multiple of 2 is 100%; points stay points (`50
// bp`).
std::string PercentText(const model::Number& number, std::string_view unit, bool sign);

// A number with its unit, whatever it is: money, percent, points, multiples, things counted.
std::string WithUnit(const model::Number& number, std::string_view unit);

// The text of a number with what its qualifier says: `about 20%`, `over $36bn`, `up to $3bn`.
std::string Qualified(const std::string& text, model::Qualifier qualifier);

// `14 May 2026`
std::string DateText(Day day);

}  // namespace tellwire::alert
