// `tellwire alerts [list|show|ack|dismiss]`: what was kept.
#include <fmt/format.h>

#include <cstdio>

#include "alert/json.h"
#include "alert/plain.h"
#include "alert/present.h"
#include "shell/command.h"
#include "shell/terminal.h"
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

std::optional<Error> SetTime(const std::string& written, std::optional<int64_t>* out) {
  if (written.empty()) return std::nullopt;
  auto time = ParseTimestamp(written);
  if (!time) return time.error();
  *out = time->seconds;
  return std::nullopt;
}

Result<store::AlertQuery> QueryOf(const Options& options) {
  store::AlertQuery query;
  query.rule = options.rule;
  query.company = options.company;
  query.status = options.status;
  if (!options.severity.empty()) query.at_least = model::ParseSeverity(options.severity);
  if (options.run > 0) query.run = options.run;
  query.limit = static_cast<size_t>(options.limit);
  if (auto error = SetTime(options.since, &query.since)) return *error;
  if (auto error = SetTime(options.until, &query.until)) return *error;
  return query;
}

alert::ListingOptions PrintOptions(const Options& options, const Settings& settings) {
  return {*alert::ParseFormat(options.format), settings.UseColor(1), TableWidth()};
}

int List(const Options& options, const Settings& settings) {
  auto query = QueryOf(options);
  if (!query) return Complain(query.error()), kWrongUse;
  store::Store store(settings.db, {store::OpenMode::kExists});
  const std::vector<model::Alert> alerts = store::Alerts(store).List(*query);
  std::fputs(alert::Present(alerts, PrintOptions(options, settings)).c_str(), stdout);
  if (!settings.quiet) std::fprintf(stderr, "%zu alerts\n", alerts.size());
  return kDone;
}

void PrintSources(const std::vector<store::AlertSource>& sources) {
  std::printf("said by %zu:\n", sources.size());
  for (const store::AlertSource& source : sources) {
    const std::string date = source.published ? ToString(*source.published) : "undated";
    std::printf(
        "  %s  %s  %s\n", date.c_str(), alert::PlainLine(source.source).c_str(),
        alert::PlainLine(source.headline.empty() ? source.article : source.headline).c_str());
  }
}

int Show(const Options& options, const Settings& settings) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Alerts alerts(store);
  int status = kDone;
  for (const std::string& id : options.ids) {
    auto found = alerts.Read(id);
    if (!found) {
      Complain(found.error());
      status = kSomeFailed;
      continue;
    }
    std::fputs(alert::Present({*found}, PrintOptions(options, settings)).c_str(), stdout);
    if (options.format == "table") PrintSources(alerts.Sources(found->id));
  }
  return status;
}

int SetStatus(const Options& options, const Settings& settings, const char* new_status) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  store::Alerts alerts(store);
  int status = kDone;
  for (const std::string& id : options.ids) {
    auto found = alerts.Read(id);
    if (!found) {
      Complain(found.error());
      status = kSomeFailed;
      continue;
    }
    alerts.SetStatus(found->id, new_status, options.why, settings.MakeClock().Now());
  }
  return status;
}

void AddListOptions(Verb verb, Options* options) {
  verb.Option("--rule", &options->rule, "Of this rule (* stands for anything)")
      .Option("--company", &options->company, "Of this company, by name or ticker")
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
  Verb show = verb.Sub("show", "Everything about alerts, with all that say the same");
  show.Argument("ID", &options->ids, "The alert's id, or its beginning").Format(&options->format);
  show.Run([options, &settings] { return Show(*options, settings); });
  AddStatus(verb.Sub("ack", "Mark as seen"), options, settings, "acked");
  AddStatus(verb.Sub("dismiss", "Mark as wrong or of no interest"), options, settings, "dismissed");
}

}  // namespace tellwire::shell
