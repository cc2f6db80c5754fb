#include "analysis/word_roles.h"

#include <utility>

namespace tellwire::analysis {

void WordRoles::Add(uint64_t word, uint32_t roles) {
  const size_t mask = slots_.size() - 1;
  size_t at = word & mask;
  while (slots_[at].roles != 0 && slots_[at].word != word) at = (at + 1) & mask;
  if (slots_[at].roles == 0) ++size_;
  slots_[at].word = word;
  slots_[at].roles |= roles;
  if (size_ * 4 > slots_.size()) Grow();
}

void WordRoles::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  size_ = 0;
  for (const Slot& slot : old) {
    if (slot.roles != 0) Add(slot.word, slot.roles);
  }
}

}  // namespace tellwire::analysis
