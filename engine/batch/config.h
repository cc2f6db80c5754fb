// tellwire.toml: where things are and where alerts go. Found upward from the working folder.
//
//   db = "desk.db"
//   rules = "rules"
//
//   [[sink]]
//   kind = "file"
//   path = "alerts.jsonl"
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace tellwire::batch {

struct SinkConfig {
  std::string kind;  // "file"
  std::string path;
};

// Paths are absolute: relative ones count from the file's folder.
struct Config {
  std::string file;  // empty: none was found
  std::string db, rules;
  std::vector<SinkConfig> sinks;
};

// Reads a configuration file. Unknown keys are errors with their line.
Result<Config> ReadConfig(const std::filesystem::path& file);

// The nearest tellwire.toml in the folder or above it; nullopt when there is none.
std::optional<std::filesystem::path> FindConfig(const std::filesystem::path& from);

}  // namespace tellwire::batch
