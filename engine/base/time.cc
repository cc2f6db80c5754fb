#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <vector>

#include "base/ascii.h"

namespace tellwire {
namespace {

constexpr int64_t kDaySeconds = 86400;

// Reads a date from the left, piece by piece; every Take moves on only when it succeeds.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }
  std::string_view rest() const { return text_; }

  bool Take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool TakeAny(std::string_view set) {
    if (text_.empty() || set.find(text_.front()) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  void SkipSpace() {
    while (Take(' ') || Take('\t')) {
    }
  }
  // Between `least` and `most` digits, and no digit behind them.
  std::optional<int> TakeNumber(size_t least, size_t most) {
    size_t n = 0;
    int value = 0;
    while (n < text_.size() && n < most && IsDigit(text_[n])) {
      value = value * 10 + (text_[n++] - '0');
    }
    if (n < least || (n < text_.size() && IsDigit(text_[n]))) return std::nullopt;
    text_.remove_prefix(n);
    return value;
  }
  std::string TakeLetters() {
    std::string word;
    while (!text_.empty() && IsLetter(text_.front())) {
      word += ToLower(text_.front());
      text_.remove_prefix(1);
    }
    return word;
  }

 private:
  std::string_view text_;
};

std::optional<int> MonthNamed(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return std::nullopt;
  if (word == "sept") return 9;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == word || (word.size() == 3 && kMonths[i].starts_with(word)))
      return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool IsDate(int year, int month, int day) {
  using namespace std::chrono;
  return year >= 1 && year <= 9999 && month >= 1 && day >= 1 &&
         year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                        std::chrono::day(static_cast<unsigned>(day)))
             .ok();
}

// "Z", "+02:00", "-0500", "GMT", "EST" ...; nothing is UTC. nullopt: something else stands there.
std::optional<int64_t> ReadZone(Reader* in) {
  in->SkipSpace();
  if (in->done() || in->Take('Z') || in->Take('z')) return 0;
  const bool minus = !in->rest().empty() && in->rest().front() == '-';
  if (in->TakeAny("+-")) {
    int hours, minutes = 0;
    if (const auto four = in->TakeNumber(4, 4)) {
      hours = *four / 100, minutes = *four % 100;
    } else {
      const auto two = in->TakeNumber(2, 2);
      if (!two) return std::nullopt;
      hours = *two;
      if (in->Take(':')) {
        const auto more = in->TakeNumber(2, 2);
        if (!more) return std::nullopt;
        minutes = *more;
      }
    }
    if (hours > 15 || minutes > 59) return std::nullopt;
    const int64_t offset = hours * 3600 + minutes * 60;
    return minus ? -offset : offset;
  }
  constexpr std::array<std::pair<std::string_view, int>, 10> kZones = {{{"utc", 0},
                                                                        {"gmt", 0},
                                                                        {"ut", 0},
                                                                        {"est", -5},
                                                                        {"edt", -4},
                                                                        {"cst", -6},
                                                                        {"cdt", -5},
                                                                        {"mst", -7},
                                                                        {"pst", -8},
                                                                        {"pdt", -7}}};
  const std::string name = in->TakeLetters();
  for (const auto& [zone, hours] : kZones) {
    if (zone == name) return hours * 3600;
  }
  return std::nullopt;
}

// "08:30[:00[.123]] [am|pm] [zone]", as seconds after midnight UTC of the day that is written.
std::optional<int64_t> ReadTimeOfDay(Reader* in) {
  auto hours = in->TakeNumber(1, 2);
  if (!hours || !in->Take(':')) return std::nullopt;
  const auto minutes = in->TakeNumber(2, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  int seconds = 0;
  if (in->Take(':')) {
    const auto given = in->TakeNumber(2, 2);
    if (!given || *given > 60) return std::nullopt;
    seconds = *given;
    if (in->TakeAny(".,") && !in->TakeNumber(1, 9)) return std::nullopt;
  }
  in->SkipSpace();
  Reader after = *in;
  const std::string half = after.TakeLetters();
  if (half == "am" || half == "pm") {
    if (*hours < 1 || *hours > 12) return std::nullopt;
    hours = *hours % 12 + (half == "pm" ? 12 : 0);
    *in = after;
  }
  if (*hours > 24) return std::nullopt;
  const auto zone = ReadZone(in);
  if (!zone) return std::nullopt;
  return *hours * 3600 + *minutes * 60 + seconds - *zone;
}

std::optional<Timestamp> Complete(Reader* in, int year, int month, int day) {
  if (!IsDate(year, month, day)) return std::nullopt;
  const int64_t midnight = SecondsOf(DayOf(year, month, day));
  in->Take(',');
  in->SkipSpace();
  if (in->done()) return Timestamp{midnight, Precision::kDay};
  const auto time = ReadTimeOfDay(in);
  if (!time || !in->done()) return std::nullopt;
  return Timestamp{midnight + *time, Precision::kInstant};
}

std::optional<Timestamp> ParseIso(std::string_view text) {
  Reader in(text);
  const auto year = in.TakeNumber(4, 4);
  if (!year || *year < 1) return std::nullopt;
  if (in.done()) return Timestamp{SecondsOf(DayOf(*year, 1, 1)), Precision::kYear};
  if (!in.TakeAny("-/")) return std::nullopt;
  const auto month = in.TakeNumber(1, 2);
  if (!month || !IsDate(*year, *month, 1)) return std::nullopt;
  if (in.done()) return Timestamp{SecondsOf(DayOf(*year, *month, 1)), Precision::kMonth};
  if (!in.TakeAny("-/")) return std::nullopt;
  const auto day = in.TakeNumber(1, 2);
  if (!day) return std::nullopt;
  in.TakeAny("Tt");
  return Complete(&in, *year, *month, *day);
}

// "Thu, 14 May 2026 08:30 +0200", "14 May 2026", "May 14, 2026 8:30 am", "May 2026".
std::optional<Timestamp> ParseWritten(std::string_view text) {
  Reader in(text);
  std::string word = in.TakeLetters();
  if (!word.empty() && !MonthNamed(word)) {  // a day of the week
    in.TakeAny(".");
    in.Take(',');
    in.SkipSpace();
    word = in.TakeLetters();
  }
  std::optional<int> month = MonthNamed(word);
  if (!word.empty() && !month) return std::nullopt;
  in.TakeAny(".");
  in.SkipSpace();
  std::optional<int> day = in.TakeNumber(1, 2);
  in.TakeAny(".,");
  in.SkipSpace();
  if (!month) {
    in.Take('-');
    month = MonthNamed(in.TakeLetters());
    if (!month || !day) return std::nullopt;
    in.TakeAny(".,-");
    in.SkipSpace();
  }
  const auto year = in.TakeNumber(4, 4);
  if (!year || *year < 1) return std::nullopt;
  if (!day) {
    if (!in.done()) return std::nullopt;
    return Timestamp{SecondsOf(DayOf(*year, *month, 1)), Precision::kMonth};
  }
  return Complete(&in, *year, *month, *day);
}

}  // namespace

Result<Timestamp> ParseTimestamp(std::string_view written) {
  const size_t first = written.find_first_not_of(" \t\r\n");
  const std::string_view text =
      first == std::string_view::npos
          ? ""
          : written.substr(first, written.find_last_not_of(" \t\r\n") - first + 1);
  if (const auto iso = ParseIso(text)) return *iso;
  if (const auto time = ParseWritten(text)) return *time;
  return Error{ErrorKind::kInput,
               {},
               fmt::format("bad date \"{}\"", text.substr(0, 60)),
               "write e.g. 2026-05-14 or 2026-05-14T08:30:00Z"};
}

std::string ToString(const Timestamp& time) {
  const Day day = DayOf(time.seconds);
  const CivilDate date = CivilOf(day);
  switch (time.precision) {
    case Precision::kYear:
      return fmt::format("{:04}", date.year);
    case Precision::kMonth:
      return fmt::format("{:04}-{:02}", date.year, date.month);
    case Precision::kDay:
      return FormatDay(day);
    case Precision::kInstant:
      break;
  }
  const int64_t second = time.seconds - SecondsOf(day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", FormatDay(day), second / 3600, second / 60 % 60,
                     second % 60);
}

Day DayOf(int64_t seconds) {
  return static_cast<Day>(seconds >= 0 ? seconds / kDaySeconds
                                       : -((-seconds + kDaySeconds - 1) / kDaySeconds));
}

int64_t SecondsOf(Day day) { return day * kDaySeconds; }

std::string FormatDay(Day day) {
  const CivilDate date = CivilOf(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Day> ParseDay(std::string_view iso) {
  Reader in(iso);
  const auto year = in.TakeNumber(4, 4);
  if (!year || !in.Take('-')) return std::nullopt;
  const auto month = in.TakeNumber(2, 2);
  if (!month || !in.Take('-')) return std::nullopt;
  const auto day = in.TakeNumber(2, 2);
  if (!day || !in.done() || !IsDate(*year, *month, *day)) return std::nullopt;
  return DayOf(*year, *month, *day);
}

int64_t LastSecondOf(const Timestamp& time) {
  const CivilDate date = CivilOf(DayOf(time.seconds));
  switch (time.precision) {
    case Precision::kDay:
      return time.seconds + 86400 - 1;
    case Precision::kMonth:
      return SecondsOf(DayOf(date.year, static_cast<int>(date.month) + 1, 1)) - 1;
    case Precision::kYear:
      return SecondsOf(DayOf(date.year + 1, 1, 1)) - 1;
    case Precision::kInstant:
      break;
  }
  return time.seconds;
}

CivilDate CivilOf(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

Day DayOf(int year, int month, int day) {
  using namespace std::chrono;
  const int carried = month - 1 >= 0 ? (month - 1) / 12 : -((12 - month) / 12);
  year += carried;
  month -= carried * 12;
  const year_month in_month =
      std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month));
  const auto last = static_cast<unsigned>(
      year_month_day_last(in_month.year(), month_day_last(in_month.month())).day());
  const auto within = std::chrono::day(std::min(static_cast<unsigned>(day), last));
  return static_cast<Day>(sys_days(in_month / within).time_since_epoch().count());
}

Result<int64_t> ParseDuration(std::string_view written) {
  Reader in(written);
  const auto count = in.TakeNumber(1, 6);
  const std::string unit = in.TakeLetters();
  int64_t seconds = 0;
  if (unit == "h") seconds = 3600;
  if (unit == "d") seconds = kDaySeconds;
  if (unit == "w") seconds = 7 * kDaySeconds;
  if (unit == "m") seconds = 30 * kDaySeconds;
  if (unit == "y") seconds = 365 * kDaySeconds;
  if (!count || seconds == 0 || !in.done()) {
    return Error{ErrorKind::kUsage,
                 {},
                 fmt::format("bad window \"{}\"", written.substr(0, 40)),
                 "use e.g. 30d"};
  }
  return *count * seconds;
}

Clock Clock::System() { return Clock(std::nullopt); }

int64_t Clock::Now() const { return fixed_ ? *fixed_ : static_cast<int64_t>(std::time(nullptr)); }

}  // namespace tellwire
