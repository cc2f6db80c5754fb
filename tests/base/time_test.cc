#include "base/time.h"

#include <doctest/doctest.h>

namespace tellwire {

TEST_CASE("time: every written form gives its moment and its precision") {
  const struct {
    std::string written, iso;
  } rows[] = {
      {"2026", "2026"},
      {"2026-05", "2026-05"},
      {"2026-05-14", "2026-05-14"},
      {"2026-05-14T08:30:00Z", "2026-05-14T08:30:00Z"},
      {"2026-05-14T08:30+02:00", "2026-05-14T06:30:00Z"},
      {"2026-05-14 23:30:00.123 -0500", "2026-05-15T04:30:00Z"},
      {"2012-01-01T02:22:00-05:00", "2012-01-01T07:22:00Z"},
      {"Thu, 14 May 2026 08:30:00 +0200", "2026-05-14T06:30:00Z"},
      {"14 May 2026", "2026-05-14"},
      {"May 14, 2026", "2026-05-14"},
      {"Sept. 3, 2026", "2026-09-03"},
      {"May 14, 2026 8:30 pm GMT", "2026-05-14T20:30:00Z"},
      {"May 2026", "2026-05"},
      {" 2026-02-28 ", "2026-02-28"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    const auto time = ParseTimestamp(row.written);
    REQUIRE(time);
    CHECK(ToString(*time) == row.iso);
  }
}

TEST_CASE("time: what is no date is refused with help") {
  for (const std::string written :
       {"", "soon", "2026-13-01", "2026-02-30", "2026-05-14T25:99", "14/May", "99999999999",
        "2026-05-14T08:30 Mars", "20260514x", "0000-01-01"}) {
    CAPTURE(written);
    const auto time = ParseTimestamp(written);
    REQUIRE_FALSE(time);
    CHECK(time.error().help.find("2026-05-14") != std::string::npos);
  }
}

TEST_CASE("time: months carry and short months cut the day") {
  CHECK(FormatDay(DayOf(2026, 13, 1)) == "2027-01-01");
  CHECK(FormatDay(DayOf(2026, 0, 15)) == "2025-12-15");
  CHECK(FormatDay(DayOf(2026, -11, 15)) == "2025-01-15");
  CHECK(FormatDay(DayOf(2026, 2, 31)) == "2026-02-28");
  CHECK(FormatDay(DayOf(2024, 2, 31)) == "2024-02-29");
  CHECK(FormatDay(DayOf(int64_t{-1})) == "1969-12-31");
}

TEST_CASE("time: a day is read only as YYYY-MM-DD") {
  CHECK(ParseDay("2026-05-14").has_value());
  CHECK_FALSE(ParseDay("2026-5-14").has_value());
  CHECK_FALSE(ParseDay("2026-02-30").has_value());
  CHECK_FALSE(ParseDay("2026-05-14T00:00").has_value());
}

TEST_CASE("time: windows") {
  CHECK(ParseDuration("30d").value() == 30 * 86400);
  CHECK(ParseDuration("36h").value() == 36 * 3600);
  const auto soon = ParseDuration("soon");
  REQUIRE_FALSE(soon);
  CHECK(soon.error().message == "bad window \"soon\"");
  CHECK(soon.error().help == "use e.g. 30d");
}

}  // namespace tellwire
