// The phrases of all rules, and how a text wakes them.
//
// Each phrase that must wake is filed under one of its words, the rarest; a text is read once, word
// by word, and only where a filed word stands is the rest of the phrase looked at. The words of a
// phrase are compared by their hashes; a prefix by the folded bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/reading.h"
#include "match/word_frequencies.h"
#include "match/word_index.h"
#include "model/document.h"
#include "rule/condition.h"

namespace tellwire::match {

class PhraseTable {
 public:
  // A leaf with its phrases (any of them).
  struct Leaf {
    const rule::Condition* condition = nullptr;
    uint32_t source = 0;
    uint32_t first = 0, last = 0;  // half-open: its phrases
    bool recorded = false;         // too many phrases to look for one by one: found while reading
  };

  // Adds a leaf; returns its index. Leaves of more than kMany phrases are recorded.
  static constexpr size_t kMany = 16;
  uint32_t AddLeaf(const rule::Condition& leaf, uint32_t source,
                   const WordFrequencies& frequencies);
  // The leaf's phrases must wake it. Once a leaf.
  void FileLeaf(uint32_t leaf);
  // REQUIRES: called once, after all leaves were added and filed.
  void Build();

  const Leaf& leaf(uint32_t index) const { return leaves_[index]; }

  // Reads the tokens [begin, end) of a block: calls found(leaf, phrase, first) for each filed
  // phrase that stands there, `first` being its first token. `:exact()` is not looked at.
  template <typename Found>
  void Read(const model::Document& document, uint32_t begin, uint32_t end, Found found) const;

  // Every place where the phrase stands, by the index of an article's words; in no order.
  template <typename Found>
  void Find(uint32_t phrase, WordIndex* words, Found found) const;

  const rule::PhrasePattern& pattern(uint32_t phrase) const { return *phrases_[phrase].pattern; }
  uint32_t words_of(uint32_t phrase) const { return phrases_[phrase].count; }

 private:
  struct Word {
    rule::WordPattern::Kind kind = rule::WordPattern::Kind::kExact;
    uint64_t hash = 0;                           // of kExact
    const rule::WordPattern* pattern = nullptr;  // of the others
    uint32_t forms = 0, form_count = 0;          // of kForms: hashes in forms_
  };
  struct Phrase {
    const rule::PhrasePattern* pattern = nullptr;
    uint32_t words = 0, count = 0;  // into words_
    uint32_t leaf = 0;
    uint32_t rarest = 0;  // the word by which it is looked for; kExact or kForms where it has one
  };
  // A phrase filed under a word. `check` is the hash of the word beside it (0: none to check).
  struct Filed {
    uint64_t word = 0, check = 0;
    uint32_t phrase = 0;
    int16_t at = 0;      // the filed word's index in the phrase
    int16_t beside = 0;  // where the checked word stands, from the filed one: -1 or 1
  };
  struct Bucket {
    uint64_t word = 0;
    uint32_t first = 0, last = 0;  // half-open, into filed_; equal: an empty bucket
  };
  struct Prefix {
    std::string text;
    uint32_t phrase = 0;
    int16_t at = 0;
  };

  bool IsWordAt(const Word& word, const model::Document& document, uint32_t token) const;
  bool StandsAt(const Phrase& phrase, const model::Document& document, uint32_t first) const;
  void File(uint32_t phrase);
  const Bucket* Look(uint64_t word) const;
  // Whether any filed prefix begins as the word does: its first two bytes.
  bool StartsLikeAPrefix(std::string_view word) const {
    const size_t a = static_cast<unsigned char>(word[0]);
    const size_t b = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0;
    return (prefix_starts_[(a << 8 | b) >> 6] >> (b & 63) & 1) != 0;
  }
  template <typename Try>
  void ReadPrefixes(std::string_view word, Try attempt) const;

  std::vector<Leaf> leaves_;
  std::vector<Phrase> phrases_;
  std::vector<Word> words_;
  std::vector<uint64_t> forms_;
  std::vector<Filed> filed_;     // by word
  std::vector<Bucket> buckets_;  // open addressing, a power of two
  std::vector<uint64_t> bits_;   // a bit a hash: most words of a text end here
  uint64_t bit_mask_ = 0;
  std::vector<Prefix> prefixes_;         // sorted
  std::vector<uint64_t> prefix_starts_;  // a bit for each pair of first bytes
};

inline bool PhraseTable::IsWordAt(const Word& word, const model::Document& document,
                                  uint32_t token) const {
  const model::Token& t = document.tokens[token];
  if (word.kind == rule::WordPattern::Kind::kExact) return t.word == word.hash;
  if (word.kind == rule::WordPattern::Kind::kPrefix)
    return document.WordOf(t).starts_with(word.pattern->word);
  for (uint32_t i = 0; i < word.form_count; ++i) {
    if (forms_[word.forms + i] == t.word) return true;
  }
  return false;
}

inline bool PhraseTable::StandsAt(const Phrase& phrase, const model::Document& document,
                                  uint32_t first) const {
  for (uint32_t i = 0; i < phrase.count; ++i) {
    if (!IsWordAt(words_[phrase.words + i], document, first + i)) return false;
  }
  return true;
}

inline const PhraseTable::Bucket* PhraseTable::Look(uint64_t word) const {
  if ((bits_[(word & bit_mask_) >> 6] >> (word & 63) & 1) == 0) return nullptr;
  const uint64_t mask = buckets_.size() - 1;
  for (uint64_t at = (word >> 32) & mask;; at = (at + 1) & mask) {
    const Bucket& bucket = buckets_[at];
    if (bucket.first == bucket.last) return nullptr;
    if (bucket.word == word) return &bucket;
  }
}

// The prefixes of a word lie in ever narrower ranges of the sorted list, one letter at a time.
template <typename Try>
void PhraseTable::ReadPrefixes(std::string_view word, Try attempt) const {
  size_t low = 0, high = prefixes_.size();
  for (size_t depth = 0; low < high; ++depth) {
    while (low < high && prefixes_[low].text.size() == depth)
      attempt(prefixes_[low].phrase, prefixes_[low].at), ++low;
    if (depth == word.size()) return;
    const auto letter = static_cast<unsigned char>(word[depth]);
    const auto letter_of = [&](const Prefix& prefix) {
      return static_cast<unsigned char>(prefix.text[depth]);
    };
    const auto begin = prefixes_.begin() + static_cast<std::ptrdiff_t>(low);
    const auto end = prefixes_.begin() + static_cast<std::ptrdiff_t>(high);
    const auto from = std::partition_point(
        begin, end, [&](const Prefix& prefix) { return letter_of(prefix) < letter; });
    const auto to = std::partition_point(
        from, end, [&](const Prefix& prefix) { return letter_of(prefix) == letter; });
    low = static_cast<size_t>(from - prefixes_.begin());
    high = static_cast<size_t>(to - prefixes_.begin());
  }
}

template <typename Found>
void PhraseTable::Read(const model::Document& document, uint32_t begin, uint32_t end,
                       Found found) const {
  const auto attempt = [&](uint32_t index, uint32_t token, int at) {
    const Phrase& phrase = phrases_[index];
    const int64_t first = static_cast<int64_t>(token) - at;
    if (first < begin || first + phrase.count > end) return;
    if (StandsAt(phrase, document, static_cast<uint32_t>(first)))
      found(phrase.leaf, index, static_cast<uint32_t>(first));
  };
  for (uint32_t token = begin; token < end; ++token) {
    if (const Bucket* bucket = Look(document.tokens[token].word)) {
      for (uint32_t i = bucket->first; i < bucket->last; ++i) {
        const Filed& filed = filed_[i];
        if (filed.beside != 0) {
          const int64_t beside = static_cast<int64_t>(token) + filed.beside;
          if (beside < begin || beside >= end ||
              document.tokens[static_cast<size_t>(beside)].word != filed.check)
            continue;
        }
        attempt(filed.phrase, token, filed.at);
      }
    }
    if (!prefixes_.empty()) {
      const std::string_view word = document.WordOf(document.tokens[token]);
      if (StartsLikeAPrefix(word))
        ReadPrefixes(word, [&](uint32_t phrase, int at) { attempt(phrase, token, at); });
    }
  }
}

template <typename Found>
void PhraseTable::Find(uint32_t index, WordIndex* words, Found found) const {
  const Phrase& phrase = phrases_[index];
  const auto attempt = [&](model::Part part, uint32_t token) {
    const int64_t first = static_cast<int64_t>(token) - phrase.rarest;
    if (!words->InOneBlock(part, token, first, phrase.count)) return;
    if (StandsAt(phrase, words->document(part), static_cast<uint32_t>(first)))
      found(part, static_cast<uint32_t>(first));
  };
  const Word& rarest = words_[phrase.words + phrase.rarest];
  switch (rarest.kind) {
    case rule::WordPattern::Kind::kExact:
      words->ForEach(rarest.hash, attempt);
      break;
    case rule::WordPattern::Kind::kForms:
      for (uint32_t i = 0; i < rarest.form_count; ++i)
        words->ForEach(forms_[rarest.forms + i], attempt);
      break;
    case rule::WordPattern::Kind::kPrefix:
      words->ForEachToken([&](model::Part part, uint32_t token) {
        if (IsWordAt(rarest, words->document(part), token)) attempt(part, token);
      });
      break;
  }
}

}  // namespace tellwire::match
