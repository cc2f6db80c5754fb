// From ready words to hits on one core, beside the bare pass over the same articles.
#include <algorithm>
#include <iostream>
#include <memory>

#include "bench/bare_pass.h"
#include "bench/corpus.h"
#include "bench/generated_rules.h"
#include "bench/ratios.h"
#include "benchmark/benchmark.h"
#include "fmt/format.h"
#include "match/network.h"

namespace tellwire::bench {
namespace {

constexpr uint64_t kSeed = 1;
std::unique_ptr<Corpus> corpus;

void Report(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(corpus->articles.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(corpus->bytes));
}

void TokeniseAndLookUp(benchmark::State& state) {
  BarePass pass(*corpus);
  size_t found = 0;
  for (auto _ : state) found += pass.Run();
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

BENCHMARK(TokeniseAndLookUp)->Unit(benchmark::kMillisecond);
BENCHMARK(Match)->Arg(100)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(Compile)->Arg(10000)->Unit(benchmark::kMillisecond);

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
  Ratios ratios("TokeniseAndLookUp");
  benchmark::RunSpecifiedBenchmarks(&ratios);
  ratios.Print("Match/");
  corpus.reset();
  return 0;
}
