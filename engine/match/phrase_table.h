// The phrases of all rules, and how a text wakes them.
//
// Each phrase that must wake is filed under two neighbouring words of it, the rarest pair, or under
// its rarest word where it has no such pair. A text is read once, word by word, and only where a
// filed pair or word stands is the rest of the phrase looked at. The words of a phrase are compared
// by their hashes; a prefix by the folded bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "match/presence.h"
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
    // Too many phrases to look for one by one: they are noted under this number while an article
    // is read.
    uint32_t recorder = ~uint32_t{0};
    bool exact = false;  // :exact()
  };

  // Adds a leaf; returns its index. Leaves of more than kMany phrases are recorded.
  static constexpr size_t kMany = 16;
  uint32_t AddLeaf(const rule::Condition& leaf, uint32_t source,
                   const WordFrequencies& frequencies);
  // The leaf's phrases must wake it. Once a leaf.
  void FileLeaf(uint32_t leaf);
  // `only_rule`: by leaf, the one rule that it wakes, or kSeveral. REQUIRES: called once, after all
  // leaves were added and filed.
  static constexpr uint32_t kSeveral = ~uint32_t{0};
  void Build(std::vector<uint32_t> only_rule);

  uint32_t recorders() const { return recorders_; }
  const Leaf& leaf(uint32_t index) const { return leaves_[index]; }

  // A phrase filed under the hash of a word, or of a pair of words: then `at` is the second of
  // them.
  struct Filed {
    uint64_t hash = 0;
    uint32_t phrase = 0, leaf = 0;
    uint32_t only_rule = kSeveral;  // the rule that it wakes, where that is one
    uint16_t at = 0;                // the filed word's index in the phrase
    uint16_t count = 0;             // words of the phrase; 0: an empty place of the table
    bool complete = false;          // the phrase is nothing but what it is filed under
  };

  // Reads the tokens [begin, end) of a block: calls found(filed, first) for each filed
  // phrase that stands there, `first` being its first token. `:exact()` is not looked at.
  template <typename Found>
  void Read(const model::Document& document, uint32_t begin, uint32_t end, Found found) const;

  // Every place where the phrase stands, by the index of an article's words; in no order.
  template <typename Found>
  void Find(uint32_t phrase, WordIndex* words, Found found) const;

  // What must be present where the phrase stands (presence.h), or 0: it cannot be said.
  uint64_t KeyOf(uint32_t phrase) const;

  bool IsInForce(uint32_t phrase, Day day) const {
    if (!phrases_[phrase].dated) return true;
    const rule::PhrasePattern& dates = *phrases_[phrase].pattern;
    return IsBetween(day, dates.from, dates.until);
  }
  const rule::PhrasePattern& pattern(uint32_t phrase) const { return *phrases_[phrase].pattern; }
  uint32_t words_of(uint32_t phrase) const { return phrases_[phrase].count; }

 private:
  struct Word {
    rule::WordPattern::Kind kind = rule::WordPattern::Kind::kExact;
    uint64_t hash = 0;                           // of kExact
    const rule::WordPattern* pattern = nullptr;  // of the others
    uint32_t forms = 0, form_count = 0;          // of kForms: hashes in forms_
  };
  // One line of the cache holds all that most phrases are compared by.
  static constexpr size_t kInline = 4;
  struct alignas(64) Phrase {
    uint64_t hashes[kInline] = {};  // of its words, where it is plain
    const rule::PhrasePattern* pattern = nullptr;
    uint32_t words = 0;  // into words_
    uint32_t leaf = 0;
    uint16_t count = 0;
    uint16_t pair = 0;    // the second word of the pair under which it is filed; 0: none
    uint16_t rarest = 0;  // the word by which it is looked for; a prefix only where all are
    bool plain = false;   // at most kInline exact words
    bool dated = false;
  };
  // What is filed, by hash, in open addressing. A bit for each hash comes first: most words of a
  // text end there.
  struct Drawer {
    std::vector<Filed> filed;  // until Build, in the order of filing; then a power of two
    std::vector<uint64_t> bits;
    uint64_t bit_mask = 0;

    void Build();
    bool MayHave(uint64_t hash) const {
      return (bits[(hash & bit_mask) >> 6] >> (hash & 63) & 1) != 0;
    }
    const Filed* SlotOf(uint64_t hash) const { return &filed[(hash >> 32) & (filed.size() - 1)]; }
    template <typename Open>
    void ForEach(uint64_t hash, Open open) const {
      const uint64_t mask = filed.size() - 1;
      for (uint64_t at = (hash >> 32) & mask; filed[at].count != 0; at = (at + 1) & mask) {
        if (filed[at].hash == hash) open(filed[at]);
      }
    }
  };
  struct Prefix {
    std::string text;
    Filed filed;
  };

  bool IsWordAt(const Word& word, const model::Document& document, uint32_t token) const;
  bool StandsAt(const Phrase& phrase, const model::Document& document, uint32_t first) const;
  void File(uint32_t phrase);
  // Whether any filed prefix begins as the word does: its first two bytes.
  bool StartsLikeAPrefix(std::string_view word) const {
    const size_t a = static_cast<unsigned char>(word[0]);
    const size_t b = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0;
    return (prefix_starts_[(a << 8 | b) >> 6] >> (b & 63) & 1) != 0;
  }
  template <typename Try>
  void ReadPrefixes(std::string_view word, Try attempt) const;

  std::vector<Leaf> leaves_;
  uint32_t recorders_ = 0;
  std::vector<Phrase> phrases_;
  std::vector<Word> words_;
  std::vector<uint64_t> forms_;
  Drawer words_filed_, pairs_filed_;
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
  if (phrase.plain) {
    for (uint32_t i = 0; i < phrase.count; ++i) {
      if (document.tokens[first + i].word != phrase.hashes[i]) return false;
    }
    return true;
  }
  for (uint32_t i = 0; i < phrase.count; ++i) {
    if (!IsWordAt(words_[phrase.words + i], document, first + i)) return false;
  }
  return true;
}

// The prefixes of a word lie in ever narrower ranges of the sorted list, one letter at a time.
template <typename Try>
void PhraseTable::ReadPrefixes(std::string_view word, Try attempt) const {
  size_t low = 0, high = prefixes_.size();
  for (size_t depth = 0; low < high; ++depth) {
    while (low < high && prefixes_[low].text.size() == depth) attempt(prefixes_[low].filed), ++low;
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
  const auto attempt = [&](const Filed& filed, uint32_t token) {
    if (token - begin < filed.at || token - filed.at + filed.count > end) return;
    const uint32_t first = token - filed.at;
    if (filed.complete || StandsAt(phrases_[filed.phrase], document, first)) found(filed, first);
  };
  // Where a bit says that something may be filed, the table is sent for and looked into a little
  // later: by then it has come, for the tables of many rules are far from the processor.
  struct Probe {
    const Drawer* drawer;
    uint64_t hash;
    uint32_t token;
  };
  Probe probes[32];
  size_t waiting = 0;
  const auto look = [&] {
    for (size_t i = 0; i < waiting; ++i)
      probes[i].drawer->ForEach(probes[i].hash,
                                [&](const Filed& filed) { attempt(filed, probes[i].token); });
    waiting = 0;
  };
  const auto send_for = [&](const Drawer& drawer, uint64_t hash, uint32_t token) {
    __builtin_prefetch(drawer.SlotOf(hash));
    probes[waiting++] = {&drawer, hash, token};
  };
  uint64_t before = 0;
  for (uint32_t token = begin; token < end; ++token) {
    const uint64_t word = document.tokens[token].word;
    if (words_filed_.MayHave(word)) send_for(words_filed_, word, token);
    const uint64_t pair = PairOf(before, word);
    before = word;
    if (pairs_filed_.MayHave(pair) && token > begin) send_for(pairs_filed_, pair, token);
    if (waiting + 2 > std::size(probes)) look();
    if (!prefixes_.empty()) {
      const std::string_view folded = document.WordOf(document.tokens[token]);
      if (StartsLikeAPrefix(folded))
        ReadPrefixes(folded, [&](const Filed& filed) { attempt(filed, token); });
    }
  }
  look();
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
  if (phrase.plain) {
    words->ForEach(phrase.hashes[phrase.rarest], attempt);
    return;
  }
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
