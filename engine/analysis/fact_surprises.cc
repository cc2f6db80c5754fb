// The slots of a fact that hold it against what was expected, and against what was before.
#include <algorithm>
#include <cmath>

#include "analysis/fact_builder.h"

namespace tellwire::analysis {
namespace {

constexpr double kInlineTolerance = 0.001;

model::Surprise Other(model::Surprise surprise) {
  if (surprise == model::Surprise::kBeat) return model::Surprise::kMiss;
  return surprise == model::Surprise::kMiss ? model::Surprise::kBeat : surprise;
}

}  // namespace

void FactBuilder::SetSurprise(const MetricUse& use, const SurpriseUse& surprise, const Move* move,
                              model::Fact* fact) const {
  fact->surprise = surprise.surprise;
  if (surprise.amount >= 0)
    fact->surprise_amount = reading_->Quantity(surprise.amount).quantity.value.middle();
  if (surprise.consensus >= 0) fact->consensus = Compared(use, surprise.consensus);
  if (IsMeasure(surprise)) fact->surprise = Judged(use, surprise.surprise);
  // "the loss was smaller than expected"
  if (IsMeasure(surprise) && use.loss && !Overlap(use.tokens, surprise.tokens))
    fact->surprise = Other(fact->surprise);
  if (move && IsMoreOfFall(surprise, *move)) fact->surprise = Other(fact->surprise);
}

// More than expected of what is better low is a miss: costs above estimates.
model::Surprise FactBuilder::Judged(const MetricUse& use, model::Surprise surprise) const {
  return Entry(use).metric.polarity >= 0 ? surprise : Other(surprise);
}

// "worse than forecast" judges, "higher than forecast" only measures.
bool FactBuilder::IsMeasure(const SurpriseUse& surprise) const {
  std::string_view word = passage_.WordAt(surprise.measure);
  if (word == "not" || word == "n") {
    word = passage_.WordAt(surprise.tokens.end - 2);  // "not as big as"
    return word == "big" || word == "large" || word == "steep" || word == "wide" ||
           word == "deep" || word == "high" || word == "low";
  }
  if (surprise.kind == SurpriseKind::kThan)
    return word != "better" && word != "worse" && word != "poorer" && word != "superior";
  return surprise.kind == SurpriseKind::kIdiom &&
         (word == "more" || word == "less" || word == "higher" || word == "lower" ||
          word == "larger" || word == "smaller" || word == "bigger" || word == "greater");
}

// "fell more than forecast", "a bigger drop than forecast": more of a fall is less of what fell.
bool FactBuilder::IsMoreOfFall(const SurpriseUse& surprise, const Move& move) const {
  const std::string_view word = passage_.WordAt(surprise.measure);
  if (IsSplit(surprise) && move.tokens.begin > surprise.measure)
    return move.direction == model::Direction::kDown && move.tokens.end <= surprise.tokens.begin;
  return move.direction == model::Direction::kDown && (word == "more" || word == "less") &&
         move.tokens.end <= surprise.tokens.begin;
}

// "expected better results than it delivered": the expectation is past, the results are told.
bool FactBuilder::IsDelivered(const SurpriseUse& surprise) const {
  return surprise.kind == SurpriseKind::kIdiom && passage_.WordAt(surprise.tokens.begin) == "than";
}

// A surprise's words and those of what was expected.
Span FactBuilder::SpanOf(const SurpriseUse& surprise) const {
  if (surprise.expectation < 0) return surprise.span;
  const model::TokenRange& e = reading_->expectations[static_cast<size_t>(surprise.expectation)];
  const auto& tokens = passage_.document->tokens;
  return Cover(surprise.span, {tokens[e.begin].span.begin, tokens[e.end - 1].span.end});
}

// Direction from a prior value and surprise from what was expected, where no word says them.
void FactBuilder::CompareNumbers(const MetricUse& use, model::Fact* fact) const {
  if (!fact->value) return;
  const double value = fact->value->middle();
  if (fact->prior && fact->direction == model::Direction::kNone) {
    const double prior = fact->prior->middle();
    fact->direction = value > prior   ? model::Direction::kUp
                      : value < prior ? model::Direction::kDown
                                      : model::Direction::kFlat;
    if (use.loss && fact->direction == model::Direction::kUp) AddFlag("loss_narrowed", fact);
  }
  if (fact->consensus && fact->surprise == model::Surprise::kNone) {
    const double consensus = fact->consensus->middle();
    const double near = kInlineTolerance * std::max(std::abs(value), std::abs(consensus));
    fact->surprise = std::abs(value - consensus) <= near ? model::Surprise::kInline
                     : value > consensus                 ? Judged(use, model::Surprise::kBeat)
                                                         : Judged(use, model::Surprise::kMiss);
  }
}

}  // namespace tellwire::analysis
