#include "analysis/movement.h"

#include <array>
#include <cstdlib>

#include "base/hash.h"

namespace tellwire::analysis {
namespace {

constexpr std::array<std::string_view, 14> kMoveKinds = {
    "verb", "act",   "both",  "price",  "noun",       "adj",  "level",
    "flat", "guide", "class", "streak", "streak_end", "mark", "none"};
constexpr std::array<std::string_view, 5> kSurpriseKinds = {"verb", "than", "loose", "idiom",
                                                            "alone"};

template <size_t n>
int IndexOf(const std::array<std::string_view, n>& names, std::string_view name) {
  for (size_t i = 0; i < n; ++i) {
    if (names[i] == name) return static_cast<int>(i);
  }
  return -1;
}

void Complain(const LexiconLoad& load, const Table& table, const TableRow& row,
              const std::string& what) {
  load.problems->push_back(
      {ErrorKind::kRule, table.At(row), what, "the row is skipped; see the head of the file"});
}

void AddMove(const LexiconLoad& load, const Table& file, const TableRow& row,
             MovementTable* table) {
  const int kind = IndexOf(kMoveKinds, row.cells[1]);
  if (kind < 0) return Complain(load, file, row, "\"" + row.cells[1] + "\" is no kind of movement");
  MoveWord word;
  word.kind = static_cast<MoveKind>(kind);
  if (const auto direction = model::ParseDirection(row.cells[2])) {
    word.direction = *direction;
  } else if (!row.cells[2].empty()) {
    return Complain(load, file, row, "\"" + row.cells[2] + "\" is no direction");
  }
  if (!row.cells[3].empty()) word.strength = std::strtod(row.cells[3].c_str(), nullptr);
  word.value = row.cells[4];
  table->moves.push_back(std::move(word));
  const Term term{TermKind::kDirection, static_cast<uint32_t>(table->moves.size() - 1)};
  for (const std::string& surface : SplitList(row.cells[0], ';'))
    load.Register(file, row, surface, term);
}

// "more than" also compares with words between: "more subscribers than".
void AddComparatives(const TableRow& row, model::Surprise surprise, MovementTable* table) {
  constexpr std::string_view kThanWord = " than";
  for (const std::string& surface : SplitList(row.cells[0], ';')) {
    if (!surface.ends_with(kThanWord)) continue;
    const std::string word = surface.substr(0, surface.size() - kThanWord.size());
    if (word.find(' ') == word.npos) table->comparatives.emplace_back(Hash64(word), surprise);
  }
}

void AddSurprise(const LexiconLoad& load, const Table& file, const TableRow& row,
                 MovementTable* table) {
  Term term{TermKind::kExpectation, 0};
  if (row.cells[1] != "expectation") {
    const auto surprise = model::ParseSurprise(row.cells[1]);
    const int kind = IndexOf(kSurpriseKinds, row.cells[2]);
    if (!surprise || kind < 0)
      return Complain(load, file, row, "a class or kind of surprise is not known");
    table->surprises.push_back({*surprise, static_cast<SurpriseKind>(kind)});
    term = {TermKind::kSurprise, static_cast<uint32_t>(table->surprises.size() - 1)};
    if (table->surprises.back().kind == SurpriseKind::kThan) AddComparatives(row, *surprise, table);
  }
  for (const std::string& surface : SplitList(row.cells[0], ';'))
    load.Register(file, row, surface, term);
}

}  // namespace

model::Surprise MovementTable::ComparativeOf(uint64_t word) const {
  for (const auto& [known, surprise] : comparatives) {
    if (known == word) return surprise;
  }
  return model::Surprise::kNone;
}

Result<std::unique_ptr<MovementTable>> MovementTable::Load(const LexiconLoad& load) {
  auto table = std::make_unique<MovementTable>();
  const auto moves = load.Read("direction.tsv");
  if (!moves) return moves.error();
  if (moves->columns.size() == 5) {
    for (const TableRow& row : moves->rows) AddMove(load, *moves, row, table.get());
  }
  const auto surprises = load.Read("surprise.tsv");
  if (!surprises) return surprises.error();
  if (surprises->columns.size() == 3) {
    for (const TableRow& row : surprises->rows) AddSurprise(load, *surprises, row, table.get());
  }
  return table;
}

}  // namespace tellwire::analysis
