// Limits that keep hostile articles from taking time that no honest one needs. What reaches one is
// an error of that rule on that article: counted and named, never a silent cut.
#pragma once

#include <cstddef>

namespace tellwire::match {

inline constexpr size_t kMaxPeriods = 256;   // different periods or segments under one `same`
inline constexpr size_t kMaxPairs = 250000;  // pairs of evidence of one `compare`

}  // namespace tellwire::match
