// Article -> Analysis: what the article says, by grammar in code and vocabulary in files.
//
// Room `analysis`. The stages, in the order in which analyser.cc calls them, over the Passages
// (passage.h) of title and text:
//
//   lexicon.h     all vocabulary, loaded once from rules/lexicon/
//   language.h    which language; other languages than English go no further
//   stated.h      what the page claims of itself
//   term_trie.h   every word and phrase of the vocabulary, in one sweep over the text
//   quantities.h  numbers with their units
//   periods.h     the words that name a period; later its days
//   issuers.h     who is named
//   forward.h     which sentences claim something about the future
//   clauses.h     sentences in clauses
//   scopes.h      what is denied, supposed, expected, only said
//   issuers.h     whom each clause speaks of
//   facts.h       facts and promises
//   tone.h        types of sentences, sentiment, themes, impact
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
