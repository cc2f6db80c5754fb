#include "batch/streaks.h"

#include <doctest/doctest.h>

#include "support/fresh_store.h"

namespace tellwire {
namespace {

rule::RuleSet One(const std::string& version) {
  rule::RuleSet set;
  set.rules.resize(1);
  set.rules[0].id = "a";
  set.rules[0].version = version;
  return set;
}

std::optional<int64_t> FailTimes(batch::Streaks& streaks, int64_t from, int64_t times) {
  std::optional<int64_t> first;
  for (int64_t i = 0; i < times && !first; ++i) first = streaks.Fail(0, from + i);
  return first;
}

TEST_CASE("streaks: the hundredth failure in a row names the first") {
  store::Store store = FreshStore();
  const auto rules = One("1");
  batch::Streaks streaks(store, rules);
  CHECK_FALSE(FailTimes(streaks, 10, 99));
  CHECK(streaks.Fail(0, 200) == 10);
  CHECK_FALSE(FailTimes(streaks, 300, 99));  // the next row begins anew
}

TEST_CASE("streaks: a success ends a row, and one article counts once") {
  store::Store store = FreshStore();
  const auto rules = One("1");
  batch::Streaks streaks(store, rules);
  FailTimes(streaks, 1, 99);
  streaks.Succeed(0);
  CHECK_FALSE(streaks.Fail(0, 100));
  for (int i = 0; i < 300; ++i) CHECK_FALSE(streaks.Fail(0, 101));
}

TEST_CASE("streaks: a row goes on over runs, for the same version only") {
  store::Store store = FreshStore();
  const auto rules = One("1"), changed = One("2");
  {
    batch::Streaks streaks(store, rules);
    FailTimes(streaks, 1, 60);
    streaks.Save();
  }
  CHECK_FALSE(FailTimes(*std::make_unique<batch::Streaks>(store, changed), 61, 99));
  batch::Streaks streaks(store, rules);
  CHECK(FailTimes(streaks, 61, 40) == 1);
  streaks.Save();
  batch::Streaks after(store, rules);
  CHECK_FALSE(FailTimes(after, 101, 99));
}

}  // namespace
}  // namespace tellwire
