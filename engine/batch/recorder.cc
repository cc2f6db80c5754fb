// The workers match every article without the world, so that their results do not depend on each
// other: what asks it is unknown there. Unknown can still become true, but what is false without
// the world is false with it (no combinator turns false back), so only rules that came out true or
// unknown and ask the world are decided anew here, in order, by the reference evaluator.
#include "batch/recorder.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "alert/build.h"
#include "batch/store_world.h"
#include "match/oracle.h"

namespace tellwire::batch {
namespace {

template <typename T>
void SortByRule(std::vector<T>* items) {
  std::stable_sort(items->begin(), items->end(), [](const T& a, const T& b) {
    return std::pair(a.rule, a.company) < std::pair(b.rule, b.company);
  });
}

int64_t TimeOf(const store::Revision& revision) {
  return revision.content.published ? revision.content.published->seconds : revision.seen;
}

class Stopwatch {
 public:
  explicit Stopwatch(int64_t* total) : total_(total), begin_(std::chrono::steady_clock::now()) {}
  ~Stopwatch() {
    const auto spent = std::chrono::steady_clock::now() - begin_;
    *total_ += std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count();
  }

 private:
  int64_t* total_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace

Recorder::Recorder(store::Store& store, const Program& program, int64_t now, int64_t run,
                   ProgressBook* progress, Tally* tally, StoreCorpus* corpus,
                   std::string rules_folder)
    : store_(store),
      program_(program),
      now_(now),
      run_(run),
      progress_(progress),
      tally_(tally),
      corpus_(corpus),
      alerts_(store),
      copies_(store),
      findings_(store),
      texts_(store, program, std::move(rules_folder)),
      mutes_(store::Mutes(store).InForce(now)),
      streaks_(store, program.rules) {
  for (const rule::Rule& rule : program.rules.rules) asks_world_.push_back(AsksWorld(rule));
}

void Recorder::Record(std::vector<Matched> batch) {
  if (batch.empty()) return;
  for (const Matched& article : batch) KeepFindings(article);
  // From here on nobody writes facts until the transaction ends.
  ledger_.emplace(store_, batch.back().revision.seq);
  for (Matched& article : batch) RecordArticle(&article);
}

void Recorder::KeepFindings(const Matched& article) {
  const store::Revision& revision = article.revision;
  if (findings_.VersionOf(revision.seq) == article.analysis.version) return;
  findings_.Save(revision.seq, article.analysis, revision.content.title, revision.content.text);
  tally_->Note("analysed anew", "", revision.content.CallName(), "");
}

void Recorder::RecordArticle(Matched* article) {
  const int64_t seq = article->revision.seq;
  ++tally_->totals.articles;
  if (!article->analysis.analysed) ++tally_->totals.not_analysed;
  const auto unwanted = [&](const auto& item) { return !progress_->Wants(item.rule, seq); };
  std::erase_if(article->outcome.hits, unwanted);
  std::erase_if(article->outcome.verdicts, unwanted);
  std::erase_if(article->outcome.excepted, unwanted);
  AskWorld(article);
  if (corpus_) corpus_->StandAt(article->revision);
  CountVerdicts(*article);
  CountExcepted(*article);
  for (const model::Hit& hit : article->outcome.hits) RecordHit(hit, *article);
}

void Recorder::AskWorld(Matched* article) {
  std::set<std::pair<size_t, int>> again;
  const auto take = [&](auto* items) {
    std::erase_if(*items, [&](const auto& item) {
      if (asks_world_[item.rule]) again.emplace(item.rule, item.company);
      return asks_world_[item.rule];
    });
  };
  take(&article->outcome.hits);
  take(&article->outcome.verdicts);
  if (again.empty()) return;
  const StoreWorld world(store_, *ledger_, article->revision, article->analysis);
  const match::Subject subject{article->revision.content, article->analysis, &world, now_};
  const match::Oracle oracle(subject, program_.analyser.vocabulary());
  for (const auto& [rule, company] : again) {
    oracle.Decide(program_.rules.rules[rule], rule, company, &article->outcome);
  }
  SortByRule(&article->outcome.hits);
  SortByRule(&article->outcome.verdicts);
}

void Recorder::CountVerdicts(const Matched& article) {
  for (const model::Verdict& verdict : article.outcome.verdicts) {
    const std::string& id = program_.rules.rules[verdict.rule].id;
    if (verdict.truth == model::Truth::kError) {
      CountError(verdict.rule, article, verdict.reason);
      continue;
    }
    ++tally_->totals.unknown;
    ++tally_->rule(verdict.rule).unknowns;
    tally_->Note("unknown", id, article.revision.content.CallName(), verdict.reason);
    streaks_.Succeed(verdict.rule);
  }
}

void Recorder::CountExcepted(const Matched& article) {
  for (const match::Excepted& excepted : article.outcome.excepted) {
    const rule::Rule& rule = program_.rules.rules[excepted.rule];
    ++tally_->totals.excepted;
    ++tally_->rule(excepted.rule).excepted;
    tally_->Note("excepted", rule.id, article.revision.content.CallName(),
                 rule.exception_reasons[excepted.exception]);
    streaks_.Succeed(excepted.rule);
  }
}

void Recorder::CountError(size_t rule, const Matched& article, const std::string& message) {
  const std::string& id = program_.rules.rules[rule].id;
  const int64_t seq = article.revision.seq;
  ++tally_->totals.errors;
  ++tally_->rule(rule).errors;
  tally_->Note("error", id, article.revision.content.CallName(), message);
  const auto first = streaks_.Fail(rule, seq);
  if (!first) return;
  const std::string reason = std::to_string(kParkAfter) + " errors in a row, the last: " + message;
  progress_->Park(rule, *first - 1, reason);
  tally_->Note("parked", id, article.revision.content.CallName(), reason);
}

void Recorder::RecordHit(const model::Hit& hit, const Matched& article) {
  const rule::Rule& rule = program_.rules.rules[hit.rule];
  if (!progress_->Wants(hit.rule, article.revision.seq)) return;  // parked on the way
  store::RunRule& counters = tally_->rule(hit.rule);
  ++tally_->totals.hits;
  ++counters.hits;
  if (hit.evidence_left_out > 0) {
    tally_->Note("limit", rule.id, article.revision.content.CallName(),
                 "evidence beyond what a clause may show",
                 static_cast<int64_t>(hit.evidence_left_out));
  }
  if (!rule.has_handler) {
    streaks_.Succeed(hit.rule);
    return KeepAlert(hit, article, nullptr);
  }
  std::optional<Result<match::Decision>> decision;
  {
    const Stopwatch stopwatch(&counters.lua_ns);
    decision = program_.handler.Handle(rule, hit, article.revision.content, article.analysis);
  }
  if (!*decision) return CountError(hit.rule, article, ToString(decision->error()));
  streaks_.Succeed(hit.rule);
  if ((*decision)->raise) return KeepAlert(hit, article, &**decision);
  ++tally_->totals.declined;
  ++counters.declined;
}

bool Recorder::IsMuted(const rule::Rule& rule, const model::Hit& hit,
                       const model::Analysis& analysis) {
  const model::Company* company =
      hit.company < 0 ? nullptr : &analysis.companies[static_cast<size_t>(hit.company)];
  return std::any_of(mutes_.begin(), mutes_.end(), [&](const store::Mute& mute) {
    const bool of_rule = mute.rule.empty() || model::MatchesGlob(rule.id, mute.rule);
    const bool of_company =
        mute.company.empty() || (company && (model::MatchesGlob(company->name, mute.company) ||
                                             model::MatchesGlob(company->ticker, mute.company)));
    return of_rule && of_company;
  });
}

void Recorder::KeepAlert(const model::Hit& hit, const Matched& article,
                         const match::Decision* decision) {
  const rule::Rule& rule = program_.rules.rules[hit.rule];
  const store::Revision& revision = article.revision;
  store::RunRule& counters = tally_->rule(hit.rule);
  if (IsMuted(rule, hit, article.analysis)) {
    ++tally_->totals.muted;
    ++counters.muted;
    return;
  }
  const double novelty = 1.0 / static_cast<double>(copies_.ExtentAt(revision.seq).articles);
  model::Alert alert =
      alert::Build({rule, hit, revision.content, article.analysis, program_.analyser.vocabulary(),
                    revision.fingerprint, revision.group, novelty, now_, run_, decision});
  const auto days = rule.once_per ? rule.once_per->days : std::nullopt;
  auto repeat = alerts_.FindRepeat(rule.id, alert.key, TimeOf(revision), days);
  if (!repeat && alerts_.Has(alert.id)) repeat = alert.id;  // the same bytes under another name
  if (repeat) {
    alerts_.AddSource(*repeat, revision.seq, run_, alert.evidence);
    ++tally_->totals.merged;
    ++counters.merged;
    return;
  }
  alerts_.Keep(alert, revision.seq, TimeOf(revision));
  texts_.Keep(hit.rule);
  ++tally_->totals.alerts;
  ++counters.alerts;
  kept_.push_back(std::move(alert));
}

std::vector<model::Alert> Recorder::TakeKept() { return std::exchange(kept_, {}); }

}  // namespace tellwire::batch
