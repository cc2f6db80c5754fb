// The analysis of a text with the vocabulary that ships, read once a binary.
#pragma once

#include <cstdlib>
#include <string>

#include "analysis/analyser.h"

namespace tellwire::test {

inline const analysis::Analyser& ShippedAnalyser() {
  static const analysis::Analyser kAnalyser = [] {
    auto loaded = analysis::Analyser::Load(std::string(TELLWIRE_SOURCE_DIR) + "/rules");
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return kAnalyser;
}

inline model::Analysis Analysed(std::string text, std::string published = "") {
  model::Article article;
  article.text = std::move(text);
  if (!published.empty()) article.published = ParseTimestamp(published).value();
  return ShippedAnalyser().Analyse(article);
}

}  // namespace tellwire::test
