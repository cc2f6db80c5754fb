// All vocabulary of the analysis, loaded once from rules/lexicon/ and rules/lists/. Immutable
// afterwards.
//
// Each stage has a table type of its own beside its code; a table reads its files, registers its
// surfaces in the trie under its TermKinds, and reports bad rows with file and line:
//
//   static Result<std::unique_ptr<QuantityTable>> QuantityTable::Load(const LexiconLoad& load);
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/term_trie.h"
#include "analysis/word_roles.h"
#include "base/error.h"
#include "base/table.h"
#include "model/vocabulary.h"
#include "text/document.h"

namespace tellwire::analysis {

struct MetricTable;    // metrics.h:    metrics.tsv, events.tsv
struct MovementTable;  // movement.h:   direction.tsv, surprise.tsv
struct ScopeTable;     // scopes.h:     scopes.tsv, attribution.tsv
struct QuantityTable;  // quantities.h: units.tsv, currencies.tsv, numbers
struct PeriodTable;    // periods.h:    periods.tsv, fiscal.tsv
struct ForwardTable;   // forward.h:    forward.tsv
struct PriceTable;     // price_reader.h: price.tsv
struct IssuerTable;    // issuers.h:    aliases.tsv, listed.tsv, references.tsv
struct LanguageTable;  // language.h:   languages.tsv
struct ToneTable;      // tone.h:       sentiment.tsv, themes.tsv, impact.tsv ...

// What a table is given to load itself.
struct LexiconLoad {
  std::string folder;  // rules/lexicon
  TermTrie::Builder* trie;
  WordUses* uses;
  model::Vocabulary* vocabulary;
  std::vector<Error>* problems;  // rows that were skipped

  // Reads <folder>/<name>; its bad rows are added to `problems`. The error: it cannot be read.
  Result<Table> Read(std::string_view name) const;
  // Reads a file of rows `kind phrase` and hands each to `take`, which says false of a kind that it
  // does not know: such rows are added to `problems`. The error: the file cannot be read.
  std::optional<Error> ReadKinds(
      std::string_view name,
      const std::function<bool(const std::string& kind, const std::string& phrase)>& take) const;
  // Registers a surface in the trie; what is wrong with it is added to `problems`.
  void Register(const Table& table, const TableRow& row, std::string_view surface,
                const Term& term) const;
};

class Lexicon {
 public:
  static Result<std::unique_ptr<Lexicon>> Load(const std::string& rules_folder);
  TermTrie trie;
  WordUses uses;  // WordLook: what the words of the tables below may begin
  text::LayoutTables layout;
  model::Vocabulary vocabulary;
  std::string version;  // hash of all files and of the grammar number

  std::shared_ptr<const LanguageTable> languages;
  std::shared_ptr<const MetricTable> metrics;
  std::shared_ptr<const MovementTable> movement;
  std::shared_ptr<const ScopeTable> scopes;
  std::shared_ptr<const QuantityTable> quantities;
  std::shared_ptr<const PeriodTable> periods;
  std::shared_ptr<const ForwardTable> forward;
  std::shared_ptr<const PriceTable> prices;
  std::shared_ptr<const IssuerTable> issuers;
  std::shared_ptr<const ToneTable> tone;
};

// Raise with every change of the analysis' output: an analysis of another version is redone before
// it is used.
inline constexpr int kGrammarNumber = 3;

}  // namespace tellwire::analysis
