// `tellwire index PATH... | -`: reads articles into the store.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "batch/index.h"
#include "shell/article_input.h"
#include "shell/command.h"
#include "shell/interrupt.h"
#include "shell/printing.h"
#include "shell/workbench.h"

namespace tellwire::shell {
namespace {

struct Options {
  InputOptions input;
  int64_t threads = 2;
};

void AddCount(int64_t count, const char* name, std::string* line) {
  if (count > 0) *line += fmt::format(", {} {}", count, name);
}

void PrintSummary(const batch::IndexCounts& counts, const ingest::ReaderCounts& read,
                  double seconds) {
  std::string line = fmt::format("{}: {} new", Counted(read.articles, "article"), counts.added);
  AddCount(counts.revised, "revised", &line);
  AddCount(counts.unchanged, "unchanged", &line);
  if (counts.copies > 0) line += ", " + Counted(counts.copies, "near-duplicate");
  AddCount(counts.undated, "undated", &line);
  AddCount(counts.not_analysed, "in other languages", &line);
  AddCount(read.repaired, "with repaired UTF-8", &line);
  if (read.skipped > 0) line += ", " + Counted(read.skipped, "file in no known format");
  if (counts.facts > 0) line += ", " + Counted(counts.facts, "fact");
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
  batch::Indexer indexer(store, *analyser, settings.MakeClock().Now(),
                         static_cast<int>(options.threads));
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

void AddIndex(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("index", "Read articles into the store",
                          "tellwire index corpus articles.jsonl.gz");
  AddInput(verb, &options->input);
  verb.Threads(&options->threads);
  verb.Run([options, &settings] { return Index(*options, settings); });
}

}  // namespace tellwire::shell
