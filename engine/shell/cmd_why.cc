// `tellwire why ALERT`, `tellwire whynot RULE ARTICLE`: the whole way to an alert or to none.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "alert/plain.h"
#include "batch/store_world.h"
#include "match/explain.h"
#include "shell/command.h"
#include "shell/explanation_view.h"
#include "shell/workbench.h"
#include "store/alerts.h"
#include "store/articles.h"
#include "store/mutes.h"

namespace tellwire::shell {
namespace {

struct Options {
  std::string alert, rule, article, format = "table";
  std::vector<std::string> with;
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

Result<store::Revision> FindArticle(const std::string& called, store::Store& store) {
  std::vector<store::Revision> found = store::Articles(store).Find(called);
  if (found.empty()) {
    return Error{
        ErrorKind::kNotFound,
        {},
        fmt::format("there is no article \"{}\"", called),
        "articles go by their id, url, path or arrival number; `tellwire search` finds them"};
  }
  return std::move(found.front());
}

Result<size_t> FindRule(const std::string& id, const rule::RuleSet& rules) {
  if (const auto found = rules.Find(id)) return *found;
  std::vector<std::string> ids;
  for (const rule::Rule& rule : rules.rules) ids.push_back(rule.id);
  const std::string nearest = model::Nearest(id, ids);
  return Error{ErrorKind::kUsage,
               {},
               fmt::format("there is no rule \"{}\"", id),
               nearest.empty() ? "`tellwire rule list` shows all rules"
                               : fmt::format("did you mean {}?", nearest)};
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
  RuleChoice choice;
  choice.with = options.with;
  auto workbench = Workbench::Open(settings, choice);
  if (!workbench) return Complain(workbench.error()), kWrongUse;
  const auto rule = FindRule(alert->rule, (*workbench)->rules());
  if (!rule) return Complain(rule.error()), kSomeFailed;
  const rule::Rule& chosen = (*workbench)->rules().rules[*rule];
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

int WhyNot(const Options& options, const Settings& settings) {
  store::Store store(settings.db, {store::OpenMode::kExists});
  auto revision = FindArticle(options.article, store);
  if (!revision) return Complain(revision.error()), kSomeFailed;
  RuleChoice choice;
  choice.only = {options.rule};
  choice.with = options.with;
  auto workbench = Workbench::Open(settings, choice);
  if (!workbench) return Complain(workbench.error()), kWrongUse;
  const auto rule = FindRule(options.rule, (*workbench)->rules());
  if (!rule) return Complain(rule.error()), kWrongUse;
  const auto accounts = Explain((*workbench)->rules().rules[*rule], *revision, **workbench, store,
                                settings.MakeClock().Now());
  return Print(accounts, revision->content, options, settings), kDone;
}

}  // namespace

void AddWhy(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb = program.Sub("why", "Why an alert was raised: every clause with its value and words",
                          "tellwire why 8510d70f");
  verb.Argument("ALERT", &options->alert, "Its id, or the beginning of it")
      .List("--with", &options->with, "Rule files beside those of the rules folder")
      .Format(&options->format, "table|json");
  verb.Run([options, &settings] { return Why(*options, settings); });
}

void AddWhyNot(Verb program, const Settings& settings) {
  auto options = std::make_shared<Options>();
  Verb verb =
      program.Sub("whynot", "Why a rule did not fire on an article, and what was nearly there",
                  "tellwire whynot earnings.beat_and_fall w-1001");
  verb.Argument("RULE", &options->rule, "Its id")
      .Argument("ARTICLE", &options->article, "Its id, url, path or arrival number")
      .List("--with", &options->with, "Rule files beside those of the rules folder")
      .Format(&options->format, "table|json");
  verb.Run([options, &settings] { return WhyNot(*options, settings); });
}

}  // namespace tellwire::shell
