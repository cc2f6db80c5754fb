// `tellwire inspect FILE... | -`: the analysis of articles without storing them.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "alert/listing.h"
#include "analysis/analyser.h"
#include "base/file.h"
#include "base/table.h"
#include "ingest/json_article.h"
#include "shell/analysis_json.h"
#include "shell/command.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string format = "table";
};

void Print(const model::Article& article, const model::Analysis& analysis, alert::Format format) {
  JsonWriter json(format == alert::Format::kJson ? 2 : 0);
  json.BeginObject();
  WriteAnalysis(article, analysis, &json);
  json.EndObject();
  std::puts(json.Take().c_str());
}

int Inspect(const Options& options, const Settings& settings) {
  auto rules = FindRules(settings);
  if (!rules) return Complain(rules.error()), kWrongUse;
  auto analyser = analysis::Analyser::Load(*rules);
  if (!analyser) return Complain(analyser.error()), kWrongUse;
  for (const Error& problem : analyser->vocabulary().problems) Complain(problem);
  int status = kDone;
  for (const std::string& file : options.files) {
    auto text = ReadFile(file);
    if (!text) {
      Complain(text.error());
      status = kSomeFailed;
      continue;
    }
    int line = 0;
    for (const std::string& row : SplitList(*text, '\n')) {
      ++line;
      if (row.empty()) continue;
      auto parsed = ingest::ParseJsonArticle(row, {file, line, 0});
      if (!parsed) {
        Complain(parsed.error());
        status = kSomeFailed;
        continue;
      }
      Print(parsed->article, analyser->Analyse(parsed->article),
            *alert::ParseFormat(options.format));
    }
  }
  return status;
}

}  // namespace

void AddInspect(CLI::App& program, const Settings& settings, int* status) {
  auto options = std::make_shared<Options>();
  CLI::App* verb =
      program.add_subcommand("inspect", "The analysis of articles, without storing them");
  verb->add_option("FILE", options->files, "Files, folders, or - for standard input")->required();
  AddFormat(*verb, &options->format, "table|json|jsonl");
  verb->callback([options, &settings, status] { *status = Inspect(*options, settings); });
}

}  // namespace tellwire::shell
