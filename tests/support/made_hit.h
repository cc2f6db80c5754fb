// A hit on an article with facts, made by hand: what alerts are built from.
#pragma once

#include <string>

#include "alert/title.h"
#include "model/analysis.h"
#include "model/article.h"
#include "model/hit.h"
#include "model/vocabulary.h"
#include "rule/rule.h"
#include "support/fresh_store.h"

namespace tellwire::test {

// "Acme missed. Its shares rose 6%." as an analyst's rule would find it: clause `miss` is a fact,
// clause `rally` two facts, clause `word` a phrase.
struct MadeHit {
  model::Article article =
      MakeArticle("a1", "Acme news", "Acme missed. Its shares rose 6%.", "2026-05-14");
  model::Analysis analysis;
  model::Hit hit;
  model::Vocabulary vocabulary;
  rule::Rule rule;

  alert::TitleSource source() const { return {hit, article, analysis, vocabulary}; }

  MadeHit() {
    model::Company company;
    company.name = "Acme Corp";
    company.ticker = "ACM";
    company.relevance = .5;
    analysis.companies = {company};
    analysis.version = "an1";
    analysis.facts.resize(3);
    for (model::Fact& fact : analysis.facts) fact.company = 0;
    analysis.facts[0].metric = "revenue";
    analysis.facts[0].surprise = model::Surprise::kMiss;
    analysis.facts[0].value = model::Number(35.3e9);
    analysis.facts[0].unit = "USD";
    analysis.facts[1].metric = "share_price";
    analysis.facts[2] = analysis.facts[1];
    analysis.facts[2].change = model::Number(6);
    analysis.facts[2].change_unit = "pct";
    Add("miss", "fact { metric = \"revenue\" }", {0, 11}, {0, 12}, 0);
    Add("rally", "fact { metric = \"share_price\" }", {13, 23}, {13, 32}, 1);
    Add("rally", "fact { metric = \"share_price\" }", {17, 31}, {13, 32}, 2);
    Add("word", "phrase \"missed\"", {5, 11}, {0, 12}, -1);
    hit.company = 0;
    rule.id = "earnings.miss";
    rule.version = "v1";
    rule.title = "{company} missed, shares {rally.change:+%}";
    rule.severity = model::Severity::kHigh;
    rule.subject.per_company = true;
    rule.tags = {"earnings"};
  }

  void Add(const std::string& clause, const std::string& leaf, Span span, Span sentence, int fact) {
    hit.evidence.push_back(
        {clause, leaf, {model::Part::kText, span}, {model::Part::kText, sentence}, fact});
  }
};

}  // namespace tellwire::test
