// `tellwire runs [ID]`: the reports of earlier runs.
#include <fmt/format.h>

#include <cstdio>

#include "shell/command.h"
#include "shell/printing.h"
#include "shell/terminal.h"
#include "store/runs.h"

namespace tellwire::shell {
namespace {

struct Options {
  int64_t id = 0;
  int64_t limit = 20;
  std::string format = "table";
};

alert::Cell TimeCell(std::optional<int64_t> seconds) {
  return {seconds ? ToString(Timestamp{*seconds, Precision::kInstant}) : "", ""};
}

alert::Listing ListingOf(const std::vector<store::RunRow>& runs) {
  alert::Listing listing;
  listing.columns = {{"run", true},    {"kind"},           {"started"},       {"finished"},
                     {"state"},        {"articles", true}, {"rules", true},   {"hits", true},
                     {"alerts", true}, {"merged", true},   {"unknown", true}, {"errors", true}};
  for (const store::RunRow& run : runs) {
    const store::RunTotals& totals = run.totals;
    listing.rows.push_back({alert::IntegerCell(run.id),
                            {run.kind, ""},
                            TimeCell(run.started),
                            TimeCell(run.finished),
                            {run.state, ""},
                            alert::IntegerCell(totals.articles),
                            alert::IntegerCell(totals.rules),
                            alert::IntegerCell(totals.hits),
                            alert::IntegerCell(totals.alerts),
                            alert::IntegerCell(totals.merged),
                            alert::IntegerCell(totals.unknown),
                            alert::IntegerCell(totals.errors)});
  }
  return listing;
}

alert::Listing RulesOf(const std::vector<store::RunRule>& rules) {
  alert::Listing listing;
  listing.columns = {{"rule"},           {"candidates", true}, {"evaluations", true},
                     {"hits", true},     {"alerts", true},     {"merged", true},
                     {"unknowns", true}, {"errors", true},     {"native_ms", true},
                     {"lua_ms", true}};
  for (const store::RunRule& rule : rules) {
    listing.rows.push_back({{rule.rule, ""},
                            alert::IntegerCell(rule.candidates),
                            alert::IntegerCell(rule.evaluations),
                            alert::IntegerCell(rule.hits),
                            alert::IntegerCell(rule.alerts),
                            alert::IntegerCell(rule.merged),
                            alert::IntegerCell(rule.unknowns),
                            alert::IntegerCell(rule.errors),
                            alert::NumberCell(static_cast<double>(rule.native_ns) / 1e6),
                            alert::NumberCell(static_cast<double>(rule.lua_ns) / 1e6)});
  }
  return listing;
}

int Runs(const Options& options, const Settings& settings) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Runs runs(store);
  const alert::ListingOptions how = PrintingOf(options.format, settings);
  if (options.id == 0) {
    Print(ListingOf(runs.List(static_cast<size_t>(options.limit))), how);
    return kDone;
  }
  if (!runs.Read(options.id)) {
    return Complain({ErrorKind::kNotFound,
                     {},
                     fmt::format("there is no run {}", options.id),
                     "`tellwire runs` lists them"}),
           kSomeFailed;
  }
  Print(RulesOf(runs.Rules(options.id)), how);
  for (const store::RunNote& note : runs.Notes(options.id)) {
    std::fprintf(stderr, "%s\n", NoteText(note).c_str());
  }
  return kDone;
}

}  // namespace

void AddRuns(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("runs", "The reports of earlier runs", "tellwire runs 3");
  verb.OptionalArgument("RUN", &options->id, "One run: what each rule came to")
      .Number("--limit", &options->limit, "At most so many", 1)
      .Format(&options->format);
  verb.Run([options, &settings] { return Runs(*options, settings); });
}

}  // namespace tellwire::shell
