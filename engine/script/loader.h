// Rule files -> plain rules. A file runs once, in a sandbox; what it declares becomes rule::Rule
// values.
//
// Room `script`: the only one that knows Lua. state.h is the sandbox, tokens.h finds the column of
// a key, marshal_*.cc turn values into Lua and back, api_*.cc are what rules may call.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "match/handler.h"
#include "model/vocabulary.h"
#include "rule/diagnostic.h"
#include "rule/rule.h"
#include "script/corpus.h"

namespace tellwire::script {

// What one call into Lua may use. What is reached is an Error of kind kLimit, named.
struct Limits {
  int64_t instructions = 1'000'000;        // a handler
  int64_t load_instructions = 20'000'000;  // a rule file
  size_t memory_bytes = 16u << 20;         // added by one call of a handler
  size_t load_memory_bytes = 256u << 20;   // added by one rule file
  double wall_seconds = 5;                 // safety net: the machine's fault
  double load_wall_seconds = 30;
};

struct LoadOptions {
  Limits limits;
  int64_t now = 0;  // the run's clock
  bool examples = true;
};

// The rules of a folder, and the Lua behind their handlers.
class LoadedRules {
 public:
  ~LoadedRules();
  LoadedRules(LoadedRules&&) noexcept;

  const rule::RuleSet& rules() const;
  const std::vector<rule::Diagnostic>& diagnostics()
      const;  // errors and warnings, by file and line
  match::Handler& handler();

  // What `corpus:` answers from in handlers; nullptr: it is empty. Not owned.
  void SetCorpus(Corpus* corpus);

 private:
  friend LoadedRules LoadRules(const std::vector<std::string>& paths,
                               const std::string& rules_folder, const model::Vocabulary& vocabulary,
                               const LoadOptions& options);
  struct Content;
  explicit LoadedRules(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

// Loads every rule file of the paths (files, or folders with <pack>/<stem>.lua; `lexicon`, `lists`,
// `editor` and `*.cases.lua` are not rule files), in sorted order. Never fails as a whole: a bad
// file is a diagnostic.
LoadedRules LoadRules(const std::vector<std::string>& paths, const std::string& rules_folder,
                      const model::Vocabulary& vocabulary, const LoadOptions& options);

}  // namespace tellwire::script
