#include "shell/article_view.h"

#include <fmt/format.h>

#include "alert/listing.h"
#include "alert/plain.h"
#include "base/json_writer.h"
#include "shell/marked_text.h"
#include "shell/terminal.h"

namespace tellwire::shell {
namespace {

using model::Analysis;
using model::Fact;
using model::Part;

void MarkEvidence(const std::vector<model::Alert>& alerts, Part part, std::vector<Mark>* marks) {
  for (const model::Alert& alert : alerts) {
    for (const model::Quotation& quotation : alert.evidence) {
      if (quotation.place.part == part)
        marks->push_back({quotation.place.span, Style::kInverse, "[[", "]]"});
    }
  }
}

void MarkFacts(const Analysis& analysis, Part part, std::vector<Mark>* marks) {
  for (const Fact& fact : analysis.facts) {
    if (fact.part() != part) continue;
    const Style style = fact.negated                                ? Style::kRed
                        : fact.modality == model::Modality::kActual ? Style::kGreen
                                                                    : Style::kYellow;
    marks->push_back({fact.spans.fact, style, "{", "}"});
  }
}

void MarkCompanies(const Analysis& analysis, Part part, std::vector<Mark>* marks) {
  for (const model::Company& company : analysis.companies) {
    const auto& spans = part == Part::kTitle ? company.title_spans : company.spans;
    for (const Span& span : spans) marks->push_back({span, Style::kCyan, "<", ">"});
  }
}

std::string MarkedPart(const std::string& text, const Analysis& analysis, Part part,
                       const std::vector<model::Alert>& alerts, bool color) {
  std::vector<Mark> marks;
  MarkEvidence(alerts, part, &marks);
  MarkFacts(analysis, part, &marks);
  MarkCompanies(analysis, part, &marks);
  return MarkText(text, std::move(marks), color);
}

std::string NumberText(const std::optional<model::Number>& number, const std::string& unit) {
  if (!number) return "";
  std::string text = FormatNumber(number->low);
  if (number->is_range()) text += ".." + FormatNumber(number->high);
  return unit.empty() ? text : text + " " + unit;
}

std::string Flags(const Fact& fact) {
  std::string out;
  if (fact.negated) out = "NOT";
  for (const std::string& flag : fact.flags) out += (out.empty() ? "" : " ") + flag;
  return out;
}

std::string CompanyOf(const Analysis& analysis, const Fact& fact) {
  if (fact.company < 0) return "-";
  std::string name = analysis.companies[static_cast<size_t>(fact.company)].name;
  return fact.segment.empty() ? name : name + " / " + fact.segment;
}

std::string FactTable(const model::Article& article, const Analysis& analysis,
                      const ViewOptions& options) {
  if (analysis.facts.empty()) return "no facts\n";
  alert::Listing listing;
  listing.columns = {{"company", false, 24}, {"metric"},          {"value", true}, {"change", true},
                     {"direction"},          {"surprise"},        {"period"},      {"modality"},
                     {"flags", false, 24},   {"words", false, 48}};
  for (const Fact& fact : analysis.facts) {
    const std::string& text = fact.in_title ? article.title : article.text;
    listing.rows.push_back({{CompanyOf(analysis, fact), ""},
                            {fact.metric, ""},
                            {NumberText(fact.value, fact.unit), ""},
                            {NumberText(fact.change, fact.change_unit), ""},
                            {std::string(ToString(fact.direction)), ""},
                            {std::string(ToString(fact.surprise)), ""},
                            {fact.period.form, ""},
                            {std::string(ToString(fact.modality)), ""},
                            {Flags(fact), ""},
                            {std::string(fact.spans.fact.Of(text)), ""}});
  }
  return alert::Render(listing, {alert::Format::kTable, options.color, options.width});
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
  return alert::Render(listing, {alert::Format::kTable, options.color, options.width});
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
  out += "themes     " + Wrap(ThemeLine(analysis), options.width, 11) + "\n\n";
  out += FactTable(article, analysis, options);
  if (options.explain) out += "\n" + ScopeTable(article, analysis, options);
  return out;
}

}  // namespace tellwire::shell
