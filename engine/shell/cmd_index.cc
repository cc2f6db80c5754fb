// `tellwire index PATH... | -`: reads articles into the store.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "batch/index.h"
#include "shell/article_input.h"
#include "shell/command.h"
#include "shell/interrupt.h"
#include "shell/workbench.h"

namespace tellwire::shell {
namespace {

struct Options {
  InputOptions input;
  int threads = 2;
};

void AddCount(int64_t count, const char* name, std::string* line) {
  if (count > 0) *line += fmt::format(", {} {}", count, name);
}

void PrintSummary(const batch::IndexCounts& counts, const ingest::ReaderCounts& read,
                  double seconds) {
  std::string line = fmt::format("{} articles: {} new", read.articles, counts.added);
  AddCount(counts.revised, "revised", &line);
  AddCount(counts.unchanged, "unchanged", &line);
  AddCount(counts.copies, "near-duplicates", &line);
  AddCount(counts.undated, "undated", &line);
  AddCount(counts.not_analysed, "in other languages", &line);
  AddCount(read.repaired, "with repaired UTF-8", &line);
  AddCount(read.skipped, "files in no known format", &line);
  if (counts.facts > 0) line += fmt::format(", {} facts", counts.facts);
  if (seconds > 0.5) {
    line += fmt::format("; {:.1f} MB in {:.1f} s", static_cast<double>(read.bytes) / 1e6, seconds);
  }
  std::fprintf(stderr, "%s\n", line.c_str());
  const std::string failures = FailureSummary(read);
  if (!failures.empty()) std::fprintf(stderr, "%s\n", failures.c_str());
}

int Index(const Options& options, const Settings& settings) {
  auto analyser = OpenAnalyser(settings);
  if (!analyser) return Complain(analyser.error()), kWrongUse;
  const auto start = std::chrono::steady_clock::now();
  store::Store store(settings.db);
  batch::Indexer indexer(store, *analyser, settings.MakeClock().Now(), options.threads);
  const std::atomic<bool>& stop = CatchInterrupt();
  const ingest::ReaderCounts read =
      EachArticle(options.input, settings, [&](model::Article article) {
        indexer.Add(std::move(article));
        return !stop;
      });
  const batch::IndexCounts counts = indexer.Finish();
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  if (!settings.quiet) PrintSummary(counts, read, elapsed.count());
  if (stop) return kInterrupted;
  return read.failures() > 0 ? kSomeFailed : kDone;
}

}  // namespace

void AddIndex(CLI::App& program, const Settings& settings, int* status) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = program.add_subcommand("index", "Read articles into the store");
  verb->footer("Example: tellwire index corpus articles.jsonl.gz");
  AddInput(*verb, &options->input);
  verb->add_option("--threads", options->threads, "Worker threads")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  verb->callback([options, &settings, status] { *status = Index(*options, settings); });
}

}  // namespace tellwire::shell
