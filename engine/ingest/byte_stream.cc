// zlib reads plain and gzipped files alike. A gzip bomb is told by its ratio: text shrinks to a
// tenth, at the very best to a fiftieth; what unpacks to more than 200 times is refused, once it is
// large enough to hurt.
#include "ingest/byte_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>

namespace tellwire::ingest {
namespace {

constexpr size_t kChunk = 256 * 1024;
constexpr int64_t kHarmless = 64 << 20;
constexpr int64_t kHighestRatio = 200;

}  // namespace

struct ByteStream::State {
  ~State() {
    if (file) gzclose(file);
  }

  // Takes more bytes into the buffer; false at the end or when the stream is damaged.
  bool Fill() {
    if (ended) return false;
    if (begin > 0) {
      buffer.erase(0, begin);
      begin = 0;
    }
    const size_t size = buffer.size();
    buffer.resize(size + kChunk);
    const int got = gzread(file, buffer.data() + size, kChunk);
    buffer.resize(size + static_cast<size_t>(std::max(got, 0)));
    unpacked += std::max(got, 0);
    if (got <= 0 || IsBomb()) End(got);
    return !ended;
  }

  bool IsBomb() {
    const bool bomb = unpacked > kHarmless && unpacked / kHighestRatio > gzoffset(file);
    if (bomb) {
      damage = fmt::format("unpacks to more than {} times its size", kHighestRatio);
      buffer.clear();
    }
    return bomb;
  }

  void End(int got) {
    ended = true;
    if (!damage.empty()) return;
    int code = Z_OK;
    const char* message = gzerror(file, &code);
    if (code == Z_ERRNO) {
      damage = std::strerror(errno);
    } else if (got < 0 || code == Z_BUF_ERROR) {
      // zlib puts the name of the file before its message; our error names it already.
      damage = code == Z_BUF_ERROR ? "unexpected end of file" : message;
      const size_t name_end = damage.rfind(": ");
      if (name_end != std::string::npos) damage.erase(0, name_end + 2);
    }
  }

  gzFile file = nullptr;
  std::string buffer;
  size_t begin = 0;  // what stands before it in the buffer was handed out
  int64_t unpacked = 0;
  bool ended = false;
  std::string damage;
};

ByteStream::ByteStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

Result<ByteStream> ByteStream::Open(const std::string& path) {
  const int fd = path == "-" ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  const bool folder = fd >= 0 && fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
  if (fd < 0 || folder) {
    const std::string why = folder ? "it is a folder" : std::strerror(errno);
    if (fd >= 0) close(fd);
    return Error{ErrorKind::kSystem, Where{path, 0, 0}, "cannot be read: " + why,
                 "check the name and its permissions"};
  }
  auto state = std::make_unique<State>();
  state->file = gzdopen(fd, "rb");
  if (!state->file) {
    close(fd);
    return Error{ErrorKind::kSystem, Where{path, 0, 0}, "cannot be read: out of memory", ""};
  }
  gzbuffer(state->file, kChunk);
  return ByteStream(std::move(state));
}

ByteStream::Got ByteStream::ReadLine(uint64_t limit, std::string* line) {
  State& s = *state_;
  bool too_long = false;
  for (size_t searched = 0;;) {
    const size_t newline = s.buffer.find('\n', s.begin + searched);
    const bool found = newline != std::string::npos;
    if (found || s.ended) {
      const size_t end = found ? newline : s.buffer.size();
      if (!found && end == s.begin && !too_long) {
        return s.damage.empty() ? Got::kEnd : Got::kDamaged;
      }
      if (!found && !s.damage.empty()) {  // half a line
        s.begin = s.buffer.size();
        return Got::kDamaged;
      }
      too_long = too_long || end - s.begin > limit;
      if (!too_long) line->assign(s.buffer, s.begin, end - s.begin);
      s.begin = found ? newline + 1 : end;
      return too_long ? Got::kTooLong : Got::kBytes;
    }
    searched = s.buffer.size() - s.begin;
    if (searched > limit) {  // do not hold what will not be handed out
      too_long = true;
      s.begin = s.buffer.size();
      searched = 0;
    }
    s.Fill();
  }
}

ByteStream::Got ByteStream::ReadAll(uint64_t limit, std::string* bytes) {
  State& s = *state_;
  while (s.buffer.size() - s.begin <= limit && s.Fill()) {
  }
  if (!s.damage.empty()) return Got::kDamaged;
  if (s.buffer.size() - s.begin > limit) return Got::kTooLong;
  bytes->assign(s.buffer, s.begin);
  s.begin = s.buffer.size();
  return bytes->empty() ? Got::kEnd : Got::kBytes;
}

std::string_view ByteStream::Peek(size_t size) {
  while (state_->buffer.size() - state_->begin < size && state_->Fill()) {
  }
  return std::string_view(state_->buffer).substr(state_->begin);
}

const std::string& ByteStream::damage() const { return state_->damage; }

int64_t ByteStream::position() const { return std::max<int64_t>(gzoffset(state_->file), 0); }

}  // namespace tellwire::ingest
