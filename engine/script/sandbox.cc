#include "script/sandbox.h"

#include "script/state.h"

namespace tellwire::script {

SandboxRun RunInSandbox(std::string_view text, const Limits& limits, int64_t now) {
  SandboxRun run;
  State state(now);
  state.print = [&](std::string_view line) { run.printed.append(line).append("\n"); };
  state.PushEnvironment();
  auto error = state.Compile(text, "text.lua", lua_gettop(state.lua()));
  if (!error)
    error = state.Call(0, 0, {limits.instructions, limits.memory_bytes, limits.wall_seconds});
  if (error) {
    run.error = error->message;
    run.limit = error->kind == ErrorKind::kLimit;
  }
  return run;
}

}  // namespace tellwire::script
