// Sentiment of sentences, companies and the article.
#pragma once

#include "analysis/lexicon.h"
#include "analysis/passage.h"

namespace tellwire::analysis {

// A sentence scores the sum of its elements: what words say (tone_reading.h) and, where a fact says
// it better, the fact. A company scores what concerns it; the article its sentences, weighted by
// place.
void JudgeSentiment(const Lexicon& lexicon, const Passage& title, const Passage& text,
                    model::Analysis* analysis);

}  // namespace tellwire::analysis
