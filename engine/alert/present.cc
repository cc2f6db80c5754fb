// People read an alert from the sentence: what fired stands in it, marked. Evidence of several
// clauses in one sentence is shown once, with all its hits.
#include "alert/present.h"

#include <fmt/format.h>

#include <array>

#include "alert/json.h"
#include "alert/passage.h"
#include "alert/plain.h"
#include "base/json_writer.h"

namespace tellwire::alert {
namespace {

std::string WhoOf(const model::Alert& alert) {
  if (alert.company.empty()) return "";
  return alert.ticker.empty() ? alert.company : fmt::format("{} ({})", alert.company, alert.ticker);
}

// Source, date, article: where an alert came from.
std::string OriginOf(const model::Alert& alert) {
  std::vector<std::string> parts;
  if (!alert.source.empty()) parts.push_back(alert.source);
  if (alert.published) parts.push_back(ToString(*alert.published));
  parts.push_back(alert.article_id);
  if (alert.sources > 1) {
    const int copies = alert.sources - alert.origins;
    parts.push_back(fmt::format("{} articles: {} independent, {} {}", alert.sources, alert.origins,
                                copies, copies == 1 ? "copy" : "copies"));
  }
  return fmt::format("{}", fmt::join(parts, " · "));
}

std::string Bold(std::string_view text, bool color) {
  return color ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string(text);
}

std::string_view ColorOf(model::Severity severity) {
  constexpr std::array<std::string_view, 5> kColors = {"\x1b[2m", "\x1b[36m", "\x1b[33m",
                                                       "\x1b[31m", "\x1b[1;31m"};
  return kColors[static_cast<size_t>(severity)];
}

std::string PresentOne(const model::Alert& alert, bool color) {
  const Marks marks =
      color ? Marks{"\x1b[1;33m", "\x1b[0m", PlainLine} : Marks{"[", "]", PlainLine};
  const std::string severity(ToString(alert.severity));
  std::string out = fmt::format(
      "{}  {}\n", color ? std::string(ColorOf(alert.severity)) + severity + "\x1b[0m" : severity,
      Bold(PlainLine(alert.title), color));
  const std::string who = PlainLine(WhoOf(alert));
  out += fmt::format("  {}{}{} · score {:.2f} · {}\n", who, who.empty() ? "" : " · ", alert.rule,
                     alert.score, alert.id);
  for (const Passage& passage : PassagesOf(alert.evidence)) {
    out += fmt::format("  “{}”\n", Marked(passage, marks));
  }
  if (alert.evidence_left_out > 0) {
    out += fmt::format("  and {} more places\n", alert.evidence_left_out);
  }
  for (const Passage& passage : PassagesOf(alert.against)) {
    out += fmt::format("  against: “{}”\n", Marked(passage, marks));
  }
  if (!alert.unsure.empty()) {
    out += fmt::format("  unsure: {}\n", fmt::join(alert.unsure, ", "));
  }
  if (!alert.note.empty()) out += fmt::format("  note: {}\n", PlainLine(alert.note));
  return out + fmt::format("  {}\n", PlainLine(OriginOf(alert)));
}

std::string PresentMarkdown(const model::Alert& alert) {
  const Marks marks{"**", "**", EscapeMarkdown};
  std::string out =
      fmt::format("## {}\n\n{} · {}{}{} · score {:.2f}\n\n", EscapeMarkdown(alert.title),
                  ToString(alert.severity), EscapeMarkdown(WhoOf(alert)),
                  alert.company.empty() ? "" : " · ", EscapeMarkdown(alert.rule), alert.score);
  for (const Passage& passage : PassagesOf(alert.evidence)) {
    out += fmt::format("> {}\n\n", Marked(passage, marks));
  }
  for (const Passage& passage : PassagesOf(alert.against)) {
    out += fmt::format("Against:\n\n> {}\n\n", Marked(passage, marks));
  }
  if (!alert.note.empty()) out += EscapeMarkdown(alert.note) + "\n\n";
  return out + fmt::format("{} · `{}`\n\n", EscapeMarkdown(OriginOf(alert)), alert.id);
}

std::string PresentHtml(const model::Alert& alert) {
  const Marks marks{"<mark>", "</mark>", EscapeHtml};
  std::string out =
      fmt::format("<section>\n<h2>{}</h2>\n<p>{} · {}{}{} · score {:.2f}</p>\n",
                  EscapeHtml(alert.title), ToString(alert.severity), EscapeHtml(WhoOf(alert)),
                  alert.company.empty() ? "" : " · ", EscapeHtml(alert.rule), alert.score);
  for (const Passage& passage : PassagesOf(alert.evidence)) {
    out += fmt::format("<blockquote>{}</blockquote>\n", Marked(passage, marks));
  }
  for (const Passage& passage : PassagesOf(alert.against)) {
    out += fmt::format("<p>Against:</p>\n<blockquote>{}</blockquote>\n", Marked(passage, marks));
  }
  if (!alert.note.empty()) out += fmt::format("<p>{}</p>\n", EscapeHtml(alert.note));
  return out + fmt::format("<p><small>{} · {}</small></p>\n</section>\n",
                           EscapeHtml(OriginOf(alert)), alert.id);
}

// Rows for a spreadsheet: the first quotation stands for the evidence.
Listing RowsOf(const std::vector<model::Alert>& alerts) {
  Listing listing;
  for (const char* name :
       {"id", "rule", "severity", "score", "company", "ticker", "title", "quote", "source",
        "published", "article", "sources", "copies", "origins", "status"}) {
    listing.columns.push_back({name});
  }
  for (const model::Alert& alert : alerts) {
    listing.rows.push_back({{alert.id},
                            {alert.rule},
                            {std::string(ToString(alert.severity))},
                            NumberCell(alert.score),
                            {alert.company},
                            {alert.ticker},
                            {alert.title},
                            {alert.evidence.empty() ? "" : alert.evidence.front().sentence},
                            {alert.source},
                            {alert.published ? ToString(*alert.published) : ""},
                            {alert.article_id},
                            IntegerCell(alert.sources),
                            IntegerCell(alert.sources - alert.origins),
                            IntegerCell(alert.origins),
                            {alert.status}});
  }
  return listing;
}

std::string PresentJson(const std::vector<model::Alert>& alerts) {
  JsonWriter json(2);
  json.BeginArray();
  for (const model::Alert& alert : alerts) WriteJson(alert, &json);
  return json.EndArray().Take() + "\n";
}

template <typename One>
std::string Each(const std::vector<model::Alert>& alerts, std::string_view between, One one) {
  std::string out;
  for (const model::Alert& alert : alerts) {
    if (!out.empty()) out += between;
    out += one(alert);
  }
  return out;
}

}  // namespace

std::string Present(const std::vector<model::Alert>& alerts, const ListingOptions& options) {
  switch (options.format) {
    case Format::kJson:
      return PresentJson(alerts);
    case Format::kJsonl:
      return Each(alerts, "", [](const auto& alert) { return ToJson(alert) + "\n"; });
    case Format::kCsv:
      return Render(RowsOf(alerts), options);
    case Format::kMarkdown:
      return Each(alerts, "", PresentMarkdown);
    case Format::kHtml:
      return HtmlPage("Alerts", Each(alerts, "", PresentHtml));
    case Format::kTable:
      break;
  }
  return Each(alerts, "\n", [&](const auto& alert) { return PresentOne(alert, options.color); });
}

}  // namespace tellwire::alert
