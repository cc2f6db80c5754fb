// Leaves by the name that wakes them: a metric, a company, an event type, a theme.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ascii.h"

namespace tellwire::match {

class KeyIndex {
 public:
  // `key` in any case; with `*` it is a glob. "" wakes on every name.
  void Add(std::string_view key, uint32_t slot);

  // Calls wake(slot) for every leaf that asks for the name, perhaps more than once.
  template <typename Wake>
  void ForEach(std::string_view name, Wake wake) const {
    if (empty_) return;
    const auto exact = exact_.find(Lowered(name));
    if (exact != exact_.end()) {
      for (uint32_t slot : exact->second) wake(slot);
    }
    for (const auto& [glob, slot] : globs_) {
      if (Matches(name, glob)) wake(slot);
    }
    for (uint32_t slot : any_) wake(slot);
  }

  bool empty() const { return empty_; }

 private:
  static bool Matches(std::string_view name, std::string_view glob);

  bool empty_ = true;
  std::unordered_map<std::string, std::vector<uint32_t>> exact_;
  std::vector<std::pair<std::string, uint32_t>> globs_;
  std::vector<uint32_t> any_;
};

}  // namespace tellwire::match
