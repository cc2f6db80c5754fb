#include "alert/sink.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "alert/json.h"

namespace tellwire::alert {
namespace {

class JsonLinesFile : public Sink {
 public:
  explicit JsonLinesFile(std::string path) : path_(std::move(path)) {}

  std::optional<Error> Send(const std::vector<model::Alert>& alerts) override {
    std::string lines;
    for (const model::Alert& alert : alerts) lines += ToJson(alert) + "\n";
    std::ofstream out(path_, std::ios::app | std::ios::binary);
    out << lines << std::flush;
    if (out) return std::nullopt;
    return Error(ErrorKind::kSystem, {path_, 0, 0},
                 std::string("alerts cannot be written here: ") + std::strerror(errno),
                 "mend [[sink]] in tellwire.toml; `tellwire alerts --format jsonl` has them all");
  }

  std::string name() const override { return path_; }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<Sink> FileSink(const std::string& path) {
  return std::make_unique<JsonLinesFile>(path);
}

}  // namespace tellwire::alert
