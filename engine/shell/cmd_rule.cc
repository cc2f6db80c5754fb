// `tellwire rule list|check|test`: what there is, what is wrong with it, whether its examples hold.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "alert/plain.h"
#include "batch/check_rules.h"
#include "batch/examples.h"
#include "batch/frequencies.h"
#include "shell/command.h"
#include "shell/diagnostic_report.h"
#include "shell/example_report.h"
#include "shell/printing.h"
#include "shell/rule_paths.h"
#include "shell/terminal.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::vector<std::string> paths, only, tags;
  std::string format = "table", status;
};

// The rules folder with the files that were named beside it.
struct Loaded {
  analysis::Analyser analyser;
  RulePaths paths;
  script::LoadedRules rules;
};

Result<Loaded> Load(const Options& options, const Settings& settings) {
  auto folder = FindRules(settings);
  if (!folder) return folder.error();
  auto paths = RulePaths::Find(options.paths, *folder);
  if (!paths) return paths.error();
  auto analyser = OpenAnalyser(settings);
  if (!analyser) return analyser.error();
  std::vector<std::string> all = {*folder};
  all.insert(all.end(), paths->outside().begin(), paths->outside().end());
  script::LoadOptions how;
  how.now = settings.MakeClock().Now();
  script::LoadedRules rules = script::LoadRules(all, *folder, analyser->vocabulary(), how);
  return Loaded{std::move(*analyser), std::move(*paths), std::move(rules)};
}

bool Overlaps(const std::vector<std::string>& wanted, const std::vector<std::string>& tags) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& tag) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
  });
}

bool IsWanted(const rule::Rule& rule, const Options& options, const RulePaths& paths) {
  if (!paths.Covers(rule.where.file)) return false;
  if (!options.status.empty() && ToString(rule.status) != options.status) return false;
  if (!options.tags.empty() && !Overlaps(options.tags, rule.tags)) return false;
  return options.only.empty() ||
         std::any_of(options.only.begin(), options.only.end(),
                     [&](const std::string& glob) { return model::MatchesGlob(rule.id, glob); });
}

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

int List(const Options& options, const Settings& settings) {
  auto loaded = Load(options, settings);
  if (!loaded) return Complain(loaded.error()), kWrongUse;
  alert::Listing listing;
  listing.columns = {{"rule"},           {"status"}, {"severity"},         {"subject"},
                     {"examples", true}, {"tags"},   {"title", false, 60}, {"file"}};
  for (const rule::Rule& rule : loaded->rules.rules().rules) {
    if (!IsWanted(rule, options, loaded->paths)) continue;
    listing.rows.push_back({{rule.id, ""},
                            {std::string(ToString(rule.status)), ""},
                            {std::string(model::ToString(rule.severity)), ""},
                            {rule.subject.per_company ? "company" : "article", ""},
                            alert::IntegerCell(static_cast<int64_t>(rule.examples.size())),
                            {Joined(rule.tags), ""},
                            {rule.title, ""},
                            {rule.where.file, ""}});
  }
  Print(listing, PrintingOf(options.format, settings));
  return kDone;
}

// What the store knows of words, where there is one; checks need none.
std::optional<batch::CorpusFrequencies> OwnFrequencies(const Settings& settings) {
  std::error_code ignored;
  if (!std::filesystem::exists(settings.db, ignored)) return std::nullopt;
  try {
    store::Store store(settings.db, {store::OpenMode::kRead});
    return batch::FrequenciesOf(store);
  } catch (const store::StoreError&) {
    return std::nullopt;  // `doctor` says what is wrong with it
  }
}

int Check(const Options& options, const Settings& settings) {
  auto loaded = Load(options, settings);
  if (!loaded) return Complain(loaded.error()), kWrongUse;
  batch::CheckOptions how;
  how.whole = options.paths.empty();
  const auto frequencies = OwnFrequencies(settings);
  if (frequencies) {
    how.frequencies = &frequencies->words;
    how.articles = frequencies->articles;
  }
  std::vector<rule::Diagnostic> found =
      batch::CheckRules(loaded->rules, loaded->analyser.vocabulary(), how);
  std::erase_if(found,
                [&](const rule::Diagnostic& one) { return !loaded->paths.Covers(one.where.file); });
  const bool errors = std::any_of(found.begin(), found.end(),
                                  [](const auto& one) { return one.level == rule::Level::kError; });
  // Named on standard error when they were read; they are no fault of a single rule.
  const size_t rows = how.whole ? loaded->analyser.vocabulary().problems.size() : 0;
  std::fputs(ReportDiagnostics(found, options.format).c_str(), stdout);
  if (options.format == "table" && !settings.quiet) {
    const auto rules = std::count_if(
        loaded->rules.rules().rules.begin(), loaded->rules.rules().rules.end(),
        [&](const rule::Rule& rule) { return loaded->paths.Covers(rule.where.file); });
    const auto bad = std::count_if(found.begin(), found.end(), [](const auto& one) {
      return one.level == rule::Level::kError;
    });
    const auto warnings = static_cast<int64_t>(found.size()) - bad;
    std::fprintf(stderr, "%s checked: %s, %s\n", Counted(rules, "rule").c_str(),
                 Counted(bad, "error").c_str(), Counted(warnings, "warning").c_str());
    if (rows > 0) std::fprintf(stderr, "%s skipped\n", Counted(rows, "row in the lexicon").c_str());
  }
  return errors || rows > 0 ? kSomeFailed : kDone;
}

std::string Report(const std::vector<batch::ExampleResult>& results, const rule::RuleSet& rules,
                   const Options& options, bool verbose) {
  if (options.format == "tap") return ReportTap(results, rules);
  if (options.format == "junit") return ReportJunit(results, rules);
  if (options.format == "json") return ReportJson(results, rules);
  return ReportForPeople(results, rules, verbose);
}

int Test(const Options& options, const Settings& settings) {
  auto loaded = Load(options, settings);
  if (!loaded) return Complain(loaded.error()), kWrongUse;
  bool broken = false;
  for (const rule::Diagnostic& one : loaded->rules.diagnostics()) {
    if (one.level != rule::Level::kError || !loaded->paths.Covers(one.where.file)) continue;
    std::fputs((alert::PlainText(rule::Render(one)) + "\n").c_str(), stderr);
    broken = true;
  }
  const auto results = batch::RunExamples(
      &loaded->rules, loaded->analyser,
      [&](const rule::Rule& rule) { return IsWanted(rule, options, loaded->paths); });
  std::fputs(Report(results, loaded->rules.rules(), options, settings.verbose).c_str(), stdout);
  const bool failed =
      std::any_of(results.begin(), results.end(), [](const auto& one) { return !one.passed; });
  return failed || broken ? kSomeFailed : kDone;
}

void AddFilters(Verb verb, Options* options) {
  verb.OptionalArgument("PATH", &options->paths, "Rule files or folders; none: the rules folder")
      .List("--only", &options->only, "Only these rules (ids; * stands for anything)")
      .List("--tags", &options->tags, "Only rules with one of these tags")
      .Choice("--status", &options->status, "draft|test|stable|retired",
              "Only rules of this status");
}

}  // namespace

void AddRule(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb =
      program.Sub("rule", "The rules: a list, what is wrong with them, whether their examples hold",
                  "tellwire rule check && tellwire rule test --tags earnings");
  Verb list = verb.Sub("list", "The rules", "tellwire rule list --tags earnings --format csv");
  AddFilters(list, options.get());
  list.Format(&options->format).Run([options, &settings] { return List(*options, settings); });
  Verb check = verb.Sub("check", "What is wrong with them, and what to type instead",
                        "tellwire rule check rules/earnings");
  check.OptionalArgument("PATH", &options->paths, "Rule files or folders; none: the rules folder")
      .Format(&options->format, "table|json|sarif")
      .Run([options, &settings] { return Check(*options, settings); });
  Verb test = verb.Sub("test", "Whether their examples hold",
                       "tellwire rule test rules/earnings --format tap");
  AddFilters(test, options.get());
  test.Format(&options->format, "table|json|tap|junit").Run([options, &settings] {
    return Test(*options, settings);
  });
}

}  // namespace tellwire::shell
