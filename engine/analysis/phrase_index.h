// Phrases of one role, found at a given word: what the readers of quantities and periods ask about
// the words beside a number. (What must be found wherever it stands is in the trie, terms.h.)
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace tellwire::analysis {

// Filled at load, then immutable. The row of the phrase that was added first wins.
class PhraseIndex {
 public:
  enum class Reading : uint8_t { kForward, kBackward };
  explicit PhraseIndex(Reading reading = Reading::kForward) : reading_(reading) {}

  struct Match {
    uint32_t row = 0;
    uint32_t words = 0;
  };

  // Adds a phrase: ASCII words with anything between them; a word may end in `~` (all inflections).
  void Add(std::string_view phrase, uint32_t row);

  // The longest phrase that begins with token `at` and ends before token `end`.
  // REQUIRES: Reading::kForward.
  std::optional<Match> At(const model::Document& document, std::string_view text, uint32_t at,
                          uint32_t end) const {
    return MayStandAt(document, at, end) ? FindAt(document, text, at, end) : std::nullopt;
  }
  // Whether a phrase may begin with token `at`: false is certain, and quick.
  bool MayStandAt(const model::Document& document, uint32_t at, uint32_t end) const {
    if (at >= end || !MayBegin(document.tokens[at].word)) return false;
    return MayOpen(document.tokens[at].word, at + 1 < end ? document.tokens[at + 1].word : kNoWord);
  }

  // The longest phrase whose last word is the one before token `at`, not reaching before `begin`.
  // REQUIRES: Reading::kBackward.
  std::optional<Match> Before(const model::Document& document, std::string_view text, uint32_t at,
                              uint32_t begin) const {
    if (at <= begin || !MayBegin(document.tokens[at - 1].word)) return std::nullopt;
    const uint64_t next = at - 1 > begin ? document.tokens[at - 2].word : kNoWord;
    if (!MayOpen(document.tokens[at - 1].word, next)) return std::nullopt;
    return FindBefore(document, text, at, begin);
  }

  // The words with which phrases begin, some more than once.
  const std::vector<uint64_t>& first_words() const { return first_words_; }

  // The row of a phrase of one word, by Hash64 of the folded word.
  std::optional<uint32_t> Word(uint64_t word) const {
    return Holds(OpeningKey(word, kNoWord)) ? FindWord(word) : std::nullopt;
  }
  bool Has(uint64_t word) const { return Word(word).has_value(); }

  // Whether a phrase may begin with the word: false is certain, and quick.
  bool MayBegin(uint64_t word) const { return Holds(word); }

 private:
  static constexpr uint64_t kFilterMask = 255;  // 256 x 64 bits
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint64_t kNoWord = 0;

  // The filter holds the first word of every phrase, and its first two: nearly all that begins like
  // a phrase and is none is told apart without asking. A phrase of one word has no second.
  static uint64_t OpeningKey(uint64_t word, uint64_t next) { return std::rotl(word, 24) ^ next; }
  bool MayOpen(uint64_t word, uint64_t next) const {
    return Holds(OpeningKey(word, kNoWord)) || Holds(OpeningKey(word, next));
  }
  bool Holds(uint64_t key) const {
    return (filter_[(key >> 6) & kFilterMask] >> (key & 63) & 1) != 0;
  }
  void Hold(uint64_t key) { filter_[(key >> 6) & kFilterMask] |= uint64_t{1} << (key & 63); }

  // `next` has the bit of every word with which longer phrases go on: nearly all words that do not
  // are told apart without asking.
  struct Node {
    uint64_t next = 0;
    uint32_t id = 0;       // 0: the root
    uint32_t row = kNone;  // of the phrase that ends here
    bool MayGoOn(uint64_t word) const { return (next >> (word & 63) & 1) != 0; }
  };
  struct Slot {
    uint64_t key = 0;  // 0: empty
    Node node;
  };
  // What their namesakes without Find say, of words that may begin a phrase.
  std::optional<Match> FindAt(const model::Document& document, std::string_view text, uint32_t at,
                              uint32_t end) const;
  std::optional<Match> FindBefore(const model::Document& document, std::string_view text,
                                  uint32_t at, uint32_t begin) const;
  std::optional<uint32_t> FindWord(uint64_t word) const;

  const Node* Child(const Node& node, uint64_t word) const;  // nullptr: there is none
  // REQUIRES: room for one more node
  Node* AddChild(Node* node, uint64_t word);
  void MakeRoom(size_t nodes);
  void AddForm(const std::vector<uint64_t>& form, uint32_t row);

  Reading reading_;
  Node root_;
  uint32_t nodes_ = 0;
  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a power of two, at most half full
  std::vector<uint64_t> first_words_;
  std::vector<uint64_t> filter_ = std::vector<uint64_t>(kFilterMask + 1);
};

// Whether two neighbouring words of a phrase may stand so apart: spaces, hyphens, apostrophes,
// stops and slashes, at most four bytes.
bool JoinsWords(std::string_view gap);

}  // namespace tellwire::analysis
