// Readings on their way to becoming evidence.
#pragma once

#include <string>
#include <vector>

#include "match/reading.h"
#include "rule/condition.h"

namespace tellwire::match {

// A reading with the leaf and the clause that it belongs to.
struct Tagged {
  Reading reading;
  const rule::Condition* leaf = nullptr;
  const std::string* clause = nullptr;
};
using TaggedReadings = std::vector<Tagged>;

}  // namespace tellwire::match
