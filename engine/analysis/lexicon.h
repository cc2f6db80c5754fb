// All vocabulary of the analysis, loaded once from rules/lexicon/ and rules/lists/. Immutable
// afterwards.
//
// Each stage has a table type of its own beside its code; a table reads its files, registers its
// surfaces in the trie under its TermKinds, and reports bad rows with file and line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/terms.h"
#include "base/error.h"
#include "model/vocabulary.h"
#include "text/document.h"

namespace tellwire::analysis {

struct MetricTable;    // metrics.h:    metrics.tsv, events.tsv
struct MovementTable;  // movement.h:   direction.tsv, surprise.tsv
struct ScopeTable;     // scopes.h:     scopes.tsv, attribution.tsv
struct QuantityTable;  // quantities.h: units.tsv, currencies.tsv, numbers
struct PeriodTable;    // periods.h:    periods.tsv, fiscal.tsv
struct IssuerTable;    // issuers.h:    aliases.tsv, listed.tsv, references.tsv
struct ToneTable;      // tone.h:       sentiment.tsv, themes.tsv, impact.tsv ...

// What a table is given to load itself.
struct LexiconLoad {
  std::string folder;  // rules/lexicon
  TermTrie* trie;
  model::Vocabulary* vocabulary;
  std::vector<Error>* problems;  // rows that were skipped
};

class Lexicon {
 public:
  static Result<std::unique_ptr<Lexicon>> Load(const std::string& rules_folder);
  ~Lexicon();

  TermTrie trie;
  text::LayoutTables layout;
  model::Vocabulary vocabulary;
  std::string version;  // hash of all files and of the grammar number

  std::unique_ptr<MetricTable> metrics;
  std::unique_ptr<MovementTable> movement;
  std::unique_ptr<ScopeTable> scopes;
  std::unique_ptr<QuantityTable> quantities;
  std::unique_ptr<PeriodTable> periods;
  std::unique_ptr<IssuerTable> issuers;
  std::unique_ptr<ToneTable> tone;
};

// Raise with every change of the analysis' output: an analysis of another version is redone before
// it is used.
inline constexpr int kGrammarNumber = 1;

}  // namespace tellwire::analysis
