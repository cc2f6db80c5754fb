#include "batch/config.h"

#include <doctest/doctest.h>

#include <fstream>

#include "support/fresh_store.h"

namespace tellwire {
namespace {

Result<batch::Config> Read(const TemporaryFolder& folder, const std::string& text) {
  std::ofstream(folder / "tellwire.toml") << text;
  return batch::ReadConfig(folder / "tellwire.toml");
}

TEST_CASE("config: paths count from the file's folder") {
  TemporaryFolder folder;
  const auto config = Read(folder, R"(
db = "desk.db"
rules = "/opt/rules"
[[sink]]
kind = "file"
path = "out/alerts.jsonl"
)");
  REQUIRE(config);
  CHECK(config->db == folder / "desk.db");
  CHECK(config->rules == "/opt/rules");
  REQUIRE(config->sinks.size() == 1);
  CHECK(config->sinks[0].path == folder / "out/alerts.jsonl");
}

TEST_CASE("config: an empty file configures nothing") {
  TemporaryFolder folder;
  const auto config = Read(folder, "");
  REQUIRE(config);
  CHECK(config->db.empty());
  CHECK(config->sinks.empty());
}

TEST_CASE("config: what is wrong is named with its line") {
  const struct {
    std::string text, message, help;
    int line;
  } kRows[] = {
      {"db = \"a\"\nruls = \"b\"\n", "unknown key \"ruls\"", "did you mean \"rules\"?", 2},
      {"db = 7\n", "\"db\" must be a text", "put it in quotes", 1},
      {"sink = 7\n", "\"sink\" must be a list of tables", "write [[sink]]", 1},
      {"\n[[sink]]\nkind = \"fax\"\n", "a sink cannot be of the kind \"fax\"", "kind = \"file\"",
       2},
      {"[[sink]]\nkind = \"file\"\n", "the sink has no path", "path = \"alerts.jsonl\"", 1},
  };
  for (const auto& [text, message, help, line] : kRows) {
    CAPTURE(text);
    TemporaryFolder folder;
    const auto config = Read(folder, text);
    REQUIRE_FALSE(config);
    CHECK(config.error().message == message);
    CHECK(config.error().help == help);
    CHECK(config.error().where.line == line);
  }
}

TEST_CASE("config: what is no TOML is an error with its line") {
  TemporaryFolder folder;
  const auto config = Read(folder, "db = \"a\"\nrules = \n");
  REQUIRE_FALSE(config);
  CHECK(config.error().where.line == 2);
}

TEST_CASE("config: found in a folder above") {
  TemporaryFolder folder;
  std::filesystem::create_directories(folder / "a/b/c");
  CHECK(batch::FindConfig(folder / "a/b/c") != folder / "a/tellwire.toml");
  std::ofstream(folder / "a/tellwire.toml") << "";
  CHECK(batch::FindConfig(folder / "a/b/c") == folder / "a/tellwire.toml");
  CHECK_FALSE(batch::ReadConfig(folder / "none.toml"));
}

}  // namespace
}  // namespace tellwire
