// Sentiment of sentences, companies and the article.
#pragma once

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "analysis/placed_facts.h"

namespace tellwire::analysis {

// A sentence scores the sum of its elements: what words say (tone_reading.h) and, where a fact says
// it better, the fact. A company scores what concerns it; the article its sentences, weighted by
// place. `facts` are those of the analysis.
void JudgeSentiment(const Lexicon& lexicon, const Passage& title, const Passage& text,
                    const PlacedFacts& facts, model::Analysis* analysis);

}  // namespace tellwire::analysis
