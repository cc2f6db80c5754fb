#include "shell/article_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "alert/listing.h"
#include "alert/plain.h"
#include "shell/fact_text.h"
#include "shell/marked_text.h"
#include "shell/terminal.h"

namespace tellwire::shell {
namespace {

using model::Analysis;
using model::Fact;
using model::Part;

// How each kind of thing is marked, and the word for it in the legend.
struct Kind {
  Style style;
  std::string_view open, close, name;
};
constexpr Kind kEvidence{Style::kInverse, "[[", "]]", "evidence"};
constexpr Kind kCompany{Style::kCyan, "<", ">", "company"};
constexpr Kind kFact{Style::kGreen, "{", "}", "fact"};
constexpr Kind kUnsureFact{Style::kYellow, "{", "}", "not said as done"};
constexpr Kind kDeniedFact{Style::kRed, "{", "}", "denied"};
constexpr Kind kCue{Style::kMagenta, "~", "~", "cue"};
constexpr Kind kScope{Style::kUnderline, "", "", "what it bends"};

void Add(const Span& span, const Kind& kind, std::vector<Mark>* marks) {
  marks->push_back({span, kind.style, kind.open, kind.close});
}

void MarkEvidence(const std::vector<model::Alert>& alerts, Part part, std::vector<Mark>* marks) {
  for (const model::Alert& alert : alerts) {
    for (const model::Quotation& quotation : alert.evidence) {
      if (quotation.place.part == part) Add(quotation.place.span, kEvidence, marks);
    }
  }
}

const Kind& KindOf(const Fact& fact) {
  if (fact.negated) return kDeniedFact;
  return fact.modality == model::Modality::kActual ? kFact : kUnsureFact;
}

void MarkFacts(const Analysis& analysis, Part part, std::vector<Mark>* marks) {
  for (const Fact& fact : analysis.facts) {
    if (fact.part() == part) Add(fact.spans.fact, KindOf(fact), marks);
  }
}

void MarkCompanies(const Analysis& analysis, Part part, std::vector<Mark>* marks) {
  for (const model::Company& company : analysis.companies) {
    const auto& spans = part == Part::kTitle ? company.title_spans : company.spans;
    for (const Span& span : spans) Add(span, kCompany, marks);
  }
}

// Cues, and what any of them covers: once, however many cover it.
void MarkScopes(const Analysis& analysis, Part part, std::vector<Mark>* marks) {
  std::vector<Span> covered;
  for (const model::Scope& scope : analysis.scopes) {
    if (scope.extent.part != part) continue;
    if (!scope.cue.empty()) Add(scope.cue, kCue, marks);
    covered.push_back(scope.extent.span);
  }
  std::sort(covered.begin(), covered.end());
  for (size_t i = 0, end = 0; i < covered.size(); ++i) {
    const Span fresh{std::max(covered[i].begin, static_cast<uint32_t>(end)), covered[i].end};
    if (fresh.begin < fresh.end) Add(fresh, kScope, marks);
    end = std::max<size_t>(end, covered[i].end);
  }
}

// What the marks mean.
std::string Legend(bool color, bool with_evidence) {
  if (!color) {
    return std::string("<company> {fact} ~cue~") + (with_evidence ? " [[evidence]]" : "");
  }
  std::string out;
  for (const Kind& kind : {kCompany, kFact, kUnsureFact, kDeniedFact, kCue, kScope, kEvidence}) {
    if (kind.name == kEvidence.name && !with_evidence) continue;
    out += (out.empty() ? "" : "  ") + Styled(kind.name, kind.style, true);
  }
  return out;
}

std::string MarkedPart(const std::string& text, const Analysis& analysis, Part part,
                       const std::vector<model::Alert>& alerts, bool color) {
  std::vector<Mark> marks;
  MarkEvidence(alerts, part, &marks);
  MarkScopes(analysis, part, &marks);
  MarkFacts(analysis, part, &marks);
  MarkCompanies(analysis, part, &marks);
  return MarkText(text, std::move(marks), color);
}

std::string Flags(const Fact& fact) {
  std::string out;
  for (const std::string& flag : fact.flags) out += (out.empty() ? "" : " ") + flag;
  return out;
}

std::string WhoOf(const Analysis& analysis, const Fact& fact) {
  const std::string company =
      fact.company < 0 ? "" : analysis.companies[static_cast<size_t>(fact.company)].name;
  const std::string who = SubjectText(company, fact);
  return who.empty() ? "-" : who;
}

std::string FactTable(const model::Article& article, const Analysis& analysis,
                      const ViewOptions& options) {
  if (analysis.facts.empty()) return "no facts\n";
  alert::Listing listing;
  listing.columns = {{"company", false, 24},
                     {"metric"},
                     {"value", true},
                     {"change", true},
                     {"what"},
                     {"period"},
                     {"modality"},
                     {"flags", false, 24},
                     {"words", false, 48}};
  for (const Fact& fact : analysis.facts) {
    const std::string& text = fact.in_title ? article.title : article.text;
    listing.rows.push_back({{WhoOf(analysis, fact)},
                            {fact.metric},
                            {ValueText(fact)},
                            {ChangeText(fact)},
                            {SayingText(fact)},
                            {fact.period.form},
                            {std::string(ToString(fact.modality))},
                            {Flags(fact)},
                            {std::string(fact.spans.fact.Of(text))}});
  }
  return alert::Render(listing, {alert::Format::kTable, options.color, options.table_width});
}

std::string AlertTable(const std::vector<model::Alert>& alerts, const ViewOptions& options) {
  alert::Listing listing;
  listing.columns = {{"severity"}, {"alert"}, {"rule"}, {"id"}};
  for (const model::Alert& alert : alerts) {
    listing.rows.push_back(
        {{std::string(ToString(alert.severity))}, {alert.title}, {alert.rule}, {alert.id}});
  }
  return alert::Render(listing, {alert::Format::kTable, options.color, options.table_width});
}

std::string CompanyLine(const Analysis& analysis) {
  std::string out;
  for (const model::Company& company : analysis.companies) {
    out += out.empty() ? "" : ", ";
    out += alert::PlainLine(company.name);
    if (!company.ticker.empty()) out += " (" + company.ticker + ")";
    out += fmt::format(" {} {:+.2f}", ToString(company.role), company.sentiment.score);
  }
  return out.empty() ? "none" : out;
}

std::string ThemeLine(const Analysis& analysis) {
  std::string out;
  for (const model::Theme& theme : analysis.themes)
    out += fmt::format("{}{} {:.2f}", out.empty() ? "" : ", ", theme.id, theme.score);
  return out.empty() ? "none" : out;
}

// Which cue negates or weakens which words.
std::string ScopeTable(const model::Article& article, const Analysis& analysis,
                       const ViewOptions& options) {
  if (analysis.scopes.empty()) return "no scopes\n";
  alert::Listing listing;
  listing.columns = {{"scope"}, {"cue", false, 24}, {"covers", false, 80}};
  for (const model::Scope& scope : analysis.scopes) {
    const std::string& text = scope.extent.part == Part::kTitle ? article.title : article.text;
    listing.rows.push_back({{std::string(ToString(scope.kind)), ""},
                            {std::string(scope.cue.Of(text)), ""},
                            {std::string(scope.extent.span.Of(text)), ""}});
  }
  return alert::Render(listing, {alert::Format::kTable, options.color, options.table_width});
}

// How the impact comes about.
std::string ImpactLine(const Analysis& analysis) {
  const model::ImpactParts& parts = analysis.impact_parts;
  std::string line = fmt::format(
      "impact {:.2f} = {:.2f} for what happened × {:.2f} for surprise or size × {:.2f} for the "
      "company's part in it",
      analysis.impact, parts.event, parts.surprise, parts.relevance);
  if (parts.rest > 0)
    line += fmt::format("; the other statements add {:.2f} of what is left to 1", parts.rest);
  return line + "\n";
}

std::string Head(const model::Article& article, const ViewOptions& options) {
  std::string out =
      Styled(alert::PlainLine(article.CallName()), Style::kBold, options.color) + "\n";
  std::string line = article.published ? ToString(*article.published) : "undated";
  if (!article.source.empty()) line += "  " + alert::PlainLine(article.source);
  if (!article.url.empty()) line += "  " + alert::PlainLine(article.url);
  return out + line + "\n\n";
}

}  // namespace

std::string ViewArticle(const model::Article& article, const Analysis& analysis,
                        const std::vector<model::Alert>& alerts, const ViewOptions& options) {
  std::string out = Head(article, options);
  if (!article.title.empty()) {
    out += MarkedPart(article.title, analysis, Part::kTitle, alerts, options.color) + "\n\n";
  }
  out += MarkedPart(article.text, analysis, Part::kText, alerts, options.color);
  if (!out.ends_with('\n')) out += '\n';
  out += fmt::format("\nsentiment  {} {:+.2f}{}   impact {:.2f}\n",
                     ToString(analysis.sentiment.label), analysis.sentiment.score,
                     analysis.sentiment.mixed ? " mixed" : "", analysis.impact);
  out += "companies  " + Wrap(CompanyLine(analysis), options.width, 11) + "\n";
  out += "themes     " + Wrap(ThemeLine(analysis), options.width, 11) + "\n";
  out += "marks      " + Legend(options.color, !alerts.empty()) + "\n\n";
  out += FactTable(article, analysis, options);
  if (!alerts.empty()) out += "\n" + AlertTable(alerts, options);
  if (options.explain) {
    out += "\n" + ScopeTable(article, analysis, options) + "\n" + ImpactLine(analysis);
  }
  return out;
}

}  // namespace tellwire::shell
