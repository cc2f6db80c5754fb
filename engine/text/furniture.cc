#include "text/furniture.h"

#include <algorithm>

#include "base/hash.h"

namespace tellwire::text {
namespace {

constexpr uint32_t kLongest = 60;  // words; longer stretches are prose

using Furniture = LayoutTables::Furniture;

// The longest entry that `accepts` and whose words stand at `at`; nullptr when none does.
template <typename Accepts>
const Furniture* EntryAt(const model::Document& document, uint32_t at, uint32_t end,
                         const LayoutTables& tables, uint32_t* size, const Accepts& accepts) {
  const uint64_t first = document.tokens[at].word;
  if (!tables.furniture_first.test(first % tables.furniture_first.size())) return nullptr;
  const auto found = tables.furniture_by_word.find(first);
  if (found == tables.furniture_by_word.end()) return nullptr;
  for (const size_t entry : found->second) {
    const auto& words = tables.furniture_words[entry];
    if (words.size() > end - at || !accepts(tables.furniture[entry])) continue;
    const auto* token = &document.tokens[at];
    const bool same = std::all_of(words.begin(), words.end(),
                                  [&](uint64_t word) { return (token++)->word == word; });
    if (!same) continue;
    *size = static_cast<uint32_t>(words.size());
    return &tables.furniture[entry];
  }
  return nullptr;
}

// Whether the stretch is nothing but entries that may be the whole of a block, one after another.
FurnitureForm WholeForm(const model::Document& document, const model::TokenRange& words,
                        const LayoutTables& tables) {
  bool until_end = false, plain = false;
  uint32_t entries = 0;
  for (uint32_t at = words.begin; at < words.end; ++entries) {
    uint32_t size = 0;
    const Furniture* entry = EntryAt(document, at, words.end, tables, &size,
                                     [](const auto& f) { return f.whole || f.bar; });
    if (!entry) return FurnitureForm::kNone;
    plain = plain || !entry->bar;
    until_end = until_end || entry->until_end;
    at += size;
  }
  if (!plain && entries < 2) return FurnitureForm::kNone;
  return until_end ? FurnitureForm::kUntilEnd : FurnitureForm::kHere;
}

FurnitureForm StartForm(const model::Document& document, const model::TokenRange& words,
                        const LayoutTables& tables) {
  uint32_t size = 0;
  const Furniture* entry = EntryAt(document, words.begin, words.end, tables, &size,
                                   [](const auto& f) { return f.starts; });
  if (!entry) return FurnitureForm::kNone;
  return entry->until_end ? FurnitureForm::kUntilEnd : FurnitureForm::kHere;
}

}  // namespace

FurnitureForm FurnitureFormOf(const model::Document& document, const model::TokenRange& words,
                              const LayoutTables& tables) {
  if (words.begin == words.end || words.end - words.begin > kLongest) return FurnitureForm::kNone;
  FurnitureForm form = WholeForm(document, words, tables);
  if (form == FurnitureForm::kNone) form = StartForm(document, words, tables);
  for (uint32_t at = words.begin; form == FurnitureForm::kNone && at < words.end; ++at) {
    uint32_t size = 0;
    const Furniture* entry = EntryAt(document, at, words.end, tables, &size,
                                     [](const auto& f) { return !f.starts && !f.whole && !f.bar; });
    if (entry) form = entry->until_end ? FurnitureForm::kUntilEnd : FurnitureForm::kHere;
  }
  return form;
}

bool IsFurnitureSentence(const model::Document& document, const model::TokenRange& words,
                         const LayoutTables& tables) {
  if (words.begin == words.end || words.end - words.begin > kLongest) return false;
  return StartForm(document, words, tables) != FurnitureForm::kNone ||
         WholeForm(document, words, tables) != FurnitureForm::kNone;
}

void LayoutTables::Index() {
  furniture_by_word.clear();
  furniture_first.reset();
  furniture_words.clear();
  for (size_t i = 0; i < furniture.size(); ++i) {
    model::Document words;
    Tokenise(furniture[i].words, &words);
    auto& hashes = furniture_words.emplace_back();
    for (const model::Token& token : words.tokens) hashes.push_back(token.word);
    if (hashes.empty()) continue;
    furniture_by_word[hashes[0]].push_back(i);
    furniture_first.set(hashes[0] % furniture_first.size());
  }
  for (auto& [word, entries] : furniture_by_word) {
    std::stable_sort(entries.begin(), entries.end(), [&](size_t a, size_t b) {
      return furniture_words[a].size() > furniture_words[b].size();
    });
  }
}

}  // namespace tellwire::text
