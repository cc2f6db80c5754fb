// `tellwire inspect FILE... | -`: the analysis of articles without storing them.
#include <cstdio>
#include <memory>

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
  std::string format = "table";
  bool explain = false;
};

void PrintJson(const model::Article& article, const model::Analysis& analysis, int indent) {
  JsonWriter json(indent);
  json.BeginObject();
  WriteAnalysis(article, analysis, &json);
  json.EndObject();
  std::puts(json.Take().c_str());
}

int Inspect(const Options& options, const Settings& settings) {
  auto analyser = OpenAnalyser(settings);
  if (!analyser) return Complain(analyser.error()), kWrongUse;
  const alert::Format format = *alert::ParseFormat(options.format);
  const ViewOptions view = {settings.UseColor(1), TerminalWidth(), options.explain};
  const ingest::ReaderCounts read =
      EachArticle(options.input, settings, [&](const model::Article& article) {
        const model::Analysis analysis = analyser->Analyse(article);
        if (format == alert::Format::kTable) {
          std::puts(ViewArticle(article, analysis, {}, view).c_str());
        } else {
          PrintJson(article, analysis, format == alert::Format::kJson ? 2 : 0);
        }
        return true;
      });
  return read.failures() > 0 ? kSomeFailed : kDone;
}

}  // namespace

void AddInspect(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("inspect", "The analysis of articles, without storing them",
                          "echo 'Nike shares fell 4%.' | tellwire inspect --explain -");
  AddInput(verb, &options->input);
  verb.Flag("--explain", &options->explain, "Also which words negate or weaken which")
      .Format(&options->format, "table|json|jsonl");
  verb.Run([options, &settings] { return Inspect(*options, settings); });
}

}  // namespace tellwire::shell
