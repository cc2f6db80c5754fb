// From a normal form to days. Forms are read from left to right: an optional "BY:", then one of
//
//   FQ3[:2026]  FH1[:2026]  FY[2026]      a company's own year: needs fiscal.tsv
//   CQ2[:2026]  CH1[:2026]  CM5[:2026]  CY[2026]  DATE:2026-05-14
//   CM3-5[:2026]  CY2004-2007             from the first to the last of them
//   LAST:4Q  CUR:1Y  NEXT:12M  YTD  EVENT_DAY  EXT_HOURS  CY_END      relative: need `published`
//
// Without a year, a quarter or month is the last one that had begun to be reported: the latest that
// ended before the day of publication, and for a deadline the next that ends after it; what is
// foretold is of the running one or the next, or of one that has only just ended.

#include "analysis/number_bytes.h"
#include "analysis/period_table.h"
#include "analysis/periods.h"

namespace tellwire::analysis {
namespace {

struct Days {
  Day from = 0, until = 0;
};
using MaybeDays = std::optional<Days>;

Days Months(int year, int month, int months) {
  return {DayOf(year, month, 1), DayOf(year, month + months, 1)};
}

// The day of publication, and how it is used.
struct Today {
  std::optional<Day> day;  // unset: not known to the day
  std::optional<int> year;
  bool deadline = false;
  bool ahead = false;  // what is said is of times to come
};

// What is foretold of a month, a quarter or a year may still be so when it has just ended, for
// nobody has reported on it yet.
Day UnreportedFor(int months) { return months == 12 || months == 1 ? 20 : 45; }

Today ReadToday(const std::optional<Timestamp>& published) {
  Today today;
  if (!published) return today;
  const Day day = DayOf(published->seconds);
  today.year = CivilOf(day).year;
  if (published->precision <= Precision::kDay) today.day = day;
  return today;
}

// A part of a year of so many months: the `number`-th of the year that ends with `last_month`.
Days PartOfYear(int year, int last_month, int months, int number) {
  return Months(year, last_month - 12 + (number - 1) * months + 1, months);
}

// The part in the year that suits a text of that day.
MaybeDays NearestPart(const Today& today, int last_month, int months, int number) {
  if (!today.day) return std::nullopt;
  const int year = CivilOf(*today.day).year;
  MaybeDays best;
  for (int y = year - 2; y <= year + 2; ++y) {
    const Days days = PartOfYear(y, last_month, months, number);
    if (today.deadline || today.ahead) {
      const Day over = today.deadline ? *today.day : *today.day - UnreportedFor(months);
      if (days.until > over) return days;
    } else if (days.until <= *today.day) {
      best = days;
    }
  }
  return best;
}

// "Y2004-2007", "M3-5[:2011]": from the first to the last of them.
MaybeDays ResolveSpan(char kind, std::string_view part, const Today& today) {
  const size_t dash = part.find('-'), colon = std::min(part.find(':'), part.size());
  const auto first = WholeNumber(part.substr(0, dash));
  const auto last = WholeNumber(part.substr(dash + 1, colon - dash - 1));
  if (!first || !last || *last <= *first) return std::nullopt;
  if (kind == 'Y') return Days{DayOf(*first, 1, 1), DayOf(*last + 1, 1, 1)};
  if (kind != 'M' || *first < 1 || *last > 12) return std::nullopt;
  if (colon == part.size()) {
    const auto end = NearestPart(today, 12, 1, *last);
    if (!end) return std::nullopt;
    return Days{DayOf(CivilOf(end->from).year, *first, 1), end->until};
  }
  const auto year = WholeNumber(part.substr(colon + 1));
  if (!year) return std::nullopt;
  return Days{DayOf(*year, *first, 1), DayOf(*year, *last + 1, 1)};
}

// "Q3", "H1", "M5", "Y" with an optional year behind a colon (or, for Y, directly).
MaybeDays ResolvePart(std::string_view part, int last_month, bool named_after_start,
                      const Today& today) {
  if (part.empty()) return std::nullopt;
  const char kind = part.front();
  part.remove_prefix(1);
  if (part.find('-') != std::string_view::npos) return ResolveSpan(kind, part, today);
  const size_t colon = part.find(':');
  const auto shifted = [&](int year) { return year + (named_after_start ? 1 : 0); };
  if (kind == 'Y') {
    if (part.empty()) return NearestPart(today, last_month, 12, 1);
    const auto year = WholeNumber(part);
    if (!year) return std::nullopt;
    return PartOfYear(shifted(*year), last_month, 12, 1);
  }
  const auto number = WholeNumber(part.substr(0, colon));
  const int months = kind == 'Q' ? 3 : kind == 'H' ? 6 : kind == 'M' ? 1 : 0;
  if (!number || months == 0 || *number < 1 || *number > 12 / months) return std::nullopt;
  if (colon == std::string_view::npos) return NearestPart(today, last_month, months, *number);
  const auto year = WholeNumber(part.substr(colon + 1));
  if (!year) return std::nullopt;
  return PartOfYear(shifted(*year), last_month, months, *number);
}

int MonthsOf(char unit) {
  return unit == 'M' ? 1 : unit == 'Q' ? 3 : unit == 'H' ? 6 : unit == 'Y' ? 12 : 0;
}

Day AddMonths(Day day, int months) {
  const CivilDate date = CivilOf(day);
  return DayOf(date.year, static_cast<int>(date.month) + months, static_cast<int>(date.day));
}

// The calendar week, month, quarter, half or year that holds a day, moved by `shift` of them.
MaybeDays CalendarUnit(Day day, char unit, int shift) {
  if (unit == 'D') return Days{day + shift, day + shift + 1};
  if (unit == 'W') {
    const Day monday = day - (day + 3) % 7;
    return Days{monday + 7 * shift, monday + 7 * (shift + 1)};
  }
  const int months = MonthsOf(unit);
  if (months == 0) return std::nullopt;
  const CivilDate date = CivilOf(day);
  const int first = (static_cast<int>(date.month) - 1) / months * months + 1;
  return Months(date.year, first + shift * months, months);
}

// "4Q", "12M", "1Y", "1-3Q" behind LAST:, CUR: or NEXT:
MaybeDays ResolveRelative(std::string_view side, std::string_view amount, const Today& today) {
  if (amount.size() < 2) return std::nullopt;
  const char unit = amount.back();
  amount.remove_suffix(1);
  if (const size_t dash = amount.find('-'); dash != std::string_view::npos) {
    amount = amount.substr(dash + 1);
  }
  const auto count = WholeNumber(amount);
  if (!count || *count < 1 || *count > 1000) return std::nullopt;
  if (!today.day) {
    if (unit != 'Y' || *count != 1 || !today.year) return std::nullopt;
    const int shift = side == "LAST" ? -1 : side == "NEXT" ? 1 : 0;
    return Months(*today.year + shift, 1, 12);
  }
  const Day day = *today.day;
  if (side == "CUR") return CalendarUnit(day, unit, 0);
  const bool forward = side == "NEXT";
  const bool whole = *count == 1 || unit == 'Q' || unit == 'H';
  if (whole) {
    const auto first = CalendarUnit(day, unit, forward ? 1 : -*count);
    const auto last = CalendarUnit(day, unit, forward ? *count : -1);
    if (!first || !last) return std::nullopt;
    return Days{first->from, last->until};
  }
  const int length = unit == 'D' ? *count : unit == 'W' ? 7 * *count : 0;
  const int months = MonthsOf(unit) * *count;
  const int sign = forward ? 1 : -1;
  const Day other = length > 0 ? day + sign * length : AddMonths(day, sign * months);
  return forward ? Days{day, other} : Days{other, day};
}

MaybeDays ResolveForm(const PeriodTable& table, std::string_view form, std::string_view ticker,
                      const Today& today) {
  if (form.starts_with("DATE:")) {
    const auto day = ParseDay(form.substr(5));
    if (!day) return std::nullopt;
    return Days{*day, *day + 1};
  }
  if (form == "CY_END") {
    if (!today.year) return std::nullopt;
    return Months(*today.year, 1, 12);
  }
  if (form == "YTD") {
    if (!today.day) return std::nullopt;
    return Days{DayOf(CivilOf(*today.day).year, 1, 1), *today.day + 1};
  }
  if (form == "EVENT_DAY" || form == "EXT_HOURS") {
    if (!today.day) return std::nullopt;
    return Days{*today.day, *today.day + 1};
  }
  if (const size_t colon = form.find(':'); colon != std::string_view::npos) {
    const std::string_view side = form.substr(0, colon);
    if (side == "LAST" || side == "CUR" || side == "NEXT")
      return ResolveRelative(side, form.substr(colon + 1), today);
  }
  if (form.starts_with('C')) return ResolvePart(form.substr(1), 12, false, today);
  if (form.starts_with('F')) {
    const auto fiscal = table.fiscal_years.find(std::string(ticker));
    if (fiscal == table.fiscal_years.end()) return std::nullopt;
    return ResolvePart(form.substr(1), fiscal->second.last_month, fiscal->second.named_after_start,
                       today);
  }
  return std::nullopt;
}

bool Contains(const model::Period& a, const model::Period& b) {
  return *a.from <= *b.from && *b.until <= *a.until;
}

// Whether a form says no year, so that the time of the article decides.
bool NamesNoYear(std::string_view form) {
  if (form.size() < 2 || (form[0] != 'F' && form[0] != 'C')) return false;
  return form.find_first_of(":_") == form.npos && (form[1] != 'Y' || form.size() == 2);
}

}  // namespace

void ResolveAhead(const PeriodTable& table, std::string_view ticker,
                  const std::optional<Timestamp>& published, model::Period* period) {
  if (!NamesNoYear(period->form)) return;
  period->from.reset();
  period->until.reset();
  ResolvePeriod(table, ticker, published, period, true);
}

void ResolvePeriod(const PeriodTable& table, std::string_view ticker,
                   const std::optional<Timestamp>& published, model::Period* period, bool ahead) {
  std::string_view form = period->form;
  if (form.empty() || period->resolved()) return;
  Today today = ReadToday(published);
  const bool deadline = form.starts_with("BY:");
  if (deadline) form.remove_prefix(3);
  today.deadline = deadline;
  today.ahead = ahead;
  const MaybeDays days = ResolveForm(table, form, ticker, today);
  if (!days || days->from >= days->until) return;
  period->from = deadline ? days->until - 1 : days->from;
  period->until = days->until;
}

bool ArePeriodsCompatible(const model::Period& a, const model::Period& b) {
  if (a.resolved() && b.resolved()) return Contains(a, b) || Contains(b, a);
  if (a.form.empty() || b.form.empty()) return false;
  if (a.form == b.form) return true;
  // The same quarter or year, of which only one says the year: FQ3 and FQ3:2026, FY and FY2026.
  const auto& shorter = a.form.size() < b.form.size() ? a.form : b.form;
  const auto& longer = a.form.size() < b.form.size() ? b.form : a.form;
  if (!longer.starts_with(shorter)) return false;
  const std::string_view rest = std::string_view(longer).substr(shorter.size());
  return rest.starts_with(':') || shorter == "FY" || shorter == "CY";
}

}  // namespace tellwire::analysis
