#include "match/word_frequencies.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/hash.h"

namespace tellwire::match {
namespace {

// Without a corpus: short words are common, long ones and numbers are not.
double Guess(std::string_view word) {
  return std::min(0.9, 2.0 * std::pow(0.5, static_cast<double>(word.size())));
}

}  // namespace

void WordFrequencies::Add(const model::Analysis& analysis) { Add(analysis.title, analysis.text); }

void WordFrequencies::Add(const model::Document& title, const model::Document& text) {
  std::unordered_set<uint64_t> words;
  for (const model::Token& token : title.tokens) words.insert(token.word);
  for (const model::Token& token : text.tokens) words.insert(token.word);
  for (uint64_t word : words) ++articles_of_[word];
  ++articles_;
}

double WordFrequencies::ShareOf(std::string_view word) const {
  if (articles_ == 0) return Guess(word);
  const auto found = articles_of_.find(Hash64(word));
  const double count = found == articles_of_.end() ? 0.5 : static_cast<double>(found->second);
  return std::min(1.0, count / static_cast<double>(articles_));
}

double WordFrequencies::Share(const rule::WordPattern& word) const {
  switch (word.kind) {
    case rule::WordPattern::Kind::kExact:
      return ShareOf(word.word);
    case rule::WordPattern::Kind::kPrefix:
      return std::min(
          1.0, 3 * std::max(ShareOf(word.word), 0.002) + (word.word.size() <= 3 ? 0.2 : 0.0));
    case rule::WordPattern::Kind::kForms: {
      double share = 0;
      for (const std::string& form : word.forms) share += ShareOf(form);
      return std::min(1.0, share);
    }
  }
  return 1;
}

// No more often than its rarest word, and the less often the rarer the others are.
double WordFrequencies::Share(const rule::PhrasePattern& phrase) const {
  double rarest = 1, others = 1;
  for (const rule::WordPattern& word : phrase.words) {
    const double share = Share(word);
    others *= std::sqrt(std::max(share, rarest));
    rarest = std::min(rarest, share);
  }
  return rarest * others;
}

}  // namespace tellwire::match
