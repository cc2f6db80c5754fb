// Assembles facts from metrics, words of movement and surprise, numbers, periods and companies.
// reading.h says what a sentence offers, attach.h what belongs to what; here the slots of each fact
// are filled, repeats are merged and promises made.
#pragma once

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "model/analysis.h"

namespace tellwire::analysis {

// Fills Analysis::facts, title first, in text order.
// REQUIRES: all stages before it; Analysis::companies and sentences.
void AssembleFacts(const Lexicon& lexicon, const Passage& title, const Passage& text,
                   model::Analysis* analysis);

// Merges facts of one part that say the same, keeping the richest and every place in `mentions`;
// a fact of the title that the text says too is the text's.
void MergeFacts(std::vector<model::Fact>* facts);

// Makes promises of the facts about the future that can be kept or broken.
// `published`: the article's day, where it has one.
void MakePromises(const MetricTable& metrics, std::optional<Day> published,
                  std::vector<model::Fact>* facts);

}  // namespace tellwire::analysis
