// The prices of commodities: one fact for each that a sentence moves or gives a number.
#include <algorithm>

#include "analysis/fact_builder.h"
#include "analysis/price_reader.h"

namespace tellwire::analysis {
namespace {

// A commodity guides nobody: what is said of its future is an estimate, or a question.
void SettleFuture(const Reading& reading, const Span& head, bool to_come, model::Fact* fact) {
  const Span sentence = reading.passage->document->sentences[reading.sentence].span;
  if (fact->modality == model::Modality::kGuidance || fact->modality == model::Modality::kTarget) {
    fact->modality = model::Modality::kEstimate;
  }
  if (fact->modality == model::Modality::kActual && to_come) {
    fact->modality = model::Modality::kEstimate;
  }
  const std::string_view opener = reading.passage->WordAt(reading.tokens.begin);
  const bool presumes = opener == "why" || opener == "what";  // it happened; one asks the cause
  // "Gold up in morning trade; should you buy?" asks of something else.
  const Span rest{head.end, std::max(head.end, sentence.end)};
  const bool asks = rest.Of(reading.passage->text).find_first_of(";") == std::string_view::npos;
  if (!presumes && asks && sentence.Of(reading.passage->text).ends_with('?')) {
    fact->modality = model::Modality::kHypothetical;
  }
}

}  // namespace

void FactBuilder::BuildPrices() {
  const Reading& reading = *reading_;
  const auto moves = ReadPriceMoves(*lexicon_.prices, *lexicon_.metrics, reading);
  for (size_t i = 0; i < reading.metrics.size(); ++i) {
    const MetricUse use = reading.metrics[i];
    if (use.metric != lexicon_.metrics->commodity_metric || use.implied) continue;
    if (DescribesOther(*lexicon_.prices, reading, use)) continue;
    bool said = false;
    for (const PriceMove& move : moves) {
      if (move.metric != i || (move.span.empty() && PartsOf(i).value < 0)) continue;
      BuildPrice(use, i, &move, !said);
      said = true;
    }
    if (!said && PartsOf(i).value >= 0) BuildPrice(use, i, nullptr, true);
  }
}

// `first`: the value that stands beside the commodity belongs to its first movement.
void FactBuilder::BuildPrice(MetricUse use, size_t index, const PriceMove* said, bool first) {
  static const MoveWord kPrice{MoveKind::kPrice, model::Direction::kNone, 1, ""};
  const Reading& reading = *reading_;
  const Parts parts = PartsOf(index);
  const int value = first ? parts.value : -1;
  model::Fact fact = Start(use);
  Span head = value >= 0 ? reading.Quantity(value).quantity.place.span : use.span;
  if (value >= 0) SetValue(use, value, &fact);
  int prior = first ? parts.prior : -1;
  if (said && !said->span.empty()) {
    Move move{said->tokens, said->span, &kPrice, said->direction,
              reading.ClauseOf(said->tokens.begin)};
    if (said->numbers >= 0) {
      const Move& word = reading.moves[static_cast<size_t>(said->numbers)];
      move.change = word.change;
      move.level = word.level;
      move.prior = word.prior;
      if (word.prior >= 0) prior = word.prior;
    }
    SetMove(use, move, &fact);
    SetMarks(use, &move, &fact);
    head = said->span;
    fact.spans.fact = head;
    if (!first) use.span = head;  // its period stands beside the movement
  } else if (prior >= 0) {
    fact.prior = Compared(use, prior);
  }
  if (!Finish(use, head, prior, &fact)) return;
  SettleFuture(reading, head, said && said->to_come, &fact);
  facts_->push_back(std::move(fact));
}

}  // namespace tellwire::analysis
