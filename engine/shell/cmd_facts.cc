// `tellwire facts`: what the corpus says, by company and metric, over time; as a table or a chart.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "alert/listing.h"
#include "alert/plain.h"
#include "base/json_writer.h"
#include "shell/command.h"
#include "shell/terminal.h"
#include "shell/workbench.h"
#include "store/findings.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::string company, metric, direction, since, until, format = "table";
  std::vector<std::string> modality;
  int64_t limit = 100;
  bool chart = false;
};

std::string NumberText(const std::optional<model::Number>& number, const std::string& unit) {
  if (!number) return "";
  std::string text = FormatNumber(number->low);
  if (number->is_range()) text += ".." + FormatNumber(number->high);
  return unit.empty() ? text : text + " " + unit;
}

std::string NumberJson(const std::optional<model::Number>& number) {
  if (!number) return "null";
  if (!number->is_range()) return FormatNumber(number->low);
  return "[" + FormatNumber(number->low) + "," + FormatNumber(number->high) + "]";
}

alert::Cell Number(const std::optional<model::Number>& number) {
  return {NumberText(number, ""), NumberJson(number)};
}

alert::Listing ListingOf(const std::vector<store::StoredFact>& facts) {
  alert::Listing listing;
  listing.columns = {{"published"},
                     {"company", false, 20},
                     {"ticker"},
                     {"metric"},
                     {"period"},
                     {"value", true},
                     {"unit"},
                     {"change", true},
                     {"change_unit"},
                     {"direction"},
                     {"surprise"},
                     {"modality"},
                     {"quote", false, 60},
                     {"article"},
                     {"source"}};
  for (const store::StoredFact& row : facts) {
    const model::Fact& fact = row.fact;
    listing.rows.push_back({{row.published ? ToString(*row.published) : "", ""},
                            {row.company, ""},
                            {row.ticker, ""},
                            {fact.metric, ""},
                            {fact.period.form, ""},
                            Number(fact.value),
                            {fact.unit, ""},
                            Number(fact.change),
                            {fact.change_unit, ""},
                            {std::string(ToString(fact.direction)), ""},
                            {std::string(ToString(fact.surprise)), ""},
                            {std::string(ToString(fact.modality)), ""},
                            {row.quote, ""},
                            {row.article, ""},
                            {row.source, ""}});
  }
  return listing;
}

// For people: fewer columns, the quote last.
void PrintTable(const std::vector<store::StoredFact>& facts, const alert::ListingOptions& how) {
  alert::Listing listing;
  listing.columns = {
      {"published", false, 10}, {"company", false, 18}, {"metric"}, {"period"},
      {"value", true},          {"change", true},       {"what"},   {"quote", false, 60}};
  for (const store::StoredFact& row : facts) {
    const model::Fact& fact = row.fact;
    std::string what(ToString(fact.surprise));
    if (what.empty()) what = ToString(fact.direction);
    if (fact.modality != model::Modality::kActual)
      what += " " + std::string(ToString(fact.modality));
    listing.rows.push_back({{row.published ? ToString(*row.published).substr(0, 10) : "", ""},
                            {row.company, ""},
                            {fact.metric, ""},
                            {fact.period.form, ""},
                            {NumberText(fact.value, fact.unit), ""},
                            {NumberText(fact.change, fact.change_unit), ""},
                            {what, ""},
                            {row.quote, ""}});
  }
  std::fputs(alert::Render(listing, how).c_str(), stdout);
}

void PrintOverview(store::Findings& findings, const store::FactQuery& query,
                   const alert::ListingOptions& how) {
  alert::Listing listing;
  listing.columns = {{"company"}, {"ticker"}, {"metric"}, {"facts", true}};
  for (const store::FactCount& row : findings.Overview(query)) {
    listing.rows.push_back(
        {{row.company, ""}, {row.ticker, ""}, {row.metric, ""}, alert::IntegerCell(row.facts)});
  }
  std::fputs(alert::Render(listing, how).c_str(), stdout);
}

// One bar a dated fact with a value, oldest first; only those of the unit that most have, for bars
// of different units cannot stand side by side. What is left out is said.
void PrintChart(std::vector<store::StoredFact> facts, bool color) {
  std::map<std::string, size_t> units;
  for (const auto& row : facts) {
    if (row.fact.value) ++units[row.fact.unit];
  }
  if (units.empty()) return void(std::fputs("no fact with a value to draw\n", stderr));
  const std::string unit =
      std::max_element(units.begin(), units.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
      })->first;
  const size_t all = facts.size();
  std::erase_if(facts, [&](const auto& row) {
    return !row.fact.value || row.fact.unit != unit || !row.published;
  });
  std::stable_sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) {
    return a.published->seconds < b.published->seconds;
  });
  double most = 0;
  for (const auto& row : facts) most = std::max(most, std::fabs(row.fact.value->high));
  const double cells = static_cast<double>(TerminalWidth()) - 62;
  for (const auto& row : facts) {
    const double part = most > 0 ? std::fabs(row.fact.value->high) / most : 0;
    std::string bar;
    for (int i = 0; i < static_cast<int>(part * cells + 0.5); ++i) bar += "█";
    const Style style = row.fact.value->high < 0 ? Style::kRed : Style::kGreen;
    std::printf(
        "%s  %s  %s %s\n", ToString(*row.published).substr(0, 10).c_str(),
        alert::CutToWidth(
            alert::PlainLine(row.company + " " + row.fact.metric + " " + row.fact.period.form), 36)
            .c_str(),
        Styled(bar, style, color).c_str(), NumberText(row.fact.value, unit).c_str());
  }
  if (facts.size() < all)
    std::fprintf(stderr, "%zu facts without a date or a value in %s left out\n", all - facts.size(),
                 unit.c_str());
}

Result<store::FactQuery> QueryOf(const Options& options, const model::Vocabulary& vocabulary) {
  store::FactQuery query;
  const model::Issuer* issuer = vocabulary.FindIssuer(options.company);
  query.company = issuer ? issuer->name : options.company;
  query.metric = options.metric;
  query.direction = options.direction;
  query.limit = static_cast<size_t>(options.limit);
  for (const std::string& name : options.modality)
    query.modality.push_back(*model::ParseModality(name));
  if (auto error = SetTime(options.since, &query.since)) return *error;
  if (auto error = SetTime(options.until, &query.until)) return *error;
  if (options.metric.empty() || vocabulary.FindMetric(options.metric)) return query;
  std::vector<std::string> ids;
  for (const auto& [id, metric] : vocabulary.metrics) ids.push_back(id);
  const std::string nearest = model::Nearest(options.metric, ids);
  return Error{ErrorKind::kUsage,
               {},
               fmt::format("there is no metric \"{}\"", options.metric),
               nearest.empty() ? "rules/lexicon/metrics.tsv lists them"
                               : fmt::format("did you mean {}?", nearest)};
}

int Facts(const Options& options, const Settings& settings) {
  auto analyser = OpenAnalyser(settings);
  if (!analyser) return Complain(analyser.error()), kWrongUse;
  auto query = QueryOf(options, analyser->vocabulary());
  if (!query) return Complain(query.error()), kWrongUse;
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Findings findings(store);
  const alert::ListingOptions how = {*alert::ParseFormat(options.format), settings.UseColor(1),
                                     TableWidth()};
  if (options.company.empty() && options.metric.empty())
    return PrintOverview(findings, *query, how), kDone;
  const std::vector<store::StoredFact> facts = findings.Facts(*query);
  if (options.chart) {
    PrintChart(facts, settings.UseColor(1));
  } else if (how.format == alert::Format::kTable) {
    PrintTable(facts, how);
  } else {
    std::fputs(alert::Render(ListingOf(facts), how).c_str(), stdout);
  }
  if (facts.size() == query->limit)
    std::fprintf(stderr, "the newest %zu; more with --limit\n", query->limit);
  return kDone;
}

}  // namespace

void AddFacts(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("facts", "What the corpus says, by company and metric, over time",
                          "tellwire facts --company BABA --metric revenue --chart");
  verb.Option("--company", &options->company,
              "Name, alias or ticker; without company and metric: an overview")
      .Option("--metric", &options->metric, "The metric and its family")
      .Choice("--direction", &options->direction, "up|down|flat", "Which way it went")
      .List("--modality", &options->modality, "How sure",
            "actual|guidance|target|estimate|rumour|hypothetical|opinion")
      .Option("--since", &options->since, "Of articles published then or later")
      .Option("--until", &options->until, "Of articles published then or earlier")
      .Number("--limit", &options->limit, "At most so many, the newest", 1)
      .Flag("--chart", &options->chart, "Bars over time in place of the table")
      .Format(&options->format);
  verb.Run([options, &settings] { return Facts(*options, settings); });
}

}  // namespace tellwire::shell
