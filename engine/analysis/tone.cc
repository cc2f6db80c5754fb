#include "analysis/tone.h"

#include "analysis/sentiment.h"

namespace tellwire::analysis {

Result<std::unique_ptr<ToneTable>> ToneTable::Load(const LexiconLoad& load) {
  auto sentiment = SentimentTable::Load(load);
  if (!sentiment) return sentiment.error();
  auto themes = ThemeTable::Load(load);
  if (!themes) return themes.error();
  auto cues = CueTable::Load(load);
  if (!cues) return cues.error();
  auto impact = ImpactTable::Load(load);
  if (!impact) return impact.error();
  auto stated = StatedTable::Load(load);
  if (!stated) return stated.error();
  return std::make_unique<ToneTable>(ToneTable{std::move(*sentiment), std::move(*themes),
                                               std::move(*cues), std::move(*impact),
                                               std::move(*stated)});
}

void JudgeTone(const Lexicon& lexicon, const Passage& title, const Passage& text,
               model::Analysis* analysis) {
  const ToneTable& table = *lexicon.tone;
  const PlacedFacts facts(analysis->facts, lexicon.vocabulary);
  MarkEvents(lexicon, title, text, facts, analysis);
  JudgeSentiment(lexicon, title, text, facts, analysis);
  analysis->themes = FindThemes(table.themes, title, text, *analysis);
  analysis->impact_parts = JudgeImpact(table.impact, *analysis);
  analysis->impact = ImpactOf(analysis->impact_parts);
}

}  // namespace tellwire::analysis
