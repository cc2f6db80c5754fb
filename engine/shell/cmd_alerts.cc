// `tellwire alerts [list|show|ack|dismiss|replay]`: what was kept.
#include <fmt/format.h>

#include <cstdio>

#include "alert/json.h"
#include "alert/plain.h"
#include "alert/present.h"
#include "alert/score.h"
#include "batch/replay.h"
#include "shell/command.h"
#include "shell/printing.h"
#include "shell/workbench.h"
#include "store/alerts.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::string rule, company, status, severity, since, until, format = "table";
  int64_t run = 0;
  int64_t limit = 0;
  std::vector<std::string> ids;
  std::string why;
};

Result<store::AlertQuery> QueryOf(const Options& options, const Settings& settings) {
  store::AlertQuery query;
  query.rule = options.rule;
  query.company = CompanyNamed(options.company, settings);
  query.status = options.status;
  if (!options.severity.empty()) query.at_least = model::ParseSeverity(options.severity);
  if (options.run > 0) query.run = options.run;
  query.limit = static_cast<size_t>(options.limit);
  if (auto error = SetTimes(options.since, options.until, &query.since, &query.until))
    return *error;
  query.only_dated = query.since || query.until;
  return query;
}

int List(const Options& options, const Settings& settings) {
  auto query = QueryOf(options, settings);
  if (!query) return Complain(query.error()), kWrongUse;
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Alerts kept(store);
  std::vector<model::Alert> alerts = kept.List(*query);
  for (model::Alert& alert : alerts) alert::Age(&alert);
  std::fputs(alert::Present(alerts, PrintingOf(options.format, settings)).c_str(), stdout);
  if (settings.quiet) return kDone;
  std::fprintf(stderr, "%s\n", Counted(alerts.size(), "alert").c_str());
  const bool dated = query->since || query->until;
  if (const int64_t undated = dated ? kept.CountUndated(*query) : 0; undated > 0)
    std::fprintf(stderr, "%s left out\n", Counted(undated, "undated alert").c_str());
  return kDone;
}

void PrintSources(const std::vector<store::AlertSource>& sources) {
  std::printf("said by %s:\n", Counted(sources.size(), "article").c_str());
  for (const store::AlertSource& source : sources) {
    const std::string date = source.published ? ToString(*source.published) : "undated";
    const std::string what = source.headline.empty() ? source.article : source.headline;
    std::string line = date + "  ";
    if (!source.source.empty()) line += alert::PlainLine(source.source) + "  ";
    std::printf("  %s%s\n", line.c_str(), alert::PlainLine(what).c_str());
  }
}

// Hands each alert that was named to `take`; one that does not exist is named, and the rest goes
// on.
template <typename Take>
int EachNamed(const Options& options, store::Alerts& alerts, Take take) {
  int status = kDone;
  for (const std::string& id : options.ids) {
    auto found = alerts.Read(id);
    if (found) {
      alert::Age(&*found);
      take(*found);
    } else {
      Complain(found.error());
      status = kSomeFailed;
    }
  }
  return status;
}

// For people one alert after the other with all that say it; for programs one document.
int Show(const Options& options, const Settings& settings) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Alerts alerts(store);
  const alert::ListingOptions how = PrintingOf(options.format, settings);
  std::vector<model::Alert> found;
  const int status = EachNamed(options, alerts, [&](const model::Alert& alert) {
    found.push_back(alert);
    if (how.format != alert::Format::kTable) return;
    if (found.size() > 1) std::puts("");
    std::fputs(alert::Present({alert}, how).c_str(), stdout);
    PrintSources(alerts.Sources(alert.id));
  });
  if (how.format != alert::Format::kTable) std::fputs(alert::Present(found, how).c_str(), stdout);
  return status;
}

int SetStatus(const Options& options, const Settings& settings, const char* new_status) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Alerts alerts(store);
  return EachNamed(options, alerts, [&](const model::Alert& alert) {
    alerts.SetStatus(alert.id, new_status, options.why, settings.MakeClock().Now());
  });
}

void PrintReplay(const batch::Replayed& replayed) {
  const model::Alert& kept = replayed.kept;
  const bool same = replayed.differences.empty();
  std::printf("%s  %s on %s: %s\n", kept.id.c_str(), kept.rule.c_str(),
              alert::PlainLine(kept.article_id).c_str(),
              same ? "the same answer" : "another answer");
  std::printf("  rule version %s\n  analysis version %s\n", kept.rule_version.c_str(),
              kept.analysis_version.c_str());
  for (const batch::Difference& difference : replayed.differences) {
    std::printf("  %s\n    then: %s\n    now:  %s\n", difference.field.c_str(),
                alert::PlainLine(difference.kept).c_str(),
                alert::PlainLine(difference.again).c_str());
  }
}

int Replay(const Options& options, const Settings& settings) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  int status = kDone;
  for (const std::string& id : options.ids) {
    auto replayed = batch::Replay(store, id);
    if (!replayed) {
      Complain(replayed.error());
      status = kSomeFailed;
      continue;
    }
    PrintReplay(*replayed);
    if (!replayed->differences.empty()) status = kSomeFailed;
  }
  return status;
}

void AddListOptions(Verb verb, Options* options) {
  verb.Option("--rule", &options->rule, "Of this rule (* stands for anything)")
      .Option("--company", &options->company, "Of this company, by name, alias or ticker")
      .Choice("--status", &options->status, "new|acked|dismissed", "What became of it")
      .Choice("--severity", &options->severity, "info|low|medium|high|critical",
              "At least this severe")
      .Option("--since", &options->since, "Of articles published then or later")
      .Option("--until", &options->until, "Of articles published then or earlier")
      .Number("--run", &options->run, "Raised by this run")
      .Number("--limit", &options->limit, "At most so many; 0: all")
      .Format(&options->format);
}

void AddStatus(Verb verb, const std::shared_ptr<Options>& options, const Settings& settings,
               const char* new_status) {
  verb.Argument("ID", &options->ids, "The alert's id, or its beginning");
  verb.Option("--why", &options->why, "A note that is kept with it");
  verb.Run([options, &settings, new_status] { return SetStatus(*options, settings, new_status); });
}

}  // namespace

void AddAlerts(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("alerts", "The alerts that were kept",
                          "tellwire alerts --severity high --since 2026-05-01 --format csv");
  Verb list = verb.Sub("list", "List them, newest article first (what `alerts` alone does)");
  for (Verb each : {verb, list}) {
    AddListOptions(each, options.get());
    each.Run([options, &settings] { return List(*options, settings); });
  }
  Verb show = verb.Sub("show", "Everything about alerts, with all that say the same",
                       "tellwire alerts show 8510d70f");
  show.Argument("ID", &options->ids, "The alert's id, or its beginning").Format(&options->format);
  show.Run([options, &settings] { return Show(*options, settings); });
  Verb replay = verb.Sub("replay", "Run the rule of that day on the article of that day again",
                         "tellwire alerts replay 8510d70f");
  replay.Argument("ID", &options->ids, "The alert's id, or its beginning");
  replay.Run([options, &settings] { return Replay(*options, settings); });
  AddStatus(
      verb.Sub("ack", "Mark as seen", "tellwire alerts ack 8510d70f --why 'on the morning call'"),
      options, settings, "acked");
  AddStatus(verb.Sub("dismiss", "Mark as wrong or of no interest",
                     "tellwire alerts dismiss 8510d70f --why 'an old story'"),
            options, settings, "dismissed");
}

}  // namespace tellwire::shell
