// Silences: a rule, a company or both, until a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

struct Mute {
  int64_t id = 0;
  std::string rule;     // a glob; empty: every rule
  std::string company;  // name or ticker; empty: every company
  std::string reason;
  int64_t until = 0;  // seconds; it ends then
};

class Mutes {
 public:
  explicit Mutes(Store& store) : store_(store) {}

  int64_t Add(const Mute& mute);
  bool Remove(int64_t id);
  std::vector<Mute> List();
  // Those still in force at a time.
  std::vector<Mute> InForce(int64_t now);

 private:
  Store& store_;
};

}  // namespace tellwire::store
