// What matching one article comes to.
#pragma once

#include <vector>

#include "model/hit.h"

namespace tellwire::match {

struct Outcome {
  std::vector<model::Hit> hits;          // by rule, then company
  std::vector<model::Verdict> verdicts;  // unknown and error ones, by rule, then company
};

}  // namespace tellwire::match
