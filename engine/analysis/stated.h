// What a page claims of itself: the glued lines of data providers.
//
//   Market Impact: 0.46          TSLA-0.35              Themes
//   Sentiment                    0700.HK0.41            Artificial IntelligenceCloudEarnings
//   0.72 Strongly Positive
//
// These lines are parsed, never read as prose: they give no facts.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon.h"
#include "base/error.h"
#include "model/analysis.h"

namespace tellwire::analysis {

// stated.tsv: the labels of such lines, the words for moods, and the names of themes.
struct StatedTable {
  enum class Kind { kSentiment, kScore, kImpact, kTickers, kThemes, kMood, kTheme };
  struct Entry {
    std::string surface;  // lower case, ASCII
    Kind kind;
  };
  // By the byte with which the surface begins, the longest first.
  std::array<std::vector<Entry>, 256> entries;

  static Result<StatedTable> Load(const LexiconLoad& load);
};

// Reads the whole text line by line; a line counts only if it is nothing but label and value.
// Names and words are given as written. Linear in the text.
model::Stated ReadStated(const StatedTable& table, std::string_view text);

}  // namespace tellwire::analysis
