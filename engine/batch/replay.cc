// All that decided is in the store: it is laid out as a rules folder in a temporary place and
// loaded as any other, so that a replay goes the same way as a run. Only the program itself may
// have changed since. Tested by tests/batch/replay_test.cc.
#include "batch/replay.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "alert/build.h"
#include "analysis/analyser.h"
#include "base/file.h"
#include "base/json_writer.h"
#include "batch/store_corpus.h"
#include "batch/store_world.h"
#include "batch/text_keeper.h"
#include "match/oracle.h"
#include "script/loader.h"
#include "store/alerts.h"
#include "store/copies.h"

namespace tellwire::batch {
namespace {

namespace fs = std::filesystem;

// A folder that is gone with its object.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::error_code failed;
    std::string name = (fs::temp_directory_path(failed) / "tellwire-replay-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~ScratchFolder() {
    std::error_code failed;
    if (!path_.empty()) fs::remove_all(path_, failed);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }

  std::optional<Error> Write(const store::Texts::File& file) const {
    const fs::path path = fs::path(path_) / file.name;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    return WriteFile(path, file.text);
  }

 private:
  std::string path_;
};

std::optional<Error> LayOut(store::Store& store, const model::Alert& alert,
                            const ScratchFolder& folder) {
  if (folder.path().empty()) {
    return Error(ErrorKind::kSystem, {}, std::string("no temporary folder: ") + strerror(errno),
                 "");
  }
  store::Texts texts(store);
  const auto rule = texts.All("rule", TextKeeper::VersionOf(alert.rule, alert.rule_version));
  const auto lexicon = texts.All("lexicon", alert.analysis_version);
  if (rule.empty() || lexicon.empty()) {
    return Error(
        ErrorKind::kNotFound, {},
        fmt::format("the {} of this alert was not kept", rule.empty() ? "rule's text" : "lexicon"),
        "");
  }
  for (const auto* files : {&rule, &lexicon}) {
    for (const store::Texts::File& file : *files) {
      if (auto error = folder.Write(file)) return error;
    }
  }
  return std::nullopt;
}

int CompanyOf(const model::Alert& alert, const model::Analysis& analysis) {
  for (size_t i = 0; i < analysis.companies.size(); ++i) {
    if (analysis.companies[i].name == alert.company) return static_cast<int>(i);
  }
  return -1;
}

std::string QuotesOf(const std::vector<model::Quotation>& evidence) {
  std::string out;
  for (const model::Quotation& quote : evidence) {
    out += fmt::format("{}: {} [{},{}] {}\n", quote.clause, quote.leaf, quote.place.span.begin,
                       quote.place.span.end, quote.text);
  }
  return out;
}

std::vector<Difference> Compare(const model::Alert& kept, const model::Alert& again) {
  std::vector<Difference> differences;
  const auto compare = [&](const char* field, const std::string& a, const std::string& b) {
    if (a != b) differences.push_back({field, a, b});
  };
  compare("id", kept.id, again.id);
  compare("rule_version", kept.rule_version, again.rule_version);
  compare("analysis_version", kept.analysis_version, again.analysis_version);
  compare("key", kept.key, again.key);
  compare("company", kept.company, again.company);
  compare("severity", std::string(ToString(kept.severity)), std::string(ToString(again.severity)));
  compare("score", FormatNumber(kept.score), FormatNumber(again.score));
  compare("title", kept.title, again.title);
  compare("note", kept.note, again.note);
  compare("tags", fmt::format("{}", fmt::join(kept.tags, ", ")),
          fmt::format("{}", fmt::join(again.tags, ", ")));
  compare("unsure", fmt::format("{}", fmt::join(kept.unsure, ", ")),
          fmt::format("{}", fmt::join(again.unsure, ", ")));
  compare("evidence", QuotesOf(kept.evidence), QuotesOf(again.evidence));
  compare("against", QuotesOf(kept.against), QuotesOf(again.against));
  return differences;
}

// Decides the rule on the article once more and builds the alert; none when it does not fire.
class Rerun {
 public:
  Rerun(store::Store& store, const model::Alert& kept, store::Revision revision,
        const analysis::Analyser& analyser, script::LoadedRules& loaded)
      : store_(store),
        kept_(kept),
        revision_(std::move(revision)),
        analyser_(analyser),
        loaded_(loaded),
        analysis_(analyser.Analyse(revision_.content)) {}

  Result<std::optional<model::Alert>> Alert(const rule::Rule& rule) {
    PromiseLedger ledger(store_, revision_.seq);
    const StoreWorld world(store_, ledger, revision_, analysis_);
    const match::Subject subject{revision_.content, analysis_, &world, kept_.raised.value_or(0)};
    const int company = kept_.company.empty() ? -1 : CompanyOf(kept_, analysis_);
    match::Outcome outcome;
    match::Oracle(subject, analyser_.vocabulary()).Decide(rule, 0, company, &outcome);
    if (outcome.hits.empty()) return std::optional<model::Alert>();
    const model::Hit& hit = outcome.hits.front();
    if (!rule.has_handler) return Built(rule, hit, nullptr);
    StoreCorpus corpus(store_);
    corpus.StandAt(revision_);
    loaded_.SetCorpus(&corpus);
    auto decision = loaded_.handler().Handle(rule, hit, revision_.content, analysis_);
    loaded_.SetCorpus(nullptr);
    if (!decision) return decision.error();
    if (!decision->raise) return std::optional<model::Alert>();
    return Built(rule, hit, &*decision);
  }

 private:
  std::optional<model::Alert> Built(const rule::Rule& rule, const model::Hit& hit,
                                    const match::Decision* decision) {
    const auto extent = store::Copies(store_).ExtentAt(revision_.seq);
    const double novelty = 1.0 / static_cast<double>(extent.articles);
    return alert::Build({rule, hit, revision_.content, analysis_, analyser_.vocabulary(),
                         revision_.fingerprint, revision_.group, novelty, kept_.raised, kept_.run,
                         decision});
  }

  store::Store& store_;
  const model::Alert& kept_;
  store::Revision revision_;
  const analysis::Analyser& analyser_;
  script::LoadedRules& loaded_;
  model::Analysis analysis_;
};

}  // namespace

Result<Replayed> Replay(store::Store& store, std::string_view id) {
  auto kept = store::Alerts(store).Read(id);
  if (!kept) return kept.error();
  auto revision = store::Articles(store).Read(store::Alerts(store).FirstSeq(kept->id));
  if (!revision) return Error(ErrorKind::kNotFound, {}, "the alert's article is not there", "");

  const ScratchFolder folder;
  if (auto error = LayOut(store, *kept, folder)) return *error;
  auto analyser = analysis::Analyser::Load(folder.path());
  if (!analyser) return analyser.error();
  script::LoadOptions options;
  options.now = kept->raised.value_or(0);
  options.examples = false;
  script::LoadedRules loaded =
      script::LoadRules({folder.path()}, folder.path(), analyser->vocabulary(), options);
  const auto index = loaded.rules().Find(kept->rule);
  if (!index) {
    return Error(ErrorKind::kRule, {}, "the rule's text does not load any more",
                 "the language has changed since; `alerts show` has what was kept");
  }
  auto again = Rerun(store, *kept, std::move(*revision), *analyser, loaded)
                   .Alert(loaded.rules().rules[*index]);
  if (!again) return again.error();
  Replayed replayed{*kept, std::move(*again), {}};
  if (replayed.again) {
    replayed.differences = Compare(replayed.kept, *replayed.again);
  } else {
    replayed.differences = {{"fires", "yes", "no"}};
  }
  return replayed;
}

}  // namespace tellwire::batch
