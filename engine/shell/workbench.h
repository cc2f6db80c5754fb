// Vocabulary, rules and network, ready to be run: what every command that evaluates rules opens
// first.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "batch/scan.h"
#include "match/network.h"
#include "script/loader.h"
#include "shell/settings.h"
#include "shell/verb.h"

namespace tellwire::shell {

// Which rules a command runs. Drafts run only when they are named; retired ones never.
struct RuleChoice {
  std::vector<std::string> only;  // ids or globs; empty: all
  std::vector<std::string> tags;  // any of them; empty: all
  std::vector<std::string> with;  // rule files beside those of the rules folder

  bool names_rules() const { return !only.empty() || !tags.empty() || !with.empty(); }
};
void AddRuleChoice(Verb verb, RuleChoice* choice);
void AddWith(Verb verb, RuleChoice* choice);  // --with alone
Error NoSuchRule(const std::string& id, const rule::RuleSet& rules);

// Owns what it refers to; address-stable.
class Workbench {
 public:
  // Loads <rules> and prints what is wrong with it to standard error. The error is that there are
  // no rules to load, or that a rule that was named does not exist.
  static Result<std::unique_ptr<Workbench>> Open(const Settings& settings,
                                                 const RuleChoice& choice);

  batch::Program program() { return {analyser_, chosen_, loaded_.handler(), network_}; }
  const analysis::Analyser& analyser() const { return analyser_; }
  const rule::RuleSet& rules() const { return chosen_; }
  const match::Network& network() const { return network_; }
  script::LoadedRules& loaded() { return loaded_; }
  // Rule files and vocabulary rows that could not be loaded.
  bool some_failed() const { return some_failed_; }

 private:
  Workbench(analysis::Analyser analyser, script::LoadedRules loaded, rule::RuleSet chosen,
            bool some_failed);

  analysis::Analyser analyser_;
  script::LoadedRules loaded_;
  rule::RuleSet chosen_;
  match::Network network_;
  bool some_failed_;
};

// The vocabulary alone, its bad rows printed to standard error.
Result<analysis::Analyser> OpenAnalyser(const Settings& settings);

// The canonical name of what a person calls a company: by name, alias or ticker; as it was called
// where nobody is known so. Loads the vocabulary, unless `called` is empty.
std::string CompanyNamed(const std::string& called, const Settings& settings);

}  // namespace tellwire::shell
