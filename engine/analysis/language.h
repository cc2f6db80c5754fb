// Which language a text is in, by its commonest words (rules/lexicon/languages.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon.h"
#include "model/document.h"

namespace tellwire::analysis {

struct LanguageTable {
  static Result<std::unique_ptr<LanguageTable>> Load(const LexiconLoad& load);

  std::vector<std::string> languages;                           // BCP 47
  std::unordered_map<uint64_t, std::vector<uint32_t>> of_word;  // Hash64 of a word -> languages
};

// "" for a text of fewer than 40 words, or when no language's words make up a tenth of it. Reads
// the first 500 words.
std::string DetectLanguage(const LanguageTable& table, const model::Document& document);

// Whether a language as given (`en`, `en-GB`, `EN`, `english`; "" is unknown) is analysed.
bool IsAnalysed(std::string_view language);

}  // namespace tellwire::analysis
