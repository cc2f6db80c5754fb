#include "shell/printing.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

TEST_CASE("counted: one is one, and only the noun is many") {
  CHECK(shell::Counted(int64_t{1}, "alert") == "1 alert");
  CHECK(shell::Counted(int64_t{0}, "alert") == "0 alerts");
  CHECK(shell::Counted(int64_t{2}, "file in no known format") == "2 files in no known format");
}

TEST_CASE("settings: until a day is until its last second, and not before since") {
  std::optional<int64_t> from, to;
  CHECK_FALSE(shell::SetTimes("", "", &from, &to));
  CHECK_FALSE(from);
  CHECK_FALSE(shell::SetTimes("2012-04-24", "2012-04-25", &from, &to));
  CHECK(*to - *from == 2 * 86400 - 1);
  CHECK_FALSE(shell::SetTimes("2012-02", "2012-02", &from, &to));
  CHECK(*to - *from == 29 * 86400 - 1);
  CHECK(shell::SetTimes("2012-06", "2012-01", &from, &to));
  CHECK(shell::SetTimes("soon", "", &from, &to));
}

}  // namespace
}  // namespace tellwire
