#include "match/key_index.h"

#include <algorithm>

#include "model/vocabulary.h"

namespace tellwire::match {

bool KeyIndex::Matches(std::string_view name, std::string_view glob) {
  return model::MatchesGlob(name, glob);
}

void KeyIndex::Add(std::string_view key, uint32_t slot) {
  empty_ = false;
  if (key.empty())
    any_.push_back(slot);
  else if (key.find('*') != std::string_view::npos)
    globs_.emplace_back(key, slot);
  else
    exact_[Lowered(key)].push_back(slot);
}

}  // namespace tellwire::match
