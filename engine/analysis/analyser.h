// Article -> Analysis: what the article says, by grammar in code and vocabulary in files
// (EXTRACTION.md).
//
// Room `analysis`. Each stage is a free function over the Passages of title and text, called in
// this order by analyser.cc:
//
//   lexicon.h     all vocabulary, loaded once from rules/lexicon/, one automaton over words
//   passage.h     the working copy of a title or a text that the stages fill
//   language.h    DetectLanguage(text document): other languages go no further
//   terms.h       TermTrie::FindAll -> Passage::terms
//   quantities.h  FindQuantities(const QuantityTable&, Passage*) -> Passage::quantities
//   periods.h     FindPeriods(const PeriodTable&, Passage*) -> Passage::periods
//   issuers.h     FindIssuers(const IssuerTable&, Passage* title, Passage* text, Analysis*)
//                     -> Passage::issuers, Analysis::companies
//   clauses.h     SplitClauses(const ScopeTable&, const MovementTable&, Passage*) ->
//   Passage::clauses scopes.h      FindScopes(const ScopeTable&, Passage*) -> Passage::scopes
//   issuers.h     BindSubjects(const IssuerTable&, Passage* title, Passage* text, Analysis*)
//                     -> SentenceClause::subject, references bound by carry-over,
//                     SentenceAnalysis::companies and only_sources
//   facts.h       AssembleFacts(const Lexicon&, Passage* title, Passage* text, Analysis*)
//                     -> Analysis::facts
//   forward.h     MarkForward(const Passage& title, const Passage& text, Analysis*)
//                     -> SentenceAnalysis::forward
//   stated.h      ReadStated(const ToneTable&, const Passage& text, Stated*)
//   tone.h        JudgeTone(const ToneTable&, const Passage& title, const Passage& text, Analysis*)
//                     -> events of sentences, sentiment, themes, impact
//
// facts.h resolves a fact's period by periods.h: ResolvePeriod(const PeriodTable&, ticker,
// published, Period*). Tables are loaded by `static Result<std::unique_ptr<T>> T::Load(const
// LexiconLoad&)`.
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
