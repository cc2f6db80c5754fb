#include "script/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "rule/clauses.h"
#include "script/api_conditions.h"
#include "script/file_runner.h"
#include "script/handlers.h"
#include "script/marshal_amount.h"
#include "script/marshal_condition.h"
#include "script/special_values.h"
#include "script/table_reader.h"

namespace tellwire::script {
namespace {

namespace fs = std::filesystem;
namespace code = rule::code;

constexpr std::string_view kNoRules[] = {"lexicon", "lists", "editor"};

bool IsCases(const fs::path& path) { return path.string().ends_with(".cases.lua"); }

// The Lua files of a path in sorted order.
void AddFiles(const fs::path& path, std::vector<std::string>* files) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) {
    files->push_back(path.string());
    return;
  }
  std::vector<fs::path> found;
  fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, ignored),
      end;
  for (; at != end; at.increment(ignored)) {
    const std::string name = at->path().filename().string();
    if (at->is_directory(ignored)) {
      const bool skipped =
          name.starts_with('.') ||
          std::find(std::begin(kNoRules), std::end(kNoRules), name) != std::end(kNoRules);
      if (skipped) at.disable_recursion_pending();
    } else if (name.ends_with(".lua") && !name.starts_with('.')) {
      found.push_back(at->path());
    }
  }
  std::sort(found.begin(), found.end());
  for (const fs::path& file : found) files->push_back(file.string());
}

std::vector<std::string> FilesOf(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) AddFiles(path, &files);
  std::set<std::string> seen;
  std::erase_if(files, [&](const std::string& file) { return !seen.insert(file).second; });
  return files;
}

void RunFiles(Loading* loading, const std::vector<std::string>& paths,
              const std::string& rules_folder) {
  FileRunner runner(loading);
  const std::string exceptions = (fs::path(rules_folder) / "exceptions.lua").string();
  for (const std::string& file : FilesOf(paths)) {
    std::error_code ignored;
    if (fs::equivalent(file, exceptions, ignored)) continue;
    if (IsCases(file)) {
      if (loading->options.examples) runner.Run(file, FileLoad::Kind::kCases);
    } else {
      runner.Run(file, FileLoad::Kind::kRules);
    }
  }
  if (fs::exists(exceptions)) runner.Run(exceptions, FileLoad::Kind::kExceptions);
  loading->state.require = nullptr;
}

// Sorts the rules by id; of two with one id the first in the order of files counts.
void SortRules(Loading* loading) {
  std::stable_sort(loading->rules.begin(), loading->rules.end(),
                   [](const rule::Rule& a, const rule::Rule& b) { return a.id < b.id; });
  std::vector<rule::Rule> kept;
  for (rule::Rule& rule : loading->rules) {
    if (!kept.empty() && kept.back().id == rule.id) {
      loading->Report(code::kDuplicateId, rule.where, fmt::format("the id {} is taken", rule.id),
                      fmt::format("it is declared in {}", ToString(kept.back().where)));
      continue;
    }
    kept.push_back(std::move(rule));
  }
  loading->rules = std::move(kept);
}

rule::Rule* FindRule(Loading* loading, const std::string& id) {
  const auto found = std::lower_bound(
      loading->rules.begin(), loading->rules.end(), id,
      [](const rule::Rule& rule, const std::string& sought) { return rule.id < sought; });
  return found == loading->rules.end() || found->id != id ? nullptr : &*found;
}

std::vector<std::string> RuleIds(const Loading& loading) {
  std::vector<std::string> ids;
  for (const rule::Rule& rule : loading.rules) ids.push_back(rule.id);
  return ids;
}

// Whether a rule of that id stands in a file that failed: then what names it is not to blame.
bool AnyFileFailed(const Loading& loading) {
  return std::any_of(loading.diagnostics.begin(), loading.diagnostics.end(),
                     [](const auto& one) { return one.level == rule::Level::kError; });
}

void AttachCases(Loading* loading) {
  const bool blameless = AnyFileFailed(*loading);
  for (CasesEntry& cases : loading->cases) {
    rule::Rule* rule = FindRule(loading, cases.rule);
    if (!rule) {
      if (!blameless)
        loading->Report(code::kCasesForNoRule, cases.where,
                        fmt::format("there is no rule {}", cases.rule),
                        Suggest(cases.rule, RuleIds(*loading)));
      continue;
    }
    const size_t first = rule->examples.size();
    rule->examples.insert(rule->examples.end(), cases.examples.begin(), cases.examples.end());
    for (const rule::NameProblem& problem : rule::CheckNames(*rule)) {
      if (problem.in != rule::NameProblem::In::kExample || problem.index < first) continue;
      loading->Report(problem.code, rule->examples[problem.index].where, problem.message,
                      problem.help);
    }
  }
}

void AttachExceptions(Loading* loading) {
  const bool blameless = AnyFileFailed(*loading);
  const Day today = DayOf(loading->options.now);
  for (const ExceptionEntry& exception : loading->exceptions) {
    rule::Rule* rule = FindRule(loading, exception.rule);
    if (!rule) {
      if (!blameless)
        loading->Report(code::kExceptionForNoRule, exception.where,
                        fmt::format("there is no rule {}", exception.rule),
                        Suggest(exception.rule, RuleIds(*loading)));
      continue;
    }
    if (exception.expires && *exception.expires < today) {
      loading->Report(code::kExceptionExpired, exception.where,
                      fmt::format("this exception ended on {}", FormatDay(*exception.expires)),
                      "take it out, or give it a new end");
      continue;
    }
    rule->excepted.push_back(exception.condition);
    rule->exception_reasons.push_back(fmt::format("{} ({})", exception.reason, exception.owner));
  }
}

bool Earlier(const rule::Diagnostic& a, const rule::Diagnostic& b) {
  if (a.where.file != b.where.file) return a.where.file < b.where.file;
  if (a.where.line != b.where.line) return a.where.line < b.where.line;
  return a.where.column < b.where.column;
}

}  // namespace

struct LoadedRules::Content {
  explicit Content(int64_t now) : state(now) {}

  State state;
  rule::RuleSet rules;
  std::vector<rule::Diagnostic> diagnostics;
  std::unique_ptr<Handlers> handlers;
};

LoadedRules::LoadedRules(std::unique_ptr<Content> content) : content_(std::move(content)) {}
LoadedRules::LoadedRules(LoadedRules&&) noexcept = default;
LoadedRules::~LoadedRules() = default;

const rule::RuleSet& LoadedRules::rules() const { return content_->rules; }
const std::vector<rule::Diagnostic>& LoadedRules::diagnostics() const {
  return content_->diagnostics;
}
match::Handler& LoadedRules::handler() { return *content_->handlers; }
void LoadedRules::SetCorpus(Corpus* corpus) { content_->handlers->set_corpus(corpus); }

LoadedRules LoadRules(const std::vector<std::string>& paths, const std::string& rules_folder,
                      const model::Vocabulary& vocabulary, const LoadOptions& options) {
  auto content = std::make_unique<LoadedRules::Content>(options.now);
  lua_State* L = content->state.lua();
  OpenConditions(L);
  OpenSpecialValues(L);
  OpenLeaves(L);
  OpenCombinators(L);
  OpenRules(L);
  OpenAmounts(L);
  Loading loading(content->state, vocabulary, options);
  content->state.loading = &loading;
  RunFiles(&loading, paths, rules_folder);
  SortRules(&loading);
  AttachCases(&loading);
  AttachExceptions(&loading);
  content->state.loading = nullptr;
  for (rule::Rule& rule : loading.rules) rule.version = rule::VersionOf(rule);
  content->rules.rules = std::move(loading.rules);
  content->diagnostics = std::move(loading.diagnostics);
  std::stable_sort(content->diagnostics.begin(), content->diagnostics.end(), Earlier);
  content->handlers =
      std::make_unique<Handlers>(&content->state, std::move(loading.handlers), options.limits);
  return LoadedRules(std::move(content));
}

}  // namespace tellwire::script
