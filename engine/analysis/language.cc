#include "analysis/language.h"

#include <algorithm>
#include <bit>
#include <map>

#include "base/hash.h"
#include "text/utf8.h"

namespace tellwire::analysis {
namespace {

constexpr size_t kFewestWords = 40;
constexpr size_t kMostWords = 500;

}  // namespace

Result<std::unique_ptr<LanguageTable>> LanguageTable::Load(const LexiconLoad& load) {
  const auto file = load.Read("languages.tsv");
  if (!file) return file.error();
  auto table = std::make_unique<LanguageTable>();
  std::map<uint64_t, uint32_t> languages_of;  // by word
  for (const TableRow& row : file->rows) {
    if (table->languages.size() == LanguageTable::kMost) {
      load.problems->push_back(
          {ErrorKind::kRule, file->At(row), "more than 32 languages", "the row is skipped"});
      continue;
    }
    const uint32_t language = uint32_t{1} << table->languages.size();
    table->languages.push_back(row.cells[0]);
    for (const std::string& word : SplitList(row.cells[1], ' '))
      languages_of[Hash64(text::FoldWords(word))] |= language;
  }
  for (const auto& [word, languages] : languages_of) {
    const auto known = std::find(table->sets.begin(), table->sets.end(), languages);
    table->words.Add(word, static_cast<uint32_t>(known - table->sets.begin()));
    if (known == table->sets.end()) table->sets.push_back(languages);
    table->common_words.Add(word);
  }
  return table;
}

std::string DetectLanguage(const LanguageTable& table, const model::Document& document) {
  if (document.tokens.size() < kFewestWords) return "";
  std::vector<size_t> of_set(table.sets.size()), counts(table.languages.size());
  const size_t words = std::min(document.tokens.size(), kMostWords);
  for (size_t i = 0; i < words; ++i) {
    const uint64_t word = document.tokens[i].word;
    if (table.common_words.MayHold(word)) ++of_set[table.words.Of(word)];
  }
  for (size_t set = 1; set < of_set.size(); ++set) {
    for (uint32_t left = table.sets[set]; left != 0; left &= left - 1)
      counts[static_cast<size_t>(std::countr_zero(left))] += of_set[set];
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  if (best == counts.end() || *best * 10 < words) return "";
  return table.languages[static_cast<size_t>(best - counts.begin())];
}

bool IsAnalysed(std::string_view language) {
  return language.empty() || language.starts_with("en") || language.starts_with("En") ||
         language.starts_with("EN");
}

}  // namespace tellwire::analysis
