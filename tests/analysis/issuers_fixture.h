// An article read up to the subjects of its clauses, with the lexicon that ships.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/clauses.h"
#include "analysis/issuers.h"
#include "analysis/tone_fixture.h"

namespace tellwire::analysis {

struct IssuerText {
  explicit IssuerText(std::string text, std::string heading = "",
                      std::vector<std::string> entities = {}) {
    article.text = std::move(text);
    article.title = std::move(heading);
    article.entities = std::move(entities);
    const Lexicon& lexicon = ShippedLexicon();
    analysis.title = text::ReadDocument(article.title, text::TextKind::kTitle, lexicon.layout);
    analysis.text = text::ReadDocument(article.text, text::TextKind::kBody, lexicon.layout,
                                       !article.title.empty());
    Open(&title, model::Part::kTitle);
    Open(&body, model::Part::kText);
    FindIssuers(*lexicon.issuers, &title, &body, &analysis);
    for (Passage* passage : {&title, &body})
      SplitClauses(*lexicon.scopes, *lexicon.movement, passage);
    BindSubjects(*lexicon.issuers, &title, &body, &analysis);
  }

  const model::Company* Find(std::string_view name) const {
    for (const model::Company& company : analysis.companies) {
      if (company.name == name) return &company;
    }
    return nullptr;
  }
  bool Has(std::string_view name) const { return Find(name) != nullptr; }

  std::string NameOf(int company) const {
    return company < 0 ? "" : analysis.companies[static_cast<size_t>(company)].name;
  }

  // The company that some words of the text speak of.
  std::string Subject(std::string_view words) const {
    const Span span = At(words);
    for (const SentenceClause& clause : body.clauses) {
      if (clause.span.Contains(span.begin))
        return NameOf(CompanyOf(*ShippedLexicon().issuers, body, clause, span));
    }
    return "no clause";
  }

  // The hit that covers some words.
  const IssuerHit* Hit(std::string_view words) const {
    const Span span = At(words);
    for (const IssuerHit& hit : body.issuers) {
      if (hit.span.Overlaps(span)) return &hit;
    }
    return nullptr;
  }

  // The names of a sentence of the text.
  std::vector<std::string> SpokenOf(uint32_t sentence) const {
    return Names(Sentence(sentence).companies);
  }
  std::vector<std::string> OnlySources(uint32_t sentence) const {
    return Names(Sentence(sentence).only_sources);
  }

  // Where some words of the text stand.
  Span At(std::string_view words) const {
    const size_t at = article.text.find(words);
    REQUIRE(at != std::string::npos);
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }

  model::Article article;
  model::Analysis analysis;
  Passage title, body;

 private:
  void Open(Passage* passage, model::Part part) {
    *passage = OpenPassage(ShippedLexicon(), article, part, analysis.document(part));
    for (uint32_t i = 0; i < passage->document->sentences.size(); ++i) {
      model::SentenceAnalysis& sentence = analysis.sentences.emplace_back();
      sentence.place = {part, passage->document->sentences[i].span};
      sentence.index = i;
    }
  }
  const model::SentenceAnalysis& Sentence(uint32_t index) const {
    return analysis.sentences[analysis.title.sentences.size() + index];
  }
  std::vector<std::string> Names(const std::vector<int>& companies) const {
    std::vector<std::string> names;
    for (int company : companies) names.push_back(NameOf(company));
    return names;
  }
};

// A text, and a company that it names.
struct Named {
  const char* text;
  const char* name;
  const char* ticker;
};

inline void CheckTickers(std::span<const Named> rows) {
  for (const Named& row : rows) {
    const std::string text = row.text;
    CAPTURE(text);
    const IssuerText read(text);
    const model::Company* company = read.Find(row.name);
    REQUIRE(company != nullptr);
    CHECK(company->ticker == row.ticker);
  }
}

using Strings = std::vector<std::string>;

}  // namespace tellwire::analysis
