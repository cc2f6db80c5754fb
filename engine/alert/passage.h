// The sentences that an alert quotes, with what made it fire marked in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/alert.h"

namespace tellwire::alert {

// A sentence with the places in it that are to be marked.
struct Passage {
  std::string text;
  std::vector<Span> hits;  // sorted, apart
};

// What to put around a hit, and what makes the words between safe for where they go.
struct Marks {
  std::string open, close;
  std::string (*escape)(std::string_view);
};

// The sentences of some evidence, each once, in the order of the evidence.
std::vector<Passage> PassagesOf(const std::vector<model::Quotation>& evidence);

// A passage with its hits marked, cut down to what lies around them where it is very long.
std::string Marked(const Passage& passage, const Marks& marks);

}  // namespace tellwire::alert
