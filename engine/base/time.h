// Points in time, as articles state them (to the second, the day, the month or the year), and the
// clock that everything reads in place of the system's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace tellwire {

enum class Precision : uint8_t { kInstant, kDay, kMonth, kYear };

// A point in time in UTC. A coarser precision stands for the start of its day, month or year.
struct Timestamp {
  int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  Precision precision = Precision::kInstant;

  bool operator==(const Timestamp&) const = default;
};

// Reads ISO 8601 (`2026-05-14`, `2026-05`, `2026`, `2026-05-14T08:30[:00][.123][Z|+02:00]`),
// RFC 2822 (`Thu, 14 May 2026 08:30:00 +0200`) and written dates (`May 14, 2026`, `14 May 2026`).
// A time without a zone is UTC.
Result<Timestamp> ParseTimestamp(std::string_view written);

// ISO 8601, as precise as the timestamp: `2026-05-14T06:30:00Z`, `2026-05-14`, `2026-05`, `2026`.
std::string ToString(const Timestamp& time);

// The last second of what a timestamp stands for: of its day, month or year; an instant's own.
int64_t LastSecondOf(const Timestamp& time);

// Days since 1970-01-01; what dated lists, rates and periods count in.
using Day = int32_t;

Day DayOf(int64_t seconds);                         // the UTC day of a point in time
int64_t SecondsOf(Day day);                         // its first second
std::string FormatDay(Day day);                     // "2026-05-14"
std::optional<Day> ParseDay(std::string_view iso);  // only "YYYY-MM-DD"

// Whether a day lies between two days, both included; one that is not given is no bound.
constexpr bool IsBetween(Day day, const std::optional<Day>& from, const std::optional<Day>& until) {
  return (!from || *from <= day) && (!until || day <= *until);
}

struct CivilDate {
  int year = 1970;
  unsigned month = 1;  // 1..12
  unsigned day = 1;    // 1..31
};
CivilDate CivilOf(Day day);
// Months beyond 1..12 carry into the year; a day beyond the month's end is cut to its last.
Day DayOf(int year, int month, int day);

// A length of time such as `7d`, `2w`, `3m`, `1y`, `36h`, in seconds (a month is 30 days, a year
// 365).
Result<int64_t> ParseDuration(std::string_view written);

// The time that the program believes it is. `--now` fixes it, so that output can be reproduced.
// Nothing else reads the system clock. Thread-safe: a Clock never changes after it is made.
class Clock {
 public:
  static Clock System();
  static Clock Fixed(int64_t seconds) { return Clock(seconds); }

  int64_t Now() const;  // seconds since the epoch, UTC

 private:
  explicit Clock(std::optional<int64_t> fixed) : fixed_(fixed) {}
  std::optional<int64_t> fixed_;
};

}  // namespace tellwire
