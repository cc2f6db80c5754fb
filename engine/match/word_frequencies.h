// How often words stand in the corpus: what "rare" is measured on.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "model/analysis.h"
#include "rule/condition.h"

namespace tellwire::match {

// Made once from the articles at hand, then read by Network. Counts articles, not occurrences.
class WordFrequencies {
 public:
  // Each different word of title and text counts once.
  void Add(const model::Analysis& analysis);
  void Add(const model::Document& title, const model::Document& text);
  // A word (Token::word) of which it is known that it stands in so many articles.
  void AddWord(uint64_t word, uint32_t in_articles) { articles_of_[word] += in_articles; }
  void AddArticles(uint64_t articles) { articles_ += articles; }

  // The share of articles in which a word stands, 0..1. A word never seen: half an article's worth.
  // Where nothing was counted, a guess from the word's length.
  double Share(const rule::WordPattern& word) const;
  // An estimate of the share in which a phrase stands.
  double Share(const rule::PhrasePattern& phrase) const;

 private:
  double ShareOf(std::string_view word) const;

  uint64_t articles_ = 0;
  std::unordered_map<uint64_t, uint32_t> articles_of_;
};

}  // namespace tellwire::match
