// `tellwire show ARTICLE`: an article with its facts and its alerts' evidence marked.
#include <cstdio>

#include "alert/json.h"
#include "alert/listing.h"
#include "alert/score.h"
#include "shell/analysis_json.h"
#include "shell/article_view.h"
#include "shell/command.h"
#include "shell/find_articles.h"
#include "shell/terminal.h"
#include "shell/workbench.h"
#include "store/alerts.h"
#include "store/articles.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::string article, format = "table";
  bool explain = false;
};

void PrintJson(const model::Article& article, const model::Analysis& analysis,
               const std::vector<model::Alert>& alerts, int indent) {
  JsonWriter json(indent);
  json.BeginObject();
  WriteAnalysis(article, analysis, &json);
  json.Field("text", article.text);
  json.Key("alerts").BeginArray();
  for (const model::Alert& alert : alerts) alert::WriteJson(alert, &json);
  json.EndArray().EndObject();
  std::puts(json.Take().c_str());
}

int Show(const Options& options, const Settings& settings) {
  auto analyser = OpenAnalyser(settings);
  if (!analyser) return Complain(analyser.error()), kWrongUse;
  store::Store store(settings.db, {store::OpenMode::kExists});
  const std::vector<store::Revision> found = FindArticles(options.article, store);
  if (found.empty()) return kSomeFailed;
  const alert::Format format = *alert::ParseFormat(options.format);
  for (const store::Revision& revision : found) {
    const model::Analysis analysis = analyser->Analyse(revision.content);
    std::vector<model::Alert> alerts = store::Alerts(store).Of(revision.seq);
    for (model::Alert& alert : alerts) alert::Age(&alert);
    if (format != alert::Format::kTable) {
      PrintJson(revision.content, analysis, alerts, format == alert::Format::kJson ? 2 : 0);
      continue;
    }
    const ViewOptions view = {settings.UseColor(1), TerminalWidth(), TableWidth(), options.explain};
    if (&revision != &found.front()) std::putchar('\n');
    std::fputs(ViewArticle(revision.content, analysis, alerts, view).c_str(), stdout);
  }
  return kDone;
}

}  // namespace

void AddShow(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("show", "An article with its facts and its alerts' evidence marked",
                          "tellwire show w-1001");
  verb.Argument("ARTICLE", &options->article, "Its id, url, path or arrival number")
      .Flag("--explain", &options->explain,
            "Also which words deny or weaken what, and how the impact comes about")
      .Format(&options->format, "table|json|jsonl");
  verb.Run([options, &settings] { return Show(*options, settings); });
}

}  // namespace tellwire::shell
