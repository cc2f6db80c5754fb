#include "script/budget.h"

#include <fmt/format.h>

#include <cstdlib>
#include <lua.hpp>

namespace tellwire::script {
namespace {

constexpr size_t kStringHead = 64;  // what Lua adds to a string, at most
constexpr int64_t kBytesAnInstruction = 64;

}  // namespace

std::string Describe(Stop stop, int64_t instructions, size_t memory_bytes, double wall_seconds) {
  switch (stop) {
    case Stop::kNone:
      return "";
    case Stop::kInstructions:
      return fmt::format("the limit of {} instructions was reached", instructions);
    case Stop::kMemory:
      return fmt::format("the limit of {} MiB of memory was reached", memory_bytes >> 20);
    case Stop::kString:
      return "a string would be longer than 1 MiB";
    case Stop::kTime:
      return fmt::format("the limit of {} seconds was reached (the machine is slow or busy)",
                         wall_seconds);
  }
  return "";
}

void Budget::Begin(int64_t instructions, size_t memory_bytes, double wall_seconds) {
  spent_ = 0;
  instructions_ = instructions;
  memory_bytes_ = memory_bytes;
  ceiling_ = used_ + memory_bytes;
  wall_seconds_ = wall_seconds;
  deadline_ = std::chrono::steady_clock::now() +
              std::chrono::milliseconds(static_cast<int64_t>(wall_seconds * 1000));
  stop_ = Stop::kNone;
  refused_string_ = false;
}

void Budget::End() {
  stop_ = Stop::kNone;
  ceiling_ = SIZE_MAX;
  instructions_ = INT64_MAX;
  deadline_ = std::chrono::steady_clock::time_point::max();
}

void Budget::CheckTime() {
  if (stop_ == Stop::kNone && std::chrono::steady_clock::now() > deadline_) stop_ = Stop::kTime;
}

bool Budget::Hold(size_t bytes) {
  if (ceiling_ == SIZE_MAX) return true;
  if (used_ + bytes > ceiling_) {
    if (stop_ == Stop::kNone) stop_ = Stop::kMemory;
    return false;
  }
  ceiling_ -= bytes;  // not freed before the call is over
  Count(static_cast<int64_t>(bytes) / kBytesAnInstruction);
  return true;
}

std::string Budget::Reason() const {
  return Describe(stop_, instructions_, memory_bytes_, wall_seconds_);
}

// Lua answers a refusal with a full collection and asks once more; so a refusal is only noted here,
// and becomes the call's end when Lua reports that it ran out (NoteOutOfMemory).
bool Budget::Refuses(bool is_string, size_t grown, size_t new_size) {
  if (ceiling_ == SIZE_MAX) return false;
  refused_string_ = is_string && new_size > kMaxString + kStringHead;
  return refused_string_ || used_ + grown > ceiling_;
}

void* Budget::Allocate(void* self, void* block, size_t old_size, size_t new_size) {
  Budget* budget = static_cast<Budget*>(self);
  const size_t held = block ? old_size : 0;  // without a block, old_size is the kind of object
  if (new_size == 0) {
    budget->used_ -= held;
    std::free(block);
    return nullptr;
  }
  if (new_size > held) {
    const size_t grown = new_size - held;
    if (budget->Refuses(!block && old_size == LUA_TSTRING, grown, new_size)) return nullptr;
    budget->Count(static_cast<int64_t>(grown) / kBytesAnInstruction);
  }
  void* moved = std::realloc(block, new_size);
  if (moved) budget->used_ += new_size - held;
  return moved;
}

}  // namespace tellwire::script
