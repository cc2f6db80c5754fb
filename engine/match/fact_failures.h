// In what a fact fails a leaf, in words; and how near misses quote numbers and places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/leaves.h"

namespace tellwire::match {

// One line a failure: "surprise is beat, miss was asked", "nothing says period", "negated by
// "not"". None: the fact meets the leaf. Company, region and filters are not looked at.
std::vector<std::string> FactFailures(const model::Fact& fact, const rule::Condition& leaf,
                                      const LeafContext& context);

std::string Join(const std::vector<std::string>& lines, std::string_view between);
// The words of a place in quotes, shortened in the middle where they are many.
std::string Quoted(const model::Place& place, const Places& places);
std::string Print(const model::Number& number);

}  // namespace tellwire::match
