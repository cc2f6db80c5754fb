// How much an article may move a price: 0 to 1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon.h"
#include "model/analysis.h"

namespace tellwire::analysis {

// impact.tsv: the weight of metrics and events by family, of coarse types and of factors.
struct ImpactTable {
  struct Row {
    std::string key;  // a metric or its family, or a coarse type
    double weight = 0;
  };
  std::vector<Row> rows;                  // in file order: the first that fits counts
  double fallback = 0.1;                  // of a fact that no row names
  double surprise = 1.6;                  // factor of a beat or a miss
  double unsure = 0.5;                    // of rumour, hypothesis, opinion
  double secondary = 0.6, mention = 0.3;  // of companies that the article is not about
  double large_change = 20;               // percent: a change as large as this counts in full

  static Result<ImpactTable> Load(const LexiconLoad& load);
};

// 0..1, three decimals.
double ImpactOf(const model::ImpactParts& parts);

// From the facts, and from the coarse types of title and lead where no fact stands.
model::ImpactParts JudgeImpact(const ImpactTable& table, const model::Analysis& analysis);

}  // namespace tellwire::analysis
