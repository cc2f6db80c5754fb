#include "batch/index.h"

#include "batch/copy_finder.h"
#include "batch/workers.h"
#include "store/articles.h"
#include "store/findings.h"

namespace tellwire::batch {
namespace {

constexpr size_t kInFlight = 64;             // articles that are being analysed at once
constexpr size_t kBytesInFlight = 64 << 20;  // of their text; one article may be beyond it alone
constexpr size_t kPerCommit = 300;           // articles a transaction

struct Analysed {
  model::Article article;
  model::Analysis analysis;
  Shingles shingles;
};

// The title, or the line of the text that is lent as one.
std::string_view HeadlineOf(const model::Article& article, const model::Analysis& analysis) {
  if (!article.title.empty()) return article.title;
  if (!analysis.text.lends_title || analysis.text.blocks.empty()) return {};
  return analysis.text.blocks.front().span.Of(article.text);
}

}  // namespace

struct Indexer::State {
  State(store::Store& the_store, const analysis::Analyser& the_analyser, int64_t the_time,
        int threads)
      : store(the_store),
        analyser(the_analyser),
        now(the_time),
        articles(the_store),
        findings(the_store),
        copies(the_store, [this](int64_t seq) { return ShinglesAt(seq); }),
        workers(threads,
                [this](model::Article article, int) { return Analyse(std::move(article)); }) {}

  Analysed Analyse(model::Article article) const {
    Analysed done{std::move(article), {}, {}};
    done.analysis = analyser.Analyse(done.article);
    done.shingles = ingest::ShinglesOf(done.analysis.text);
    return done;
  }

  Shingles ShinglesAt(int64_t seq) {
    const auto revision = articles.Read(seq);
    return revision ? ingest::ShinglesOf(analyser.Analyse(revision->content).text) : Shingles();
  }

  void TakeNext() {
    analysed.push_back(workers.Pop());
    const size_t bytes = analysed.back().article.text.size();
    bytes_in_flight -= bytes;
    bytes_analysed += bytes;
    if (analysed.size() >= kPerCommit || bytes_analysed >= kBytesInFlight) Commit();
  }

  // The writer's lock is held only while there is something to write, so that others get their
  // turn.
  void Commit() {
    if (analysed.empty()) return;
    store::Transaction transaction(store);
    for (const Analysed& done : analysed) Keep(done);
    transaction.Commit();
    analysed.clear();
    bytes_analysed = 0;
  }

  void Keep(const Analysed& done) {
    const auto added = articles.Add(done.article, HeadlineOf(done.article, done.analysis), now);
    using Change = store::Articles::Change;
    if (added.change == Change::kUnchanged) {
      ++counts.unchanged;
      return;
    }
    ++(added.change == Change::kNew ? counts.added : counts.revised);
    counts.undated += done.article.published ? 0 : 1;
    counts.not_analysed += done.analysis.analysed ? 0 : 1;
    counts.facts += static_cast<int64_t>(done.analysis.facts.size());
    findings.Save(added.seq, done.analysis, done.article.title, done.article.text);
    counts.copies += copies.Add(added.seq, added.article, done.shingles) ? 1 : 0;
  }

  store::Store& store;
  const analysis::Analyser& analyser;
  int64_t now;
  store::Articles articles;
  store::Findings findings;
  CopyFinder copies;
  IndexCounts counts;
  std::vector<Analysed> analysed;  // waiting to be written
  size_t bytes_in_flight = 0, bytes_analysed = 0;
  OrderedWorkers<model::Article, Analysed> workers;  // last: its threads end first
};

Indexer::Indexer(store::Store& store, const analysis::Analyser& analyser, int64_t now, int threads)
    : state_(std::make_unique<State>(store, analyser, now, threads)) {}

Indexer::~Indexer() = default;

void Indexer::Add(model::Article article) {
  state_->counts.bytes += static_cast<int64_t>(article.text.size() + article.title.size());
  if (state_->articles.IsUnchanged(article)) {
    ++state_->counts.unchanged;
    return;
  }
  state_->bytes_in_flight += article.text.size();
  state_->workers.Push(std::move(article));
  while (state_->workers.pending() >= kInFlight || state_->bytes_in_flight >= kBytesInFlight) {
    state_->TakeNext();
  }
}

IndexCounts Indexer::Finish() {
  while (state_->workers.pending() > 0) state_->TakeNext();
  state_->Commit();
  return state_->counts;
}

const IndexCounts& Indexer::so_far() const { return state_->counts; }

}  // namespace tellwire::batch
