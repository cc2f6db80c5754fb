// In how many articles each word stands: read from the full-text index, current revisions only.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

struct WordCounts {
  int64_t articles = 0;
  std::vector<std::pair<std::string, int64_t>> words;  // folded, as the index has them; by word
};

WordCounts CountWords(Store& store);

}  // namespace tellwire::store
