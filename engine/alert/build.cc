#include "alert/build.h"

#include "alert/identity.h"
#include "alert/score.h"
#include "alert/title.h"

namespace tellwire::alert {
namespace {

std::vector<model::Quotation> QuoteAll(const std::vector<model::Evidence>& evidence,
                                       const model::Article& article) {
  std::vector<model::Quotation> quotes;
  for (const model::Evidence& one : evidence) quotes.push_back(Quote(one, article));
  return quotes;
}

// Where no title was given apart, the line of the text that is lent as one.
std::string HeadlineOf(const model::Article& article, const model::Analysis& analysis) {
  if (!article.title.empty() || !analysis.text.lends_title || analysis.text.blocks.empty()) {
    return article.title;
  }
  return std::string(analysis.text.blocks.front().span.Of(article.text));
}

void DescribeArticle(const Material& material, model::Alert* alert) {
  alert->article_id = material.article.CallName();
  alert->article_title = HeadlineOf(material.article, material.analysis);
  alert->source = material.article.source;
  alert->url = material.article.url;
  alert->published = material.article.published;
}

void Rate(const Material& material, model::Alert* alert) {
  const match::Decision* decision = material.decision;
  const auto wanted = decision && decision->severity ? *decision->severity : material.rule.severity;
  alert->severity = CapSeverity(wanted, material.hit, material.analysis);
  double relevance = 1;
  if (material.hit.company >= 0) {
    const auto& company = material.analysis.companies[static_cast<size_t>(material.hit.company)];
    alert->company = company.name;
    alert->ticker = company.ticker;
    relevance = company.relevance;
  }
  alert->score_parts = ScoreOf(alert->severity, decision ? decision->score : std::nullopt,
                               relevance, material.novelty);
  alert->score = Total(alert->score_parts);
}

}  // namespace

model::Quotation Quote(const model::Evidence& evidence, const model::Article& article) {
  const bool in_title = evidence.place.part == model::Part::kTitle;
  const std::string& text = in_title ? article.title : article.text;
  return {evidence.clause,
          evidence.leaf,
          article.CallName(),
          evidence.place,
          std::string(evidence.place.span.Of(text)),
          evidence.sentence,
          std::string(evidence.sentence.span.Of(text))};
}

model::Alert Build(const Material& material) {
  const match::Decision* decision = material.decision;
  const rule::Rule& rule = material.rule;
  const TitleSource source{material.hit, material.article, material.analysis, material.vocabulary};
  model::Alert alert;
  alert.rule = rule.id;
  alert.rule_version = rule.version;
  DescribeArticle(material, &alert);
  Rate(material, &alert);
  alert.title = decision && decision->title ? *decision->title : FillTitle(rule.title, source);
  alert.note = decision && decision->note ? *decision->note : "";
  alert.tags = decision && decision->tags ? *decision->tags : rule.tags;
  alert.evidence = QuoteAll(material.hit.evidence, material.article);
  alert.against = QuoteAll(material.hit.against, material.article);
  alert.unsure = material.hit.unsure;
  alert.evidence_left_out = material.hit.evidence_left_out;
  alert.key = KeyOf(rule, source, material.group);
  alert.id = IdOf(rule.id, alert.key, material.fingerprint);
  alert.raised = material.raised;
  alert.run = material.run;
  alert.status = material.run ? "new" : "";
  alert.analysis_version = material.analysis.version;
  return alert;
}

}  // namespace tellwire::alert
