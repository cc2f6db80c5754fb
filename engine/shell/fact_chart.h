// Facts over time as bars.
#pragma once

#include <string>
#include <vector>

#include "store/findings.h"

namespace tellwire::shell {

struct Chart {
  std::string text;     // "" when there is nothing to draw
  size_t left_out = 0;  // facts without a date or a value
};

// One group of bars for each company, segment, metric and unit, oldest first, each on its own
// scale: dollars cannot stand beside percents. What was only expected, promised or guessed has a
// lighter bar and says so; what several articles say alike is one bar. `width`: of the terminal.
Chart DrawChart(std::vector<store::StoredFact> facts, size_t width, bool color);

}  // namespace tellwire::shell
