// Reads one period that begins at a word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/passage.h"
#include "analysis/period_table.h"
#include "base/time.h"

namespace tellwire::analysis {

// A year written with two or four digits; nullopt: it is none.
std::optional<int> YearOf(std::string_view digits);

class PeriodReader {
 public:
  PeriodReader(const PeriodTable& table, const Passage& passage)
      : table_(table), passage_(passage), document_(*passage.document), text_(passage.text) {
    if (passage.article != nullptr && passage.article->published)
      year_ = CivilOf(DayOf(passage.article->published->seconds)).year;
  }

  // Turns to the words of a sentence; what follows is asked of them.
  void Open(const model::TokenRange& sentence) { sentence_ = sentence; }
  // What a token may begin: PeriodRole.
  uint32_t RolesAt(uint32_t token) const {
    return table_.roles.Of(document_.tokens[token].word) |
           (passage_.Looks(token, kDigitFirst) ? kNumberRole : 0u) |
           (passage_.Looks(token, kDigitLast) ? kCodeRole : 0u);
  }
  // Whether a period may begin with a token of these roles: false is certain, and quick.
  bool MayBegin(uint32_t roles, uint32_t token) const;
  // The longest period whose words begin with a token of these roles; nullopt: there is none.
  // The form may be "": then the words name a time, but not which.
  std::optional<PeriodHit> ReadAt(uint32_t token, uint32_t roles) const;

 private:
  // What was read: its normal form and one past its last token.
  struct Read {
    std::string form;
    uint32_t end = 0;
    bool deadline = false;
  };
  using Reading = std::optional<Read>;

  Reading ReadDeadline(uint32_t at) const;
  Reading ReadWithin(uint32_t at) const;
  Reading ReadBase(uint32_t at) const;
  Reading ReadAs(uint32_t roles, uint32_t at) const;
  Reading ReadFixed(uint32_t roles, uint32_t at) const;
  Reading ReadCalendar(uint32_t at) const;
  Reading ReadCode(uint32_t at) const;
  Reading ReadOrdinal(uint32_t at, bool calendar) const;
  Reading ReadPart(uint32_t at) const { return ReadOrdinal(at, false); }
  Reading ReadRelative(uint32_t at) const;
  Reading ReadFiscal(uint32_t at) const;
  Reading ReadFullYear(uint32_t at) const;
  Reading ReadEndedAt(uint32_t at) const;
  Reading ReadMonth(uint32_t at) const;
  Reading ReadDayFirst(uint32_t at) const;
  Reading ReadIsoDate(uint32_t at) const;
  Reading ReadYear(uint32_t at) const;
  Reading ReadDuration(uint32_t at) const;
  Reading WithYear(std::string form, uint32_t at) const;
  Reading ReadPartOf(int year, uint32_t at) const;         // period_spans.cc,
  Reading ReadSpan(uint32_t at, const Read& first) const;  // and the next
  Reading WithCalendarYear(std::string form, uint32_t at) const;
  Reading MonthQuarter(int month, uint32_t at) const;

  struct Number {
    int value = 0;
    uint32_t end = 0;
  };
  std::optional<Number> ReadCount(uint32_t at) const;
  std::optional<Number> ReadYearNumber(uint32_t at) const;
  std::optional<Number> ReadMonthName(uint32_t at) const;
  std::optional<Number> ReadMonthOfEnd(uint32_t at) const;
  std::optional<int> ReadDay(uint32_t at) const;
  std::optional<Number> ReadRelativeYear(uint32_t at) const;
  std::optional<uint32_t> SkipTo(uint32_t first, uint32_t at) const;

  bool In(uint32_t at) const { return at < sentence_.end; }
  std::string_view Word(uint32_t at) const { return document_.WordOf(document_.tokens[at]); }
  bool Says(uint32_t at, std::string_view word) const { return In(at) && Word(at) == word; }
  bool Has(const PhraseIndex& set, uint32_t at) const {
    return In(at) && set.Has(document_.tokens[at].word);
  }
  bool MayBeMore(uint32_t roles, uint32_t at) const;
  bool Joined(uint32_t at) const;
  std::optional<char> UnitAt(uint32_t at) const;
  uint32_t Skip(const PhraseIndex& set, uint32_t at) const;
  bool IsPlainNumber(uint32_t at) const;

  const PeriodTable& table_;
  const Passage& passage_;
  const model::Document& document_;
  std::string_view text_;
  model::TokenRange sentence_;
  std::optional<int> year_;  // in which the article was published
};

}  // namespace tellwire::analysis
