// `tellwire inspect FILE... | -`: the analysis of articles without storing them.
#include <cstdio>
#include <memory>

#include "alert/json.h"
#include "alert/listing.h"
#include "analysis/analyser.h"
#include "shell/analysis_json.h"
#include "shell/article_input.h"
#include "shell/article_view.h"
#include "shell/command.h"
#include "shell/terminal.h"
#include "shell/workbench.h"

namespace tellwire::shell {
namespace {

struct Options {
  InputOptions input;
  RuleChoice choice;
  std::string format = "table";
  bool alerts = false, explain = false;
};

// What `inspect` knows of one article.
struct Inspected {
  model::Analysis analysis;
  std::vector<model::Alert> alerts;
};

// Analyses, and with --alerts runs the rules too.
class Inspector {
 public:
  static Result<std::unique_ptr<Inspector>> Open(const Options& options, const Settings& settings) {
    auto inspector = std::make_unique<Inspector>();
    inspector->now_ = settings.MakeClock().Now();
    if (!options.alerts) {
      auto analyser = OpenAnalyser(settings);
      if (!analyser) return analyser.error();
      inspector->analyser_.emplace(std::move(*analyser));
      return inspector;
    }
    auto workbench = Workbench::Open(settings, options.choice);
    if (!workbench) return workbench.error();
    inspector->workbench_ = std::move(*workbench);
    inspector->scratch_ = inspector->workbench_->network().NewScratch();
    return inspector;
  }

  Inspected Inspect(const model::Article& article) {
    if (analyser_) return {analyser_->Analyse(article), {}};
    batch::ScanResult result = batch::Scan(article, workbench_->program(), scratch_.get(), now_);
    for (const Error& error : result.errors) Complain(error);
    failed_ = failed_ || !result.errors.empty();
    return {std::move(result.analysis), std::move(result.alerts)};
  }

  bool failed() const { return failed_ || (workbench_ && workbench_->some_failed()); }

 private:
  std::optional<analysis::Analyser> analyser_;
  std::unique_ptr<Workbench> workbench_;
  match::Network::ScratchPtr scratch_;
  int64_t now_ = 0;
  bool failed_ = false;
};

void PrintJson(const model::Article& article, const Inspected& inspected, bool with_alerts,
               int indent) {
  JsonWriter json(indent);
  json.BeginObject();
  WriteAnalysis(article, inspected.analysis, &json);
  if (with_alerts) {
    json.Key("alerts").BeginArray();
    for (const model::Alert& alert : inspected.alerts) alert::WriteJson(alert, &json);
    json.EndArray();
  }
  json.EndObject();
  std::puts(json.Take().c_str());
}

int Inspect(const Options& options, const Settings& settings) {
  auto inspector = Inspector::Open(options, settings);
  if (!inspector) return Complain(inspector.error()), kWrongUse;
  const alert::Format format = *alert::ParseFormat(options.format);
  const ViewOptions view = {settings.UseColor(1), TerminalWidth(), TableWidth(), options.explain};
  const ingest::ReaderCounts read =
      EachArticle(options.input, settings, [&](const model::Article& article) {
        const Inspected inspected = (*inspector)->Inspect(article);
        if (format == alert::Format::kTable) {
          std::puts(ViewArticle(article, inspected.analysis, inspected.alerts, view).c_str());
        } else {
          PrintJson(article, inspected, options.alerts, format == alert::Format::kJson ? 2 : 0);
        }
        return true;
      });
  return read.failures() > 0 || (*inspector)->failed() ? kSomeFailed : kDone;
}

}  // namespace

void AddInspect(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  options->input.prints_meanwhile = true;
  Verb verb = program.Sub("inspect", "The analysis of articles, without storing them",
                          "echo 'Nike shares fell 4%.' | tellwire inspect --explain -");
  AddInput(verb, &options->input);
  AddRuleChoice(verb, &options->choice);
  verb.Flag("--alerts", &options->alerts, "Also what the rules say; naming rules asks for it, too")
      .Flag("--explain", &options->explain,
            "Also which words deny or weaken what, and how the impact comes about")
      .Format(&options->format, "table|json|jsonl");
  verb.Run([options, &settings] {
    options->alerts = options->alerts || options->choice.names_rules();
    return Inspect(*options, settings);
  });
}

}  // namespace tellwire::shell
