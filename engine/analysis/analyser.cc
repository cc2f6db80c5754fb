#include "analysis/analyser.h"

#include "analysis/clauses.h"
#include "analysis/facts.h"
#include "analysis/forward.h"
#include "analysis/issuers.h"
#include "analysis/language.h"
#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "analysis/periods.h"
#include "analysis/quantities.h"
#include "analysis/scopes.h"
#include "analysis/tone.h"
#include "text/document.h"

namespace tellwire::analysis {
namespace {

// The stages that look at one passage alone, before anyone knows who is spoken of.
void ReadNumbers(const Lexicon& lexicon, Passage* passage) {
  FindQuantities(*lexicon.quantities, passage);
  FindPeriods(*lexicon.periods, passage);
}

// The words of a company's name mean nothing else: "Target shares", "Gap closed", "Best Buy". But a
// name may speak for a theme, and the tone knows exchanges and authorities by their names.
void DropTermsInNames(Passage* passage) {
  if (passage->issuers.empty()) return;
  for (size_t kind = 0; kind < kTermKinds; ++kind) {
    const auto of = static_cast<TermKind>(kind);
    if (of == TermKind::kTheme || of == TermKind::kTone || of == TermKind::kIssuer) continue;
    auto name = passage->issuers.begin();
    passage->terms.EraseIf(of, [&](const TermHit& hit) {
      while (name != passage->issuers.end() && name->tokens.end <= hit.tokens.begin) ++name;
      return name != passage->issuers.end() && !name->reference && name->segment.empty() &&
             name->tokens.begin <= hit.tokens.begin && hit.tokens.end <= name->tokens.end;
    });
  }
}

// One entry a sentence, title first, for the later stages to fill.
void OpenSentences(const Passage& passage, model::Analysis* analysis) {
  const auto& sentences = passage.document->sentences;
  analysis->sentences.reserve(analysis->sentences.size() + sentences.size());
  auto period = passage.periods.begin();
  for (uint32_t i = 0; i < sentences.size(); ++i) {
    model::SentenceAnalysis& sentence = analysis->sentences.emplace_back();
    sentence.place = {passage.part, sentences[i].span};
    sentence.index = i;
    for (; period != passage.periods.end() && period->span.begin < sentences[i].span.end;
         ++period) {
      if (sentence.period.form.empty() && !period->period.form.empty())
        sentence.period = period->period;
    }
  }
}

}  // namespace

Analyser::Analyser(std::unique_ptr<Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

Result<Analyser> Analyser::Load(const std::string& rules_folder) {
  auto lexicon = Lexicon::Load(rules_folder);
  if (!lexicon) return lexicon.error();
  return Analyser(std::move(*lexicon));
}

const model::Vocabulary& Analyser::vocabulary() const { return lexicon_->vocabulary; }
const std::string& Analyser::version() const { return lexicon_->version; }

model::Analysis Analyser::Analyse(const model::Article& article) const {
  const Lexicon& lexicon = *lexicon_;
  model::Analysis analysis;
  analysis.version = lexicon.version;
  analysis.title = text::ReadDocument(article.title, text::TextKind::kTitle, lexicon.layout);
  analysis.text = text::ReadDocument(article.text, text::TextKind::kBody, lexicon.layout,
                                     !article.title.empty());
  analysis.language = article.language.empty() ? DetectLanguage(*lexicon.languages, analysis.text)
                                               : article.language;
  analysis.analysed = IsAnalysed(analysis.language);
  analysis.stated = ReadStated(lexicon.tone->stated, article.text);
  if (!analysis.analysed) {
    for (const model::Part part : {model::Part::kTitle, model::Part::kText}) {
      Passage passage;
      passage.part = part;
      passage.document = &analysis.document(part);
      OpenSentences(passage, &analysis);
    }
    return analysis;
  }

  Passage title = OpenPassage(lexicon, article, model::Part::kTitle, analysis.title);
  Passage text = OpenPassage(lexicon, article, model::Part::kText, analysis.text);
  for (Passage* passage : {&title, &text}) ReadNumbers(lexicon, passage);
  FindIssuers(*lexicon.issuers, &title, &text, &analysis);
  for (Passage* passage : {&title, &text}) DropTermsInNames(passage);
  for (const Passage* passage : {&title, &text}) {
    OpenSentences(*passage, &analysis);
    ReportQuantities(*passage, &analysis);
    MarkForward(*lexicon.forward, *passage, &analysis);
  }
  for (Passage* passage : {&title, &text}) {
    SplitClauses(*lexicon.scopes, *lexicon.movement, passage);
    FindScopes(*lexicon.scopes, passage);
    analysis.scopes.insert(analysis.scopes.end(), passage->scopes.begin(), passage->scopes.end());
  }
  BindSubjects(*lexicon.issuers, &title, &text, &analysis);
  AssembleFacts(lexicon, title, text, &analysis);
  JudgeTone(lexicon, title, text, &analysis);
  return analysis;
}

}  // namespace tellwire::analysis
