#include "shell/interrupt.h"

#include <csignal>

namespace tellwire::shell {
namespace {

std::atomic<bool> interrupted{false};

extern "C" void OnSignal(int signal) {
  interrupted.store(true);
  std::signal(signal, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& CatchInterrupt() {
  std::signal(SIGINT, OnSignal);
  std::signal(SIGTERM, OnSignal);
  return interrupted;
}

}  // namespace tellwire::shell
