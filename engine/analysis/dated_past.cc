// A period dates its clause, as far as no other period stands nearer:
//
//   Chevron, | which bought Texaco in 2001, | said on Friday ..      only the middle is history
//   Kraft on Monday agreed to buy a brewer founded in 1950.          "agreed to buy" is Monday's
//   Its last purchase was in 2008, | when it bought a mill.          both are
//   The biggest deal since 2006; sales rose from 2010.               no history
//
// Tested by tests/analysis/dated_past_test.cc.
#include "analysis/dated_past.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/time.h"

namespace tellwire::analysis {
namespace {

// A day or a month is soon history; a quarter or a year that has just been reported on is news.
constexpr Day kLongBefore = 45, kLongBeforeReports = 95;
constexpr Day kQuarter = 80;

class Finder {
 public:
  Finder(Passage* passage, Day published) : passage_(*passage), published_(published) {}

  void Run() {
    auto next = passage_.periods.begin();
    for (const SentenceClause& clause : passage_.clauses) {
      auto begin = next;
      while (next != passage_.periods.end() && next->tokens.begin < clause.tokens.end) ++next;
      for (auto period = begin; period != next; ++period) {
        if (IsPast(*period, clause)) Add(*period, {begin, next}, clause);
      }
    }
  }

 private:
  bool IsPast(const PeriodHit& hit, const SentenceClause& clause) const {
    if (hit.deadline || hit.comparison || !hit.period.until) return false;
    const bool reports = hit.period.from && *hit.period.until - *hit.period.from >= kQuarter;
    if (*hit.period.until > published_ - (reports ? kLongBeforeReports : kLongBefore)) return false;
    return !IsStart(hit.tokens.begin, clause);
  }

  // "since 2006", "from a year before": what is said is of now.
  bool IsStart(uint32_t token, const SentenceClause& clause) const {
    static constexpr std::array<std::string_view, 7> kLeftOut = {"the",   "early",  "late", "mid",
                                                                 "about", "around", "a"};
    while (token > clause.tokens.begin) {
      const std::string_view word = passage_.WordAt(--token);
      if (word == "since" || word == "from" || word == "than") return true;
      if (std::ranges::find(kLeftOut, word) == kLeftOut.end()) return false;
    }
    return false;
  }

  // Behind the date of an aside the main clause goes on: "which it bought in 2001, will ..".
  uint32_t EndOfAside(const PeriodHit& hit, const SentenceClause& clause) const {
    static constexpr std::array<std::string_view, 4> kAsides = {"which", "who", "whose", "where"};
    if (std::ranges::find(kAsides, clause.opener) == kAsides.end()) return clause.tokens.end;
    const auto& tokens = passage_.document->tokens;
    uint32_t at = hit.tokens.end;
    while (at < clause.tokens.end && passage_.text[tokens[at - 1].span.end] != ',') ++at;
    return at;
  }

  // The words of the clause that no period of another time stands nearer to.
  void Add(const PeriodHit& hit, std::span<const PeriodHit> periods, const SentenceClause& clause) {
    uint32_t first = clause.tokens.begin, last = EndOfAside(hit, clause);
    for (const PeriodHit& other : periods) {
      if (other.period.form.empty() || IsPast(other, clause)) continue;
      if (other.tokens.end <= hit.tokens.begin)
        first = std::max(first, other.tokens.end + (hit.tokens.begin - other.tokens.end) / 2);
      else if (other.tokens.begin >= hit.tokens.end)
        last = std::min(last, hit.tokens.end + (other.tokens.begin - hit.tokens.end + 1) / 2);
    }
    if (first >= last) return;
    const auto& clauses = passage_.clauses;
    const auto after = static_cast<size_t>(&clause - clauses.data()) + 1;
    const bool goes_on = last == clause.tokens.end && after < clauses.size() &&
                         clauses[after].sentence == clause.sentence &&
                         clauses[after].opener == "when";
    if (goes_on) last = clauses[after].tokens.end;
    const auto& tokens = passage_.document->tokens;
    const Span extent{tokens[first].span.begin, tokens[last - 1].span.end};
    passage_.scopes.push_back({model::ScopeKind::kPast, {passage_.part, extent}, hit.span});
  }

  Passage& passage_;
  Day published_;
};

}  // namespace

void AddDatedPast(Passage* passage) {
  if (passage->article == nullptr || !passage->article->published) return;
  const Timestamp& published = *passage->article->published;
  if (published.precision > Precision::kMonth) return;
  Finder(passage, DayOf(published.seconds)).Run();
}

}  // namespace tellwire::analysis
