// `tellwire facts`: what the corpus says, by company and metric, over time; as a table or a chart;
// with --promises, what became of what was promised.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "alert/plain.h"
#include "shell/command.h"
#include "shell/fact_chart.h"
#include "shell/fact_listing.h"
#include "shell/printing.h"
#include "shell/terminal.h"
#include "shell/workbench.h"

namespace tellwire::shell {
namespace {

constexpr size_t kAllPromises = 1'000'000;

struct Options {
  std::string company, metric, direction, state, since, until, format = "table";
  std::vector<std::string> modality;
  int64_t limit = 100;
  bool chart = false, promises = false;
};

Error WrongUse(std::string message, std::string help) {
  return {ErrorKind::kUsage, {}, std::move(message), std::move(help)};
}

std::optional<Error> CheckTogether(const Options& options) {
  if (options.chart && options.format != "table")
    return WrongUse("a chart has no --format", "leave out --chart or --format");
  if (options.chart && options.promises)
    return WrongUse("promises have no chart", "leave out --chart or --promises");
  if (options.chart && options.company.empty() && options.metric.empty())
    return WrongUse("a chart of everything says nothing", "add --company or --metric");
  if (!options.state.empty() && !options.promises)
    return WrongUse("only promises have a state", "add --promises");
  return std::nullopt;
}

std::optional<Error> CheckMetric(const std::string& metric, const model::Vocabulary& vocabulary) {
  std::vector<std::string> ids;
  for (const auto& [id, described] : vocabulary.metrics) {
    if (model::MatchesGlob(id, metric)) return std::nullopt;
    ids.push_back(id);
  }
  if (metric.empty() || vocabulary.FindMetric(metric)) return std::nullopt;
  return NoSuch("metric", metric, ids, "rules/lexicon/metrics.tsv and events.tsv list them");
}

Result<store::FactQuery> QueryOf(const Options& options, const model::Vocabulary& vocabulary) {
  if (auto error = CheckTogether(options)) return *error;
  if (auto error = CheckMetric(options.metric, vocabulary)) return *error;
  store::FactQuery query;
  const model::Issuer* issuer = vocabulary.FindIssuer(options.company);
  query.company = issuer ? issuer->name : options.company;
  query.metric = options.metric;
  query.direction = options.direction;
  query.limit = static_cast<size_t>(options.limit);
  for (const std::string& name : options.modality)
    query.modality.push_back(*model::ParseModality(name));
  if (auto error = SetTimes(options.since, options.until, &query.since, &query.until))
    return *error;
  return query;
}

// Nothing found is no failure, but a name that nobody has is worth a word.
void SayNothingFound(const Options& options, const model::Vocabulary& vocabulary) {
  std::string line = options.promises ? "no promise found" : "no fact found";
  if (!options.company.empty() && !vocabulary.FindIssuer(options.company)) {
    std::vector<std::string> names;
    for (const model::Issuer& issuer : vocabulary.issuers) names.push_back(issuer.name);
    const std::string nearest = model::Nearest(options.company, names);
    line += fmt::format("; no list of companies knows \"{}\"", options.company);
    if (!nearest.empty()) line += fmt::format(": did you mean {}?", nearest);
  }
  std::fprintf(stderr, "%s\n", alert::PlainLine(line).c_str());
}

void SayLimit(size_t shown, const Options& options) {
  if (shown == static_cast<size_t>(options.limit))
    std::fprintf(stderr, "the newest %zu; more with --limit\n", shown);
}

// --since and --until leave out what has no date; that is said.
void SayUndated(store::Findings& findings, store::FactQuery query, const Options& options) {
  if (!query.since && !query.until) return;
  query.only_promises = options.promises;
  if (const int64_t count = findings.CountUndated(std::move(query)); count > 0)
    std::fprintf(stderr, "%s left out\n", Counted(count, "undated fact").c_str());
}

size_t PrintOverview(store::Findings& findings, const store::FactQuery& query,
                     const alert::ListingOptions& how) {
  alert::Listing listing;
  listing.columns = {{"company"}, {"ticker"}, {"metric"}, {"facts", true}};
  for (const store::FactCount& row : findings.Overview(query)) {
    listing.rows.push_back(
        {{row.company}, {row.ticker}, {row.metric}, alert::IntegerCell(row.facts)});
  }
  Print(listing, how);
  return listing.rows.size();
}

size_t PrintPromises(store::Store& store, store::FactQuery query, const Options& options,
                     const alert::ListingOptions& how) {
  query.limit = kAllPromises;  // what became of them is not stored: all are looked at
  std::vector<batch::LedgerRow> promises = batch::PromiseLedger(store).List(std::move(query));
  std::erase_if(promises, [&](const batch::LedgerRow& row) {
    return !options.state.empty() && row.state != options.state;
  });
  promises.resize(std::min(promises.size(), static_cast<size_t>(options.limit)));
  const bool for_people = how.format == alert::Format::kTable;
  Print(for_people ? PromiseTable(promises) : PromiseRows(promises), how);
  SayLimit(promises.size(), options);
  return promises.size();
}

void PrintChart(const std::vector<store::StoredFact>& facts, const Settings& settings) {
  const Chart chart = DrawChart(facts, TerminalWidth(), settings.UseColor(1));
  std::fputs(chart.text.c_str(), stdout);
  if (chart.left_out > 0)
    std::fprintf(stderr, "%s without a date or a value left out\n",
                 Counted(chart.left_out, "fact").c_str());
}

size_t PrintFacts(store::Findings& findings, const store::FactQuery& query, const Options& options,
                  const Settings& settings, const alert::ListingOptions& how) {
  const std::vector<store::StoredFact> facts = findings.Facts(query);
  if (options.chart) {
    PrintChart(facts, settings);
  } else {
    Print(how.format == alert::Format::kTable ? FactTable(facts) : FactRows(facts), how);
  }
  SayLimit(facts.size(), options);
  return facts.size();
}

int Facts(const Options& options, const Settings& settings) {
  auto analyser = OpenAnalyser(settings);
  if (!analyser) return Complain(analyser.error()), kWrongUse;
  auto query = QueryOf(options, analyser->vocabulary());
  if (!query) return Complain(query.error()), kWrongUse;
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Findings findings(store);
  const alert::ListingOptions how = PrintingOf(options.format, settings);
  const bool everything = options.company.empty() && options.metric.empty();
  const size_t shown = options.promises ? PrintPromises(store, *query, options, how)
                       : everything     ? PrintOverview(findings, *query, how)
                                        : PrintFacts(findings, *query, options, settings, how);
  if (!settings.quiet) SayUndated(findings, *query, options);
  if (shown == 0 && !settings.quiet) SayNothingFound(options, analyser->vocabulary());
  return kDone;
}

}  // namespace

void AddFacts(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("facts", "What the corpus says, by company and metric, over time",
                          "tellwire facts --company BABA --metric revenue --chart");
  verb.Option("--company", &options->company,
              "Name, alias or ticker; without company and metric: an overview")
      .Option("--metric", &options->metric, "The metric and its family; * stands for anything")
      .Choice("--direction", &options->direction, "up|down|flat", "Which way it went")
      .List("--modality", &options->modality, "How sure",
            "actual|guidance|target|estimate|rumour|hypothetical|opinion")
      .Option("--since", &options->since, "Of articles published then or later")
      .Option("--until", &options->until, "Of articles published then or earlier")
      .Number("--limit", &options->limit, "At most so many, the newest", 1)
      .Flag("--chart", &options->chart, "Bars over time in place of the table")
      .Flag("--promises", &options->promises, "What was promised, by when, and what became of it")
      .Choice("--state", &options->state, "open|progress|kept|missed|withdrawn|no_deadline",
              "Promises of this state")
      .Format(&options->format);
  verb.Run([options, &settings] { return Facts(*options, settings); });
}

}  // namespace tellwire::shell
