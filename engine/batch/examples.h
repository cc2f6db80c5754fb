// The worked examples of rules, each run alone under a frozen clock: what `rule test` prints.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "match/explain.h"
#include "model/article.h"
#include "rule/rule.h"
#include "script/loader.h"

namespace tellwire::batch {

// 2026-06-30T00:00:00Z: the clock, and the date of examples that give none.
inline constexpr int64_t kFrozenClock = 1782777600;

struct ExampleResult {
  size_t rule = 0;     // index into the RuleSet
  size_t example = 0;  // index into its examples
  bool passed = false;
  // Why not, one sentence each: "it did not fire", "clause rally: wanted \"jumped 6%\", got ..".
  std::vector<std::string> failures;
  std::string verdict;     // what the rule came to: fired, silent, unknown, error
  model::Article article;  // as it was run
  // Of an example that failed: what decided, for at most three subjects.
  std::vector<match::Explanation> explanations;
};

// Runs the examples of the rules that `wanted` accepts (empty: of all), in order. Earlier articles
// of an example are run through all rules first, so that `fired` and `corpus:` see them; prices are
// those that it states. Handlers run too. Not thread-safe.
std::vector<ExampleResult> RunExamples(script::LoadedRules* loaded,
                                       const analysis::Analyser& analyser,
                                       const std::function<bool(const rule::Rule&)>& wanted = {});

}  // namespace tellwire::batch
