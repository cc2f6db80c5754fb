// The prices of commodities: one fact for each that a sentence moves or gives a number.
#include "analysis/fact_builder.h"
#include "analysis/price_reader.h"

namespace tellwire::analysis {
namespace {

// A commodity guides nobody: what is said of its future is an estimate, or a question.
void SettleFuture(const Reading& reading, bool to_come, model::Fact* fact) {
  const Span sentence = reading.passage->document->sentences[reading.sentence].span;
  if (fact->modality == model::Modality::kGuidance || fact->modality == model::Modality::kTarget) {
    fact->modality = model::Modality::kEstimate;
  }
  if (fact->modality == model::Modality::kActual && to_come) {
    fact->modality = model::Modality::kEstimate;
  }
  const std::string_view opener = reading.passage->WordAt(reading.tokens.begin);
  const bool presumes = opener == "why" || opener == "what";  // it happened; one asks the cause
  if (!presumes && sentence.Of(reading.passage->text).ends_with('?')) {
    fact->modality = model::Modality::kHypothetical;
  }
}

}  // namespace

void FactBuilder::BuildPrices() {
  static const MoveWord kPrice{MoveKind::kPrice, model::Direction::kNone, 1, ""};
  const Reading& reading = *reading_;
  const auto moves = ReadPriceMoves(*lexicon_.prices, *lexicon_.metrics, reading);
  for (size_t i = 0; i < reading.metrics.size(); ++i) {
    const MetricUse use = reading.metrics[i];
    if (use.metric != lexicon_.metrics->commodity_metric || use.implied) continue;
    if (DescribesOther(*lexicon_.prices, reading, use)) continue;
    const Parts parts = PartsOf(i);
    const PriceMove* said = nullptr;
    for (const PriceMove& move : moves) {
      if (move.metric == i) said = &move;
    }
    if (!said && parts.value < 0) continue;
    model::Fact fact = Start(use);
    Span head = parts.value >= 0 ? reading.Quantity(parts.value).quantity.place.span : use.span;
    if (parts.value >= 0) SetValue(use, parts.value, &fact);
    int prior = parts.prior;
    if (said) {
      Move move{said->tokens, said->span, &kPrice, said->direction,
                reading.ClauseOf(said->tokens.begin)};
      if (said->move >= 0) {
        const Move& word = reading.moves[static_cast<size_t>(said->move)];
        move.change = word.change;
        move.level = word.level;
        move.prior = word.prior;
        if (word.prior >= 0) prior = word.prior;
      }
      SetMove(use, move, &fact);
      SetMarks(use, &move, &fact);
      head = said->span;
      fact.spans.fact = head;
    }
    if (!Finish(use, head, prior, &fact)) continue;
    SettleFuture(reading, said && said->to_come, &fact);
    facts_->push_back(std::move(fact));
  }
}

}  // namespace tellwire::analysis
