#include "alert/sink.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/file.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

TEST_CASE("sink: a file gets one line an alert, behind what it has") {
  TemporaryFolder folder;
  const auto sink = alert::FileSink(folder / "alerts.jsonl");
  model::Alert alert;
  alert.id = "one";
  CHECK_FALSE(sink->Send({alert, alert}));
  CHECK_FALSE(sink->Send({alert}));
  const std::string text = ReadFile(folder / "alerts.jsonl").value();
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
  CHECK(text.find("{\"id\":\"one\"") == 0);
}

TEST_CASE("sink: a file that cannot be written is an error that names it") {
  TemporaryFolder folder;
  const auto error = alert::FileSink(folder / "none/alerts.jsonl")->Send({model::Alert()});
  REQUIRE(error);
  CHECK(error->where.file == folder / "none/alerts.jsonl");
}

}  // namespace
}  // namespace tellwire
