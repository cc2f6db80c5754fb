#include "shell/progress_bar.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace tellwire::shell {

ProgressBar::ProgressBar(bool enabled, int64_t total, std::string unit)
    : enabled_(enabled && isatty(STDERR_FILENO)), total_(total), unit_(std::move(unit)) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

std::string ProgressBar::Line(int64_t done, int64_t units, int64_t bytes, double elapsed) const {
  constexpr int kCells = 24;
  std::string line;
  if (total_ > 0) {
    const double part =
        std::clamp(static_cast<double>(done) / static_cast<double>(total_), 0.0, 1.0);
    const int filled = static_cast<int>(part * kCells);
    for (int i = 0; i < kCells; ++i) line += i < filled ? "█" : "░";
    line += fmt::format(" {:3.0f}%  ", part * 100);
    if (part > 0.01 && part < 1) {
      const auto left = static_cast<int64_t>(elapsed * (1 - part) / part);
      line += fmt::format("{}:{:02} left  ", left / 60, left % 60);
    }
  }
  line += fmt::format("{} {}", units, unit_);
  if (bytes > 0 && elapsed > 0)
    line += fmt::format("  {:.1f} MB/s", static_cast<double>(bytes) / 1e6 / elapsed);
  return line;
}

void ProgressBar::Show(int64_t done, int64_t units, int64_t bytes) {
  if (!enabled_) return;
  const auto now = SteadyClock::now();
  if (now - start_ < std::chrono::milliseconds(500)) return;
  if (drawn_ && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const double elapsed = std::chrono::duration<double>(now - start_).count();
  std::fprintf(stderr, "\r\033[K%s", Line(done, units, bytes, elapsed).c_str());
  std::fflush(stderr);
}

}  // namespace tellwire::shell
