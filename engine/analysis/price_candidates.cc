// Phrases of price.tsv go before words of direction.tsv; a high or low counts where it is reached,
// a run that is broken off counts the other way round.
#include "analysis/price_candidates.h"

#include <algorithm>

namespace tellwire::analysis {
namespace {

using model::Direction;

constexpr uint32_t kExtremeReach = 6;  // words from "at" to "high"
constexpr size_t kMostMoves = 40;

class CandidateFinder {
 public:
  CandidateFinder(const PriceTable& table, const Reading& reading)
      : table_(table),
        r_(reading),
        document_(*reading.passage->document),
        text_(reading.passage->text) {}

  std::vector<PriceCandidate> Find() {
    for (uint32_t i = r_.tokens.begin; i < r_.tokens.end && candidates_.size() < kMostMoves;) {
      const auto match = table_.moves.At(document_, text_, i, r_.tokens.end);
      if (!match) {
        TakeExtreme(i++);
        continue;
      }
      const uint32_t end = i + match->words;
      candidates_.push_back({{i, end}, table_.directions[match->row], MoveAt({i, end})});
      candidates_.back().acts = table_.acts[match->row];
      i = end;
    }
    for (size_t i = 0; i < r_.moves.size() && candidates_.size() < kMostMoves; ++i) {
      const Move& move = r_.moves[i];
      if (move.direction == Direction::kNone || IsTaken(move.tokens)) continue;
      if (move.word->kind == MoveKind::kGuide) continue;
      candidates_.push_back({move.tokens, move.direction, static_cast<int>(i), false,
                             move.word->kind == MoveKind::kNoun});
    }
    std::ranges::sort(candidates_, {}, [](const PriceCandidate& c) { return c.tokens.begin; });
    for (PriceCandidate& candidate : candidates_) {
      candidate.broken = IsBroken(&candidate);
      if (candidate.broken) candidate.direction = Opposite(candidate.direction);
    }
    return candidates_;
  }

 private:
  static Direction Opposite(Direction direction) {
    if (direction == Direction::kUp) return Direction::kDown;
    return direction == Direction::kDown ? Direction::kUp : direction;
  }

  // "snaps three-day rally", "ends four-session slump": the run that is broken off.
  bool IsBroken(PriceCandidate* candidate) const {
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
                               [&](const PriceCandidate& c) { return Overlap(c.tokens, tokens); });
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

  bool BreaksBefore(uint32_t token, bool commas) const {
    return PriceBreaksBefore(r_, token, commas);
  }
  uint64_t Word(uint32_t token) const { return document_.tokens[token].word; }

  const PriceTable& table_;
  const Reading& r_;
  const model::Document& document_;
  std::string_view text_;
  std::vector<PriceCandidate> candidates_;
};

}  // namespace

std::vector<PriceCandidate> FindPriceCandidates(const PriceTable& table, const Reading& reading) {
  return CandidateFinder(table, reading).Find();
}

std::string_view PriceGapBefore(const Reading& reading, uint32_t token) {
  if (token <= reading.tokens.begin) return {};
  const auto& tokens = reading.passage->document->tokens;
  const uint32_t from = tokens[token - 1].span.end;
  const uint32_t length = std::min<uint32_t>(tokens[token].span.begin - from, 16);
  return reading.passage->text.substr(from, length);
}

bool PriceBreaksBefore(const Reading& reading, uint32_t token, bool commas) {
  const std::string_view gap = PriceGapBefore(reading, token);
  if (gap.find_first_of(";:?!(") != std::string_view::npos) return true;
  if (gap.find(" - ") != std::string_view::npos || gap.find("--") != std::string_view::npos)
    return true;
  return commas && gap.find(',') != std::string_view::npos;
}

}  // namespace tellwire::analysis
