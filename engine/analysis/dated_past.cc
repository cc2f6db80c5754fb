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
#include <numeric>
#include <span>
#include <vector>

#include "analysis/one_of.h"
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
    if (passage_.periods.empty()) return;
    MarkPlans();
    auto next = passage_.periods.begin();
    for (const SentenceClause& clause : passage_.clauses) {
      const auto begin = next;
      while (next != passage_.periods.end() && next->tokens.begin < clause.tokens.end) ++next;
      if (begin != next) ReadClause({begin, next}, clause);
    }
  }

 private:
  // "will close the plant in June": the June to come.
  void MarkPlans() {
    planned_.assign(passage_.document->tokens.size() + 1, 0);
    bool any = false;
    for (const model::Scope& scope : passage_.scopes) {
      if (scope.kind != model::ScopeKind::kGuidance && scope.kind != model::ScopeKind::kTarget)
        continue;
      const model::TokenRange range = passage_.document->TokensIn(scope.extent.span);
      any = true;
      ++planned_[range.begin];
      --planned_[range.end];
    }
    if (any) std::partial_sum(planned_.begin(), planned_.end(), planned_.begin());
  }

  // A past period dates the words that no period of another time stands nearer to.
  void ReadClause(std::span<const PeriodHit> periods, const SentenceClause& clause) {
    std::vector<uint32_t> ends(periods.size(), clause.tokens.end);
    uint32_t other = 0;  // where the next period of another time begins; 0: there is none
    for (size_t i = periods.size(); i-- > 0;) {
      const uint32_t end = periods[i].tokens.end;
      if (other > 0) ends[i] = end + (other - end + 1) / 2;
      if (IsOther(periods[i], clause)) other = periods[i].tokens.begin;
    }
    other = 0;  // where the last one ended
    for (size_t i = 0; i < periods.size(); ++i) {
      const PeriodHit& hit = periods[i];
      const uint32_t first =
          other > 0 ? other + (hit.tokens.begin - other) / 2 : clause.tokens.begin;
      if (IsPast(hit, clause)) Add(hit, first, std::min(ends[i], EndOfAside(hit, clause)), clause);
      if (IsOther(hit, clause)) other = hit.tokens.end;
    }
  }

  bool IsOther(const PeriodHit& hit, const SentenceClause& clause) const {
    return !hit.period.form.empty() && !IsPast(hit, clause);
  }

  bool IsPast(const PeriodHit& hit, const SentenceClause& clause) const {
    if (planned_[hit.tokens.begin] > 0 || hit.deadline || hit.comparison || !hit.period.until)
      return false;
    const bool reports = hit.period.from && *hit.period.until - *hit.period.from >= kQuarter;
    const Day limit = published_ - (reports ? kLongBeforeReports : kLongBefore);
    if (*hit.period.until > limit && hit.period.form != "LAST:1Y") return false;
    return !IsStart(hit.tokens.begin, clause);
  }

  // "since 2006", "from a year before": what is said is of now.
  bool IsStart(uint32_t token, const SentenceClause& clause) const {
    static constexpr std::array<std::string_view, 7> kLeftOut = {"the",   "early",  "late", "mid",
                                                                 "about", "around", "a"};
    while (token > clause.tokens.begin) {
      const std::string_view word = passage_.WordAt(--token);
      if (word == "since" || word == "from" || word == "than") return true;
      if (!IsOneOf(word, kLeftOut)) return false;
    }
    return false;
  }

  // Behind the date of an aside the main clause goes on: "which it bought in 2001, will ..".
  uint32_t EndOfAside(const PeriodHit& hit, const SentenceClause& clause) {
    static constexpr std::array<std::string_view, 4> kAsides = {"which", "who", "whose", "where"};
    if (!IsOneOf(clause.opener, kAsides)) return clause.tokens.end;
    const auto& tokens = passage_.document->tokens;
    comma_ = std::max(comma_, hit.tokens.end);
    while (comma_ < clause.tokens.end && passage_.text[tokens[comma_ - 1].span.end] != ',')
      ++comma_;
    return comma_;
  }

  // A clause that tells when or why goes with the one before it: "in 2008, when it bought a mill".
  uint32_t EndOfWhatItDates(const SentenceClause& clause) const {
    static constexpr std::array<std::string_view, 5> kGoOn = {"when", "after", "as", "because",
                                                              "following"};
    const SentenceClause* next = &clause + 1;
    const bool goes_on = next != passage_.clauses.data() + passage_.clauses.size() &&
                         next->sentence == clause.sentence && IsOneOf(next->opener, kGoOn);
    if (!goes_on) return clause.tokens.end;
    const auto period =
        std::ranges::lower_bound(passage_.periods, next->tokens.begin, {},
                                 [](const PeriodHit& hit) { return hit.tokens.begin; });
    const bool dated = period != passage_.periods.end() && period->tokens.begin < next->tokens.end;
    return dated ? clause.tokens.end : next->tokens.end;
  }

  void Add(const PeriodHit& hit, uint32_t first, uint32_t last, const SentenceClause& clause) {
    if (first >= last) return;
    if (last == clause.tokens.end) last = EndOfWhatItDates(clause);
    const auto& tokens = passage_.document->tokens;
    const Span extent{tokens[first].span.begin, tokens[last - 1].span.end};
    passage_.scopes.push_back({model::ScopeKind::kPast, {passage_.part, extent}, hit.span});
  }

  Passage& passage_;
  Day published_;
  std::vector<int> planned_;  // of each token: how many plans cover it
  uint32_t comma_ = 0;        // the word behind the first comma at or after the aside at hand
};

}  // namespace

void AddDatedPast(Passage* passage) {
  if (passage->article == nullptr || !passage->article->published) return;
  const Timestamp& published = *passage->article->published;
  if (published.precision > Precision::kMonth) return;
  Finder(passage, DayOf(published.seconds)).Run();
}

}  // namespace tellwire::analysis
