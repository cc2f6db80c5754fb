// Which period a figure is of: the nearest that it can be of. What it is only compared with is not,
// and the day on which a company reported is none of the quarter:
//
//   said on Thursday it delivered 150 planes in the second quarter     the quarter
//   sales rose 5% from the first quarter                               none
//
// Tested by tests/analysis/facts_test.cc.
#include <algorithm>

#include "analysis/fact_builder.h"
#include "analysis/fact_slots.h"
#include "analysis/periods.h"

namespace tellwire::analysis {
namespace {

// "will begin in July": the July to come.
bool IsPlanned(const Passage& passage, const Span& period) {
  for (const model::Scope& scope : passage.scopes) {
    if (scope.extent.span.begin > period.begin) return false;
    if (scope.kind == model::ScopeKind::kGuidance && scope.extent.span.Contains(period))
      return true;
  }
  return false;
}

// Figures that companies report by the quarter and the year.
bool IsReported(const model::Metric& metric) {
  return metric.event == "Revenue" || metric.event == "Profit/Loss" ||
         metric.event == "FinancialReport" || metric.event == "SalesVolume";
}

// "cut its full-year dividend and will reduce net debt": the year is the dividend's alone.
bool IsOfOne(const Reading& reading, const MetricTable& table, const model::TokenRange& period) {
  if (period.end < reading.tokens.end && reading.passage->HasSign(period.end, kComma)) return false;
  return std::ranges::any_of(reading.metrics, [&](const MetricUse& use) {
    const model::Metric& metric = table.metrics[use.metric].metric;
    const bool touches = use.tokens.begin == period.end || Overlap(use.tokens, period);
    return touches && !use.implied && !metric.event.empty() && !IsReported(metric);
  });
}

constexpr uint32_t kReachOfPrior = 48;  // bytes from what it was before to when that was

// A day, which is not the last one of something.
bool IsDay(const PeriodHit& hit) {
  return !hit.deadline && (hit.period.form == "EVENT_DAY" || hit.period.form.starts_with("DATE"));
}

// "spent $39 billion, and over the past year sales": the period opens the clause behind it.
bool OpensNext(const Passage& passage, uint32_t period) {
  if (period < 2) return false;
  uint32_t joint = period - 1;
  for (std::string_view small : {"the", "past", "over", "in", "for", "during"}) {
    if (joint > 0 && passage.WordAt(joint) == small) --joint;
  }
  const std::string_view before = passage.WordAt(joint);
  return (before == "and" || before == "but" || before == "while") &&
         passage.HasSign(joint, kComma);
}

// "staff cuts since its 2008 bailout": then it began, and goes on.
bool IsSince(const Passage& passage, uint32_t first, uint32_t period) {
  for (uint32_t back = 1; back <= 2 && period >= first + back; ++back) {
    if (passage.WordAt(period - back) == "since") return true;
  }
  return false;
}

}  // namespace

int PeriodOf(const Reading& reading, const MetricTable& table, const Span& near, const Span& prior,
             bool of_reports) {
  const Passage& passage = *reading.passage;
  const model::Document& document = *passage.document;
  const Span sentence = document.sentences[reading.sentence].span;
  const auto first =
      std::lower_bound(passage.periods.begin(), passage.periods.end(), sentence.begin,
                       [](const PeriodHit& hit, uint32_t begin) { return hit.span.begin < begin; });
  const uint32_t here = reading.ClauseOf(document.TokensIn(near).begin);
  int best = -1;
  uint32_t least = UINT32_MAX;
  for (auto it = first; it != passage.periods.end() && it->span.begin < sentence.end; ++it) {
    const bool earlier = it->period.form.starts_with("LAST:1");
    if (!prior.empty() && it->span.begin >= prior.end &&
        it->span.begin <= prior.end + (earlier ? kReachOfPrior : kReachOfPrior / 4))
      continue;
    if (IsSince(passage, reading.tokens.begin, it->tokens.begin)) continue;
    if (it->comparison || (of_reports && IsDay(*it))) continue;
    if (it->span.begin >= near.end && OpensNext(passage, it->tokens.begin)) continue;
    const uint32_t clause = reading.ClauseOf(it->tokens.begin);
    uint32_t cost = it->span.end <= near.begin   ? near.begin - it->span.end
                    : it->span.begin >= near.end ? it->span.begin - near.end
                                                 : 0;
    // "a margin of 5 percent before 2015": the word that opens a clause here opens a deadline.
    const bool due = it->deadline && clause == here + 1 &&
                     passage.clauses[clause].tokens.begin == it->tokens.begin;
    if (clause != here && !due) {
      // A period of another clause counts only where it opens the sentence or its main clause.
      if (clause != reading.first_clause && clause + 1 != here) continue;
      if (IsOfOne(reading, table, it->tokens)) continue;
      // "excluding the recovery in the prior year, profit": what it is compared with.
      const bool opens = it->tokens.begin <= reading.tokens.begin + 3;
      if (it->period.form.starts_with("LAST:1") && !opens) continue;
      cost += 1000;
    }
    if (it->period.form.empty()) cost += 500;
    if (cost < least) {
      least = cost;
      best = static_cast<int>(it - passage.periods.begin());
    }
  }
  return best;
}

// When: the nearest period that the figure can be of.
void FactBuilder::SetPeriod(const MetricUse& use, const Span& head, int prior,
                            model::Fact* fact) const {
  const Span before = prior >= 0 ? reading_->Quantity(prior).quantity.place.span : Span();
  const model::MetricClass kind = Entry(use).metric.metric_class;
  const bool foretold = fact->kind == model::FactKind::kMetric &&
                        kind != model::MetricClass::kEvent && kind != model::MetricClass::kPrice &&
                        fact->modality != model::Modality::kActual;
  const bool single = foretold || IsOfReports(use);
  int period =
      PeriodOf(*reading_, *lexicon_.metrics, use.span.empty() ? head : use.span, before, single);
  // A movement in another clause than the metric has its own time: "but has soared this year".
  const bool apart = !head.empty() && !use.span.empty() &&
                     reading_->ClauseOf(passage_.document->TokensIn(head).begin) != use.clause;
  if (apart) {
    const int own = PeriodOf(*reading_, *lexicon_.metrics, head, before, single);
    if (own >= 0 && !passage_.periods[static_cast<size_t>(own)].period.form.empty()) period = own;
  }
  if (period < 0) return;
  const PeriodHit& hit = passage_.periods[static_cast<size_t>(period)];
  // "said last month it will cut costs": what is to come lies in no time that is over.
  const bool to_come =
      fact->modality == model::Modality::kGuidance || fact->modality == model::Modality::kTarget;
  if (to_come && hit.period.form.starts_with("LAST:1") && !hit.period.form.ends_with('Q') &&
      !hit.period.form.ends_with('Y'))
    return;
  fact->period_text = std::string(passage_.Written(hit.span));
  fact->period = hit.period;
  fact->spans.period = hit.span;
  const bool known = fact->company >= 0;
  const std::string ticker =
      known ? analysis_.companies[static_cast<size_t>(fact->company)].ticker : std::string();
  const auto& published = passage_.article->published;
  ResolvePeriod(*lexicon_.periods, ticker, published, &fact->period);
  // "had expected an upturn in November": what was estimated of a month may be long past.
  const bool estimate =
      fact->modality == model::Modality::kEstimate && fact->period.form.starts_with("CM");
  if ((fact->modality != model::Modality::kActual && fact->modality != model::Modality::kOpinion &&
       !estimate) ||
      IsPlanned(passage_, hit.span))
    ResolveAhead(*lexicon_.periods, ticker, published, &fact->period);
}

// Figures that companies report by the quarter and the year: the day beside them, as beside what is
// foretold, is when they were told.
bool FactBuilder::IsOfReports(const MetricUse& use) const { return IsReported(Entry(use).metric); }

}  // namespace tellwire::analysis
