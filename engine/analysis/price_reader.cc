// The sentence is cut into its main part and its asides ("as stocks climb", "on a weak dollar"); a
// commodity takes movements of its own part only, and none that another thing before them has. Of
// those that are left the close wins, then the first verb, then a high or low that was reached.
#include "analysis/price_reader.h"

#include <algorithm>
#include <map>

namespace tellwire::analysis {
namespace {

using model::Direction;

constexpr uint32_t kBeforeReach = 4;   // words that a movement may stand before its commodity
constexpr uint32_t kCloseReach = 4;    // words from "ends" to how it ended
constexpr uint32_t kExtremeReach = 6;  // words from "at" to "high"
constexpr size_t kMostMoves = 40;

// A word or phrase that may move a price.
struct Candidate {
  model::TokenRange tokens;
  Direction direction = Direction::kNone;
  int move = -1;  // index into Reading::moves
  bool extreme = false;
  bool noun = false;
};

class PriceReader {
 public:
  PriceReader(const PriceTable& table, const MetricTable& metrics, const Reading& reading)
      : table_(table),
        metrics_(metrics),
        r_(reading),
        document_(*reading.passage->document),
        text_(reading.passage->text) {}

  std::vector<PriceMove> Read() {
    std::vector<PriceMove> said;
    for (size_t i = 0; i < r_.metrics.size(); ++i) {
      if (IsPrice(r_.metrics[i])) uses_.push_back(i);
    }
    if (uses_.empty()) return said;
    CutIntoParts();
    TakeCandidates();
    for (const size_t use : uses_) {
      if (DescribesOther(table_, r_, r_.metrics[use]) || IsRepeated(use)) continue;
      if (auto move = Choose(use)) said.push_back(*move);
    }
    return said;
  }

 private:
  bool IsPrice(const MetricUse& use) const {
    return use.metric == metrics_.commodity_metric && !use.implied;
  }

  // A commodity named again speaks of the first mention, unless the first only stood in an aside.
  bool IsRepeated(size_t use) const {
    for (const size_t other : uses_) {
      if (other >= use) return false;
      const bool same = r_.metrics[other].segment == r_.metrics[use].segment;
      if (same && !DescribesOther(table_, r_, r_.metrics[other]) && Choose(other)) return true;
    }
    return false;
  }

  std::string_view GapBefore(uint32_t token) const {
    if (token <= r_.tokens.begin) return {};
    const uint32_t from = document_.tokens[token - 1].span.end;
    return text_.substr(from, std::min<uint32_t>(document_.tokens[token].span.begin - from, 16));
  }
  bool BreaksBefore(uint32_t token, bool commas) const {
    const std::string_view gap = GapBefore(token);
    if (gap.find_first_of(";:?!(") != std::string_view::npos) return true;
    if (gap.find(" - ") != std::string_view::npos || gap.find("--") != std::string_view::npos) {
      return true;
    }
    return commas && gap.find(',') != std::string_view::npos;
  }
  uint64_t Word(uint32_t token) const { return document_.tokens[token].word; }

  // Numbers the parts of the sentence: 0 is the main one, the others are asides.
  void CutIntoParts() {
    part_.assign(r_.tokens.end - r_.tokens.begin, 0);
    int part = 0, parts = 0;
    for (uint32_t i = r_.tokens.begin; i < r_.tokens.end; ++i) {
      if (part > 0 && (BreaksBefore(i, true) || r_.passage->WordAt(i) == "but")) part = 0;
      const auto aside = table_.asides.At(document_, text_, i, r_.tokens.end);
      if (aside && !IsNoAside(i)) part = ++parts;
      part_[i - r_.tokens.begin] = part;
    }
  }

  bool IsNoAside(uint32_t token) const {
    if (table_.not_asides.At(document_, text_, token, r_.tokens.end)) return true;
    if (r_.QuantityFrom(token + 1) >= 0) return true;
    return std::ranges::any_of(r_.moves, [&](const Move& move) {
      return move.tokens.begin < token && token < move.tokens.end;
    });
  }

  int PartOf(uint32_t token) const { return part_[token - r_.tokens.begin]; }

  // ---- what may move a price

  void TakeCandidates() {
    for (uint32_t i = r_.tokens.begin; i < r_.tokens.end && candidates_.size() < kMostMoves;) {
      const auto match = table_.moves.At(document_, text_, i, r_.tokens.end);
      if (!match) {
        TakeExtreme(i++);
        continue;
      }
      const uint32_t end = i + match->words;
      candidates_.push_back({{i, end}, table_.directions[match->row], MoveAt({i, end})});
      i = end;
    }
    for (size_t i = 0; i < r_.moves.size() && candidates_.size() < kMostMoves; ++i) {
      const Move& move = r_.moves[i];
      if (move.direction == Direction::kNone || IsTaken(move.tokens)) continue;
      if (move.word->kind == MoveKind::kGuide) continue;
      candidates_.push_back({move.tokens, move.direction, static_cast<int>(i), false,
                             move.word->kind == MoveKind::kNoun});
    }
    std::ranges::sort(candidates_, {}, [](const Candidate& c) { return c.tokens.begin; });
    for (Candidate& candidate : candidates_) {
      if (IsBroken(&candidate)) candidate.direction = Opposite(candidate.direction);
    }
  }

  static Direction Opposite(Direction direction) {
    if (direction == Direction::kUp) return Direction::kDown;
    return direction == Direction::kDown ? Direction::kUp : direction;
  }

  // "snaps three-day rally", "ends four-session slump": the run that is broken off.
  bool IsBroken(Candidate* candidate) const {
    const uint32_t last = candidate->tokens.end - 1, first = candidate->tokens.begin;
    if (!table_.run.Has(Word(last)) || candidate->extreme) return false;
    const bool spanned = first > r_.tokens.begin && table_.spans.Has(Word(first - 1));
    for (uint32_t i = first; i > r_.tokens.begin && i + kExtremeReach > first; --i) {
      if (BreaksBefore(i, true)) return false;
      const uint64_t word = Word(i - 1);
      if (!table_.breaks.Has(word) && !(spanned && table_.ends_run.Has(word))) continue;
      candidate->tokens.begin = i - 1;
      candidate->move = -1;
      return true;
    }
    return false;
  }

  int MoveAt(const model::TokenRange& tokens) const {
    for (size_t i = 0; i < r_.moves.size(); ++i) {
      if (Overlap(r_.moves[i].tokens, tokens)) return static_cast<int>(i);
    }
    return -1;
  }

  bool IsTaken(const model::TokenRange& tokens) const {
    return std::ranges::any_of(candidates_,
                               [&](const Candidate& c) { return Overlap(c.tokens, tokens); });
  }

  // "hits a two-week high", "near 11-month low"; not "retreats from a one-month high".
  void TakeExtreme(uint32_t at) {
    if (table_.by.Has(Word(at)) && r_.QuantityFrom(at + 1) >= 0) {  // "off $45.40"
      candidates_.push_back({{at, at + 1}, Direction::kDown, MoveAt({at, at + 1})});
      return;
    }
    const bool highest = table_.highest.Has(Word(at)), lowest = table_.lowest.Has(Word(at));
    const bool high = highest || table_.highs.Has(Word(at));
    const bool low = lowest || table_.lows.Has(Word(at));
    if (!high && !low) return;
    bool span = highest || lowest, reached = at == r_.tokens.begin;
    uint32_t first = at;
    for (uint32_t i = at; i > r_.tokens.begin && i + kExtremeReach > at; --i) {
      const uint64_t word = Word(i - 1);
      if (BreaksBefore(i, true) || table_.behind.Has(word)) break;
      span = span || table_.spans.Has(word);
      first = i - 1;
      if (table_.reach.Has(word) && span) {
        reached = true;
        break;
      }
    }
    if (!span || !reached) return;
    candidates_.push_back({{first, at + 1}, high ? Direction::kUp : Direction::kDown, -1, true});
  }

  // ---- which of them is the commodity's

  std::optional<PriceMove> Choose(size_t use) const {
    const MetricUse& named = r_.metrics[use];
    const Candidate* best = nullptr;
    int least = 100;
    for (const Candidate& candidate : candidates_) {
      const int rank = Rank(named, candidate);
      if (rank >= least) continue;
      least = rank;
      best = &candidate;
    }
    if (best == nullptr) return std::nullopt;
    PriceMove said;
    said.metric = use;
    said.tokens = best->tokens;
    said.span = {document_.tokens[best->tokens.begin].span.begin,
                 document_.tokens[best->tokens.end - 1].span.end};
    said.direction = best->direction;
    said.move = best->move;
    said.to_come = IsToCome(named);
    return said;
  }

  // The lower the better; 100 and above: it is not the commodity's.
  int Rank(const MetricUse& use, const Candidate& c) const {
    if (Overlap(use.tokens, c.tokens)) return 100;
    if (PartOf(use.tokens.begin) != PartOf(c.tokens.begin)) return 100;
    const bool behind = c.tokens.begin >= use.tokens.end;
    if (behind ? HasOwner(use, c) : !Precedes(use, c)) return 100;
    int rank = 10 + (c.extreme ? 10 : 0) + (behind ? 0 : IsOf(c.tokens.end) ? -2 : 5);
    if (Closes(c) && behind) rank -= 5;
    return rank;
  }

  // "a jump in gold prices"
  bool IsOf(uint32_t token) const {
    const std::string_view word = r_.passage->WordAt(token);
    return word == "in" || word == "of";
  }

  // Whether something else between a commodity and a movement has it: "gold up, stocks fall".
  bool HasOwner(const MetricUse& use, const Candidate& c) const {
    bool owned = false;
    for (uint32_t i = use.tokens.end; i < c.tokens.begin; ++i) {
      const bool other_commodity = StartsOther(use, i);
      if (other_commodity && !IsCoordinated(use.tokens.end, i)) return true;
      if (PartOf(i) == PartOf(c.tokens.begin) && table_.others.Has(Word(i)) && !other_commodity) {
        owned = true;
      } else if (BreaksBefore(i, false)) {
        owned = false;
      }
    }
    return owned;
  }

  bool StartsOther(const MetricUse& use, uint32_t token) const {
    return std::ranges::any_of(uses_, [&](size_t other) {
      const MetricUse& named = r_.metrics[other];
      return named.tokens.begin == token && named.segment != use.segment;
    });
  }

  // "gold, silver", "gold and silver": only joints stand between.
  bool IsCoordinated(uint32_t end, uint32_t token) const {
    for (uint32_t i = end; i < token; ++i) {
      const std::string_view word = r_.passage->WordAt(i);
      if (word != "and" && word != "or") return false;
    }
    return !BreaksBefore(token, false) && token <= end + 1;
  }

  // "a drop in gold prices", "higher gold prices", "pushes up gold"
  bool Precedes(const MetricUse& use, const Candidate& c) const {
    if (use.tokens.begin - c.tokens.end > kBeforeReach || c.extreme) return false;
    for (uint32_t i = c.tokens.end; i <= use.tokens.begin; ++i) {
      if (BreaksBefore(i, true)) return false;
      if (i < use.tokens.begin && (table_.others.Has(Word(i)) || IsSubjectBreak(i))) return false;
    }
    // A movement that has a commodity of its own before it is that one's.
    for (const size_t other : uses_) {
      const MetricUse& named = r_.metrics[other];
      if (named.tokens.end > c.tokens.begin) continue;
      if (PartOf(named.tokens.begin) == PartOf(c.tokens.begin)) return false;
    }
    return true;
  }

  bool IsSubjectBreak(uint32_t token) const {
    const std::string_view word = r_.passage->WordAt(token);
    return word == "and" || word == "but" || word == "or";
  }

  bool Closes(const Candidate& c) const {
    for (uint32_t i = c.tokens.begin; i < c.tokens.end; ++i) {
      if (table_.closes.Has(Word(i))) return true;
    }
    for (uint32_t i = c.tokens.begin; i > r_.tokens.begin && i + kCloseReach > c.tokens.begin;
         --i) {
      if (BreaksBefore(i, true)) return false;
      if (table_.closes.Has(Word(i - 1))) return true;
    }
    return false;
  }

  // "Gold to trade lower", "gold poised for gains"
  bool IsToCome(const MetricUse& use) const {
    uint32_t i = use.tokens.end;
    for (uint32_t skipped = 0; i + 1 < r_.tokens.end && skipped < 4; ++i, ++skipped) {
      if (BreaksBefore(i, false)) return false;
      if (r_.passage->WordAt(i) == "to" && table_.to_come.Has(Word(i + 1))) {
        return i == use.tokens.end || table_.to_come_before.Has(Word(i - 1)) ||
               StartsOther(use, i - 1) || r_.passage->WordAt(i - 1).starts_with("price");
      }
    }
    return false;
  }

  const PriceTable& table_;
  const MetricTable& metrics_;
  const Reading& r_;
  const model::Document& document_;
  std::string_view text_;
  std::vector<size_t> uses_;  // indices into Reading::metrics
  std::vector<int> part_;     // by token
  std::vector<Candidate> candidates_;
};

}  // namespace

Result<std::unique_ptr<PriceTable>> PriceTable::Load(const LexiconLoad& load) {
  auto read = load.Read("price.tsv");
  if (!read) return read.error();
  auto table = std::make_unique<PriceTable>();
  const std::map<std::string, Direction, std::less<>> directions = {
      {"up", Direction::kUp}, {"down", Direction::kDown}, {"flat", Direction::kFlat}};
  const std::map<std::string, PhraseIndex*, std::less<>> sets = {
      {"aside", &table->asides},
      {"not_aside", &table->not_asides},
      {"other", &table->others},
      {"close", &table->closes},
      {"high", &table->highs},
      {"low", &table->lows},
      {"span", &table->spans},
      {"behind", &table->behind},
      {"reach", &table->reach},
      {"to_come", &table->to_come},
      {"to_come_before", &table->to_come_before},
      {"highest", &table->highest},
      {"lowest", &table->lowest},
      {"breaks", &table->breaks},
      {"ends_run", &table->ends_run},
      {"run", &table->run},
      {"by", &table->by}};
  for (TableRow& row : read->rows) {
    row.cells.resize(2);
    const auto direction = directions.find(row.cells[0]);
    const auto set = sets.find(row.cells[0]);
    if (direction != directions.end()) {
      table->moves.Add(row.cells[1], static_cast<uint32_t>(table->directions.size()));
      table->directions.push_back(direction->second);
    } else if (set != sets.end()) {
      set->second->Add(row.cells[1], 0);
    } else {
      load.problems->push_back({ErrorKind::kRule, read->At(row),
                                "unknown kind \"" + row.cells[0] + "\"", "the row is skipped"});
    }
  }
  return table;
}

std::vector<PriceMove> ReadPriceMoves(const PriceTable& table, const MetricTable& metrics,
                                      const Reading& reading) {
  return PriceReader(table, metrics, reading).Read();
}

bool DescribesOther(const PriceTable& table, const Reading& reading, const MetricUse& use) {
  const uint32_t next = use.tokens.end;
  if (next >= reading.tokens.end) return false;
  const auto& tokens = reading.passage->document->tokens;
  const std::string_view last = reading.passage->WordAt(next - 1);
  if (last.starts_with("price") || last.starts_with("future")) return false;
  const uint32_t end = tokens[next - 1].span.end;
  const std::string_view gap = reading.passage->text.substr(end, tokens[next].span.begin - end);
  return (gap == " " || gap == "-") && table.others.Has(tokens[next].word);
}

}  // namespace tellwire::analysis
