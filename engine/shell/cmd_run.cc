// `tellwire run`: the rules over all articles that are new to them.
#include <fmt/format.h>

#include <cstdio>

#include "alert/json.h"
#include "alert/present.h"
#include "alert/score.h"
#include "batch/config.h"
#include "batch/run.h"
#include "shell/command.h"
#include "shell/interrupt.h"
#include "shell/printing.h"
#include "shell/progress_bar.h"
#include "shell/terminal.h"
#include "shell/workbench.h"
#include "store/alerts.h"

namespace tellwire::shell {
namespace {

struct Options {
  RuleChoice choice;
  bool backfill = false, print = false;
  int64_t threads = 2;
  std::string format = "table";
};

Result<std::vector<std::unique_ptr<alert::Sink>>> SinksOf(const Settings& settings) {
  std::vector<std::unique_ptr<alert::Sink>> sinks;
  if (settings.config.empty()) return sinks;
  auto config = batch::ReadConfig(settings.config);
  if (!config) return config.error();
  for (const batch::SinkConfig& sink : config->sinks) sinks.push_back(alert::FileSink(sink.path));
  return sinks;
}

void PrintSummary(const batch::RunReport& report) {
  const store::RunTotals& totals = report.run.totals;
  std::string line = fmt::format("run {}: {}, {}, {}, {}", report.run.id,
                                 Counted(totals.articles, "article"), Counted(totals.rules, "rule"),
                                 Counted(totals.hits, "hit"), Counted(totals.alerts, "alert"));
  const std::pair<const char*, int64_t> more[] = {
      {"merged", totals.merged},     {"muted", totals.muted},
      {"excepted", totals.excepted}, {"declined by handlers", totals.declined},
      {"unknown", totals.unknown},
  };
  for (const auto& [name, count] : more) {
    if (count > 0) line += fmt::format(", {} {}", count, name);
  }
  if (totals.errors > 0) line += ", " + Counted(totals.errors, "error");
  if (totals.not_analysed > 0)
    line += ", " + Counted(totals.not_analysed, "article in another language");
  std::fprintf(stderr, "%s\n", line.c_str());
}

// Errors and limits are always named; the rest is talk. `runs ID` has them all.
void PrintNotes(const std::vector<store::RunNote>& notes, const Settings& settings) {
  for (const store::RunNote& note : notes) {
    const bool grave = note.kind == "error" || note.kind == "limit" || note.kind == "parked";
    if (settings.quiet && !grave) continue;
    if (note.kind == "unknown" && !settings.verbose) continue;  // counted in the summary
    std::fprintf(stderr, "%s\n", NoteText(note).c_str());
  }
}

void PrintAlerts(store::Store& store, const batch::RunReport& report, const Options& options,
                 const Settings& settings) {
  store::Alerts alerts(store);
  std::vector<model::Alert> kept;
  for (const std::string& id : report.alerts) {
    if (auto found = alerts.Read(id)) kept.push_back(std::move(*found));
  }
  for (model::Alert& alert : kept) alert::Age(&alert);
  std::fputs(alert::Present(kept, PrintingOf(options.format, settings)).c_str(), stdout);
}

int Run(const Options& options, const Settings& settings) {
  auto workbench = Workbench::Open(settings, options.choice);
  if (!workbench) return Complain(workbench.error()), kWrongUse;
  auto sinks = SinksOf(settings);
  if (!sinks) return Complain(sinks.error()), kWrongUse;

  store::Store store(settings.db, {store::OpenMode::kExists});
  batch::RunOptions how;
  how.now = settings.MakeClock().Now();
  how.backfill = options.backfill;
  how.threads = static_cast<int>(options.threads);
  how.stop = &CatchInterrupt();
  how.rules_folder = FindRules(settings).value();
  batch::StoreCorpus corpus(store);
  (*workbench)->loaded().SetCorpus(&corpus);
  how.corpus = &corpus;
  for (const auto& sink : *sinks) how.sinks.push_back(sink.get());
  std::optional<ProgressBar> bar;
  how.tick = [&](int64_t done, int64_t all) {
    if (!bar) bar.emplace(!settings.quiet, all, "articles");
    bar->Show(done, done);
  };
  const batch::RunReport report = batch::Run(store, (*workbench)->program(), how);
  bar.reset();

  if (options.print) PrintAlerts(store, report, options, settings);
  PrintNotes(report.notes, settings);
  if (!settings.quiet) PrintSummary(report);
  if (report.interrupted) return kInterrupted;
  return report.run.totals.errors > 0 || (*workbench)->some_failed() ? kSomeFailed : kDone;
}

}  // namespace

void AddRun(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("run", "Run the rules over all articles that are new to them",
                          "tellwire run --print --format jsonl");
  AddRuleChoice(verb, &options->choice);
  verb.Flag("--backfill", &options->backfill,
            "New and changed rules read everything, not only what arrives from now on")
      .Flag("--print", &options->print, "Print the alerts that this run kept")
      .Threads(&options->threads)
      .Format(&options->format);
  verb.Run([options, &settings] { return Run(*options, settings); });
}

}  // namespace tellwire::shell
