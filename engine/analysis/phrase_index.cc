#include "analysis/phrase_index.h"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/inflect.h"

namespace tellwire::analysis {
namespace {

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
      word += ToLower(phrase[at]);
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

// Every way to take one word of each.
std::vector<std::vector<uint64_t>> Product(const std::vector<std::vector<uint64_t>>& choices) {
  std::vector<std::vector<uint64_t>> forms(1);
  for (const auto& words : choices) {
    std::vector<std::vector<uint64_t>> longer;
    for (const auto& form : forms) {
      for (const uint64_t word : words) longer.emplace_back(form).push_back(word);
    }
    forms = std::move(longer);
  }
  return forms;
}

uint64_t KeyOf(uint64_t node, uint64_t word) { return (word ^ (node * 0x9e3779b97f4a7c15ULL)) | 1; }

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
  first_words_.insert(first_words_.end(), forms.front().begin(), forms.front().end());
  for (const auto& form : Product(forms)) AddForm(form, row);
}

void PhraseIndex::AddForm(const std::vector<uint64_t>& form, uint32_t row) {
  Hold(form[0]);
  Hold(OpeningKey(form[0], form.size() > 1 ? form[1] : kNoWord));
  MakeRoom(form.size());
  Node* node = &root_;
  for (const uint64_t word : form) node = AddChild(node, word);
  if (node->row == kNone) node->row = row;
}

const PhraseIndex::Node* PhraseIndex::Child(const Node& node, uint64_t word) const {
  const uint64_t key = KeyOf(node.id, word);
  const size_t mask = slots_.size() - 1;
  for (size_t i = (key >> 20) & mask;; i = (i + 1) & mask) {
    if (slots_[i].key == key) return &slots_[i].node;
    if (slots_[i].key == 0) return nullptr;
  }
}

PhraseIndex::Node* PhraseIndex::AddChild(Node* node, uint64_t word) {
  const uint64_t key = KeyOf(node->id, word);
  const size_t mask = slots_.size() - 1;
  size_t i = (key >> 20) & mask;
  for (; slots_[i].key != 0; i = (i + 1) & mask) {
    if (slots_[i].key == key) return &slots_[i].node;
  }
  slots_[i].key = key;
  slots_[i].node.id = ++nodes_;
  node->next |= uint64_t{1} << (word & 63);
  return &slots_[i].node;
}

void PhraseIndex::MakeRoom(size_t nodes) {
  if ((nodes_ + nodes) * 2 <= slots_.size()) return;
  std::vector<Slot> old(std::bit_ceil((nodes_ + nodes) * 2));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.key == 0) continue;
    size_t i = (slot.key >> 20) & mask;
    while (slots_[i].key != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

std::optional<PhraseIndex::Match> PhraseIndex::FindAt(const model::Document& document,
                                                      std::string_view text, uint32_t at,
                                                      uint32_t end) const {
  std::optional<Match> longest;
  const Node* node = &root_;
  for (uint32_t i = at; i < end; ++i) {
    const uint64_t word = document.tokens[i].word;
    if (!node->MayGoOn(word)) break;
    if (i > at && !JoinsWords(GapAfter(document, text, i - 1))) break;
    node = Child(*node, word);
    if (node == nullptr) break;
    if (node->row != kNone) longest = Match{node->row, i + 1 - at};
  }
  return longest;
}

std::optional<PhraseIndex::Match> PhraseIndex::FindBefore(const model::Document& document,
                                                          std::string_view text, uint32_t at,
                                                          uint32_t begin) const {
  std::optional<Match> longest;
  const Node* node = &root_;
  for (uint32_t i = at; i > begin; --i) {
    const uint64_t word = document.tokens[i - 1].word;
    if (!node->MayGoOn(word)) break;
    if (i < at && !JoinsWords(GapAfter(document, text, i - 1))) break;
    node = Child(*node, word);
    if (node == nullptr) break;
    if (node->row != kNone) longest = Match{node->row, at + 1 - i};
  }
  return longest;
}

std::optional<uint32_t> PhraseIndex::FindWord(uint64_t word) const {
  const Node* node = Child(root_, word);
  if (node == nullptr || node->row == kNone) return std::nullopt;
  return node->row;
}

}  // namespace tellwire::analysis
