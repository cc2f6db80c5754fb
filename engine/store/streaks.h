// Failures in a row of each rule that failed last time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

struct Streak {
  std::string rule, version;
  int64_t failures = 0;  // articles in a row
  int64_t first_seq = 0, last_seq = 0;
};

class Streaks {
 public:
  explicit Streaks(Store& store) : store_(store) {}

  std::vector<Streak> All();
  void Save(const Streak& streak);
  void Forget(const std::string& rule);

 private:
  Store& store_;
};

}  // namespace tellwire::store
