// The bytes of a file or of standard input, unpacked when they are gzipped (by their first bytes,
// whatever the name says).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace tellwire::ingest {

class ByteStream {
 public:
  // "-" is standard input. The error says what the system said.
  static Result<ByteStream> Open(const std::string& path);

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  enum class Got { kBytes, kTooLong, kEnd, kDamaged };

  // The next line without its newline. kTooLong: it is longer than `limit` and was passed over.
  // kDamaged: the bytes cannot be unpacked any further (see `damage`).
  Got ReadLine(uint64_t limit, std::string* line);

  // All that follows. kEnd when there is nothing; kTooLong beyond `limit`.
  Got ReadAll(uint64_t limit, std::string* bytes);

  // The bytes that come next, at least `size` of them unless the stream ends before.
  std::string_view Peek(size_t size);

  const std::string& damage() const;  // "unexpected end of file", "unpacks to over 1000 times ..."
  int64_t position() const;           // bytes taken from the disk

 private:
  struct State;
  explicit ByteStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tellwire::ingest
