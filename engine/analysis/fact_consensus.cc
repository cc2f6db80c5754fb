// An estimate of the past ("had expected", "on average forecast") is held against the last figure
// of the same metric and company; a number without a metric against the figure of the sentence
// before. What is expected of times to come ("expect", "sees") is held against nothing.
#include "analysis/fact_consensus.h"

#include <algorithm>
#include <cmath>

#include "analysis/one_of.h"

namespace tellwire::analysis {
namespace {

constexpr uint32_t kReach = 3;  // sentences from a figure to what was expected of it
constexpr size_t kMostFigures = 8;
constexpr double kAlike = 5;       // a figure and what was expected are of one size
constexpr double kInline = 0.001;  // nearer than this they are the same

// Whether a figure and an estimate may speak of the same time. What is estimated for a year is held
// only against what was said of that year.
bool AreOfOneTime(const model::Fact& fact, const model::Fact& estimate) {
  const std::string& a = fact.period.form;
  const std::string& b = estimate.period.form;
  if (!a.empty() && !b.empty()) return a == b;
  const bool guided = fact.modality == model::Modality::kGuidance;
  return guided || !(b.starts_with("FY") || b.starts_with("CY") || b.starts_with("NEXT"));
}

}  // namespace

// Whether the words of the sentence up to a number say that others expected it, in the past.
bool ConsensusReader::IsExpectedBefore(const Reading& reading, uint32_t until) const {
  bool others = false, expected = false;
  for (uint32_t at = reading.tokens.begin; at < until; ++at) {
    const std::string_view word = reading.passage->WordAt(at);
    if (IsOneOf(word, {"expect", "expects", "see", "sees", "will", "forecasts", "next", "now",
                       "project", "projects", "raised", "cut", "guided"}))
      return false;
    others |= IsOneOf(word, {"analysts", "analyst", "street", "economists", "consensus", "market",
                             "polled", "surveyed", "average"});
    expected |= IsOneOf(word, {"expected", "expecting", "forecast", "estimated", "predicted",
                               "projected", "looking", "anticipated", "estimate", "estimates",
                               "consensus", "forecasting", "hoping", "looked"});
  }
  return others && expected;
}

bool ConsensusReader::Fits(const model::Fact& fact, const model::Number& expected,
                           const std::string& unit) const {
  if (!fact.value || fact.consensus || fact.surprise != model::Surprise::kNone) return false;
  if (fact.unit != unit) return false;
  const double value = std::abs(fact.value->middle()), other = std::abs(expected.middle());
  return value > 0 && other > 0 && value <= kAlike * other && other <= kAlike * value;
}

void ConsensusReader::Compare(const model::Number& expected, model::Fact* fact) const {
  fact->consensus = expected;
  const double other = expected.middle();
  // Of a range the nearer end counts: an estimate inside it is met.
  const double value = std::clamp(other, fact->value->low, fact->value->high);
  const MetricEntry* entry = metrics_.Find(fact->metric);
  const bool better = (value > other) == (entry == nullptr || entry->metric.polarity >= 0);
  fact->surprise = std::abs(value - other) <= kInline * std::abs(other) ? model::Surprise::kInline
                   : better                                             ? model::Surprise::kBeat
                                                                        : model::Surprise::kMiss;
}

void ConsensusReader::ReadEstimate(const Reading& reading, const model::Fact& estimate,
                                   std::vector<model::Fact>* facts) const {
  const uint32_t until = reading.passage->document->TokensIn(estimate.spans.value).begin;
  if (!IsExpectedBefore(reading, until)) return;
  for (size_t i = figures_.size(); i-- > 0;) {
    if (figures_[i].sentence + kReach < reading.sentence) return;
    model::Fact& fact = (*facts)[figures_[i].fact];
    if (fact.metric != estimate.metric || !Fits(fact, *estimate.value, estimate.unit)) continue;
    if (estimate.company >= 0 && estimate.company != fact.company) continue;
    if (!estimate.segment.empty() && estimate.segment != fact.segment) continue;
    if (!AreOfOneTime(fact, estimate)) continue;
    return Compare(*estimate.value, &fact);
  }
}

// "Analysts had expected 55 cents."
void ConsensusReader::ReadBareNumber(const Reading& reading,
                                     std::vector<model::Fact>* facts) const {
  if (figures_.empty() || figures_.back().sentence + 1 != reading.sentence) return;
  for (const NumberUse& number : reading.numbers) {
    if (number.metric >= 0) return;
    const QuantityHit& hit = reading.passage->quantities[number.quantity];
    if (!IsExpectedBefore(reading, hit.tokens.begin)) return;
    for (size_t i = figures_.size(); i-- > 0 && figures_[i].sentence + 1 == reading.sentence;) {
      model::Fact& fact = (*facts)[figures_[i].fact];
      const bool loss = fact.value && fact.value->high < 0;
      model::Number expected = hit.quantity.value;
      if (loss) expected = {-expected.high, -expected.low};
      if (!Fits(fact, expected, hit.quantity.unit)) continue;
      Compare(expected, &fact);
      // "The result was in line with the average estimate": what is said goes before what is
      // counted.
      if (!reading.surprises.empty()) fact.surprise = reading.surprises.front().surprise;
      return;
    }
    return;
  }
}

void ConsensusReader::Read(const Reading& reading, size_t first, std::vector<model::Fact>* facts) {
  const size_t last = facts->size();
  bool told = false;
  for (size_t i = first; i < last; ++i) {
    const model::Fact& fact = (*facts)[i];
    if (fact.kind != model::FactKind::kMetric || !fact.value) continue;
    told = true;
    if (fact.modality == model::Modality::kEstimate && !fact.negated)
      ReadEstimate(reading, fact, facts);
  }
  if (!told && !figures_.empty() && !reading.expectations.empty()) ReadBareNumber(reading, facts);
  for (size_t i = first; i < last; ++i) {
    const model::Fact& fact = (*facts)[i];
    if (fact.kind != model::FactKind::kMetric || !fact.value || fact.negated) continue;
    const bool said =
        fact.modality == model::Modality::kActual || fact.modality == model::Modality::kGuidance;
    if (!said || fact.metric == "share_price") continue;
    if (figures_.size() == kMostFigures) figures_.erase(figures_.begin());
    figures_.push_back({i, reading.sentence});
  }
}

}  // namespace tellwire::analysis
