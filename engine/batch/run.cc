#include "batch/run.h"

#include <algorithm>

#include "batch/progress_book.h"
#include "batch/recorder.h"
#include "batch/tally.h"
#include "batch/workers.h"
#include "store/articles.h"

namespace tellwire::batch {
namespace {

constexpr size_t kInFlight = 64;             // articles that are being matched at once
constexpr size_t kBytesInFlight = 64 << 20;  // of their text; one article may be beyond it alone

class Batches {
 public:
  Batches(store::Store& store, const Program& program, const RunOptions& options)
      : store_(store),
        program_(program),
        options_(options),
        articles_(store),
        tally_(program.rules),
        progress_(store, program.rules, options.backfill, &notes_),
        counters_(static_cast<size_t>(std::max(options.threads, 1))) {
    for (const store::RunNote& note : notes_) {
      tally_.Note(note.kind, note.rule, note.article, note.message, note.count);
    }
    for (auto& counters : counters_) counters.resize(program.rules.rules.size());
  }

  RunReport Run() {
    last_ = articles_.LastSeq();
    const int64_t start = std::min(progress_.Start(), last_);
    Begin(start);
    Recorder recorder(store_, program_, options_.now, report_.run.id, &progress_, &tally_,
                      options_.corpus, options_.rules_folder);
    const auto seqs = articles_.SeqsAfter(start);
    all_ = static_cast<int64_t>(seqs.size());
    try {
      Work(start, &recorder);
    } catch (...) {
      SayFailed();
      throw;
    }
    return End();
  }

 private:
  // The run's row, the rules that are new and where they start: kept even when there is nothing to
  // read, so that a rule's beginning does not move.
  void Begin(int64_t start) {
    store::Transaction transaction(store_);
    store::Runs runs(store_);
    report_.run.id = runs.Begin(options_.backfill ? "backfill" : "run", options_.now, start,
                                program_.analyser.version());
    report_.run = *runs.Read(report_.run.id);
    progress_.Save(report_.run.id);
    transaction.Commit();
  }

  void Work(int64_t start, Recorder* recorder) {
    std::vector<match::Network::ScratchPtr> scratches;
    for (size_t i = 0; i < counters_.size(); ++i) {
      scratches.push_back(program_.network.NewScratch());
    }
    OrderedWorkers<store::Revision, Matched> workers(
        static_cast<int>(counters_.size()), [&](store::Revision revision, int worker) {
          const auto index = static_cast<size_t>(worker);
          return Match(std::move(revision), scratches[index].get(), &counters_[index]);
        });
    int64_t read = start;
    bool more = true;
    while (!report_.interrupted) {
      if (more) more = Feed(&read, &workers);
      if (workers.pending() == 0) break;
      Record(Take(&read, &more, &workers), recorder);
    }
  }

  Matched Match(store::Revision revision, match::Network::Scratch* scratch,
                std::vector<match::RuleCounters>* counters) const {
    Matched matched{std::move(revision), {}, {}};
    matched.analysis = program_.analyser.Analyse(matched.revision.content);
    matched.outcome = program_.network.Match(
        {matched.revision.content, matched.analysis, nullptr, options_.now}, scratch, counters);
    return matched;
  }

  // Gives the workers as many articles as they may have at once; false when there are no more.
  bool Feed(int64_t* read, OrderedWorkers<store::Revision, Matched>* workers) {
    while (workers->pending() < kInFlight && bytes_in_flight_ < kBytesInFlight) {
      std::vector<store::Revision> next = articles_.ReadAfter(*read, 1);
      // What arrived since the run began is the next run's.
      if (next.empty() || next[0].seq > last_) return false;
      *read = next[0].seq;
      bytes_in_flight_ += next[0].content.text.size();
      workers->Push(std::move(next[0]));
    }
    return true;
  }

  // The next articles that are matched, in order. Taken before the writer's lock, which is not to
  // be held while workers are at work.
  std::vector<Matched> Take(int64_t* read, bool* more,
                            OrderedWorkers<store::Revision, Matched>* workers) {
    std::vector<Matched> batch;
    size_t bytes = 0;
    while (batch.size() < options_.batch && bytes < kBytesInFlight && workers->pending() > 0 &&
           !Stopped()) {
      batch.push_back(workers->Pop());
      const size_t size = batch.back().revision.content.text.size();
      bytes_in_flight_ -= size;
      bytes += size;
      if (*more) *more = Feed(read, workers);
    }
    return batch;
  }

  // One transaction: some articles, their alerts, and how far the rules are with them.
  void Record(std::vector<Matched> batch, Recorder* recorder) {
    if (batch.empty()) return;
    store::Transaction transaction(store_);
    const int64_t seq = batch.back().revision.seq;
    recorder->Record(std::move(batch));
    progress_.Advance(seq);
    progress_.Save(report_.run.id);
    recorder->SaveStreaks();
    report_.run.last_seq = seq;
    report_.run.totals = tally_.totals;
    store::Runs(store_).Save(report_.run, {}, {});
    transaction.Commit();
    HandOut(recorder->TakeKept());
    if (options_.tick) options_.tick(tally_.totals.articles, all_);
  }

  bool Stopped() {
    if (options_.stop && options_.stop->load()) report_.interrupted = true;
    return report_.interrupted;
  }

  // To the sinks, now that they are safe. Only stable rules speak there.
  void HandOut(const std::vector<model::Alert>& kept) {
    std::vector<model::Alert> loud;
    for (const model::Alert& alert : kept) {
      report_.alerts.push_back(alert.id);
      const auto rule = program_.rules.Find(alert.rule);
      if (rule && program_.rules.rules[*rule].status == rule::Status::kStable) {
        loud.push_back(alert);
      }
    }
    if (loud.empty()) return;
    for (alert::Sink* sink : options_.sinks) {
      if (auto error = sink->Send(loud)) {
        tally_.Note("sink", "", "", ToString(*error), static_cast<int64_t>(loud.size()));
      }
    }
  }

  RunReport End() {
    for (const auto& counters : counters_) tally_.Add(counters);
    report_.run.state = report_.interrupted ? "interrupted" : "done";
    report_.run.finished = options_.now;
    report_.run.totals = tally_.totals;
    report_.rules = tally_.Rules();
    report_.notes = tally_.Notes();
    store::Transaction transaction(store_);
    store::Runs(store_).Save(report_.run, report_.rules, report_.notes);
    transaction.Commit();
    return std::move(report_);
  }

  // So that the report does not say for ever that it runs. The failure itself is thrown on.
  void SayFailed() noexcept {
    try {
      report_.run.state = "failed";
      report_.run.finished = options_.now;
      store::Transaction transaction(store_);
      store::Runs(store_).Save(report_.run, {}, tally_.Notes());
      transaction.Commit();
    } catch (const store::StoreError&) {  // the first failure is the one to tell
    }
  }

  store::Store& store_;
  const Program& program_;
  const RunOptions& options_;
  store::Articles articles_;
  Tally tally_;
  std::vector<store::RunNote> notes_;
  ProgressBook progress_;
  std::vector<std::vector<match::RuleCounters>> counters_;  // by worker, then rule
  RunReport report_;
  int64_t last_ = 0, all_ = 0;
  size_t bytes_in_flight_ = 0;
};

}  // namespace

RunReport Run(store::Store& store, const Program& program, const RunOptions& options) {
  return Batches(store, program, options).Run();
}

}  // namespace tellwire::batch
