// The whole analysis (everything `inspect` prints) against the bare pass that nothing can do
// without: making words and looking each up. Both on one core, in bytes a second.
//
//   analysis_bench [--articles FILE] [google-benchmark options]
#include <benchmark/benchmark.h>

#include "analysis/analyser.h"
#include "analysis/lexicon.h"
#include "analysis/passage.h"
#include "analysis/periods.h"
#include "analysis/quantities.h"
#include "bench/bare_pass.h"
#include "bench/corpus.h"
#include "bench/ratios.h"

namespace {

using namespace tellwire;  // NOLINT: a program of one file

const bench::Corpus* corpus = nullptr;

void Report(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(corpus->bytes));
}

void TokeniseAndLookUp(benchmark::State& state) {
  bench::BarePass pass(*corpus);
  for (auto _ : state) benchmark::DoNotOptimize(pass.Run());
  Report(state);
}

void WholeAnalysis(benchmark::State& state) {
  auto analyser = analysis::Analyser::Load("rules");
  if (!analyser) return state.SkipWithError("run from the folder that holds rules/");
  for (auto _ : state) {
    for (const auto& ready : corpus->articles) {
      benchmark::DoNotOptimize(analyser->Analyse(ready.article).facts.size());
    }
  }
  Report(state);
}

// One stage over documents that are taken apart already.
template <typename Stage>
void RunStage(benchmark::State& state, Stage stage) {
  auto lexicon = analysis::Lexicon::Load("rules");
  if (!lexicon) return state.SkipWithError("run from the folder that holds rules/");
  for (auto _ : state) {
    for (const auto& ready : corpus->articles) {
      analysis::Passage passage =
          analysis::OpenPassage(**lexicon, ready.article, model::Part::kText, ready.analysis.text);
      stage(**lexicon, &passage);
      benchmark::DoNotOptimize(passage.quantities.size() + passage.periods.size());
    }
  }
  Report(state);
}

void Terms(benchmark::State& state) {
  RunStage(state, [](const analysis::Lexicon& lexicon, analysis::Passage* passage) {
    benchmark::DoNotOptimize(lexicon.trie.FindAll(*passage->document, passage->text)
                                 .Of(analysis::TermKind::kTone)
                                 .size());
  });
}

void Quantities(benchmark::State& state) {
  RunStage(state, [](const analysis::Lexicon& lexicon, analysis::Passage* passage) {
    FindQuantities(*lexicon.quantities, passage);
  });
}

void Periods(benchmark::State& state) {
  RunStage(state, [](const analysis::Lexicon& lexicon, analysis::Passage* passage) {
    FindPeriods(*lexicon.periods, passage);
  });
}

BENCHMARK(TokeniseAndLookUp)->Unit(benchmark::kMillisecond);
BENCHMARK(WholeAnalysis)->Unit(benchmark::kMillisecond);
BENCHMARK(Terms)->Unit(benchmark::kMillisecond);
BENCHMARK(Quantities)->Unit(benchmark::kMillisecond);
BENCHMARK(Periods)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  const bench::Corpus read = bench::ReadCorpus(bench::TakeArticlesArgument(&argc, argv));
  corpus = &read;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  bench::Ratios ratios("TokeniseAndLookUp");
  benchmark::RunSpecifiedBenchmarks(&ratios);
  ratios.Print("WholeAnalysis");
  return 0;
}
