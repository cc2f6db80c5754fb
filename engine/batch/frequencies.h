// How often words stand in the user's own corpus: what makes an anchor rare or common.
#pragma once

#include <cstdint>

#include "match/word_frequencies.h"
#include "store/store.h"

namespace tellwire::batch {

struct CorpusFrequencies {
  match::WordFrequencies words;
  int64_t articles = 0;
};

// Reads the full-text index, not the articles. Throws StoreError.
CorpusFrequencies FrequenciesOf(store::Store& store);

}  // namespace tellwire::batch
