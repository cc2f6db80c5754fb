// What one call into Lua may still use: instructions, memory, time. One a state.
//
// The limit that decides is the count of work: virtual-machine instructions, the bytes that are
// allocated and what a C++ function says that it costs (Spend). It is the same on every machine.
// Wall time is the safety net behind it. A limit that was reached stays reached until the call is
// over, so that a rule cannot catch it and go on.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tellwire::script {

enum class Stop : uint8_t { kNone, kInstructions, kMemory, kString, kTime };

// "the limit of 1000000 instructions was reached" ...; "" for kNone.
std::string Describe(Stop stop, int64_t instructions, size_t memory_bytes, double wall_seconds);

class Budget {
 public:
  static constexpr size_t kMaxString = 1u << 20;

  // Starts a call: what is in use now is not counted against it.
  void Begin(int64_t instructions, size_t memory_bytes, double wall_seconds);
  // Ends it: without limits, as the host's own work has none.
  void End();

  // Counts work, and notes a limit that it reaches. Cheap.
  void Count(int64_t work) {
    spent_ += work;
    if (spent_ > instructions_ && stop_ == Stop::kNone) stop_ = Stop::kInstructions;
  }
  // Looks at the clock.
  void CheckTime();
  // Counts memory that C++ holds on behalf of the script until Begin. False: there is none left.
  bool Hold(size_t bytes);

  // The limit that stopped the call, as seen by a failed allocation (`out_of_memory`) or the count.
  Stop stop() const { return stop_; }
  void NoteOutOfMemory() {
    if (stop_ == Stop::kNone) stop_ = refused_string_ ? Stop::kString : Stop::kMemory;
  }
  std::string Reason() const;
  int64_t spent() const { return spent_; }
  size_t used() const { return used_; }

  // The allocator of lua_newstate; `self` is the Budget.
  static void* Allocate(void* self, void* block, size_t old_size, size_t new_size);

 private:
  bool Refuses(bool is_string, size_t grown, size_t new_size);

  size_t used_ = 0;
  size_t ceiling_ = SIZE_MAX;
  size_t memory_bytes_ = SIZE_MAX;
  int64_t spent_ = 0;
  int64_t instructions_ = INT64_MAX;
  double wall_seconds_ = 0;
  std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
  Stop stop_ = Stop::kNone;
  bool refused_string_ = false;
};

}  // namespace tellwire::script
