// `rule check`: the loader's complaints, the static checks, and what the network knows of anchors.
#pragma once

#include <cstdint>
#include <vector>

#include "match/word_frequencies.h"
#include "model/vocabulary.h"
#include "rule/diagnostic.h"
#include "script/loader.h"

namespace tellwire::batch {

struct CheckOptions {
  bool whole = true;  // all rules of the folder are loaded: lists may be unused
  // How often words stand in the user's own corpus of so many articles; nullptr: not known.
  const match::WordFrequencies* frequencies = nullptr;
  int64_t articles = 0;
};

// Everything that is wrong, by file, line and column.
std::vector<rule::Diagnostic> CheckRules(const script::LoadedRules& loaded,
                                         const model::Vocabulary& vocabulary,
                                         const CheckOptions& options);

}  // namespace tellwire::batch
