#include "batch/config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "model/vocabulary.h"

namespace tellwire::batch {
namespace {

Where At(const std::string& file, const toml::source_region& source) {
  return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

// Reads one file; the first thing that is wrong with it ends the reading.
class Reader {
 public:
  explicit Reader(std::filesystem::path file) : file_(std::move(file)) { config_.file = file_; }

  Result<Config> Read() {
    try {
      const toml::table table = toml::parse_file(file_.string());
      ReadTop(table);
    } catch (const toml::parse_error& wrong) {
      return Error(ErrorKind::kUsage, At(file_, wrong.source()), std::string(wrong.description()),
                   "the file is TOML: https://toml.io");
    }
    if (error_) return *error_;
    return config_;
  }

 private:
  void ReadTop(const toml::table& table) {
    CheckKeys(table, {"db", "rules", "sink"});
    config_.db = ReadPath(table, "db");
    config_.rules = ReadPath(table, "rules");
    const toml::node* sinks = table.get("sink");
    if (sinks == nullptr) return;
    if (!sinks->is_array_of_tables()) {
      return Fail(*sinks, "\"sink\" must be a list of tables", "write [[sink]]");
    }
    for (const toml::node& sink : *sinks->as_array()) ReadSink(*sink.as_table());
  }

  void ReadSink(const toml::table& table) {
    CheckKeys(table, {"kind", "path"});
    SinkConfig sink;
    sink.kind = ReadText(table, "kind");
    sink.path = ReadPath(table, "path");
    if (sink.kind != "file") {
      return Fail(table, fmt::format("a sink cannot be of the kind \"{}\"", sink.kind),
                  "kind = \"file\"");
    }
    if (sink.path.empty()) return Fail(table, "the sink has no path", "path = \"alerts.jsonl\"");
    config_.sinks.push_back(std::move(sink));
  }

  void CheckKeys(const toml::table& table, const std::vector<std::string>& known) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      const std::string nearest = model::Nearest(name, known);
      return Fail(node, fmt::format("unknown key \"{}\"", name),
                  nearest.empty() ? fmt::format("known keys: {}", fmt::join(known, ", "))
                                  : fmt::format("did you mean \"{}\"?", nearest));
    }
  }

  std::string ReadText(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return "";
    if (const auto text = node->value_exact<std::string>()) return *text;
    Fail(*node, fmt::format("\"{}\" must be a text", key), "put it in quotes");
    return "";
  }

  std::string ReadPath(const toml::table& table, std::string_view key) {
    const std::string path = ReadText(table, key);
    if (path.empty()) return "";
    return (std::filesystem::absolute(file_).parent_path() / path).lexically_normal().string();
  }

  void Fail(const toml::node& node, std::string message, std::string help) {
    if (error_) return;
    error_ =
        Error(ErrorKind::kUsage, At(file_, node.source()), std::move(message), std::move(help));
  }

  std::filesystem::path file_;
  Config config_;
  std::optional<Error> error_;
};

}  // namespace

Result<Config> ReadConfig(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) {
    return Error(ErrorKind::kSystem, {file.string(), 0, 0}, "there is no such file",
                 "name another with --config");
  }
  return Reader(file).Read();
}

std::optional<std::filesystem::path> FindConfig(const std::filesystem::path& from) {
  std::error_code failed;
  for (std::filesystem::path folder = std::filesystem::absolute(from, failed); !failed;
       folder = folder.parent_path()) {
    if (std::filesystem::is_regular_file(folder / "tellwire.toml", failed)) {
      return folder / "tellwire.toml";
    }
    failed.clear();
    if (folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

}  // namespace tellwire::batch
