// `tellwire scan FILE... | -`: the rules over articles, every article alone, nothing stored.
#include <fmt/format.h>

#include <cstdio>

#include "alert/json.h"
#include "alert/plain.h"
#include "alert/present.h"
#include "shell/article_input.h"
#include "shell/command.h"
#include "shell/interrupt.h"
#include "shell/printing.h"
#include "shell/terminal.h"
#include "shell/workbench.h"

namespace tellwire::shell {
namespace {

struct Options {
  InputOptions input;
  RuleChoice choice;
  std::string format = "table";
};

// JSON Lines go out as they come; every other format needs them all.
class Output {
 public:
  explicit Output(const alert::ListingOptions& options) : options_(options) {}
  ~Output() {
    if (!as_they_come()) std::fputs(alert::Present(alerts_, options_).c_str(), stdout);
  }
  void Add(std::vector<model::Alert> alerts) {
    count_ += alerts.size();
    for (model::Alert& alert : alerts) {
      if (as_they_come()) {
        std::puts(alert::ToJson(alert).c_str());
      } else {
        alerts_.push_back(std::move(alert));
      }
    }
  }
  size_t count() const { return count_; }

 private:
  bool as_they_come() const { return options_.format == alert::Format::kJsonl; }

  alert::ListingOptions options_;
  std::vector<model::Alert> alerts_;
  size_t count_ = 0;
};

int Scan(Options options, const Settings& settings) {
  options.input.prints_meanwhile = options.format == "jsonl";
  auto workbench = Workbench::Open(settings, options.choice);
  if (!workbench) return Complain(workbench.error()), kWrongUse;
  const batch::Program program = (*workbench)->program();
  const auto scratch = (*workbench)->network().NewScratch();
  const int64_t now = settings.MakeClock().Now();
  const std::atomic<bool>& stop = CatchInterrupt();
  Output output(PrintingOf(options.format, settings));
  size_t excepted = 0, unknown = 0, errors = 0;
  const ingest::ReaderCounts read =
      EachArticle(options.input, settings, [&](const model::Article& article) {
        batch::ScanResult result = batch::Scan(article, program, scratch.get(), now);
        excepted += result.excepted;
        unknown += result.unknown.size();
        errors += result.errors.size();
        for (const Error& error : result.errors) Complain(error);
        output.Add(std::move(result.alerts));
        return !stop;
      });
  if (!settings.quiet) {
    std::string line =
        fmt::format("{}, {}, {}", Counted(read.articles, "article"),
                    Counted(program.rules.rules.size(), "rule"), Counted(output.count(), "alert"));
    if (excepted > 0) line += fmt::format(", {} excepted", excepted);
    if (unknown > 0) line += fmt::format(", {} unknown", unknown);
    if (errors > 0) line += ", " + Counted(errors, "error");
    std::fprintf(stderr, "%s\n", line.c_str());
    const std::string failures = FailureSummary(read);
    if (!failures.empty()) std::fprintf(stderr, "%s\n", failures.c_str());
  }
  if (stop) return kInterrupted;
  return errors > 0 || read.failures() > 0 || (*workbench)->some_failed() ? kSomeFailed : kDone;
}

}  // namespace

void AddScan(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("scan", "Run the rules over articles without storing anything",
                          "zcat news.jsonl.gz | tellwire scan --format jsonl -");
  AddInput(verb, &options->input);
  AddRuleChoice(verb, &options->choice);
  verb.Format(&options->format);
  verb.Run([options, &settings] { return Scan(*options, settings); });
}

}  // namespace tellwire::shell
