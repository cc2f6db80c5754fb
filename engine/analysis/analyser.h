// Article -> Analysis: what the article says, by grammar in code and vocabulary in files
// (EXTRACTION.md).
//
// Room `analysis`. The pipeline, one stage a file:
//   lexicon.h     all vocabulary, loaded once from rules/lexicon/, one automaton over words
//   passage.h     the working copy of a title or a text that the stages fill
//   quantities.h  numbers with units        periods.h    periods
//   issuers.h     who is spoken of          clauses.h    clauses and scopes
//   facts.h       assembly of facts         tone.h       sentiment, themes, events, impact
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/analysis.h"
#include "model/article.h"
#include "model/vocabulary.h"

namespace tellwire::analysis {

class Lexicon;

// Immutable after Load; Analyse may be called from several threads at once.
class Analyser {
 public:
  // Reads <rules>/lexicon and <rules>/lists. Bad rows are reported in vocabulary().problems and
  // skipped; the error is that the folder or a file that must be there cannot be read.
  static Result<Analyser> Load(const std::string& rules_folder);

  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  ~Analyser();

  // Never fails; the same bytes for the same article on every machine and thread. Linear in the
  // article's length.
  model::Analysis Analyse(const model::Article& article) const;

  const model::Vocabulary& vocabulary() const;
  const std::string& version() const;  // stored with every analysis and alert

 private:
  explicit Analyser(std::unique_ptr<Lexicon> lexicon);
  std::unique_ptr<Lexicon> lexicon_;
};

}  // namespace tellwire::analysis
