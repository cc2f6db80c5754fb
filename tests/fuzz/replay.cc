// A fuzz target without libFuzzer, for the ordinary tests: every file given is an input, then every
// file with some bytes cut out, doubled or replaced, in ways that are the same each time.
//
//   article_fuzz ROUNDS FILE|FOLDER...
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/fuzz.h"

namespace {

namespace fs = std::filesystem;

constexpr size_t kLongest = 4096;  // of a seed: what is wrong shows in a part as well

std::string Read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  bytes.resize(std::min(bytes.size(), kLongest));
  return bytes;
}

std::vector<fs::path> FilesOf(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string Changed(std::string bytes, std::mt19937_64* random) {
  const auto below = [&](size_t n) { return static_cast<size_t>((*random)() % n); };
  for (size_t n = 1 + below(8); n > 0 && !bytes.empty(); --n) {
    const size_t at = below(bytes.size());
    const size_t size = std::min(below(40), bytes.size() - at);
    switch (below(4)) {
      case 0:
        bytes.erase(at, size);
        break;
      case 1:
        bytes.insert(below(bytes.size()), bytes.substr(at, size));
        break;
      case 2:
        bytes[at] = static_cast<char>(below(256));
        break;
      default:
        bytes[at] = "0123456789%$\"'()-.,:;\n\t \\{}[]"[below(30)];
    }
  }
  return bytes;
}

void Try(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "usage: %s ROUNDS FILE|FOLDER...\n", words[0]);
    return 2;
  }
  const int rounds = std::atoi(words[1]);
  std::mt19937_64 random(20261121);
  size_t tried = 0;
  for (int i = 2; i < count; ++i) {
    for (const fs::path& file : FilesOf(words[i])) {
      const std::string seed = Read(file);
      Try(seed);
      for (int round = 0; round < rounds; ++round) Try(Changed(seed, &random));
      tried += 1 + static_cast<size_t>(rounds);
    }
  }
  std::printf("%zu inputs, no promise broken\n", tried);
  return tried > 0 ? 0 : 1;
}
