// Takes a text apart: words, blocks, sections, sentences.
//
// Layout is by rule, not by vocabulary; what counts as furniture and which abbreviations do not end
// a sentence is data, handed in as LayoutTables.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/error.h"
#include "base/table.h"
#include "model/document.h"

namespace tellwire::text {

// Vocabulary of the layout, from furniture.tsv, abbreviations.tsv and labels.tsv of rules/lexicon.
struct LayoutTables {
  struct Furniture {
    std::string words;       // folded words in a row
    bool starts = false;     // only at the start of a block or of a sentence
    bool whole = false;      // the block is nothing else
    bool until_end = false;  // everything from here on is furniture
    bool bar = false;        // whole, but only beside others of its kind (`Facebook Twitter Email`)
  };
  std::vector<Furniture> furniture;
  std::unordered_set<std::string> abbreviations;  // folded, without the stop: "inc", "u.s"
  // Those of `abbreviations` that may stand at a sentence's end ("Inc. The ..."): there the next
  // word decides. Those that are one only before a digit ("No. 3").
  std::unordered_set<std::string> may_end, before_digit;
  std::unordered_set<std::string> starters;  // folded words that open a sentence: "the", "but"
  std::vector<std::string> provider_labels;  // folded labels of glued data: "market impact"

  // Furniture by the hash of its first word, longest first; the words of each as hashes; and a
  // filter that passes over most words. Filled by Index.
  std::unordered_map<uint64_t, std::vector<size_t>> furniture_by_word;
  std::vector<std::vector<uint64_t>> furniture_words;
  std::bitset<8192> furniture_first;

  // Called once after `furniture` is filled.
  void Index();
};

// The layout's tables from their files. Rows that are wrong go to `problems` and are skipped.
LayoutTables ReadLayoutTables(const Table& furniture, const Table& abbreviations,
                              const Table& labels, std::vector<Error>* problems);

enum class TextKind { kTitle, kBody };

// Splits a text. `has_title` says that a title was given apart: then the first line lends none.
// Linear in the length of the text. REQUIRES: valid UTF-8, under 4 GiB.
model::Document ReadDocument(std::string_view text, TextKind kind, const LayoutTables& tables,
                             bool has_title = true);

// Only the words: what a search query, a phrase of a rule or a list line is made of.
void Tokenise(std::string_view text, model::Document* document);

}  // namespace tellwire::text
