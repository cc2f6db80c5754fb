// `tellwire alerts [list|show|ack|dismiss]`: what was kept.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
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
  size_t limit = 0;
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
  query.limit = options.limit;
  if (auto error = SetTime(options.since, &query.since)) return *error;
  if (auto error = SetTime(options.until, &query.until)) return *error;
  return query;
}

alert::ListingOptions PrintOptions(const Options& options, const Settings& settings) {
  return {*alert::ParseFormat(options.format), settings.UseColor(1), TerminalWidth()};
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

void AddListOptions(CLI::App& verb, Options* options) {
  verb.add_option("--rule", options->rule, "Of this rule (* stands for anything)");
  verb.add_option("--company", options->company, "Of this company, by name or ticker");
  verb.add_option("--status", options->status, "new, acked or dismissed");
  verb.add_option("--severity", options->severity, "At least: info, low, medium, high, critical")
      ->check(CLI::IsMember({"info", "low", "medium", "high", "critical"}));
  verb.add_option("--since", options->since, "Of articles published then or later");
  verb.add_option("--until", options->until, "Of articles published then or earlier");
  verb.add_option("--run", options->run, "Raised by this run");
  verb.add_option("--limit", options->limit, "At most so many");
  AddFormat(verb, &options->format, "table|json|jsonl|csv|markdown|html");
}

}  // namespace

void AddAlerts(CLI::App& program, const Settings& settings, int* status) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand("alerts", "The alerts that were kept");
  verb->footer("Example: tellwire alerts --severity high --since 2026-05-01 --format csv");
  AddListOptions(*verb, options.get());
  CLI::App* list =
      verb->add_subcommand("list", "List them, newest article first (what `alerts` alone does)");
  AddListOptions(*list, options.get());

  const auto with_ids = [&](const char* name, const char* summary) {
    CLI::App* sub = verb->add_subcommand(name, summary);
    sub->add_option("ID", options->ids, "The alert's id, or its beginning")->required();
    return sub;
  };
  CLI::App* show = with_ids("show", "Everything about alerts, with all that say the same");
  AddFormat(*show, &options->format, "table|json|jsonl|csv|markdown|html");
  show->callback([options, &settings, status] { *status = Show(*options, settings); });
  CLI::App* ack = with_ids("ack", "Mark as seen");
  ack->callback([options, &settings, status] { *status = SetStatus(*options, settings, "acked"); });
  CLI::App* dismiss = with_ids("dismiss", "Mark as wrong or of no interest");
  for (CLI::App* sub : {ack, dismiss})
    sub->add_option("--why", options->why, "A note that is kept with it");
  dismiss->callback(
      [options, &settings, status] { *status = SetStatus(*options, settings, "dismissed"); });

  list->callback([options, &settings, status] { *status = List(*options, settings); });
  verb->callback([verb, options, &settings, status] {
    if (verb->get_subcommands().empty()) *status = List(*options, settings);
  });
}

}  // namespace tellwire::shell
