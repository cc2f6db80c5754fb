// Articles from the command line: what `index`, `scan` and `inspect` read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ingest/reader.h"
#include "model/article.h"
#include "shell/settings.h"
#include "shell/verb.h"

namespace tellwire::shell {

struct InputOptions {
  std::vector<std::string> paths;  // files, folders, `-`
  std::string as;                  // the form, where the name does not tell
  bool prints_meanwhile = false;   // on standard output: no bar where both are the terminal
};

// Adds PATH... and --as to a verb.
void AddInput(Verb verb, InputOptions* options);

// Hands every article to `take` in order, names every failure on standard error, and draws a bar.
// `take` returns false to stop. What was counted tells whether anything failed.
ingest::ReaderCounts EachArticle(const InputOptions& options, const Settings& settings,
                                 const std::function<bool(model::Article)>& take);

// "3 files failed: 1 empty, 2 broken JSON", "" when all is well.
std::string FailureSummary(const ingest::ReaderCounts& counts);

}  // namespace tellwire::shell
