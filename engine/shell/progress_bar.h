// A bar on standard error while something long works: only on a terminal, and not with --quiet.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace tellwire::shell {

// Draws at most ten times a second, and nothing in the first half; the destructor wipes it. One
// thread.
class ProgressBar {
 public:
  // `total` in the unit of Show's `done`; 0: not known, then there is no estimate. `unit`:
  // "articles".
  ProgressBar(bool enabled, int64_t total, std::string unit);
  ~ProgressBar();

  // `done` of `total`, so many `units`, and bytes read so far (0: do not show a rate).
  void Show(int64_t done, int64_t units, int64_t bytes = 0);

 private:
  using SteadyClock = std::chrono::steady_clock;
  std::string Line(int64_t done, int64_t units, int64_t bytes, double elapsed) const;

  bool enabled_;
  int64_t total_;
  std::string unit_;
  SteadyClock::time_point start_ = SteadyClock::now(), last_{};
  bool drawn_ = false;
};

}  // namespace tellwire::shell
