// Which words of surprise count, and what was expected beside them. A comparison needs who expected
// it right behind; what a person expected, and what a company does by habit, is no surprise.
#include <algorithm>

#include "analysis/reading.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kExpectationReach = 8;  // words from a surprise to what was expected
constexpr uint32_t kSplitReach = 5;        // words from "more" to "than"

// Words that may stand between a number and who expected it: "the 4 percent rise that analysts".
bool JoinsNumber(std::string_view word) {
  for (std::string_view joint : {"that", "which", "a", "share", "per", "rise", "increase", "growth",
                                 "gain", "jump", "drop", "decline", "fall", "profit", "loss"}) {
    if (word == joint) return true;
  }
  return false;
}

}  // namespace

int SentenceReader::ExpectationFor(const model::TokenRange& surprise) const {
  const auto& expectations = reading_.expectations;
  for (size_t i = 0; i < expectations.size(); ++i) {
    if (expectations[i].begin >= surprise.begin && expectations[i].begin < surprise.end)
      return static_cast<int>(i);
    if (expectations[i].begin >= surprise.end &&
        expectations[i].begin <= surprise.end + kExpectationReach)
      return static_cast<int>(i);
  }
  return -1;
}

// "above analysts' average estimate": nothing but names and numbers between a comparison and what
// was expected; "more than 25,000 gallons are projected" compares with nothing.
bool SentenceReader::StandsRightBehind(const SurpriseUse& use) const {
  const model::TokenRange& e = reading_.expectations[static_cast<size_t>(use.expectation)];
  uint32_t words = 0;
  for (uint32_t at = use.tokens.end; at < e.begin; ++at) {
    const int quantity = reading_.QuantityFrom(at);
    if (quantity >= 0) {
      at = reading_.Quantity(quantity).tokens.end;
      // A number is what was expected only with those who expected it right behind.
      while (at < e.begin && JoinsNumber(passage_.WordAt(at))) ++at;
      return at == e.begin;
    }
    // "nothing short of a blowout, trouncing forecasts"
    if (at > use.tokens.end && passage_.HasSign(at, kComma)) return false;
    const std::string_view word = passage_.WordAt(at);
    if (word == "of" || word == "for" || word == "to" || word == "is" || word == "are" ||
        word == "in" || word == "and" || word == "was")
      return false;
    if (++words > 4) return false;
  }
  return true;
}

// "hit $6.8 billion, beating expectations": the first verb has its object, and no expectation.
bool SentenceReader::HasOwnFigure(const SurpriseUse& use) const {
  const model::TokenRange& e = reading_.expectations[static_cast<size_t>(use.expectation)];
  bool figure = false;
  for (uint32_t at = use.tokens.end; at < e.begin; ++at) {
    if (figure && passage_.GapBefore(at).find(',') != std::string_view::npos) return true;
    figure |= reading_.QuantityFrom(at) >= 0;
  }
  return false;
}

// What a person expected, whom the market is nothing to: "his expectations".
bool SentenceReader::IsOfPerson(uint32_t token) const {
  if (token <= reading_.tokens.begin) return false;
  const std::string_view owner = passage_.WordAt(token - 1);
  return owner == "his" || owner == "her" || owner == "my";
}

// "a history of beating estimates" tells of no quarter.
bool SentenceReader::IsHabit(const model::TokenRange& tokens) const {
  // "years ahead of plan"
  if (tokens.begin > reading_.tokens.begin) {
    const std::string_view before = passage_.WordAt(tokens.begin - 1);
    if (before == "years" || before == "months" || before == "weeks" || before == "days")
      return true;
  }
  return tokens.begin > reading_.tokens.begin && passage_.WordAt(tokens.begin - 1) == "of" &&
         passage_.WordAt(tokens.begin).ends_with("ing");
}

// "sales disappointed", "Nike disappoints"; not "disappointed customers".
bool SentenceReader::StandsAlone(const SurpriseUse& use) const {
  const Reading& r = reading_;
  const auto near = [&](const model::TokenRange& tokens) {
    return tokens.end <= use.tokens.begin && use.tokens.begin <= tokens.end + 3 &&
           r.ClauseOf(tokens.begin) == use.clause;
  };
  for (const MetricUse& metric : r.metrics) {
    if (metric.tokens.begin == use.tokens.end) return false;
  }
  for (const MetricUse& metric : r.metrics) {
    if (near(metric.tokens)) return true;
  }
  const int issuer = r.IssuerUntil(use.tokens.begin);
  return issuer >= 0 && !passage_.issuers[static_cast<size_t>(issuer)].possessive;
}

void SentenceReader::TakeSurprises(std::span<const TermHit> hits) {
  Reading& r = reading_;
  uint32_t covered = r.tokens.begin;
  for (const TermHit& hit : hits) {
    if (hit.tokens.begin < covered) continue;
    const SurpriseWord& word = movement_.surprises[hit.term.row];
    SurpriseUse use;
    use.tokens = hit.tokens;
    use.measure = hit.tokens.begin;
    use.span = hit.span;
    use.surprise = word.surprise;
    use.kind = word.kind;
    use.clause = r.ClauseOf(hit.tokens.begin);
    use.expectation = ExpectationFor(hit.tokens);
    if (use.expectation >= 0) {
      // What was expected stands in the same clause, and no other surprise stands between.
      const model::TokenRange& expectation = r.expectations[static_cast<size_t>(use.expectation)];
      if (IsOfPerson(expectation.begin)) continue;
      if (r.ClauseOf(expectation.begin) != use.clause ||
          (word.kind == SurpriseKind::kVerb && HasOwnFigure(use)))
        use.expectation = -1;
    }
    const bool needs = word.kind == SurpriseKind::kVerb || word.kind == SurpriseKind::kThan;
    if (needs && use.expectation < 0) continue;
    if (word.kind == SurpriseKind::kThan && !StandsRightBehind(use)) continue;
    if (word.kind == SurpriseKind::kAlone && !StandsAlone(use)) continue;
    if (IsHabit(hit.tokens)) continue;
    if (word.kind == SurpriseKind::kLoose && use.expectation < 0) {
      const bool metric_behind = std::ranges::any_of(r.metrics, [&](const MetricUse& m) {
        return m.tokens.begin >= hit.tokens.end && m.tokens.begin <= hit.tokens.end + 4 &&
               m.clause == use.clause;
      });
      if (!metric_behind) continue;
    }
    covered = hit.tokens.end;
    r.surprises.push_back(use);
  }
  TakeSplitComparisons();
}

// "more subscribers than analysts expected": the comparison parted by what it compares.
void SentenceReader::TakeSplitComparisons() {
  Reading& r = reading_;
  for (size_t i = 0; i < r.expectations.size(); ++i) {
    const model::TokenRange& e = r.expectations[i];
    uint32_t than = e.begin;
    if (passage_.WordAt(than) != "than" && than > r.tokens.begin) --than;
    if (passage_.WordAt(than) != "than" || IsOfPerson(e.begin)) continue;
    const uint32_t first =
        than > r.tokens.begin + kSplitReach ? than - kSplitReach : r.tokens.begin;
    for (uint32_t at = than; at-- > first;) {
      if (r.QuantityUntil(at + 1) >= 0) break;
      const auto surprise = movement_.ComparativeOf(passage_.document->tokens[at].word);
      if (surprise == model::Surprise::kNone) continue;
      const model::TokenRange tokens{than, than + 1};
      const bool taken = at + 1 == than || std::ranges::any_of(r.surprises, [&](const auto& s) {
                           return s.tokens.end > at && s.tokens.begin < e.end;
                         });
      if (taken || r.ClauseOf(at) != r.ClauseOf(e.begin)) break;
      SurpriseUse use;
      use.tokens = tokens;
      use.measure = at;
      use.span = {passage_.document->tokens[at].span.begin,
                  passage_.document->tokens[than].span.end};
      use.surprise = surprise;
      use.kind = SurpriseKind::kThan;
      use.clause = r.ClauseOf(at);
      use.expectation = static_cast<int>(i);
      r.surprises.push_back(use);
      break;
    }
  }
}

}  // namespace tellwire::analysis
