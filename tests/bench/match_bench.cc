// From ready words to hits on one core, beside the bare pass over the same articles: tokenise, and
// look every word up among the words of the rules. What is compared is articles a second in the
// same run, for the machine is never the same twice.
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "base/hash.h"
#include "bench/corpus.h"
#include "bench/generated_rules.h"
#include "benchmark/benchmark.h"
#include "fmt/format.h"
#include "match/network.h"
#include "text/document.h"

namespace tellwire::bench {
namespace {

constexpr uint64_t kSeed = 1;
std::unique_ptr<Corpus> corpus;

// A set of words, as plain and fast as it may be.
class WordSet {
 public:
  explicit WordSet(const rule::RuleSet& rules) : slots_(1 << 17, 0) {
    for (const rule::Rule& rule : rules.rules) Add(*rule.when);
  }
  bool Has(uint64_t word) const {
    for (uint64_t at = word & kMask; slots_[at] != 0; at = (at + 1) & kMask) {
      if (slots_[at] == word) return true;
    }
    return false;
  }

 private:
  static constexpr uint64_t kMask = (1 << 17) - 1;
  void Add(const rule::Condition& condition) {
    for (const auto& phrase : condition.phrases) {
      for (const auto& word : phrase.words) Insert(Hash64(word.word));
    }
    for (const auto& child : condition.children) Add(*child);
  }
  void Insert(uint64_t word) {
    uint64_t at = word & kMask;
    while (slots_[at] != 0 && slots_[at] != word) at = (at + 1) & kMask;
    slots_[at] = word;
  }
  std::vector<uint64_t> slots_;
};

void Report(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(corpus->articles.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(corpus->bytes));
}

void TokeniseAndLookUp(benchmark::State& state) {
  const WordSet words(GenerateRules(*corpus, static_cast<size_t>(state.range(0)), kSeed));
  model::Document document;
  size_t found = 0;
  for (auto _ : state) {
    for (const ReadyArticle& ready : corpus->articles) {
      for (const std::string* text : {&ready.article.title, &ready.article.text}) {
        text::Tokenise(*text, &document);
        for (const model::Token& token : document.tokens) found += words.Has(token.word);
      }
    }
  }
  benchmark::DoNotOptimize(found);
  Report(state);
}

void Match(benchmark::State& state) {
  const rule::RuleSet rules = GenerateRules(*corpus, static_cast<size_t>(state.range(0)), kSeed);
  const model::Vocabulary vocabulary;
  const match::Network network(rules, vocabulary, &corpus->frequencies);
  const auto scratch = network.NewScratch();
  std::vector<match::RuleCounters> counters(rules.rules.size());
  size_t hits = 0;
  for (auto _ : state) {
    for (const ReadyArticle& ready : corpus->articles)
      hits += network.Match({ready.article, ready.analysis}, scratch.get(), &counters).hits.size();
  }
  Report(state);
  uint64_t candidates = 0;
  for (const match::RuleCounters& counter : counters) candidates += counter.candidates;
  const auto articles =
      static_cast<double>(state.iterations()) * static_cast<double>(corpus->articles.size());
  state.counters["hits/article"] = static_cast<double>(hits) / articles;
  state.counters["woken/article"] = static_cast<double>(candidates) / articles;
}

void Compile(benchmark::State& state) {
  const rule::RuleSet rules = GenerateRules(*corpus, static_cast<size_t>(state.range(0)), kSeed);
  const model::Vocabulary vocabulary;
  for (auto _ : state)
    benchmark::DoNotOptimize(match::Network(rules, vocabulary, &corpus->frequencies).nodes());
}

BENCHMARK(TokeniseAndLookUp)->Arg(10000)->Unit(benchmark::kMillisecond);
BENCHMARK(Match)->Arg(100)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(Compile)->Arg(10000)->Unit(benchmark::kMillisecond);

// Prints as ever, and remembers articles a second.
class Ratios : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const auto items = run.counters.find("items_per_second");
      if (items != run.counters.end()) rate_[run.benchmark_name()] = items->second.value;
    }
    ConsoleReporter::ReportRuns(runs);
  }
  void Print() const {
    const auto bare = rate_.find("TokeniseAndLookUp/10000");
    if (bare == rate_.end()) return;
    for (const auto& [name, rate] : rate_) {
      if (name.starts_with("Match/"))
        std::cout << fmt::format("{:14} {:.3f} of the bare pass\n", name, rate / bare->second);
    }
  }

 private:
  std::map<std::string, double> rate_;
};

}  // namespace
}  // namespace tellwire::bench

int main(int argc, char** argv) {
  using namespace tellwire::bench;
  const std::string path = TakeArticlesArgument(&argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  corpus = std::make_unique<Corpus>(ReadCorpus(path));
  std::cout << fmt::format("{} articles of {}, {:.1f} MB\n", corpus->articles.size(), path,
                           static_cast<double>(corpus->bytes) / 1e6);
  Ratios ratios;
  benchmark::RunSpecifiedBenchmarks(&ratios);
  ratios.Print();
  corpus.reset();
  return 0;
}
