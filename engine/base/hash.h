// Content hashes (XXH3): 64 bits for tables in memory, 128 for identities that are stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tellwire {

uint64_t Hash64(std::string_view bytes);

// Mixes a value into a running hash; the order matters.
inline uint64_t Combine(uint64_t seed, uint64_t value) {
  return seed ^ (value + 0x9e3779b97f4a7c15ULL + (seed << 12) + (seed >> 4));
}

// 32 hexadecimal digits of the 128-bit hash. Stable for ever: stored as identity.
std::string HashHex(std::string_view bytes);

// Hashes a sequence of fields so that ("ab", "c") and ("a", "bc") differ.
class FieldHash {
 public:
  FieldHash& Add(std::string_view field);
  std::string Hex() const;  // 32 hexadecimal digits

 private:
  std::string bytes_;
};

}  // namespace tellwire
