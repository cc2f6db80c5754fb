// `tellwire doctor`: checks configuration, vocabulary, rules and store, and says what to mend.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "alert/plain.h"
#include "shell/command.h"
#include "shell/printing.h"
#include "shell/workbench.h"
#include "store/articles.h"
#include "store/findings.h"
#include "store/progress.h"
#include "store/runs.h"

namespace tellwire::shell {
namespace {

// Prints one finding a line and remembers whether any was bad.
class Report {
 public:
  void Good(const std::string& what) { Line("ok   ", what); }
  void Note(const std::string& what) { Line("note ", what); }
  void Bad(const std::string& what, const std::string& help) {
    Line("BAD  ", what);
    if (!help.empty()) Line("     ", "help: " + help);
    bad_ = true;
  }
  bool bad() const { return bad_; }

 private:
  static void Line(const char* mark, const std::string& text) {
    std::printf("%s%s\n", mark, alert::PlainText(text).c_str());
  }
  bool bad_ = false;
};

void CheckConfig(const Settings& settings, Report* report) {
  if (settings.config.empty()) {
    report->Note("no tellwire.toml here or above; defaults are used");
  } else {
    report->Good("configuration " + settings.config);
  }
}

void CheckRules(const Settings& settings, Report* report) {
  auto folder = FindRules(settings);
  if (!folder) return report->Bad(folder.error().message, folder.error().help);
  auto workbench = Workbench::Open(settings, {});
  if (!workbench) return report->Bad(workbench.error().message, workbench.error().help);
  const model::Vocabulary& vocabulary = (*workbench)->analyser().vocabulary();
  report->Good(fmt::format("rules {}: {} rules, {} metrics, {} companies, {} lists", *folder,
                           (*workbench)->rules().rules.size(), vocabulary.metrics.size(),
                           vocabulary.issuers.size(), vocabulary.lists.size()));
  if ((*workbench)->some_failed()) {
    report->Bad("some rule files or vocabulary rows could not be loaded (named above)",
                "`tellwire rule check` shows each with its place");
  }
}

void CheckStore(const Settings& settings, Report* report) {
  if (!std::filesystem::exists(settings.db)) {
    return report->Note(
        fmt::format("no store {} yet; `tellwire index PATH` makes one", settings.db));
  }
  try {
    // For writing: SQLite checks a full-text index only through a connection that may write.
    store::Store store(settings.db, {store::OpenMode::kExists});
    const std::string trouble = store.CheckIntegrity();
    if (!trouble.empty()) {
      return report->Bad(fmt::format("store {}: {}", settings.db, trouble),
                         "restore it from a copy, or index anew");
    }
    store::Articles articles(store);
    report->Good(fmt::format("store {}: {}, {}, schema {}", settings.db,
                             Counted(articles.Count(), "article"),
                             Counted(articles.Revisions(), "revision"), store.schema_version()));
    for (const auto& [rule, progress] : store::Progress(store).Own()) {
      if (progress.parked) {
        report->Bad(fmt::format("rule {} is parked: {}", rule, progress.reason),
                    "change the rule; then it goes on by itself");
      }
    }
    for (const store::RunRow& run : store::Runs(store).List(1)) {
      if (run.state == "running")
        report->Note(fmt::format(
            "run {} never finished: it runs, or was killed; the next run goes on", run.id));
    }
  } catch (const store::StoreError& error) {
    report->Bad(ToString(error.error()), "");
  }
}

int Doctor(const Settings& settings) {
  Report report;
  CheckConfig(settings, &report);
  CheckRules(settings, &report);
  CheckStore(settings, &report);
  return report.bad() ? kSomeFailed : kDone;
}

}  // namespace

void AddDoctor(Verb program, const Settings& settings) {
  program
      .Sub("doctor", "Check store, rules and configuration, and say what to mend",
           "tellwire doctor")
      .Run([&settings] { return Doctor(settings); });
}

}  // namespace tellwire::shell
