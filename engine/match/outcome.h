// What matching one article comes to.
#pragma once

#include <vector>

#include "model/hit.h"

namespace tellwire::match {

// What would have been a hit, had not an exception of the rule been true.
struct Excepted {
  size_t rule = 0;       // index into the RuleSet
  int company = -1;      // as in Hit
  size_t exception = 0;  // index into Rule::excepted: the first that was true
};

// Each list by rule, then company.
struct Outcome {
  std::vector<model::Hit> hits;
  std::vector<model::Verdict> verdicts;  // unknown and error ones
  std::vector<Excepted> excepted;
};

}  // namespace tellwire::match
