// A rule with a handler, run over one hit of its own making.
#pragma once

#include <string>

#include "support/rule_folder.h"

namespace tellwire::test {

struct HandlerRun {
  bool raised = false;
  std::string note, title, severity, error;
  double score = -1;
  size_t tags = 0;
};

struct OneHit {
  model::Article article;
  model::Analysis analysis;
  model::Hit hit;
};

inline OneHit MissedRevenue() {
  OneHit one;
  one.article.id = "1";
  one.article.title = "News";
  one.article.text = "Alibaba missed revenue of $2.5 billion.";
  model::Company company;
  company.name = "Alibaba";
  company.ticker = "BABA";
  one.analysis.companies.push_back(company);
  model::Fact fact;
  fact.company = 0;
  fact.metric = "revenue";
  fact.surprise = model::Surprise::kMiss;
  fact.value = model::Number(2.5e9);
  fact.unit = "USD";
  fact.change = model::Number(-3);
  fact.change_unit = "pct";
  one.analysis.facts.push_back(fact);
  one.hit.company = 0;
  one.hit.evidence.push_back(
      {"miss", "fact { .. }", {model::Part::kText, {8, 22}}, {model::Part::kText, {0, 39}}, 0});
  return one;
}

// `before` stands before the rule in its file. Runs the handler `times` times; the last one counts.
inline HandlerRun RunHandler(const std::string& body, const std::string& before = "",
                             int times = 1) {
  RuleFolder folder;
  folder.Write("a/b.lua", before + R"(
rule "a.b" {
  title = "t", subject = "company",
  when = { miss = fact { metric = "revenue", surprise = "miss" } }, unless = { truce = phrase "truce" },
  alert = function(hit, corpus) )" +
                              body + R"(
  end,
})");
  auto loaded = folder.Load(SmallVocabulary());
  HandlerRun run;
  for (const auto& problem : loaded.diagnostics()) run.error += rule::Render(problem);
  if (loaded.rules().rules.empty()) return run;
  const OneHit one = MissedRevenue();
  for (int i = 0; i < times; ++i) {
    const auto decision =
        loaded.handler().Handle(loaded.rules().rules[0], one.hit, one.article, one.analysis);
    if (!decision) {
      run.error = ToString(decision.error());
      continue;
    }
    run.raised = decision->raise;
    run.note = decision->note.value_or("");
    run.title = decision->title.value_or("");
    run.severity = decision->severity ? std::string(ToString(*decision->severity)) : "";
    run.score = decision->score.value_or(-1);
    run.tags = decision->tags ? decision->tags->size() : 0;
  }
  return run;
}

}  // namespace tellwire::test
