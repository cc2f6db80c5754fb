// The numbers of a fact and their signs: a loss and what is called negative lie below zero, and
// what goes down has changed by less than nothing. Tested by tests/analysis/facts_test.cc.
#include <algorithm>
#include <cmath>

#include "analysis/attach.h"
#include "analysis/fact_builder.h"

namespace tellwire::analysis {
namespace {

constexpr double kLittle = 100;

model::Number Negative(const model::Number& number) {
  const double low = -std::abs(number.low), high = -std::abs(number.high);
  return {std::min(low, high), std::max(low, high)};
}

}  // namespace

// "EBITDA was negative $120 million", "minus 3 percent": the sign is a word.
bool FactBuilder::IsBelowZero(const QuantityHit& hit) const {
  if (hit.tokens.begin == reading_->tokens.begin) return false;
  const std::string_view before = passage_.WordAt(hit.tokens.begin - 1);
  return before == "negative" || before == "minus";
}

void FactBuilder::SetValue(const MetricUse& use, int quantity, model::Fact* fact) const {
  const QuantityHit& hit = reading_->Quantity(quantity);
  // "a profit of 34 cents": so little is earned by a share.
  const bool little = IsCurrencyUnit(hit.quantity.unit) && hit.quantity.value.high < kLittle;
  if (const int share = lexicon_.metrics->per_share[use.metric];
      (hit.per_share || little) && share >= 0)
    fact->metric = lexicon_.metrics->metrics[static_cast<size_t>(share)].metric.id;
  fact->value = use.loss || IsBelowZero(hit) ? Negative(hit.quantity.value) : hit.quantity.value;
  fact->unit = hit.quantity.unit;
  if (fact->unit.empty()) fact->unit = Entry(use).metric.default_unit;
  fact->qualifier = hit.quantity.qualifier;
  fact->alt_value = hit.alternate;
  fact->spans.value = hit.quantity.place.span;
  if (hit.ambiguous) AddFlag("ambiguous", fact);
}

void FactBuilder::SetChange(const MetricUse& use, const Move& move, model::Fact* fact) const {
  const QuantityHit& hit = reading_->Quantity(move.change);
  const std::string& unit = hit.quantity.unit;
  model::Number change = hit.quantity.value;
  if (unit != "x") {
    change = {std::abs(change.low), std::abs(change.high)};
    if (change.low > change.high) std::swap(change.low, change.high);
    if (fact->direction == model::Direction::kDown) change = Negative(change);
  }
  fact->change = change;
  fact->change_unit = unit.empty() ? Entry(use).metric.default_unit : unit;
  fact->spans.change = hit.quantity.place.span;
  if (!fact->value) fact->qualifier = hit.quantity.qualifier;
  if (hit.ambiguous) AddFlag("ambiguous", fact);
}

// The value of a number that a figure is compared with: below zero where it is a loss.
model::Number FactBuilder::Compared(const MetricUse& use, int quantity) const {
  const QuantityHit& hit = reading_->Quantity(quantity);
  // "a loss of $531 million, or 17 cents a share": the words stand beside the whole.
  const int whole = hit.tokens.begin > reading_->tokens.begin &&
                            passage_.WordAt(hit.tokens.begin - 1) == "or" && hit.per_share
                        ? reading_->QuantityUntil(hit.tokens.begin - 1)
                        : -1;
  const model::TokenRange at = whole >= 0 ? reading_->Quantity(whole).tokens : hit.tokens;
  // "a loss, compared with a $3 million profit": the prior value says itself what it was.
  bool profit = false;
  for (const MetricUse& other : reading_->metrics) {
    profit |= !other.loss && &other != &use && (other.metric == use.metric || whole >= 0) &&
              Distance(other.tokens, at) <= 1;
  }
  bool loss = use.loss && !profit;
  for (const MetricUse& other : reading_->metrics) {
    loss |= other.loss && &other != &use && (other.metric == use.metric || whole >= 0) &&
            Distance(other.tokens, at) <= 1;
  }
  return loss || IsBelowZero(hit) ? Negative(hit.quantity.value) : hit.quantity.value;
}

// "to cut $2 billion of costs": by so much they go down, and what is left is not said.
bool FactBuilder::IsCutBy(const MetricUse& use, const Move& move, int quantity) const {
  const QuantityHit& hit = reading_->Quantity(quantity);
  return move.word->kind == MoveKind::kAct && move.direction == model::Direction::kDown &&
         move.change < 0 && !use.done && hit.tokens.begin == move.tokens.end &&
         hit.tokens.end <= use.tokens.begin && IsCurrencyUnit(hit.quantity.unit) &&
         Entry(use).metric.metric_class == model::MetricClass::kMoney;
}

}  // namespace tellwire::analysis
