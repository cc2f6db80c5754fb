#include "analysis/quantity_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "analysis/passage.h"
#include "base/ascii.h"

namespace tellwire::analysis {
namespace {

std::optional<double> ParseDouble(std::string_view text) {
  double value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool HasFlag(const TableRow& row, size_t column, std::string_view flag) {
  const auto flags = SplitList(row.cells[column], ' ');
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

// The currency of the flag `or=CNY`; "" when there is none.
std::string OtherUnit(const TableRow& row, size_t column) {
  for (const std::string& flag : SplitList(row.cells[column], ' ')) {
    if (flag.starts_with("or=")) return flag.substr(3);
  }
  return {};
}

// numbers.tsv: columns kind, surface, value, flags.
class NumberRows {
 public:
  explicit NumberRows(QuantityTable* table) : table_(table) {
    using Kind = NumberWord::Kind;
    words_ = {
        {"unit", Kind::kUnit},         {"ten", Kind::kTen},           {"hundred", Kind::kHundred},
        {"scale", Kind::kScale},       {"fraction", Kind::kFraction}, {"dozen", Kind::kDozen},
        {"multiple", Kind::kMultiple}, {"fold", Kind::kFold},         {"article", Kind::kArticle}};
    using model::Qualifier;
    before_ = {{"approx", Qualifier::kApprox},
               {"over", Qualifier::kOver},
               {"under", Qualifier::kUnder},
               {"up_to", Qualifier::kUpTo}};
    after_ = {{"after_approx", Qualifier::kApprox},
              {"after_over", Qualifier::kOver},
              {"after_under", Qualifier::kUnder}};
    sets_ = {{"per_share", &table->per_share},
             {"times_after", &table->times_after},
             {"more_than_times", &table->more_times},
             {"times_before", &table->times_before},
             {"range_cue", &table->range_cue},
             {"between", &table->between},
             {"from", &table->from},
             {"future", &table->future},
             {"name_before", &table->name_before},
             {"year_before", &table->year_before},
             {"stop", &table->stop},
             {"bracket_before", &table->bracket_before},
             {"no_fraction", &table->no_fraction},
             {"after_single", &table->after_single},
             {"multiple_before", &table->multiple_before},
             {"alternate", &table->alternate}};
  }

  // What is wrong with the row; "" when nothing is.
  std::string Add(const TableRow& row) {
    const std::string& kind = row.cells[0];
    const std::string& surface = row.cells[1];
    if (surface.empty()) return "the row has no surface";
    if (const auto word = words_.find(kind); word != words_.end())
      return AddWord(row, word->second);
    if (kind == "measure") return AddMeasure(row);
    if (kind == "sign") {
      (row.cells[2] == "-1" ? table_->minus : table_->signs).Add(surface, 0);
      return {};
    }
    if (kind == "motion") return AddMotion(surface);
    if (kind == "points") return {};  // units.tsv
    if (const auto qualifier = before_.find(kind); qualifier != before_.end()) {
      AddQualifier(surface, qualifier->second, &table_->qualifier_before);
      return {};
    }
    if (const auto qualifier = after_.find(kind); qualifier != after_.end()) {
      AddQualifier(surface, qualifier->second, &table_->qualifier_after);
      return {};
    }
    const auto set = sets_.find(kind);
    if (set == sets_.end()) return "unknown kind \"" + kind + "\"";
    set->second->Add(surface, 0);
    return {};
  }

 private:
  std::string AddWord(const TableRow& row, NumberWord::Kind kind) {
    const auto value = ParseDouble(row.cells[2]);
    if (!value) return "\"" + row.cells[2] + "\" is not a number";
    NumberWord word{kind, *value, HasFlag(row, 3, "letter"), HasFlag(row, 3, "base"),
                    HasFlag(row, 3, "of")};
    const auto index = static_cast<uint32_t>(table_->number_words.size());
    table_->number_words.push_back(word);
    if (!word.letter) table_->numbers.Add(row.cells[1], index);
    if (kind == NumberWord::Kind::kScale) table_->scales.Add(row.cells[1], index);
    return {};
  }

  std::string AddMeasure(const TableRow& row) {
    table_->measures.Add(row.cells[1], static_cast<uint32_t>(table_->measure_units.size()));
    table_->measure_units.push_back(row.cells[3]);
    return {};
  }

  // The bare form stands apart: behind "to" and "will" it speaks of what is to come.
  std::string AddMotion(std::string_view surface) {
    table_->motion.Add(surface, 0);
    if (surface.ends_with('~')) table_->motion_base.Add(surface.substr(0, surface.size() - 1), 0);
    return {};
  }

  void AddQualifier(std::string_view surface, model::Qualifier kind, PhraseIndex* index) {
    index->Add(surface, static_cast<uint32_t>(table_->qualifier_kinds.size()));
    table_->qualifier_kinds.push_back(kind);
  }

  QuantityTable* table_;
  std::map<std::string, NumberWord::Kind, std::less<>> words_;
  std::map<std::string, model::Qualifier, std::less<>> before_, after_;
  std::map<std::string, PhraseIndex*, std::less<>> sets_;
};

// A symbol of one byte has no second.
void AddSymbol(const QuantityTable::Symbol& symbol, QuantityTable* table) {
  const std::string& bytes = symbol.bytes;
  const size_t size = bytes.size();
  const char second = size > 1 ? bytes[1] : '\0', last_but_one = size > 1 ? bytes[size - 2] : '\0';
  table->symbols_from[QuantityTable::BucketOf(bytes.front(), second)].push_back(symbol);
  table->symbols_to[QuantityTable::BucketOf(bytes.back(), last_but_one)].push_back(symbol);
}

// currencies.tsv: columns unit, surface, factor, place, flags. "" when nothing is wrong.
std::string AddCurrency(const TableRow& row, QuantityTable* table) {
  const auto factor = ParseDouble(row.cells[2]);
  if (!factor) return "\"" + row.cells[2] + "\" is not a number";
  CurrencyName name{row.cells[0],
                    OtherUnit(row, 4),
                    *factor,
                    CurrencyName::Side::kEither,
                    HasFlag(row, 4, "upper"),
                    HasFlag(row, 4, "single"),
                    HasFlag(row, 4, "glued"),
                    HasFlag(row, 4, "code"),
                    HasFlag(row, 4, "scale")};
  const auto index = static_cast<uint32_t>(table->currencies.size());
  const std::string& place = row.cells[3];
  if (place == "symbol") {
    const QuantityTable::Symbol symbol{Lowered(row.cells[1]), index};
    if (symbol.bytes.empty()) return "the row has no surface";
    AddSymbol(symbol, table);
  } else if (place == "before" || place == "after" || place == "both" || place == "scaled") {
    if (place == "scaled") name.side = CurrencyName::Side::kScaled;
    if (place == "before") name.side = CurrencyName::Side::kBefore;
    if (place == "after") name.side = CurrencyName::Side::kAfter;
    if (place != "before") table->currency_after.Add(row.cells[1], index);
    if (place != "after") table->currency_before.Add(row.cells[1], index);
  } else {
    return "unknown place \"" + place + "\"";
  }
  table->currencies.push_back(std::move(name));
  return {};
}

std::string AddNoun(const TableRow& row, QuantityTable* table) {
  if (row.cells[0].empty() || row.cells[1].empty()) return "the row has no unit or no surface";
  table->nouns.Add(row.cells[1], static_cast<uint32_t>(table->noun_units.size()));
  table->noun_units.push_back({row.cells[0]});
  return {};
}

// Reads a file of as many columns, each row by `add`.
template <typename Add>
std::optional<Error> ReadRows(const LexiconLoad& load, std::string_view file, size_t columns,
                              Add add) {
  auto table = load.Read(file);
  if (!table) return table.error();
  for (TableRow& row : table->rows) {
    row.cells.resize(columns);
    if (std::string wrong = add(row); !wrong.empty()) {
      load.problems->push_back(
          {ErrorKind::kRule, table->At(row), std::move(wrong), "the row is skipped"});
    }
  }
  return std::nullopt;
}

void SortSymbols(QuantityTable* table) {
  for (auto* lists : {&table->symbols_from, &table->symbols_to}) {
    for (auto& symbols : *lists) {
      std::stable_sort(symbols.begin(), symbols.end(), [](const auto& a, const auto& b) {
        return a.bytes.size() > b.bytes.size();
      });
    }
  }
}

// Compared from the end, where those that end alike differ first.
bool EqualsFolded(std::string_view text, std::string_view lowered) {
  return std::equal(text.rbegin(), text.rend(), lowered.rbegin(), lowered.rend(),
                    [](char a, char b) { return ToLower(a) == b; });
}

}  // namespace

QuantityTable::QuantityTable()
    : currency_before(PhraseIndex::Reading::kBackward),
      qualifier_before(PhraseIndex::Reading::kBackward) {}

Result<std::unique_ptr<QuantityTable>> QuantityTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<QuantityTable>();
  NumberRows numbers(table.get());
  const auto add_number = [&](const TableRow& row) { return numbers.Add(row); };
  const auto add_currency = [&](const TableRow& row) { return AddCurrency(row, table.get()); };
  const auto add_noun = [&](const TableRow& row) { return AddNoun(row, table.get()); };
  if (auto error = ReadRows(load, "numbers.tsv", 4, add_number)) return *error;
  if (auto error = ReadRows(load, "currencies.tsv", 5, add_currency)) return *error;
  if (auto error = ReadRows(load, "units.tsv", 4, add_noun)) return *error;
  SortSymbols(table.get());
  for (const uint64_t word : table->numbers.first_words()) load.uses->Add(word, kMayBeNumber);
  return table;
}

QuantityTable::SymbolMatch QuantityTable::SymbolAt(std::string_view text, size_t at) const {
  if (at >= text.size()) return {};
  const char first = ToLower(text[at]),
             second = at + 1 < text.size() ? ToLower(text[at + 1]) : '\0';
  for (const size_t bucket : {BucketOf(first, second), BucketOf(first, '\0')}) {
    for (const Symbol& symbol : symbols_from[bucket]) {
      const size_t size = symbol.bytes.size();
      if (!EqualsFolded(text.substr(at, size), symbol.bytes)) continue;
      const bool cut =
          IsLetter(symbol.bytes.back()) && at + size < text.size() && IsLetter(text[at + size]);
      if (!cut) return {symbol.currency, static_cast<uint32_t>(size)};
    }
  }
  return {};
}

QuantityTable::SymbolMatch QuantityTable::SymbolBefore(std::string_view text, size_t end,
                                                       size_t begin) const {
  if (end <= begin) return {};
  const std::string_view before = text.substr(begin, end - begin);
  const char last = ToLower(before.back());
  const char last_but_one = before.size() > 1 ? ToLower(before[before.size() - 2]) : '\0';
  if (last_but_one == ' ') {
    if (const SymbolMatch apart = SymbolApart(before); apart.size > 0) return apart;
  }
  for (const size_t bucket : {BucketOf(last, last_but_one), BucketOf(last, '\0')}) {
    for (const Symbol& symbol : symbols_to[bucket]) {
      const size_t size = symbol.bytes.size();
      if (size > before.size()) continue;
      if (!EqualsFolded(before.substr(before.size() - size), symbol.bytes)) continue;
      const bool cut = IsLetter(symbol.bytes.front()) && before.size() > size &&
                       IsWordByte(before[before.size() - size - 1]);
      if (!cut) return {symbol.currency, static_cast<uint32_t>(size)};
    }
  }
  return {};
}

// Letters and a `$` may stand apart, as tokenised corpora write them ("us $ 5", "c $ 16.4"); but
// "a $ 5 billion deal" is an article, and so are single letters but c.
QuantityTable::SymbolMatch QuantityTable::SymbolApart(std::string_view before) const {
  if (before.size() < 3 || !IsLetter(before[before.size() - 3])) return {};
  size_t start = before.size() - 3;
  while (start > 0 && before.size() - start < 8 && IsLetter(before[start - 1])) --start;
  if (start > 0 && IsWordByte(before[start - 1])) return {};
  const std::string joined =
      Lowered(before.substr(start, before.size() - 2 - start)) + before.back();
  if (joined.size() < 3 && joined != "c$") return {};
  for (const Symbol& symbol : symbols_to[BucketOf(joined.back(), joined[joined.size() - 2])]) {
    if (symbol.bytes == joined) return {symbol.currency, static_cast<uint32_t>(joined.size() + 1)};
  }
  return {};
}

}  // namespace tellwire::analysis
