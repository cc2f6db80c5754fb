// Runs Lua text in a fresh sandbox, and says how long it took.
#pragma once

#include <chrono>
#include <string>

#include "script/sandbox.h"

namespace tellwire::test {

struct TimedRun : script::SandboxRun {
  double seconds = 0;  // with the closing of the state, where nothing may hang either
};

inline TimedRun RunLua(const std::string& text, const script::Limits& limits = {}) {
  const auto begin = std::chrono::steady_clock::now();
  TimedRun run{script::RunInSandbox(text, limits, 1782777600)};
  run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return run;
}

inline script::Limits LimitsOf(int64_t instructions, double seconds = 5) {
  script::Limits limits;
  limits.instructions = instructions;
  limits.wall_seconds = seconds;
  return limits;
}

}  // namespace tellwire::test
