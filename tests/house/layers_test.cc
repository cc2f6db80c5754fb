// The arrows between the rooms: which room may include which, and which room owns which library.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const fs::path kEngine = fs::path(TELLWIRE_SOURCE_DIR) / "engine";

// Room -> the rooms that it may include, itself left out.
const std::map<std::string, Names> kMayInclude = {
    {"base", {}},
    {"model", {"base"}},
    {"text", {"base", "model"}},
    {"ingest", {"base", "model", "text"}},
    {"analysis", {"base", "model", "text"}},
    {"rule", {"base", "model", "text"}},
    {"match", {"base", "model", "text", "rule"}},
    {"script", {"base", "model", "text", "rule", "match"}},
    {"store", {"base", "model", "text"}},
    {"alert", {"base", "model", "text", "rule", "match", "store"}},
    {"batch",
     {"base", "model", "text", "rule", "match", "script", "store", "alert", "ingest", "analysis"}},
    {"shell",
     {"base", "model", "text", "rule", "match", "script", "store", "alert", "ingest", "analysis",
      "batch"}},
};

// The beginning of a third-party header -> the rooms that may include it. fmt may stand in any .cc.
const std::map<std::string, Names> kOwners = {
    {"re2/", {"text"}},     {"lua", {"script"}},       {"SQLiteCpp/", {"store"}},
    {"sqlite3", {"store"}}, {"nlohmann/", {"ingest"}}, {"gumbo", {"ingest"}},
    {"zlib", {"ingest"}},   {"toml++/", {"batch"}},    {"CLI/", {"shell"}},
    {"xxhash", {"base"}},
};

struct Include {
  fs::path file;
  int line;
  std::string header;
};

std::vector<Include> IncludesIn(const fs::path& room) {
  static const std::regex kInclude(R"re(^\s*#include\s*["<]([^">]+)[">])re");
  std::vector<Include> includes;
  for (const auto& entry : fs::directory_iterator(room)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cc") continue;
    std::ifstream in(entry.path());
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      std::smatch match;
      if (std::regex_search(line, match, kInclude))
        includes.push_back({entry.path(), number, match[1]});
    }
  }
  return includes;
}

std::string RoomOf(const std::string& header) {
  const std::string folder = header.substr(0, header.find('/'));
  return header.find('/') != std::string::npos && kMayInclude.count(folder) ? folder : "";
}

const Names* OwnersOf(const std::string& header) {
  for (const auto& [beginning, owners] : kOwners) {
    if (header.rfind(beginning, 0) == 0) return &owners;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("layers: every folder of engine/ is a room that the table knows") {
  for (const auto& entry : fs::directory_iterator(kEngine)) {
    if (!entry.is_directory()) continue;
    CAPTURE(entry.path().string());
    CHECK(kMayInclude.count(entry.path().filename().string()) == 1);
  }
}

TEST_CASE("layers: no room includes a room above it or beside it") {
  size_t seen = 0;
  for (const auto& [room, allowed] : kMayInclude) {
    for (const Include& include : IncludesIn(kEngine / room)) {
      const std::string target = RoomOf(include.header);
      if (target.empty() || target == room) continue;
      ++seen;
      const std::string place = include.file.string() + ":" + std::to_string(include.line);
      CAPTURE(place);
      CAPTURE(include.header);
      CHECK(allowed.count(target) == 1);
    }
  }
  CHECK(seen > 100);  // the pattern still reads our includes
}

TEST_CASE("layers: a library is included by the room that owns it, and in no header") {
  for (const auto& [room, allowed] : kMayInclude) {
    for (const Include& include : IncludesIn(kEngine / room)) {
      const std::string place = include.file.string() + ":" + std::to_string(include.line);
      CAPTURE(place);
      CAPTURE(include.header);
      const bool is_header = include.file.extension() == ".h";
      if (include.header.rfind("fmt/", 0) == 0) CHECK_FALSE(is_header);
      const Names* owners = OwnersOf(include.header);
      if (!owners) continue;
      CHECK(owners->count(room) == 1);
    }
  }
}
