#include "shell/article_input.h"

#include <fmt/format.h>
#include <unistd.h>

#include "shell/progress_bar.h"

namespace tellwire::shell {

void AddInput(Verb verb, InputOptions* options) {
  verb.Argument("PATH", &options->paths,
                "Files (.txt .md .html .json .jsonl, also .gz), folders, or - for standard input")
      .Choice("--as", &options->as, "text|md|html|json|jsonl",
              "Take the input for this, whatever its name");
}

ingest::ReaderCounts EachArticle(const InputOptions& options, const Settings& settings,
                                 const std::function<bool(model::Article)>& take) {
  ingest::ReaderOptions how;
  if (!options.as.empty()) how.form = *ingest::ParseInputForm(options.as);
  ingest::ArticleSource source(options.paths, how);
  const bool in_the_way = options.prints_meanwhile && isatty(STDOUT_FILENO);
  ProgressBar bar(!settings.quiet && !in_the_way, source.bytes_total(), "articles");
  if (settings.verbose) {
    for (const std::string& path : source.skipped())
      Warn({ErrorKind::kInput, {path}, "left out: its format is not known"});
  }
  bool go_on = true;
  while (go_on) {
    auto next = source.Next();
    for (const Error& warning : source.TakeWarnings()) Warn(warning);
    if (!next) break;
    if (*next) {
      go_on = take(std::move(**next));
    } else {
      Complain(next->error());
    }
    bar.Show(source.bytes_read(), source.counts().articles, source.bytes_read());
  }
  return source.counts();
}

std::string FailureSummary(const ingest::ReaderCounts& counts) {
  if (counts.failures() == 0) return "";
  std::string parts;
  for (size_t i = 0; i < ingest::kFailures; ++i) {
    if (counts.failed[i] == 0) continue;
    parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", counts.failed[i],
                         ToString(static_cast<ingest::Failure>(i)));
  }
  return fmt::format("{} not read: {}", counts.failures(), parts);
}

}  // namespace tellwire::shell
