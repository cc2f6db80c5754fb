// Bytes of a file -> valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tellwire::ingest {

struct Decoded {
  std::string text;     // valid UTF-8 without NUL
  size_t repaired = 0;  // invalid sequences and NUL characters that were replaced
};

// UTF-16 where a byte order mark says so; else UTF-8. `charset` is what the file declares of itself
// ("" for nothing): the Latin-1 family is read as Windows-1252, as browsers do; others as UTF-8.
Decoded DecodeBytes(std::string_view bytes, std::string_view charset = "");

// Whether the bytes begin with the mark of UTF-16.
bool IsUtf16(std::string_view bytes);

}  // namespace tellwire::ingest
