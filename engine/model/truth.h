// The four truth values of conditions, and how combinators join them.
#pragma once

#include <cstdint>
#include <string_view>

namespace tellwire::model {

enum class Truth : uint8_t {
  kFalse,
  kUnknown,  // something was found that would answer, but it lacks the number or its unit
  kError,    // a limit was reached, or a handler failed
  kTrue,
};

std::string_view ToString(Truth truth);

constexpr Truth FromBool(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

// `all`: false wins, then error, then unknown.
constexpr Truth And(Truth a, Truth b) {
  if (a == Truth::kFalse || b == Truth::kFalse) return Truth::kFalse;
  if (a == Truth::kError || b == Truth::kError) return Truth::kError;
  if (a == Truth::kUnknown || b == Truth::kUnknown) return Truth::kUnknown;
  return Truth::kTrue;
}

// `any`: true wins, then error, then unknown.
constexpr Truth Or(Truth a, Truth b) { return a > b ? a : b; }

// `~`: swaps true and false; unknown and error stay.
constexpr Truth Not(Truth a) {
  return a == Truth::kTrue ? Truth::kFalse : a == Truth::kFalse ? Truth::kTrue : a;
}

}  // namespace tellwire::model
