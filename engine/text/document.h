// Takes a text apart: words, blocks, sections, sentences (EXTRACTION 2).
//
// Layout is by rule, not by vocabulary; what counts as furniture and which abbreviations do not end
// a sentence is data, handed in as LayoutTables.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/document.h"

namespace tellwire::text {

// Vocabulary of the layout, from rules/lexicon/furniture.tsv and abbreviations.tsv.
struct LayoutTables {
  struct Furniture {
    std::string words;       // folded words in a row
    bool starts = false;     // only at the start of a block
    bool whole = false;      // the block is nothing else
    bool until_end = false;  // everything from here on is furniture
  };
  std::vector<Furniture> furniture;
  std::unordered_set<std::string> abbreviations;  // folded, without the stop: "inc", "u.s"
  std::vector<std::string> provider_labels;       // folded labels of glued data: "market impact"
};

enum class TextKind { kTitle, kBody };

// Splits a text. `has_title` says that a title was given apart: then the first line lends none.
// Linear in the length of the text. REQUIRES: valid UTF-8, under 4 GiB.
model::Document ReadDocument(std::string_view text, TextKind kind, const LayoutTables& tables,
                             bool has_title = true);

// Only the words: what a search query, a phrase of a rule or a list line is made of.
void Tokenise(std::string_view text, model::Document* document);

}  // namespace tellwire::text
