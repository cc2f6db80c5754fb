// Prints as ever, and at the end what each benchmark does of the bare pass of the same run: for the
// machine is never the same twice.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "benchmark/benchmark.h"

namespace tellwire::bench {

class Ratios : public benchmark::ConsoleReporter {
 public:
  // `bare` is how the name of the bare pass begins.
  explicit Ratios(std::string bare) : bare_(std::move(bare)) {}

  void ReportRuns(const std::vector<Run>& runs) override;
  // Of those whose names begin so.
  void Print(const std::string& names) const;

 private:
  std::string bare_;
  double bare_rate_ = 0;
  std::map<std::string, double> rates_;  // bytes a second
};

}  // namespace tellwire::bench
