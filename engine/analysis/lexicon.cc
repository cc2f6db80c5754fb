#include "analysis/lexicon.h"

#include <algorithm>
#include <filesystem>

#include "analysis/forward.h"
#include "analysis/issuer_table.h"
#include "analysis/language.h"
#include "analysis/metrics.h"
#include "analysis/movement.h"
#include "analysis/period_table.h"
#include "analysis/price_reader.h"
#include "analysis/quantity_table.h"
#include "analysis/scopes.h"
#include "analysis/tone.h"
#include "analysis/word_lists.h"
#include "base/file.h"
#include "base/hash.h"

namespace tellwire::analysis {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> FilesOf(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The hash of the names and bytes of all files and of the grammar number.
std::string VersionOf(const fs::path& folder) {
  FieldHash hash;
  hash.Add(std::to_string(kGrammarNumber));
  for (const fs::path& file : FilesOf(folder)) {
    const auto bytes = ReadFile(file);
    hash.Add(file.filename().string()).Add(bytes ? *bytes : std::string());
  }
  return hash.Hex();
}

// Loads one table into its place.
template <typename T>
std::optional<Error> LoadInto(const LexiconLoad& load, std::shared_ptr<const T>* place) {
  Result<std::unique_ptr<T>> table = T::Load(load);
  if (!table) return table.error();
  *place = std::move(*table);
  return std::nullopt;
}

std::optional<Error> LoadLayout(const LexiconLoad& load, text::LayoutTables* layout) {
  const auto furniture = load.Read("furniture.tsv");
  if (!furniture) return furniture.error();
  const auto abbreviations = load.Read("abbreviations.tsv");
  if (!abbreviations) return abbreviations.error();
  const auto labels = load.Read("labels.tsv");
  if (!labels) return labels.error();
  *layout = text::ReadLayoutTables(*furniture, *abbreviations, *labels, load.problems);
  return std::nullopt;
}

std::optional<Error> LoadRates(const LexiconLoad& load) {
  const auto rates = load.Read("rates.tsv");
  if (!rates) return rates.error();
  load.vocabulary->rates = model::ReadRates(*rates, load.problems);
  return std::nullopt;
}

// Every table of the analysis, in the order in which equal surfaces win.
std::optional<Error> LoadTables(const LexiconLoad& load, Lexicon* lexicon) {
  if (auto error = LoadLayout(load, &lexicon->layout)) return error;
  if (auto error = LoadRates(load)) return error;
  if (auto error = LoadInto(load, &lexicon->languages)) return error;
  if (auto error = LoadInto(load, &lexicon->quantities)) return error;
  if (auto error = LoadInto(load, &lexicon->periods)) return error;
  if (auto error = LoadInto(load, &lexicon->issuers)) return error;
  if (auto error = LoadInto(load, &lexicon->forward)) return error;
  if (auto error = LoadInto(load, &lexicon->prices)) return error;
  if (auto error = LoadInto(load, &lexicon->metrics)) return error;
  if (auto error = LoadInto(load, &lexicon->movement)) return error;
  if (auto error = LoadInto(load, &lexicon->scopes)) return error;
  if (auto error = LoadInto(load, &lexicon->tone)) return error;
  return std::nullopt;
}

}  // namespace

Result<Table> LexiconLoad::Read(std::string_view name) const {
  auto table = ReadTable((fs::path(folder) / name).string());
  if (table) problems->insert(problems->end(), table->problems.begin(), table->problems.end());
  return table;
}

std::optional<Error> LexiconLoad::ReadKinds(
    std::string_view name,
    const std::function<bool(const std::string& kind, const std::string& phrase)>& take) const {
  auto table = Read(name);
  if (!table) return table.error();
  for (TableRow& row : table->rows) {
    row.cells.resize(2);
    if (take(row.cells[0], row.cells[1])) continue;
    problems->push_back({ErrorKind::kRule, table->At(row), "unknown kind \"" + row.cells[0] + "\"",
                         "the row is skipped"});
  }
  return std::nullopt;
}

void LexiconLoad::Register(const Table& table, const TableRow& row, std::string_view surface,
                           const Term& term) const {
  if (const auto wrong = trie->Add(surface, term)) {
    problems->push_back({ErrorKind::kRule, table.At(row),
                         "cannot read \"" + std::string(surface) + "\": " + *wrong,
                         "the surface is skipped"});
  }
}

Result<std::unique_ptr<Lexicon>> Lexicon::Load(const std::string& rules_folder) {
  auto lexicon = std::make_unique<Lexicon>();
  const fs::path folder = fs::path(rules_folder) / "lexicon";
  if (!fs::is_directory(folder)) {
    return Error(ErrorKind::kNotFound, {folder.string(), 0, 0}, "there is no such folder",
                 "name the folder of rules with --rules");
  }
  TermTrie::Builder trie;
  const LexiconLoad load{folder.string(), &trie, &lexicon->uses, &lexicon->vocabulary,
                         &lexicon->vocabulary.problems};
  if (auto error = LoadTables(load, lexicon.get())) return *error;
  lexicon->trie = trie.Build();
  LoadWordLists((fs::path(rules_folder) / "lists").string(), &lexicon->vocabulary);
  lexicon->vocabulary.Index();
  lexicon->version = VersionOf(folder);
  return lexicon;
}

}  // namespace tellwire::analysis
