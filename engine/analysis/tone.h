// What the words and facts of an article amount to: sentiment, themes, events of sentences, impact.
#pragma once

#include <memory>

#include "analysis/impact.h"
#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "analysis/sentence_events.h"
#include "analysis/sentiment_table.h"
#include "analysis/stated.h"
#include "analysis/themes.h"

namespace tellwire::analysis {

struct ToneTable {
  SentimentTable sentiment;
  ThemeTable themes;
  CueTable cues;
  ImpactTable impact;
  StatedTable stated;

  // Registers its surfaces; adds the names of themes and of events to the vocabulary.
  static Result<std::unique_ptr<ToneTable>> Load(const LexiconLoad& load);
};

// The last stage. Fills sentences[].events, sentiment of the article and of each company, themes
// and impact from Passage::terms and from the facts. Before there are facts, and in headlines that
// make none, the words alone decide.
void JudgeTone(const Lexicon& lexicon, const Passage& title, const Passage& text,
               model::Analysis* analysis);

}  // namespace tellwire::analysis
