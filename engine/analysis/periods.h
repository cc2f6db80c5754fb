// Reads the words that name a period, and turns periods into days.
//
// The words are data: periods.tsv, and fiscal.tsv for the companies whose fiscal periods become
// days. The grammar is in period_reader.cc, the calendar in period_days.cc.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "base/time.h"

namespace tellwire::analysis {

struct PeriodTable;  // period_table.h

// Fills Passage::periods and Passage::bases. Periods that need no company are resolved to days as
// far as Passage::article's date allows. REQUIRES: Passage::quantities.
void FindPeriods(const PeriodTable& table, Passage* passage);

// Fills `from` and `until` of a period from its form, as far as it can be told. A fiscal form needs
// a ticker of fiscal.tsv; a relative form needs the date of publication; else they stay unset. A
// form that begins with BY: becomes the last day of its period. A form without a year is of the
// past that is reported on, or, if `ahead`, of what is to come.
void ResolvePeriod(const PeriodTable& table, std::string_view ticker,
                   const std::optional<Timestamp>& published, model::Period* period,
                   bool ahead = false);

// Moves a period that names no year to where a forecast means it: the running or coming quarter,
// month or year.
void ResolveAhead(const PeriodTable& table, std::string_view ticker,
                  const std::optional<Timestamp>& published, model::Period* period);

// Equal, or one contains the other, as far as days or forms tell; false where neither does.
bool ArePeriodsCompatible(const model::Period& a, const model::Period& b);

// What a change in these words is measured against (`yoy`, `qoq` ...): the basis named nearest to
// `near` within `within`; "" when none is.
std::string_view ChangeBasisNear(const Passage& passage, const Span& within, const Span& near);

}  // namespace tellwire::analysis
