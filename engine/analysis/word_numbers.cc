#include "analysis/word_numbers.h"

namespace tellwire::analysis {

uint32_t WordNumbers::Add(uint64_t word) {
  if (const uint32_t known = Of(word)) return known;
  words_.push_back(word);
  if (size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, 0);
    for (uint32_t number = 1; number < size(); ++number) Place(number);
  }
  Place(size());
  return size();
}

void WordNumbers::Place(uint32_t number) {
  const size_t mask = slots_.size() - 1;
  size_t at = words_[number] & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  slots_[at] = number;
}

}  // namespace tellwire::analysis
