#include "analysis/facts.h"

#include "analysis/attach.h"
#include "analysis/fact_builder.h"
#include "analysis/fact_consensus.h"
#include "analysis/metrics.h"
#include "analysis/movement.h"

namespace tellwire::analysis {
namespace {

// Sentences that offer more than this are tables and lists that lost their lines; pairing all with
// all would cost more than it tells.
constexpr size_t kMostWords = 60;

bool IsTooLong(const Reading& reading) {
  return reading.metrics.size() > kMostWords || reading.moves.size() > kMostWords ||
         reading.numbers.size() > kMostWords || reading.surprises.size() > kMostWords ||
         reading.last_clause - reading.first_clause > kMostWords ||
         reading.last_issuer - reading.first_issuer > 4 * kMostWords;
}

// The last figure that a sentence told, for the next one: "That was below estimates".
void Remember(const MetricTable& metrics, const std::vector<model::Fact>& facts, size_t first,
              Reading* reading) {
  reading->before.reset();
  for (size_t i = first; i < facts.size(); ++i) {
    const model::Fact& fact = facts[i];
    if (fact.kind != model::FactKind::kMetric || (!fact.value && !fact.change)) continue;
    const MetricEntry* entry = metrics.Find(fact.metric);
    if (entry == nullptr || fact.metric == "share_price") continue;
    MetricUse use;
    use.metric = static_cast<uint32_t>(entry - metrics.metrics.data());
    use.company = fact.company;
    use.segment = fact.segment;
    use.loss = fact.value && fact.value->high < 0;
    reading->before = std::move(use);
  }
}

void AssemblePassage(const Lexicon& lexicon, const Passage& passage, model::Analysis* analysis) {
  SentenceReader reader(*lexicon.metrics, *lexicon.movement, passage);
  FactBuilder builder(lexicon, passage, *analysis);
  ConsensusReader consensus(*lexicon.metrics);
  for (uint32_t i = 0; i < passage.document->sentences.size(); ++i) {
    Reading& reading = reader.Read(i);
    if (reading.first_clause == reading.last_clause || IsTooLong(reading)) continue;
    ReadMovePhrases(*lexicon.metrics, &reading);
    AttachMoves(*lexicon.metrics, &reading);
    AttachSurprises(*lexicon.metrics, &reading);
    AttachValues(*lexicon.metrics, &reading);
    const size_t first = analysis->facts.size();
    builder.Build(&reading, &analysis->facts);
    consensus.Read(reading, first, &analysis->facts);
    Remember(*lexicon.metrics, analysis->facts, first, &reading);
  }
}

}  // namespace

void AssembleFacts(const Lexicon& lexicon, const Passage& title, const Passage& text,
                   model::Analysis* analysis) {
  AssemblePassage(lexicon, title, analysis);
  AssemblePassage(lexicon, text, analysis);
  const auto& published = text.article->published;
  MakePromises(*lexicon.metrics,
               published ? std::optional(DayOf(published->seconds)) : std::nullopt,
               &analysis->facts);
  MergeFacts(&analysis->facts);
}

}  // namespace tellwire::analysis
