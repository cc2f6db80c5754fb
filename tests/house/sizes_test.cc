// Files stay small enough to be read in one sitting.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;

size_t LinesOf(const fs::path& path) {
  std::ifstream in(path);
  size_t lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  return lines;
}

}  // namespace

TEST_CASE("house: no source file is longer than 600 lines") {
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(TELLWIRE_SOURCE_DIR) / "engine")) {
    const std::string name = entry.path().string();
    const bool generated_table = name.find("_table.inc") != std::string::npos;
    if (!entry.is_regular_file() || generated_table) continue;
    CAPTURE(name);
    CHECK(LinesOf(entry.path()) <= 600);
  }
}

TEST_CASE("house: every header begins with what it is for") {
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(TELLWIRE_SOURCE_DIR) / "engine")) {
    if (entry.path().extension() != ".h") continue;
    const std::string name = entry.path().string();
    CAPTURE(name);
    std::ifstream in(entry.path());
    std::string first;
    std::getline(in, first);
    CHECK(first.rfind("// ", 0) == 0);
  }
}
