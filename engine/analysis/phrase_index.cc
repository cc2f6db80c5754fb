#include "analysis/phrase_index.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "text/inflect.h"

namespace tellwire::analysis {
namespace {

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::vector<uint64_t> HashesOf(const std::string& word, bool inflected) {
  if (!inflected) return {Hash64(word)};
  std::vector<uint64_t> hashes;
  for (const std::string& form : text::Inflections(word)) hashes.push_back(Hash64(form));
  return hashes;
}

// The words of a phrase, each as the hashes of its forms.
std::vector<std::vector<uint64_t>> FormsOf(std::string_view phrase) {
  std::vector<std::vector<uint64_t>> forms;
  size_t at = 0;
  while (at < phrase.size()) {
    std::string word;
    for (; at < phrase.size() && IsWordByte(phrase[at]); ++at) {
      const char c = phrase[at];
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    const bool inflected = at < phrase.size() && phrase[at] == '~';
    if (!word.empty()) forms.push_back(HashesOf(word, inflected));
    if (at < phrase.size()) ++at;
  }
  return forms;
}

std::string_view GapAfter(const model::Document& document, std::string_view text, uint32_t token) {
  const uint32_t from = document.tokens[token].span.end;
  return text.substr(from, document.tokens[token + 1].span.begin - from);
}

uint64_t KeyOf(uint32_t node, uint64_t word) {
  const uint64_t key = Combine(node + 1, word);
  return key == 0 ? 1 : key;
}

}  // namespace

bool JoinsWords(std::string_view gap) {
  if (gap.size() > 4) return false;
  for (const char c : gap) {
    const bool joins = c == ' ' || c == '-' || c == '\'' || c == '.' || c == '/' || c == '\n' ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (!joins) return false;
  }
  return true;
}

void PhraseIndex::Add(std::string_view phrase, uint32_t row) {
  auto forms = FormsOf(phrase);
  if (forms.empty()) return;
  if (reading_ == Reading::kBackward) std::reverse(forms.begin(), forms.end());
  for (const uint64_t word : forms.front()) {
    first_words_.push_back(word);
    filter_[(word >> 6) & kFilterMask] |= uint64_t{1} << (word & 63);
  }
  AddWords(forms, 0, 0, row);
}

void PhraseIndex::AddWords(const std::vector<std::vector<uint64_t>>& forms, size_t at,
                           uint32_t node, uint32_t row) {
  if (at == forms.size()) {
    if (rows_[node] == kNone) rows_[node] = row;
    return;
  }
  for (const uint64_t word : forms[at]) AddWords(forms, at + 1, AddChild(node, word), row);
}

uint32_t PhraseIndex::Child(uint32_t node, uint64_t word) const {
  if (slots_.empty()) return kNone;
  const uint64_t key = KeyOf(node, word);
  const size_t mask = slots_.size() - 1;
  for (size_t i = key & mask;; i = (i + 1) & mask) {
    if (slots_[i].key == key) return slots_[i].node;
    if (slots_[i].key == 0) return kNone;
  }
}

uint32_t PhraseIndex::AddChild(uint32_t node, uint64_t word) {
  if (const uint32_t child = Child(node, word); child != kNone) return child;
  if (rows_.size() * 2 >= slots_.size()) Grow();
  const auto child = static_cast<uint32_t>(rows_.size());
  rows_.push_back(kNone);
  const uint64_t key = KeyOf(node, word);
  const size_t mask = slots_.size() - 1;
  size_t i = key & mask;
  while (slots_[i].key != 0) i = (i + 1) & mask;
  slots_[i] = {key, child};
  return child;
}

void PhraseIndex::Grow() {
  std::vector<Slot> old(std::max<size_t>(16, slots_.size() * 2));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.key == 0) continue;
    size_t i = slot.key & mask;
    while (slots_[i].key != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

std::optional<PhraseIndex::Match> PhraseIndex::FindAt(const model::Document& document,
                                                      std::string_view text, uint32_t at,
                                                      uint32_t end) const {
  std::optional<Match> longest;
  uint32_t node = 0;
  for (uint32_t i = at; i < end; ++i) {
    if (i > at && !JoinsWords(GapAfter(document, text, i - 1))) break;
    node = Child(node, document.tokens[i].word);
    if (node == kNone) break;
    if (rows_[node] != kNone) longest = Match{rows_[node], i + 1 - at};
  }
  return longest;
}

std::optional<PhraseIndex::Match> PhraseIndex::FindBefore(const model::Document& document,
                                                          std::string_view text, uint32_t at,
                                                          uint32_t begin) const {
  std::optional<Match> longest;
  uint32_t node = 0;
  for (uint32_t i = at; i > begin; --i) {
    if (i < at && !JoinsWords(GapAfter(document, text, i - 1))) break;
    node = Child(node, document.tokens[i - 1].word);
    if (node == kNone) break;
    if (rows_[node] != kNone) longest = Match{rows_[node], at + 1 - i};
  }
  return longest;
}

std::optional<uint32_t> PhraseIndex::FindWord(uint64_t word) const {
  const uint32_t node = Child(0, word);
  if (node == kNone || rows_[node] == kNone) return std::nullopt;
  return rows_[node];
}

}  // namespace tellwire::analysis
