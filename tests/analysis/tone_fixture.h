// Sentences with names, read up to the tone, for the tests of the stages behind it.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "analysis/quantities.h"
#include "analysis/tone.h"
#include "doctest/doctest.h"
#include "text/document.h"

namespace tellwire::analysis {

// The lexicon that ships, loaded once.
inline const Lexicon& ShippedLexicon() {
  static const std::unique_ptr<Lexicon> kLexicon = [] {
    auto loaded = Lexicon::Load(TELLWIRE_SOURCE_DIR "/rules");
    REQUIRE(bool(loaded));
    return std::move(*loaded);
  }();
  return *kLexicon;
}

// A text of which the names in `names` are the companies, in that order.
struct NamedText {
  NamedText(std::string text, const std::vector<std::string>& names) {
    article.text = std::move(text);
    analysis.text =
        text::ReadDocument(article.text, text::TextKind::kBody, ShippedLexicon().layout);
    title = OpenPassage(ShippedLexicon(), article, model::Part::kTitle, analysis.title);
    body = OpenPassage(ShippedLexicon(), article, model::Part::kText, analysis.text);
    FindQuantities(*ShippedLexicon().quantities, &body);
    for (const std::string& name : names) AddCompany(name);
    for (uint32_t i = 0; i < analysis.text.sentences.size(); ++i) {
      analysis.sentences.emplace_back();
      analysis.sentences.back().place = {model::Part::kText, analysis.text.sentences[i].span};
      analysis.sentences.back().index = i;
    }
  }

  void Judge() { JudgeTone(ShippedLexicon(), title, body, &analysis); }
  std::string LabelOf(size_t company) const {
    return std::string(ToString(analysis.companies[company].sentiment.label));
  }

  model::Article article;
  model::Analysis analysis;
  Passage title, body;

 private:
  void AddCompany(const std::string& name) {
    model::Company company;
    company.name = name;
    for (size_t at = article.text.find(name); at != std::string::npos;
         at = article.text.find(name, at + 1)) {
      IssuerHit hit;
      hit.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
      hit.tokens = analysis.text.TokensIn(hit.span);
      hit.company = static_cast<int>(analysis.companies.size());
      body.issuers.push_back(hit);
    }
    analysis.companies.push_back(company);
    std::sort(body.issuers.begin(), body.issuers.end(),
              [](const IssuerHit& a, const IssuerHit& b) { return a.span < b.span; });
  }
};

}  // namespace tellwire::analysis
