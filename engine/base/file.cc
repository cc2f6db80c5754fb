#include "base/file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>

namespace tellwire {
namespace {

Error SystemError(const std::filesystem::path& path, std::string_view what) {
  const int code = errno;
  return {ErrorKind::kSystem,
          {path.string()},
          fmt::format("cannot {}: {}", what, std::strerror(code)),
          ""};
}

}  // namespace

Result<std::string> ReadFile(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return Error{ErrorKind::kSystem, {path.string()}, "cannot read: it is a folder", ""};
  }
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) return SystemError(path, "read");
  std::string bytes;
  char buffer[1 << 16];
  size_t count;
  while ((count = std::fread(buffer, 1, sizeof buffer, file.get())) > 0)
    bytes.append(buffer, count);
  if (std::ferror(file.get())) return SystemError(path, "read");
  return bytes;
}

std::optional<Error> WriteFile(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path beside = path.string() + ".new";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return SystemError(path, "write");
  std::error_code failed;
  std::filesystem::rename(beside, path, failed);
  if (failed)
    return Error{ErrorKind::kSystem, {path.string()}, "cannot write: " + failed.message(), ""};
  return std::nullopt;
}

}  // namespace tellwire
