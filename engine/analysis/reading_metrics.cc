// Which words of a sentence name what is measured. Of overlapping ones the longer wins: "cloud
// revenue" is no revenue beside it. What only looks so is left out: "gold miners" are no gold, and
// the "profit" of a newspaper's name is none. Tested by tests/analysis/reading_test.cc.
#include <algorithm>
#include <iterator>

#include "analysis/reading.h"

namespace tellwire::analysis {
namespace {

// Longer first, then the more specific metric, then the earlier row.
bool Beats(const MetricTable& table, const TermHit& a, const TermHit& b) {
  const uint32_t la = a.tokens.end - a.tokens.begin, lb = b.tokens.end - b.tokens.begin;
  if (la != lb) return la > lb;
  if (a.term.kind != b.term.kind) return a.term.kind == TermKind::kMetric;
  if (a.term.kind != TermKind::kMetric) return a.term.row < b.term.row;
  const uint32_t ra = table.Of(table.surfaces[a.term.row]).rank;
  const uint32_t rb = table.Of(table.surfaces[b.term.row]).rank;
  if (ra != rb) return ra > rb;
  return a.term.row < b.term.row;
}

}  // namespace

// The metrics of the sentence and the commodities, few as they are, among them.
std::span<const TermHit> SentenceReader::MeasuredHere() {
  const auto metrics = metrics_said_.In(reading_.tokens);
  const auto commodities = commodities_.In(reading_.tokens);
  if (commodities.empty()) return metrics;
  measured_.clear();
  std::ranges::merge(metrics, commodities, std::back_inserter(measured_),
                     [](const TermHit& a, const TermHit& b) {
                       if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
                       return a.tokens.end > b.tokens.end;
                     });
  return measured_;
}

void SentenceReader::TakeMetrics(std::span<const TermHit> hits) {
  for (const TermHit* hit : ChooseMetrics(hits)) {
    const bool none = hit->term.kind == TermKind::kMetric && metrics_.surfaces[hit->term.row].none;
    if (!none) reading_.metrics.push_back(UseOf(*hit));
  }
}

std::vector<const TermHit*> SentenceReader::ChooseMetrics(std::span<const TermHit> hits) const {
  std::vector<const TermHit*> chosen;
  uint32_t other_thing = reading_.tokens.begin;  // until where "gold miners" are no gold
  for (const TermHit& hit : hits) {
    const auto overlaps = [&](const TermHit* other) { return Overlap(other->tokens, hit.tokens); };
    if (hit.term.kind == TermKind::kCommodity) {
      if (hit.tokens.begin < other_thing) continue;
      if (metrics_.commodities[hit.term.row] == "-") {
        const bool taken = std::ranges::any_of(chosen, [&](const TermHit* other) {
          return other->term.kind == TermKind::kCommodity && overlaps(other);
        });
        if (!taken) other_thing = hit.tokens.end;
        continue;
      }
    }
    if (!MeansMetric(hit)) continue;
    const auto rival = std::ranges::find_if(chosen, overlaps);
    if (rival == chosen.end()) {
      chosen.push_back(&hit);
    } else if (Beats(metrics_, hit, **rival) && (*rival)->tokens.begin >= hit.tokens.begin) {
      *rival = &hit;
    }
  }
  return chosen;
}

// Whether the words mean what they mostly do.
bool SentenceReader::MeansMetric(const TermHit& hit) const {
  if (hit.term.kind == TermKind::kMetric) {
    if (LacksWhole(hit)) return false;
    const ContextWords& needs = metrics_.surfaces[hit.term.row].needs;
    if (!needs.StandIn(*passage_.document, reading_.tokens)) return false;
  }
  for (uint32_t i = reading_.first_issuer; i < reading_.last_issuer; ++i) {
    const IssuerHit& issuer = passage_.issuers[i];
    if (!issuer.reference && Overlap(issuer.tokens, hit.tokens) &&
        issuer.tokens.end >= hit.tokens.end)
      return false;
  }
  return !IsPerShare(hit.tokens) && !IsCompound(hit) && !IsOwnedWhole(hit) && !IsInName(hit) &&
         !IsForecastVerb(hit);
}

MetricUse SentenceReader::UseOf(const TermHit& hit) const {
  MetricUse use;
  use.tokens = hit.tokens;
  use.span = hit.span;
  use.clause = reading_.ClauseOf(hit.tokens.begin);
  if (hit.term.kind == TermKind::kCommodity) {
    use.metric = metrics_.commodity_metric;
    use.segment = metrics_.commodities[hit.term.row];
    use.company = -1;
    return use;
  }
  const MetricSurface& surface = metrics_.surfaces[hit.term.row];
  use.metric = surface.metric;
  use.loss = surface.loss;
  use.profitable = surface.profitable;
  use.up = surface.up;
  use.weak = surface.weak;
  use.needs_number = surface.needs_number;
  use.done = surface.done;
  const auto& tokens = passage_.document->tokens;
  if (IsBelowZero(hit)) {
    use.loss = true;
    use.tokens.begin -= 1;
    use.span.begin = tokens[use.tokens.begin].span.begin;
  }
  if (surface.whole) {
    use.segment = passage_.Written(hit.span);
    use.company = -1;
  }
  if (IsMultipleOf(use.tokens) && metrics_.multiples[use.metric] >= 0) {
    use.metric = static_cast<uint32_t>(metrics_.multiples[use.metric]);
    use.weak = use.needs_number = true;
  }
  if (surface.segment && hit.tokens.end - hit.tokens.begin > 1)
    use.segment = passage_.Written({hit.span.begin, tokens[hit.tokens.end - 2].span.end});
  return use;
}

}  // namespace tellwire::analysis
