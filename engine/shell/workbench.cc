#include "shell/workbench.h"

#include <algorithm>

#include "alert/plain.h"
#include "shell/printing.h"

namespace tellwire::shell {
namespace {

bool HasTag(const rule::Rule& rule, const std::vector<std::string>& tags) {
  return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
    return std::find(rule.tags.begin(), rule.tags.end(), tag) != rule.tags.end();
  });
}

bool IsNamed(const rule::Rule& rule, const std::vector<std::string>& only) {
  return std::any_of(only.begin(), only.end(),
                     [&](const std::string& glob) { return model::MatchesGlob(rule.id, glob); });
}

bool IsChosen(const rule::Rule& rule, const RuleChoice& choice) {
  if (rule.status == rule::Status::kRetired) return false;
  if (!choice.only.empty() && !IsNamed(rule, choice.only)) return false;
  if (!choice.tags.empty() && !HasTag(rule, choice.tags)) return false;
  return rule.status != rule::Status::kDraft || !choice.only.empty();
}

std::optional<Error> CheckNames(const RuleChoice& choice, const rule::RuleSet& rules) {
  for (const std::string& glob : choice.only) {
    const bool found =
        std::any_of(rules.rules.begin(), rules.rules.end(),
                    [&](const rule::Rule& rule) { return model::MatchesGlob(rule.id, glob); });
    if (!found) return NoSuchRule(glob, rules);
  }
  return std::nullopt;
}

// Prints the errors (warnings are for `rule check`); returns whether there were any.
bool PrintErrors(const std::vector<rule::Diagnostic>& diagnostics) {
  bool any = false;
  for (const rule::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.level != rule::Level::kError) continue;
    any = true;
    std::fputs((alert::PlainText(rule::Render(diagnostic)) + "\n").c_str(), stderr);
  }
  return any;
}

}  // namespace

Error NoSuchRule(const std::string& id, const rule::RuleSet& rules) {
  std::vector<std::string> ids;
  for (const rule::Rule& rule : rules.rules) ids.push_back(rule.id);
  return NoSuch("rule", id, ids, "`tellwire rule list` shows all rules");
}

void AddRuleChoice(Verb verb, RuleChoice* choice) {
  verb.List("--only", &choice->only, "Only these rules (ids; * stands for anything)")
      .List("--tags", &choice->tags, "Only rules with one of these tags");
  AddWith(verb, choice);
}

void AddWith(Verb verb, RuleChoice* choice) {
  verb.List("--with", &choice->with, "Rule files beside those of the rules folder");
}

Workbench::Workbench(analysis::Analyser analyser, script::LoadedRules loaded, rule::RuleSet chosen,
                     bool some_failed)
    : analyser_(std::move(analyser)),
      loaded_(std::move(loaded)),
      chosen_(std::move(chosen)),
      network_(chosen_, analyser_.vocabulary()),
      some_failed_(some_failed) {}

Result<std::unique_ptr<Workbench>> Workbench::Open(const Settings& settings,
                                                   const RuleChoice& choice) {
  auto folder = FindRules(settings);
  if (!folder) return folder.error();
  auto analyser = OpenAnalyser(settings);
  if (!analyser) return analyser.error();
  script::LoadOptions options;
  options.now = settings.MakeClock().Now();
  std::vector<std::string> paths = {*folder};
  paths.insert(paths.end(), choice.with.begin(), choice.with.end());
  script::LoadedRules loaded = script::LoadRules(paths, *folder, analyser->vocabulary(), options);
  const bool failed = PrintErrors(loaded.diagnostics());
  if (auto error = CheckNames(choice, loaded.rules())) return *error;
  rule::RuleSet chosen;
  std::copy_if(loaded.rules().rules.begin(), loaded.rules().rules.end(),
               std::back_inserter(chosen.rules),
               [&](const rule::Rule& rule) { return IsChosen(rule, choice); });
  const bool bad_rows = !analyser->vocabulary().problems.empty();
  return std::unique_ptr<Workbench>(new Workbench(std::move(*analyser), std::move(loaded),
                                                  std::move(chosen), failed || bad_rows));
}

}  // namespace tellwire::shell
