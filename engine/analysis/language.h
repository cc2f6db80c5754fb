// Which language a text is in, by its commonest words (rules/lexicon/languages.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/word_roles.h"
#include "model/document.h"

namespace tellwire::analysis {

struct LanguageTable {
  static Result<std::unique_ptr<LanguageTable>> Load(const LexiconLoad& load);

  static constexpr size_t kMost = 32;
  std::vector<std::string> languages;  // BCP 47, at most kMost
  // The sets of languages that words belong to: bit i is languages[i]. The first is empty.
  std::vector<uint32_t> sets = {0};
  WordRoles words;                 // -> sets
  WordFilter<16384> common_words;  // passes over nearly all other words
};

// "" for a text of fewer than 40 words, or when no language's words make up a tenth of it. Reads
// the first 500 words.
std::string DetectLanguage(const LanguageTable& table, const model::Document& document);

// Whether a language as given (`en`, `en-GB`, `EN`, `english`; "" is unknown) is analysed.
bool IsAnalysed(std::string_view language);

}  // namespace tellwire::analysis
