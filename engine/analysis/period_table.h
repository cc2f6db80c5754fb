// The words of time: periods.tsv; and fiscal.tsv, the end of companies' fiscal years.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/phrase_index.h"
#include "analysis/word_roles.h"

namespace tellwire::analysis {

struct FiscalYear {
  int last_month = 12;             // 1..12
  bool named_after_start = false;  // "fiscal 2025" ends in January 2026
};

// What a word may begin, as bits.
enum PeriodRole : uint32_t {
  kFormRole = 1,
  kDayRole = 2,  // a weekday, "yesterday"
  kByRole = 4,
  kWithinRole = 8,
  kCalendarRole = 16,
  kOrdinalRole = 32,
  kFiscalRole = 64,
  kFullRole = 128,
  kRelativeRole = 256,  // "last", "next", "this"
  kUnitRole = 512,
  kCountRole = 1024,
  kMonthRole = 2048,
  kBasisRole = 4096,  // begins no period, but a basis
  // Seen by the word itself:
  kNumberRole = 8192,      // begins with a digit
  kCodeRole = 16384,       // ends in one: "q3", "fy26"
  kTimesUnitRole = 32768,  // and by the next: a number before a unit
};

// Immutable after Load.
struct PeriodTable {
  static Result<std::unique_ptr<PeriodTable>> Load(const LexiconLoad& load);
  PeriodTable() : comparison(PhraseIndex::Reading::kBackward) {}

  struct Form {
    std::string form;
    bool deadline = false;
  };
  struct Count {
    int value = 0;
    bool word = false;  // of a month: also an English word
  };

  WordRoles roles;                       // every word with which a period or a basis may begin
  PhraseIndex months, ordinals, counts;  // -> numbers
  PhraseIndex weekdays;                  // -> numbers: 1 is Monday
  PhraseIndex days;                      // -> numbers: yesterday is -1
  std::vector<Count> numbers;
  PhraseIndex units;  // -> unit_letters
  std::vector<char> unit_letters;
  PhraseIndex last, current, next, fiscal, calendar, full, by, within, end_of, ended, preposition,
      lasting, level;
  PhraseIndex comparison;
  PhraseIndex forms;  // -> form_rows
  std::vector<Form> form_rows;
  PhraseIndex bases;  // -> basis_names
  std::vector<std::string> basis_names;

  std::unordered_map<std::string, FiscalYear> fiscal_years;  // by ticker
};

}  // namespace tellwire::analysis
