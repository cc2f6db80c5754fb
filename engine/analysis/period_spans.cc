// Stretches of time: so many years, and from one period to another of its kind: years ("between
// 2004 and 2007", "2004-2007") and months ("from March to June last year"). Months that make a
// quarter or a half of a year are that.
//
//   from March to May 2011 -> CM3-5:2011      January through March -> CQ1
//   from 2007 to 2004, March and June         no stretch: the first one stands alone
//
// Tested by tests/analysis/periods_test.cc.
#include <fmt/compile.h>

#include "analysis/number_bytes.h"
#include "analysis/period_reader.h"

namespace tellwire::analysis {

namespace {

// "3-5" of the year, or the quarter or half that they make.
std::string FormOfMonths(int first, int last) {
  if (last - first == 2 && last % 3 == 0) return fmt::format(FMT_COMPILE("CQ{}"), last / 3);
  if (last - first == 5 && last % 6 == 0) return fmt::format(FMT_COMPILE("CH{}"), last / 6);
  return fmt::format(FMT_COMPILE("CM{}-{}"), first, last);
}

}  // namespace

// Where the second period stands: behind a word or a dash that leads there from the first.
std::optional<uint32_t> PeriodReader::SkipTo(uint32_t first, uint32_t at) const {
  if (!In(at) || at == sentence_.begin) return std::nullopt;
  const uint32_t end = document_.tokens[at - 1].span.end;
  const std::string_view gap = text_.substr(end, document_.tokens[at].span.begin - end);
  if (gap == "-" || gap == "\xE2\x80\x93") return at;
  for (std::string_view word : {"to", "through", "until", "till"}) {
    if (Says(at, word)) return at + 1;
  }
  const bool between = first > sentence_.begin && Says(first - 1, "between");
  if (between && Says(at, "and")) return at + 1;
  return std::nullopt;
}

PeriodReader::Reading PeriodReader::ReadSpan(uint32_t at, const Read& first) const {
  const auto second = SkipTo(at, first.end);
  if (!second || !In(*second) || first.form.size() < 3) return std::nullopt;
  const uint32_t i = *second;
  const std::string_view rest = std::string_view(first.form).substr(2);
  const auto from = WholeNumber(rest);
  if (!from) return std::nullopt;
  if (first.form.starts_with("CY")) {
    const auto year = ReadYearNumber(i);
    if (!year || Word(i).size() != 4 || year->value <= *from) return std::nullopt;
    return Read{fmt::format(FMT_COMPILE("CY{}-{}"), *from, year->value), year->end};
  }
  if (!first.form.starts_with("CM")) return std::nullopt;
  const auto month = ReadMonthName(i);
  if (!month || month->value <= *from || ReadDay(month->end)) return std::nullopt;
  return WithCalendarYear(FormOfMonths(*from, month->value), month->end);
}

// Behind months: "2011", "of 2011", "last year" where the year of the article is known.
PeriodReader::Reading PeriodReader::WithCalendarYear(std::string form, uint32_t at) const {
  uint32_t i = at;
  if (Says(i, "of")) ++i;
  auto year = ReadYearNumber(i);
  if (!year) year = ReadRelativeYear(i);
  if (year && Joined(i))
    return Read{fmt::format(FMT_COMPILE("{}:{}"), form, year->value), year->end};
  return Read{std::move(form), at};
}

// "last year", "this year", "next year" of an article that has a date.
std::optional<PeriodReader::Number> PeriodReader::ReadRelativeYear(uint32_t at) const {
  if (!year_ || !Says(at + 1, "year") || !Joined(at + 1)) return std::nullopt;
  const int shift = Says(at, "last") ? -1 : Says(at, "next") ? 1 : 0;
  if (shift == 0 && !Says(at, "this")) return std::nullopt;
  return Number{*year_ + shift, at + 2};
}

// "2020 second quarter", "fiscal 2012 third quarter", "2012 Q3": behind a year its part.
PeriodReader::Reading PeriodReader::ReadPartOf(int year, uint32_t at) const {
  if (!In(at) || !Joined(at)) return std::nullopt;
  Reading part = ReadOrdinal(at, false);
  if (!part && Word(at).size() == 2) part = ReadCode(at);
  if (!part || part->form.find(':') != std::string::npos) return std::nullopt;
  return Read{fmt::format(FMT_COMPILE("{}:{}"), part->form, year), part->end};
}

// "for three years", "a three-year plan"; "over 12 months" says neither when nor how long.
PeriodReader::Reading PeriodReader::ReadDuration(uint32_t at) const {
  if (at == sentence_.begin) return std::nullopt;
  const auto count = ReadCount(at);
  if (!count) return std::nullopt;
  const auto unit = UnitAt(count->end);
  if (!unit || *unit == 'D' || *unit == 'W' || !Joined(count->end)) return std::nullopt;
  const uint32_t end = count->end + 1;
  const std::string_view before = Word(at - 1);
  const std::string form = fmt::format(FMT_COMPILE("DUR:{}{}"), count->value, *unit);
  if (Says(end, "ago") || Says(end, "earlier") || Says(end, "old")) return std::nullopt;
  if (before == "for") return Read{form, end};
  if (before == "over") return Read{"", end};
  if (Has(table_.lasting, end)) return Read{form, end};
  return std::nullopt;
}

// "full year 2026", "the full year ended March 31", "the whole of 2026"
PeriodReader::Reading PeriodReader::ReadFullYear(uint32_t at) const {
  uint32_t i = Skip(table_.full, at);
  if (i == at) return std::nullopt;
  const uint32_t plain = i;
  if (Reading ended = ReadEndedAt(plain - 1)) return ended;
  if (Has(table_.fiscal, i)) ++i;
  const auto year = ReadYearNumber(i);
  if (year && Joined(i)) return Read{fmt::format(FMT_COMPILE("FY{}"), year->value), year->end};
  return Read{"FY", plain};
}

}  // namespace tellwire::analysis
