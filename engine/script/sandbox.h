// A piece of Lua in a sandbox of its own: what the tests of the sandbox and the fuzz target run.
#pragma once

#include <string>
#include <string_view>

#include "script/loader.h"

namespace tellwire::script {

struct SandboxRun {
  std::string printed;  // lines of print, each ended by "\n"
  std::string error;    // "" where none was raised
  bool limit = false;   // the error is a limit that was reached
};

// Runs the text in a new state with the limits of a handler, and closes the state. `now`: the clock
// that os.time reads.
SandboxRun RunInSandbox(std::string_view text, const Limits& limits, int64_t now);

}  // namespace tellwire::script
