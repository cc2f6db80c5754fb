// Ctrl-C: asks what is at work to end at the next safe point; a second one ends at once.
#pragma once

#include <atomic>

namespace tellwire::shell {

// Installs the handler; the flag is set by the first SIGINT or SIGTERM.
const std::atomic<bool>& CatchInterrupt();

}  // namespace tellwire::shell
