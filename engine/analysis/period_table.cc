#include "analysis/period_table.h"

#include <map>
#include <optional>
#include <utility>

#include "analysis/number_bytes.h"
#include "analysis/passage.h"

namespace tellwire::analysis {
namespace {

// periods.tsv: columns kind, surface, value, flags.
class PeriodRows {
 public:
  explicit PeriodRows(PeriodTable* table) : table_(table) {
    sets_ = {{"last", &table->last},
             {"current", &table->current},
             {"next", &table->next},
             {"fiscal", &table->fiscal},
             {"fiscal_short", &table->fiscal},
             {"calendar", &table->calendar},
             {"full", &table->full},
             {"by", &table->by},
             {"within", &table->within},
             {"end_of", &table->end_of},
             {"ended", &table->ended},
             {"preposition", &table->preposition},
             {"comparison", &table->comparison},
             {"lasting", &table->lasting},
             {"level", &table->level}};
    numbered_ = {{"month", &table->months},
                 {"ordinal", &table->ordinals},
                 {"count", &table->counts},
                 {"weekday", &table->weekdays},
                 {"today", &table->days}};
  }

  // What is wrong with the row; "" when nothing is.
  std::string Add(const TableRow& row) {
    const std::string &kind = row.cells[0], &surface = row.cells[1], &value = row.cells[2];
    if (surface.empty()) return "the row has no surface";
    if (kind == "form") {
      table_->forms.Add(surface, static_cast<uint32_t>(table_->form_rows.size()));
      table_->form_rows.push_back({value, row.cells[3] == "deadline"});
    } else if (kind == "basis") {
      table_->bases.Add(surface, static_cast<uint32_t>(table_->basis_names.size()));
      table_->basis_names.push_back(value);
    } else if (kind == "unit") {
      if (value.size() != 1) return "a unit is one letter: D W M Q H Y";
      table_->units.Add(surface, static_cast<uint32_t>(table_->unit_letters.size()));
      table_->unit_letters.push_back(value.front());
    } else if (const auto index = numbered_.find(kind); index != numbered_.end()) {
      const auto number = WholeNumber(value);
      if (!number) return "\"" + value + "\" is not a number";
      index->second->Add(surface, static_cast<uint32_t>(table_->numbers.size()));
      table_->numbers.push_back({*number, row.cells[3] == "word"});
    } else if (const auto set = sets_.find(kind); set != sets_.end()) {
      set->second->Add(surface, 0);
    } else {
      return "unknown kind \"" + kind + "\"";
    }
    return {};
  }

 private:
  PeriodTable* table_;
  std::map<std::string, PhraseIndex*, std::less<>> sets_, numbered_;
};

void AddRoles(PeriodTable* table, WordUses* uses) {
  const std::pair<const PhraseIndex*, PeriodRole> sets[] = {
      {&table->forms, kFormRole},       {&table->weekdays, kDayRole},
      {&table->days, kDayRole},         {&table->by, kByRole},
      {&table->within, kWithinRole},    {&table->calendar, kCalendarRole},
      {&table->ordinals, kOrdinalRole}, {&table->fiscal, kFiscalRole},
      {&table->full, kFullRole},        {&table->last, kRelativeRole},
      {&table->next, kRelativeRole},    {&table->current, kRelativeRole},
      {&table->units, kUnitRole},       {&table->counts, kCountRole},
      {&table->months, kMonthRole},     {&table->bases, kBasisRole}};
  for (const auto& [set, role] : sets) {
    for (const uint64_t word : set->first_words()) {
      table->roles.Add(word, role);
      uses->Add(word, role == kBasisRole ? kMayBeBasis : kMayBePeriod);
    }
  }
}

// fiscal.tsv: columns ticker, month, year. "" when nothing is wrong.
std::string AddFiscalYear(const TableRow& row, PeriodTable* table) {
  const auto month = WholeNumber(row.cells[1]);
  if (!month || *month < 1 || *month > 12) return "\"" + row.cells[1] + "\" is not a month";
  if (row.cells[2] != "end" && row.cells[2] != "start") return "year must be end or start";
  table->fiscal_years[row.cells[0]] = {*month, row.cells[2] == "start"};
  return {};
}

template <typename AddRow>
std::optional<Error> ReadRows(const LexiconLoad& load, std::string_view file, size_t columns,
                              AddRow add) {
  auto read = load.Read(file);
  if (!read) return read.error();
  for (TableRow& row : read->rows) {
    row.cells.resize(columns);
    if (std::string wrong = add(row); !wrong.empty()) {
      load.problems->push_back(
          {ErrorKind::kRule, read->At(row), std::move(wrong), "the row is skipped"});
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<PeriodTable>> PeriodTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<PeriodTable>();
  PeriodRows rows(table.get());
  const auto add = [&](const TableRow& row) { return rows.Add(row); };
  const auto add_fiscal = [&](const TableRow& row) { return AddFiscalYear(row, table.get()); };
  if (auto error = ReadRows(load, "periods.tsv", 4, add)) return *error;
  if (auto error = ReadRows(load, "fiscal.tsv", 3, add_fiscal)) return *error;
  AddRoles(table.get(), load.uses);
  return table;
}

}  // namespace tellwire::analysis
