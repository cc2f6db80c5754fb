#include "store/progress.h"

#include <doctest/doctest.h>

#include "store/runs.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

TEST_CASE("progress: there is none before the first run, then one shared row") {
  store::Store store = FreshStore();
  store::Progress progress(store);
  CHECK_FALSE(progress.Shared());
  progress.SetShared(7);
  progress.SetShared(9);
  CHECK(progress.Shared() == 9);
}

TEST_CASE("progress: a rule that differs has its own row until it is level") {
  store::Store store = FreshStore();
  store::Progress progress(store);
  progress.SetOwn({"a", "v1", 3, true, "100 errors in a row"});
  REQUIRE(progress.Own().contains("a"));
  CHECK(progress.Own()["a"].seq == 3);
  CHECK(progress.Own()["a"].parked);
  progress.SetOwn({"a", "v2", 5, false, ""});
  CHECK(progress.Own()["a"].version == "v2");
  progress.DropOwn("a");
  CHECK(progress.Own().empty());
}

TEST_CASE("progress: the version of a known rule is noted with the run that changed it") {
  store::Store store = FreshStore();
  const int64_t run = store::Runs(store).Begin("run", 0, 0, "");
  store::Progress progress(store);
  progress.SetKnown("a", "v1", run);
  progress.SetKnown("a", "v2", run);
  CHECK(progress.Known() == std::map<std::string, std::string>{{"a", "v2"}});
}

}  // namespace
}  // namespace tellwire
