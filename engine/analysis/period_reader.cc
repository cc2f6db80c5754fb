// One function a construction, tried in the order in which they are surer: a deadline holds a
// period ("by the end of fiscal 2028"), a quarter holds a year ("third quarter of 2026").
//
//   "three months to June" -> CQ2                 "third quarter" -> FQ3
//   "in the past four quarters" -> LAST:4Q        "Office 2021" -> nothing
//   "over 12 months" -> "", for it may mean either way
//
// Tested by tests/analysis/periods_test.cc.
#include "analysis/period_reader.h"

#include <fmt/compile.h>

#include "analysis/number_bytes.h"

namespace tellwire::analysis {

std::optional<int> YearOf(std::string_view digits) {
  const auto value = WholeNumber(digits);
  if (!value) return std::nullopt;
  if (digits.size() == 4 && *value >= 1950 && *value < 2100) return *value;
  if (digits.size() == 2) return *value < 50 ? 2000 + *value : 1900 + *value;
  return std::nullopt;
}

// Common words begin a period only before certain others: "in", "on", "a". A word of more than
// eight bytes is no code, though it ends in a digit.
bool PeriodReader::MayBegin(uint32_t roles, uint32_t token) const {
  constexpr uint32_t kOfPhrases = kFormRole | kByRole | kWithinRole | kBasisRole;
  constexpr uint32_t kLongestCode = 8;
  const auto may_stand = [&](const PhraseIndex& set) {
    return set.MayStandAt(document_, token, sentence_.end);
  };
  if ((roles & ~(kBasisRole | kCodeRole)) == 0)
    return (roles & kCodeRole) && document_.tokens[token].span.size() <= kLongestCode;
  if ((roles & kDayRole) || ((roles & kFormRole) && may_stand(table_.forms))) return true;
  if ((roles & ~kOfPhrases) != 0) return MayBeMore(roles, token);
  return ((roles & kByRole) && may_stand(table_.by)) ||
         ((roles & kWithinRole) && may_stand(table_.within));
}

std::optional<PeriodHit> PeriodReader::ReadAt(uint32_t token, uint32_t roles) const {
  const Reading fixed = ReadFixed(roles, token);
  Reading read;
  if (MayBeMore(roles, token)) {
    if (roles & kByRole) read = ReadDeadline(token);
    if (!read && (roles & kWithinRole)) read = ReadWithin(token);
    if (!read && fixed && !fixed->form.empty()) read = fixed;
    if (!read) read = ReadAs(roles, token);
    if (read && (roles & (kMonthRole | kNumberRole))) {
      if (Reading span = ReadSpan(token, *read)) read = span;
    }
  }
  if (fixed && (!read || fixed->end >= read->end)) read = fixed;
  if (!read || read->end <= token) return std::nullopt;
  PeriodHit hit;
  hit.tokens = {token, read->end};
  hit.span = {document_.tokens[token].span.begin, document_.tokens[read->end - 1].span.end};
  hit.period.form = read->form;
  hit.deadline = read->deadline;
  return hit;
}

// Common words that begin a period only before certain others: "a" and numbers before a unit of
// time, a unit before "ended".
bool PeriodReader::MayBeMore(uint32_t roles, uint32_t at) const {
  const uint64_t word = document_.tokens[at].word;
  if ((roles & kUnitRole) && table_.units.Has(word)) {
    return In(at + 1) && table_.ended.MayBegin(document_.tokens[at + 1].word);
  }
  if (!(roles & kCountRole) || (roles & kOrdinalRole) || !table_.counts.Has(word)) return true;
  return Has(table_.units, at + 1) || Has(table_.units, at + 2);
}

// ---- small readings

// Whether a token follows the one before it as the next word of the same phrase.
bool PeriodReader::Joined(uint32_t at) const {
  if (!In(at) || at == sentence_.begin) return false;
  const uint32_t from = document_.tokens[at - 1].span.end;
  return JoinsWords(text_.substr(from, document_.tokens[at].span.begin - from));
}

std::optional<char> PeriodReader::UnitAt(uint32_t at) const {
  if (!In(at)) return std::nullopt;
  const auto row = table_.units.Word(document_.tokens[at].word);
  if (!row) return std::nullopt;
  return table_.unit_letters[*row];
}

// One past the longest phrase of a set that begins here, or `at` itself.
uint32_t PeriodReader::Skip(const PhraseIndex& set, uint32_t at) const {
  const auto match = set.At(document_, text_, at, sentence_.end);
  return match ? at + match->words : at;
}

// Whether a token of digits is no part of a longer number, a code or an amount.
bool PeriodReader::IsPlainNumber(uint32_t at) const {
  if (!In(at)) return false;
  const Span span = document_.tokens[at].span;
  const auto byte = [&](size_t i) { return i < text_.size() ? text_[i] : ' '; };
  const char before = span.begin > 0 ? byte(span.begin - 1) : ' ';
  const char after = byte(span.end);
  if ((after == '.' || after == ',' || after == ':') && IsDigit(byte(span.end + 1))) return false;
  if ((before == '.' || before == ',' || before == ':') && span.begin > 1 &&
      IsDigit(byte(span.begin - 2))) {
    return false;
  }
  if (before == '-' && span.begin > 1 && IsDigit(byte(span.begin - 2))) return false;
  return before != '$' && before != '#' && before != '@' && after != '%' && before != '/' &&
         after != '/' && static_cast<unsigned char>(before) != 0xA3;
}

std::optional<PeriodReader::Number> PeriodReader::ReadCount(uint32_t at) const {
  if (!In(at)) return std::nullopt;
  if (const auto match = table_.counts.At(document_, text_, at, sentence_.end)) {
    return Number{table_.numbers[match->row].value, at + match->words};
  }
  const std::string_view word = Word(at);
  if (word.size() > 3 || !IsPlainNumber(at)) return std::nullopt;
  const auto value = WholeNumber(word);
  if (!value) return std::nullopt;
  return Number{*value, at + 1};
}

// "2026", "'26", "fy26", "of fiscal year 2026", "2026-27" (the year that it ends in).
std::optional<PeriodReader::Number> PeriodReader::ReadYearNumber(uint32_t at) const {
  if (!In(at)) return std::nullopt;
  std::string_view word = Word(at);
  if (word.starts_with("fy")) word.remove_prefix(2);
  const auto year = YearOf(word);
  if (!year || !IsPlainNumber(at)) return std::nullopt;
  const bool short_form = word.size() == 2;
  const uint32_t begin = document_.tokens[at].span.begin;
  const bool marked = word.size() != Word(at).size() || (begin > 0 && text_[begin - 1] == '\'') ||
                      (begin > 2 && text_.substr(begin - 3, 3) == "\xE2\x80\x99");
  if (short_form && !marked) return std::nullopt;
  const uint32_t end = document_.tokens[at].span.end;
  if (In(at + 1) && document_.tokens[at + 1].span.begin == end + 1 &&
      (text_[end] == '-' || text_[end] == '/') && Word(at + 1).size() == 2) {
    const auto next = YearOf(Word(at + 1));
    if (next && *next == *year + 1) return Number{*next, at + 2};
  }
  return Number{*year, at + 1};
}

// ---- constructions

// "by 2028", "by the end of the third quarter", "before June 2027"
PeriodReader::Reading PeriodReader::ReadDeadline(uint32_t at) const {
  uint32_t i = Skip(table_.by, at);
  if (i == at) return std::nullopt;
  for (int words = 0; words < 3; ++words) {
    const uint32_t next = Says(i, "the") ? i + 1 : Skip(table_.end_of, i);
    if (next == i || ReadBase(i)) break;
    i = next;
  }
  Reading base = ReadBase(i);
  if (!base || base->form.starts_with("LAST") || base->form.find(':') == 0) return std::nullopt;
  for (const std::string_view no : {"YTD", "EVENT_DAY", "EXT_HOURS", "ANNUALIZED", "DUR"}) {
    if (base->form.starts_with(no)) return std::nullopt;
  }
  if (base->form == "CUR:1Y" || base->form == "FY") base->form = "CY_END";
  if (!base->form.empty() && !base->form.starts_with("BY:")) base->form.insert(0, "BY:");
  base->deadline = true;
  return base;
}

// "within 18 months", "within the next two years", "in the next 12 months"
PeriodReader::Reading PeriodReader::ReadWithin(uint32_t at) const {
  uint32_t i = Skip(table_.within, at);
  if (i == at) return std::nullopt;
  if (Says(i, "the")) ++i;
  if (Has(table_.next, i)) ++i;
  const auto count = ReadCount(i);
  if (!count) return std::nullopt;
  const auto unit = UnitAt(count->end);
  // "within a day of each other" says when to nobody.
  if (!unit || Says(count->end + 1, "of")) return std::nullopt;
  return Read{fmt::format(FMT_COMPILE("NEXT:{}{}"), count->value, *unit), count->end + 1, true};
}

PeriodReader::Reading PeriodReader::ReadBase(uint32_t at) const {
  if (!In(at)) return std::nullopt;
  const uint32_t roles = RolesAt(at);
  Reading fixed = ReadFixed(roles, at);
  return fixed && !fixed->form.empty() ? fixed : ReadAs(roles, at);
}

PeriodReader::Reading PeriodReader::ReadAs(uint32_t roles, uint32_t at) const {
  // The readers in their order, each with the roles of the words that its periods begin with.
  struct Reader {
    uint32_t roles;
    Reading (PeriodReader::*read)(uint32_t) const;
  };
  static constexpr Reader kReaders[] = {
      {kCalendarRole, &PeriodReader::ReadCalendar},
      {kNumberRole | kCodeRole, &PeriodReader::ReadCode},
      {kOrdinalRole | kFiscalRole, &PeriodReader::ReadPart},
      {kFullRole, &PeriodReader::ReadFullYear},
      {kRelativeRole, &PeriodReader::ReadRelative},
      {kFiscalRole, &PeriodReader::ReadFiscal},
      {kUnitRole | kCountRole | kTimesUnitRole, &PeriodReader::ReadEndedAt},
      {kMonthRole, &PeriodReader::ReadMonth},
      {kNumberRole, &PeriodReader::ReadDayFirst},
      {kNumberRole, &PeriodReader::ReadIsoDate},
      {kNumberRole, &PeriodReader::ReadYear},
      {kCountRole | kTimesUnitRole, &PeriodReader::ReadDuration}};
  constexpr uint32_t kNotRead = kFormRole | kDayRole | kByRole | kWithinRole | kBasisRole;
  if ((roles & ~kNotRead) == 0) return std::nullopt;
  if ((roles & kNumberRole) && Has(table_.units, at + 1)) roles |= kTimesUnitRole;
  for (const Reader& reader : kReaders) {
    if ((roles & reader.roles) == 0) continue;
    if (Reading read = (this->*reader.read)(at)) return read;
  }
  return std::nullopt;
}

// "calendar third quarter", "calendar year 2026"
PeriodReader::Reading PeriodReader::ReadCalendar(uint32_t at) const {
  if (!Has(table_.calendar, at)) return std::nullopt;
  if (Reading read = ReadOrdinal(at + 1, true)) return read;
  const uint32_t year_at = Says(at + 1, "year") ? at + 2 : at + 1;
  const auto year = ReadYearNumber(year_at);
  if (!year) return std::nullopt;
  return Read{fmt::format(FMT_COMPILE("CY{}"), year->value), year->end};
}

// Words that are a period as they stand: "year to date", "yesterday".
PeriodReader::Reading PeriodReader::ReadFixed(uint32_t roles, uint32_t at) const {
  if (roles & kFormRole) {
    if (const auto match = table_.forms.At(document_, text_, at, sentence_.end)) {
      const PeriodTable::Form& form = table_.form_rows[match->row];
      return Read{form.form, at + match->words, form.deadline};
    }
  }
  if ((roles & kDayRole) && (Has(table_.weekdays, at) || Has(table_.days, at)))
    return Read{"EVENT_DAY", at + 1};
  return std::nullopt;
}

// A year behind a quarter or a half: "2026", "of 2026", "of fiscal year 2026", "of the fiscal
// year".
PeriodReader::Reading PeriodReader::WithYear(std::string form, uint32_t at) const {
  uint32_t i = at;
  if (Says(i, "of") || Says(i, "in") || Says(i, "for")) ++i;
  if (Says(i, "the")) ++i;
  if (Has(table_.calendar, i)) ++i;
  const bool fiscal = Has(table_.fiscal, i);
  if (fiscal) ++i;
  if (fiscal && Says(i, "year")) ++i;
  if (Says(i, "year") && ReadYearNumber(i + 1)) ++i;
  if (Joined(i)) {
    if (const auto year = ReadYearNumber(i)) {
      return Read{fmt::format(FMT_COMPILE("{}:{}"), form, year->value), year->end};
    }
  }
  const bool skipped_year = fiscal && i > at && Says(i - 1, "year");
  return Read{std::move(form), skipped_year ? i : at};
}

// "Q3", "3Q", "H1", "1H26", "Q3FY26", "FY26", "FY2026-27"
PeriodReader::Reading PeriodReader::ReadCode(uint32_t at) const {
  std::string_view word = Word(at);
  if (word.size() < 2 || word.size() > 8) return std::nullopt;
  if (word.starts_with("fy")) {
    if (const auto year = ReadYearNumber(at)) {
      return Read{fmt::format(FMT_COMPILE("FY{}"), year->value), year->end};
    }
    return std::nullopt;
  }
  const auto is_part = [](char c) { return c == 'q' || c == 'h'; };
  char part = 0, number = 0;
  if (is_part(word[0]) && IsDigit(word[1])) {
    part = word[0], number = word[1];
  } else if (IsDigit(word[0]) && is_part(word[1])) {
    part = word[1], number = word[0];
  }
  if (part == 0 || number < '1' || number > (part == 'q' ? '4' : '2')) return std::nullopt;
  std::string form = fmt::format(FMT_COMPILE("F{}{}"), part == 'q' ? 'Q' : 'H', number);
  std::string_view rest = word.substr(2);
  if (rest.empty()) return WithYear(std::move(form), at + 1);
  // "1H26", but not "H200": a letter and digits alone are a model's name.
  const bool marked = rest.starts_with("fy");
  if (!marked && is_part(word[0]) && rest.size() < 4) return std::nullopt;
  if (marked) rest.remove_prefix(2);
  const auto year = YearOf(rest);
  if (!year) return std::nullopt;
  return Read{fmt::format(FMT_COMPILE("{}:{}"), form, *year), at + 1};
}

// "third quarter", "fiscal third quarter", "first half of 2026"
PeriodReader::Reading PeriodReader::ReadOrdinal(uint32_t at, bool calendar) const {
  uint32_t i = at;
  if (Has(table_.fiscal, i)) ++i;
  if (!In(i)) return std::nullopt;
  const auto row = table_.ordinals.Word(document_.tokens[i].word);
  if (!row || (i > at && !Joined(i))) return std::nullopt;
  const int number = table_.numbers[*row].value;
  ++i;
  if (Has(table_.fiscal, i)) ++i;
  const auto unit = UnitAt(i);
  if (!unit || !Joined(i)) return std::nullopt;
  const bool half_of_more = *unit == 'H' && text_.substr(document_.tokens[i].span.end, 1) == "-";
  if (half_of_more && !Says(i + 1, "year")) return std::nullopt;  // "the first half-dozen"
  const char kind = calendar ? 'C' : 'F';
  if (*unit == 'Q') return WithYear(fmt::format(FMT_COMPILE("{}Q{}"), kind, number), i + 1);
  if (*unit == 'H' && number <= 2)
    return WithYear(fmt::format(FMT_COMPILE("{}H{}"), kind, number), i + 1);
  return std::nullopt;
}

// "last quarter", "the past four quarters", "next one to three years", "this year"
PeriodReader::Reading PeriodReader::ReadRelative(uint32_t at) const {
  const bool last = Skip(table_.last, at) > at, next = Has(table_.next, at);
  if (!last && !next && !Has(table_.current, at)) return std::nullopt;
  uint32_t i = last ? Skip(table_.last, at) : at + 1;
  const std::string_view side = last ? "LAST" : next ? "NEXT" : "CUR";
  if (Says(i, "full")) ++i;
  if (const auto count = ReadCount(i); count && side != "CUR") {
    uint32_t unit_at = count->end;
    std::string many = std::to_string(count->value);
    if (Says(unit_at, "to") || Says(unit_at, "or")) {
      if (const auto most = ReadCount(unit_at + 1)) {
        many += fmt::format(FMT_COMPILE("-{}"), most->value);
        unit_at = most->end;
      }
    }
    if (Has(table_.fiscal, unit_at) || Has(table_.calendar, unit_at)) ++unit_at;
    const auto unit = UnitAt(unit_at);
    if (!unit || count->value > 500) return std::nullopt;
    return Read{fmt::format(FMT_COMPILE("{}:{}{}"), side, many, *unit), unit_at + 1};
  }
  if (Says(i, "few") || Says(i, "several")) {
    if (!UnitAt(i + 1)) return std::nullopt;
    return Read{side == "NEXT" ? "NEAR_TERM" : "", i + 2};
  }
  const bool fiscal = Has(table_.fiscal, i);
  if (fiscal || Has(table_.calendar, i)) ++i;
  const auto unit = UnitAt(i);
  if (!unit || (*unit == 'D' && side != "LAST")) return std::nullopt;
  if (document_.WordOf(document_.tokens[i]).ends_with('s') && *unit != 'H') return std::nullopt;
  if (fiscal && side == "CUR") return Read{"FY", i + 1};
  return Read{fmt::format(FMT_COMPILE("{}:1{}"), side, *unit), i + 1};
}

// "fiscal 2026", "fiscal year 2026", "financial year 2026-27", "2026 fiscal year"
PeriodReader::Reading PeriodReader::ReadFiscal(uint32_t at) const {
  if (!Has(table_.fiscal, at)) return std::nullopt;
  uint32_t i = at + 1;
  const bool year_word = Says(i, "year");
  if (year_word) ++i;
  if (Says(i, "ending") || Says(i, "ended")) {
    if (Reading read = ReadEndedAt(at + 1)) return read;
  }
  const auto year = ReadYearNumber(i);
  if (year && Joined(i)) {
    if (Reading part = ReadPartOf(year->value, year->end)) return part;
    return Read{fmt::format(FMT_COMPILE("FY{}"), year->value), year->end};
  }
  if (year_word) return Read{"FY", at + 2};
  return std::nullopt;
}

// A year alone: "in 2026", "2026 capital expenditure"; not "Office 2021".
PeriodReader::Reading PeriodReader::ReadYear(uint32_t at) const {
  if (Word(at).size() != 4 || !IsDigit(Word(at).front())) return std::nullopt;
  const auto year = ReadYearNumber(at);
  if (!year) return std::nullopt;
  if (In(year->end) && Has(table_.fiscal, year->end) && Joined(year->end)) {
    const uint32_t end = Says(year->end + 1, "year") ? year->end + 2 : year->end + 1;
    return Read{fmt::format(FMT_COMPILE("FY{}"), year->value), end};
  }
  const auto capital = [&](uint32_t token) {
    const char first = text_[document_.tokens[token].span.begin];
    return first >= 'A' && first <= 'Z';
  };
  const bool named = at > sentence_.begin + 1 && capital(at - 1) && Joined(at) &&
                     !Has(table_.preposition, at - 1) && !(In(at + 1) && capital(at + 1));
  if (named) return std::nullopt;
  const uint32_t end = document_.tokens[at].span.end;
  const bool spans_years = year->end == at + 1 && In(at + 1) && Word(at + 1).size() == 4 &&
                           document_.tokens[at + 1].span.begin - end <= 3 && YearOf(Word(at + 1)) &&
                           !text_.substr(end, 1).starts_with(' ');
  if (spans_years) {
    const int last = *YearOf(Word(at + 1));
    return Read{last > year->value ? fmt::format(FMT_COMPILE("CY{}-{}"), year->value, last) : "",
                at + 2};
  }
  if (Reading part = ReadPartOf(year->value, year->end)) return part;
  return Read{fmt::format(FMT_COMPILE("{}{}"), year->end > at + 1 ? "FY" : "CY", year->value),
              year->end};
}

}  // namespace tellwire::analysis
