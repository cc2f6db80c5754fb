// `tellwire why ALERT`, `tellwire whynot RULE ARTICLE`: the whole way to an alert or to none.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "alert/plain.h"
#include "batch/store_world.h"
#include "match/explain.h"
#include "shell/command.h"
#include "shell/explanation_view.h"
#include "shell/find_articles.h"
#include "shell/workbench.h"
#include "store/alerts.h"
#include "store/articles.h"
#include "store/mutes.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::string alert, rule, article, format = "table";
  RuleChoice choice;
};

// An explanation, and what happened to the hit behind it.
struct Account {
  match::Explanation explanation;
  std::vector<std::string> steps;
};

// What stands between a hit and its alert: the key and who holds it, and silences.
std::vector<std::string> StepsAfter(const rule::Rule& rule, const match::Explanation& explanation,
                                    const store::Revision& revision, store::Store& store,
                                    int64_t now) {
  if (!explanation.hit) return {};
  std::vector<std::string> steps;
  for (const store::Mute& mute : store::Mutes(store).InForce(now)) {
    const bool of_rule = mute.rule.empty() || model::MatchesGlob(rule.id, mute.rule);
    const bool of_company =
        mute.company.empty() || model::MatchesGlob(explanation.company_name, mute.company);
    if (of_rule && of_company)
      steps.push_back(fmt::format("muted by silence {}: {}", mute.id, mute.reason));
  }
  for (const model::Alert& alert : store::Alerts(store).Of(revision.seq)) {
    if (alert.rule != rule.id ||
        (!explanation.company_name.empty() && alert.company != explanation.company_name))
      continue;
    const bool first = store::Alerts(store).FirstSeq(alert.id) == revision.seq;
    steps.push_back(fmt::format("{} alert {} with key {}", first ? "raised" : "merged into",
                                alert.id, alert.key));
  }
  if (steps.empty())
    steps.push_back("no alert is kept for it: the rule has not run on it, or its handler declined");
  return steps;
}

std::vector<Account> Explain(const rule::Rule& rule, const store::Revision& revision,
                             Workbench& workbench, store::Store& store, int64_t now) {
  const model::Analysis analysis = workbench.analyser().Analyse(revision.content);
  batch::PromiseLedger ledger(store, revision.seq);
  const batch::StoreWorld world(store, ledger, revision, analysis);
  const match::Subject subject{revision.content, analysis, &world, now};
  std::vector<Account> accounts;
  for (match::Explanation& explanation :
       match::Explain(rule, subject, workbench.analyser().vocabulary())) {
    std::vector<std::string> steps = StepsAfter(rule, explanation, revision, store, now);
    accounts.push_back({std::move(explanation), std::move(steps)});
  }
  return accounts;
}

void Print(const std::vector<Account>& accounts, const model::Article& article,
           const Options& options, const Settings& settings) {
  if (options.format == "table") {
    for (const Account& account : accounts) {
      std::fputs(ViewExplanation(account.explanation, article, settings.UseColor(1)).c_str(),
                 stdout);
      for (const std::string& step : account.steps)
        std::printf("  %s\n", alert::PlainLine(step).c_str());
    }
    return;
  }
  JsonWriter json(2);
  json.BeginArray();
  for (const Account& account : accounts) {
    json.BeginObject().Key("explanation");
    WriteExplanation(account.explanation, article, &json);
    json.Key("steps").BeginArray();
    for (const std::string& step : account.steps) json.Value(step);
    json.EndArray().EndObject();
  }
  std::puts(json.EndArray().Take().c_str());
}

int Why(const Options& options, const Settings& settings) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  auto alert = store::Alerts(store).Read(options.alert);
  if (!alert) return Complain(alert.error()), kSomeFailed;
  auto workbench = Workbench::Open(settings, options.choice);
  if (!workbench) return Complain(workbench.error()), kWrongUse;
  const rule::RuleSet& rules = (*workbench)->rules();
  const auto rule = rules.Find(alert->rule);
  if (!rule) return Complain(NoSuchRule(alert->rule, rules)), kSomeFailed;
  const rule::Rule& chosen = rules.rules[*rule];
  if (chosen.version != alert->rule_version) {
    std::fputs("note: the rule has changed since; this is what it says today\n", stderr);
  }
  const auto revision = store::Articles(store).Read(store::Alerts(store).FirstSeq(alert->id));
  if (!revision)
    return Complain({ErrorKind::kNotFound, {}, "its article is not in the store"}), kSomeFailed;
  std::vector<Account> accounts =
      Explain(chosen, *revision, **workbench, store, settings.MakeClock().Now());
  std::erase_if(accounts, [&](const Account& account) {
    return !alert->company.empty() && account.explanation.company_name != alert->company;
  });
  return Print(accounts, revision->content, options, settings), kDone;
}

int WhyNot(Options options, const Settings& settings) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  const std::vector<store::Revision> found = FindArticles(options.article, store);
  if (found.empty()) return kSomeFailed;
  const store::Revision& revision = found.front();
  options.choice.only = {options.rule};
  auto workbench = Workbench::Open(settings, options.choice);
  if (!workbench) return Complain(workbench.error()), kWrongUse;
  const rule::RuleSet& rules = (*workbench)->rules();
  const auto rule = rules.Find(options.rule);
  if (!rule) return Complain(NoSuchRule(options.rule, rules)), kWrongUse;
  const auto accounts =
      Explain(rules.rules[*rule], revision, **workbench, store, settings.MakeClock().Now());
  return Print(accounts, revision.content, options, settings), kDone;
}

}  // namespace

void AddWhy(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("why", "Why an alert was raised: every clause with its value and words",
                          "tellwire why 8510d70f");
  verb.Argument("ALERT", &options->alert, "Its id, or the beginning of it")
      .Format(&options->format, "table|json");
  AddWith(verb, &options->choice);
  verb.Run([options, &settings] { return Why(*options, settings); });
}

void AddWhyNot(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb =
      program.Sub("whynot", "Why a rule did not fire on an article, and what was nearly there",
                  "tellwire whynot earnings.beat_and_fall w-1001");
  verb.Argument("RULE", &options->rule, "Its id")
      .Argument("ARTICLE", &options->article, "Its id, url, path or arrival number")
      .Format(&options->format, "table|json");
  AddWith(verb, &options->choice);
  verb.Run([options, &settings] { return WhyNot(*options, settings); });
}

}  // namespace tellwire::shell
