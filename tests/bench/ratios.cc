#include "bench/ratios.h"

#include <iostream>

#include "fmt/format.h"

namespace tellwire::bench {

void Ratios::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    const auto bytes = run.counters.find("bytes_per_second");
    if (bytes == run.counters.end()) continue;
    const std::string name = run.benchmark_name();
    rates_[name] = bytes->second.value;
    if (name.starts_with(bare_)) bare_rate_ = bytes->second.value;
  }
  ConsoleReporter::ReportRuns(runs);
}

void Ratios::Print(const std::string& names) const {
  if (bare_rate_ == 0) return;
  for (const auto& [name, rate] : rates_) {
    if (!name.starts_with(names)) continue;
    std::cout << fmt::format("{:14} {:.3f} of the bare pass\n", name, rate / bare_rate_);
  }
}

}  // namespace tellwire::bench
