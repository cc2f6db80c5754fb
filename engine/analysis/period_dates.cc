// Periods that name a month: dates, months, and stretches that end in one.
#include <fmt/compile.h>

#include <algorithm>

#include "analysis/number_bytes.h"
#include "analysis/period_reader.h"

namespace tellwire::analysis {

std::optional<PeriodReader::Number> PeriodReader::ReadMonthName(uint32_t at) const {
  if (!In(at)) return std::nullopt;
  const auto row = table_.months.Word(document_.tokens[at].word);
  if (!row) return std::nullopt;
  const PeriodTable::Count& month = table_.numbers[*row];
  const char first = text_[document_.tokens[at].span.begin];
  const bool capital = first >= 'A' && first <= 'Z';
  const bool introduced = at > sentence_.begin && Has(table_.preposition, at - 1);
  const bool dated = In(at + 1) && IsDigit(Word(at + 1).front());
  if (month.word && !((capital && introduced) || dated)) return std::nullopt;
  return Number{month.value, at + 1};
}

// The day of a month: "14", "3rd".
std::optional<int> PeriodReader::ReadDay(uint32_t at) const {
  if (!In(at) || Word(at).size() > 4) return std::nullopt;
  const std::string_view word = Word(at);
  const size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view ending = word.substr(digits);
  if (digits > 2) return std::nullopt;
  if (!ending.empty() && ending != "st" && ending != "nd" && ending != "rd" && ending != "th") {
    return std::nullopt;
  }
  const auto day = WholeNumber(word.substr(0, digits));
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

// The month in which a stretch ends, with the year where it is given: "ended June 30, 2026", "to
// June". The value is 100 x year + month.
std::optional<PeriodReader::Number> PeriodReader::ReadMonthOfEnd(uint32_t at) const {
  uint32_t i = Skip(table_.ended, at);
  if (i == at) return std::nullopt;
  const bool day_first = ReadDay(i).has_value();
  if (day_first) ++i;
  if (!In(i)) return std::nullopt;
  const auto row = table_.months.Word(document_.tokens[i].word);
  if (!row) return std::nullopt;
  const int month = table_.numbers[*row].value;
  ++i;
  if (!day_first && ReadDay(i)) ++i;
  if (const auto year = ReadYearNumber(i)) return Number{100 * year->value + month, year->end};
  return Number{month, i};
}

// "three months to June", "quarter ended June 30, 2026", "year ended March 31, 2026"
PeriodReader::Reading PeriodReader::ReadEndedAt(uint32_t at) const {
  const auto count = UnitAt(at) ? Number{1, at} : ReadCount(at).value_or(Number{0, at});
  if (count.value == 0) return std::nullopt;
  const auto unit = UnitAt(count.end);
  if (!unit || !In(count.end + 1)) return std::nullopt;
  const auto end = ReadMonthOfEnd(count.end + 1);
  if (!end) return std::nullopt;
  const int month = end->value % 100, year = end->value / 100;
  const int months = count.value * (*unit == 'M'   ? 1
                                    : *unit == 'Q' ? 3
                                    : *unit == 'H' ? 6
                                    : *unit == 'Y' ? 12
                                                   : 0);
  std::string form;
  if (months == 3 && month % 3 == 0) form = fmt::format(FMT_COMPILE("CQ{}"), month / 3);
  if (months == 6 && month % 6 == 0) form = fmt::format(FMT_COMPILE("CH{}"), month / 6);
  if (months == 12) return Read{year > 0 ? fmt::format(FMT_COMPILE("FY{}"), year) : "FY", end->end};
  if (!form.empty() && year > 0) form += fmt::format(FMT_COMPILE(":{}"), year);
  return Read{std::move(form), end->end};
}

// Behind the last month of a quarter: "June quarter", "June 2026 quarter", "April-June".
PeriodReader::Reading PeriodReader::MonthQuarter(int month, uint32_t at) const {
  uint32_t i = at;
  int last = month;
  if (In(i) && Joined(i)) {
    if (const auto other = ReadMonthName(i); other && other->value == month + 2 && month % 3 == 1) {
      last = other->value;
      ++i;
      if (UnitAt(i) == 'Q') ++i;
      return WithYear(fmt::format(FMT_COMPILE("CQ{}"), last / 3), i);
    }
  }
  const auto year = ReadYearNumber(i);
  if (year) i = year->end;
  if (UnitAt(i) != 'Q' || !Joined(i) || last % 3 != 0) return std::nullopt;
  std::string form = fmt::format(FMT_COMPILE("CQ{}"), last / 3);
  if (year) return Read{fmt::format(FMT_COMPILE("{}:{}"), form, year->value), i + 1};
  return WithYear(std::move(form), i + 1);
}

// "May 14, 2026", "May 14", "May 2026", "in May"; "June quarter"
PeriodReader::Reading PeriodReader::ReadMonth(uint32_t at) const {
  const auto month = ReadMonthName(at);
  if (!month) {
    if (!In(at) || !table_.months.Has(document_.tokens[at].word)) return std::nullopt;
    const auto row = table_.months.Word(document_.tokens[at].word);
    return MonthQuarter(table_.numbers[*row].value, at + 1);
  }
  if (Reading quarter = MonthQuarter(month->value, at + 1)) return quarter;
  uint32_t i = at + 1;
  if (const auto day = ReadDay(i)) {
    const auto year = ReadYearNumber(i + 1);
    if (year && Word(i + 1).size() == 4) {
      return Read{fmt::format(FMT_COMPILE("DATE:{}-{:02}-{:02}"), year->value, month->value, *day),
                  year->end};
    }
    return Read{fmt::format(FMT_COMPILE("DATE:{:02}-{:02}"), month->value, *day), i + 1};
  }
  if (Says(i, "of") && ReadYearNumber(i + 1)) ++i;
  if (const auto year = ReadYearNumber(i)) {
    return Read{fmt::format(FMT_COMPILE("CM{}:{}"), month->value, year->value), year->end};
  }
  return WithCalendarYear(fmt::format(FMT_COMPILE("CM{}"), month->value), at + 1);
}

// "14 May 2026"
PeriodReader::Reading PeriodReader::ReadDayFirst(uint32_t at) const {
  if (!In(at + 1)) return std::nullopt;
  const auto row = table_.months.Word(document_.tokens[at + 1].word);
  if (!row) return std::nullopt;
  const auto day = ReadDay(at);
  if (!day || !IsPlainNumber(at) || !Joined(at + 1)) return std::nullopt;
  const int month = table_.numbers[*row].value;
  if (const auto year = ReadYearNumber(at + 2)) {
    return Read{fmt::format(FMT_COMPILE("DATE:{}-{:02}-{:02}"), year->value, month, *day),
                year->end};
  }
  return Read{fmt::format(FMT_COMPILE("DATE:{:02}-{:02}"), month, *day), at + 2};
}

PeriodReader::Reading PeriodReader::ReadIsoDate(uint32_t at) const {
  if (!In(at + 2)) return std::nullopt;
  const Span first = document_.tokens[at].span, last = document_.tokens[at + 2].span;
  if (last.end - first.begin != 10) return std::nullopt;
  const auto day = ParseDay(text_.substr(first.begin, 10));
  if (!day) return std::nullopt;
  return Read{"DATE:" + FormatDay(*day), at + 3};
}

}  // namespace tellwire::analysis
