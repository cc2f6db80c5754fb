// Words compete: of overlapping words of movement and surprise the longer wins. A word of surprise
// that needs an expectation and has none beside it gives way: in "fell below $5" nothing was
// missed, something fell. Tested by tests/analysis/reading_test.cc.
#include "analysis/reading.h"

#include <algorithm>

namespace tellwire::analysis {
namespace {

// Of a sentence with more words of the vocabulary nothing is read: it is a table or an attack, and
// comparing all with all would cost more than it tells.
constexpr size_t kMostHits = 300;

bool IsMark(MoveKind kind) {
  return kind == MoveKind::kClass || kind == MoveKind::kStreak || kind == MoveKind::kStreakEnd ||
         kind == MoveKind::kMark;
}

}  // namespace

bool HasOwnSubject(const Reading& reading, const Move& move) {
  if (move.word->kind == MoveKind::kNoun || move.word->kind == MoveKind::kAdjective) return false;
  const SentenceClause& clause = reading.passage->clauses[move.clause];
  return (clause.opener == "while" || clause.opener == "whereas" || clause.opener == "although") &&
         move.tokens.begin > clause.tokens.begin + 2;
}

uint32_t Distance(const model::TokenRange& a, const model::TokenRange& b) {
  if (a.end <= b.begin) return b.begin - a.end;
  if (b.end <= a.begin) return a.begin - b.end;
  return 0;
}

bool Overlap(const model::TokenRange& a, const model::TokenRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

uint32_t Reading::ClauseOf(uint32_t token) const {
  for (uint32_t i = first_clause; i + 1 < last_clause; ++i) {
    if (token < passage->clauses[i].tokens.end) return i;
  }
  return last_clause == first_clause ? first_clause : last_clause - 1;
}

int Reading::QuantityFrom(uint32_t token) const {
  for (uint32_t i = first_quantity; i < last_quantity; ++i) {
    if (passage->quantities[i].tokens.begin == token) return static_cast<int>(i);
  }
  return -1;
}

int Reading::QuantityUntil(uint32_t token) const {
  for (uint32_t i = first_quantity; i < last_quantity; ++i) {
    if (passage->quantities[i].tokens.end == token) return static_cast<int>(i);
  }
  return -1;
}

int Reading::PlaceOf(const model::TokenRange& number) const {
  if (number.end + 1 >= tokens.end) return -1;
  const std::string_view joint = passage->WordAt(number.end);
  if (joint != "at" && joint != "for") return -1;
  for (uint32_t i = first_issuer; i < last_issuer; ++i) {
    const IssuerHit& hit = passage->issuers[i];
    if (hit.tokens.begin == number.end + 1)
      return hit.eligible() && !hit.reference ? static_cast<int>(i) : -1;
  }
  return -1;
}

int Reading::IssuerUntil(uint32_t token) const {
  for (uint32_t i = first_issuer; i < last_issuer; ++i) {
    const uint32_t end = passage->issuers[i].tokens.end;
    if (end == token) return static_cast<int>(i);
    // The s of a possessive is a word of its own.
    if (end + 1 == token && passage->issuers[i].possessive && passage->WordAt(end) == "s")
      return static_cast<int>(i);
  }
  return -1;
}

SentenceReader::SentenceReader(const MetricTable& metrics, const MovementTable& movement,
                               const Passage& passage)
    : metrics_(metrics),
      movement_(movement),
      passage_(passage),
      metrics_said_(passage.Terms(TermKind::kMetric)),
      commodities_(passage.Terms(TermKind::kCommodity)),
      moves_(passage.Terms(TermKind::kDirection)),
      surprises_(passage.Terms(TermKind::kSurprise)),
      expectations_(passage.Terms(TermKind::kExpectation)) {
  reading_.passage = &passage;
}

Reading& SentenceReader::Read(uint32_t sentence) {
  Reading& r = reading_;
  r.sentence = sentence;
  r.tokens = passage_.document->sentences[sentence].tokens;
  r.metrics.clear();
  r.moves.clear();
  r.surprises.clear();
  r.expectations.clear();
  r.marks.clear();
  r.levels.clear();
  r.numbers.clear();
  const auto advance = [&](const auto& hits, size_t* next, uint32_t* first, uint32_t* last) {
    while (*next < hits.size() && hits[*next].tokens.begin < r.tokens.begin) ++*next;
    *first = static_cast<uint32_t>(*next);
    while (*next < hits.size() && hits[*next].tokens.begin < r.tokens.end) ++*next;
    *last = static_cast<uint32_t>(*next);
  };
  advance(passage_.quantities, &next_quantity_, &r.first_quantity, &r.last_quantity);
  advance(passage_.issuers, &next_issuer_, &r.first_issuer, &r.last_issuer);
  advance(passage_.clauses, &next_clause_, &r.first_clause, &r.last_clause);
  for (uint32_t i = r.first_quantity; i < r.last_quantity; ++i) {
    r.numbers.push_back({i});
    if (IsOfTime(passage_.quantities[i])) r.numbers.back().role = NumberRole::kSpent;
  }
  TakeTerms();
  return r;
}

void SentenceReader::TakeTerms() {
  Reading& r = reading_;
  const auto metrics = MeasuredHere();
  const auto moves = moves_.In(r.tokens), surprises = surprises_.In(r.tokens);
  for (const TermHit& hit : expectations_.In(r.tokens)) {
    if (r.expectations.empty() || hit.tokens.begin >= r.expectations.back().end)
      r.expectations.push_back(hit.tokens);
  }
  const size_t hits = metrics.size() + moves.size() + surprises.size();
  if (hits == 0 || hits > kMostHits) return;
  TakeMetrics(metrics);
  TakeSurprises(surprises);
  TakeMoves(moves);
  DropSizesOfMoves();
  DropInsideMoves();
  AbsorbGuidance();
}

// "posted a loss of $5 million": no price fell, where neither a price nor a share of it is named.
bool SentenceReader::IsResult(const MetricUse& use, const Move& move) const {
  const Reading& r = reading_;
  const bool ends = move.tokens.begin < use.tokens.begin && use.tokens.end == move.tokens.end;
  if (!use.loss || !ends) return false;
  for (const MetricUse& other : r.metrics) {
    const model::Metric& metric = metrics_.metrics[other.metric].metric;
    if (metric.metric_class == model::MetricClass::kPrice && !other.loss &&
        other.clause == use.clause)
      return false;
  }
  for (uint32_t at = move.tokens.end; at <= move.tokens.end + 2; ++at) {
    const int quantity = r.QuantityFrom(at);
    if (quantity >= 0)
      return r.Quantity(quantity).quantity.unit.size() == 3 &&
             r.Quantity(quantity).quantity.unit != "pct";
  }
  const std::string_view verb = passage_.WordAt(move.tokens.begin);
  return verb.starts_with("post") || verb.starts_with("book") || verb.starts_with("incur") ||
         verb.starts_with("suffer") || verb.starts_with("sustain");
}

// In "pared losses" nothing was lost, and "a loss" of a price is a movement, not a result.
void SentenceReader::DropInsideMoves() {
  Reading& r = reading_;
  static const MoveWord kLoss{MoveKind::kNoun, model::Direction::kDown, 1, ""};
  static const MoveWord kLost{MoveKind::kPrice, model::Direction::kDown, 1, ""};
  const auto is_price = [&](const MetricUse& use) {
    const MetricEntry& entry = metrics_.metrics[use.metric];
    return entry.metric.metric_class == model::MetricClass::kPrice && !use.loss;
  };
  for (size_t i = r.metrics.size(); i-- > 0;) {
    const MetricUse use = r.metrics[i];
    if (use.needs_number) {
      std::erase_if(r.moves, [&](const Move& move) { return move.tokens == use.tokens; });
      std::erase_if(r.levels, [&](const model::TokenRange& level) { return level == use.tokens; });
    }
    std::erase_if(r.moves, [&](const Move& move) {
      if (!IsResult(use, move)) return false;
      r.levels.push_back({move.tokens.begin, move.tokens.begin + 1});
      return true;
    });
    bool inside = std::ranges::any_of(r.moves, [&](const Move& move) {
      return move.tokens.begin <= use.tokens.begin && use.tokens.end <= move.tokens.end;
    });
    if (!inside && use.loss && use.tokens.end - use.tokens.begin == 1) {
      inside = std::any_of(
          r.metrics.begin(), r.metrics.begin() + static_cast<std::ptrdiff_t>(i),
          [&](const MetricUse& other) { return is_price(other) && other.clause == use.clause; });
      if (inside) {
        const MoveWord* word = passage_.WordAt(use.tokens.begin) == "lost" ? &kLost : &kLoss;
        Move move{use.tokens, use.span, word, model::Direction::kDown, use.clause};
        r.moves.push_back(move);
      }
    }
    if (inside) r.metrics.erase(r.metrics.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// "a larger decline", "lower growth": the noun says which way, the adjective only how far.
void SentenceReader::DropSizesOfMoves() {
  auto& moves = reading_.moves;
  for (size_t i = moves.size(); i-- > 1;) {
    if (moves[i].word->kind == MoveKind::kNoun && moves[i - 1].word->kind == MoveKind::kAdjective &&
        moves[i - 1].tokens.end == moves[i].tokens.begin)
      moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(i - 1));
  }
}

void SentenceReader::TakeMoves(std::span<const TermHit> hits) {
  Reading& r = reading_;
  uint32_t covered = r.tokens.begin;
  uint32_t marked = r.tokens.begin;
  for (size_t i = 0; i < hits.size(); ++i) {
    const TermHit& hit = hits[i];
    const MoveWord& word = WordOf(hits, i);
    if (IsMark(word.kind)) {
      if (hit.tokens.begin >= marked) {
        r.marks.push_back({hit.tokens, hit.span, &word});
        marked = hit.tokens.end;
      }
      continue;
    }
    if (hit.tokens.begin < covered) continue;
    const bool lost = std::ranges::any_of(r.surprises, [&](const SurpriseUse& s) {
      return Overlap(s.tokens, hit.tokens) &&
             s.tokens.end - s.tokens.begin >= hit.tokens.end - hit.tokens.begin;
    });
    const bool inside = std::ranges::any_of(r.metrics, [&](const MetricUse& m) {
      return m.tokens.begin <= hit.tokens.begin && hit.tokens.end <= m.tokens.end;
    });
    covered = hit.tokens.end;
    if (lost || inside || word.kind == MoveKind::kNone) continue;
    if (word.kind == MoveKind::kLevel) {
      r.levels.push_back(hit.tokens);
      continue;
    }
    Move move;
    move.tokens = hit.tokens;
    move.span = hit.span;
    move.word = &word;
    move.direction = word.direction;
    move.clause = r.ClauseOf(hit.tokens.begin);
    r.moves.push_back(move);
  }
}

// "revenue guidance", "outlook for capex": the guidance noun belongs to the metric beside it. A
// guidance noun that is what a surprise is measured by is no metric at all.
void SentenceReader::AbsorbGuidance() {
  Reading& r = reading_;
  const uint32_t guidance = metrics_.guidance;
  std::vector<bool> gone(r.metrics.size(), false);
  for (size_t i = 0; i < r.metrics.size(); ++i) {
    MetricUse& noun = r.metrics[i];
    if (noun.metric != guidance) continue;
    const auto expected = std::ranges::any_of(r.surprises, [&](const SurpriseUse& s) {
      if (Overlap(s.tokens, noun.tokens) && s.tokens.end - s.tokens.begin > 1) return true;
      return s.expectation >= 0 && s.tokens.end <= noun.tokens.begin &&
             Overlap(r.expectations[static_cast<size_t>(s.expectation)], noun.tokens);
    });
    if (i > 0 && r.metrics[i - 1].tokens.end == noun.tokens.begin) {
      r.metrics[i - 1].tokens.end = noun.tokens.end;
      r.metrics[i - 1].span.end = noun.span.end;
      r.metrics[i - 1].guided = !expected;
      // "its profit and sales forecasts"
      if (i > 1 && !expected && r.metrics[i - 2].tokens.end + 1 == r.metrics[i - 1].tokens.begin &&
          passage_.WordAt(r.metrics[i - 2].tokens.end) == "and")
        r.metrics[i - 2].guided = true;
      gone[i] = true;
    } else if (i + 1 < r.metrics.size() && r.metrics[i + 1].metric != guidance &&
               r.metrics[i + 1].clause == noun.clause &&
               r.metrics[i + 1].tokens.begin <= noun.tokens.end + 4 &&
               r.metrics[i + 1].tokens.begin > noun.tokens.end) {
      const std::string_view joint = passage_.WordAt(noun.tokens.end);
      if (joint == "for" || joint == "of" || joint == "on") {
        r.metrics[i + 1].guided = !expected;
        r.metrics[i + 1].foreseen = true;
        gone[i] = true;
      }
    }
    if (expected) gone[i] = true;
  }
  for (size_t i = r.metrics.size(); i-- > 0;) {
    if (gone[i]) r.metrics.erase(r.metrics.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace tellwire::analysis
