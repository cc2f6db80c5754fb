#include "analysis/impact.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/vocabulary.h"

namespace tellwire::analysis {
namespace {

using model::Fact;

double* FactorOf(ImpactTable* table, std::string_view name) {
  const std::pair<std::string_view, double*> known[] = {
      {"@fallback", &table->fallback}, {"@surprise", &table->surprise},
      {"@unsure", &table->unsure},     {"@secondary", &table->secondary},
      {"@mention", &table->mention},   {"@large_change", &table->large_change}};
  for (const auto& [factor, place] : known) {
    if (factor == name) return place;
  }
  return nullptr;
}

double WeightOf(const ImpactTable& table, std::string_view key) {
  for (const auto& row : table.rows) {
    if (model::IsUnder(key, row.key)) return row.weight;
  }
  return table.fallback;
}

// How unexpected or how large: 1 for a plain statement, more for a surprise or a big change.
double SurpriseOf(const ImpactTable& table, const Fact& fact) {
  double factor = 1;
  if (fact.surprise == model::Surprise::kBeat || fact.surprise == model::Surprise::kMiss) {
    factor = table.surprise;
  }
  if (fact.change && fact.change_unit == "pct" && table.large_change > 0) {
    const double size = std::max(std::abs(fact.change->low), std::abs(fact.change->high));
    factor *= 1 + std::min(1.0, size / table.large_change) * 0.5;
  }
  return factor;
}

double RelevanceOf(const ImpactTable& table, const model::Analysis& analysis, const Fact& fact) {
  if (fact.company < 0) return table.secondary;
  switch (analysis.companies[static_cast<size_t>(fact.company)].role) {
    case model::Role::kPrimary:
      return 1;
    case model::Role::kSecondary:
      return table.secondary;
    default:
      return table.mention;
  }
}

bool IsUnsure(const Fact& fact) {
  return fact.negated || fact.modality == model::Modality::kRumour ||
         fact.modality == model::Modality::kHypothetical ||
         fact.modality == model::Modality::kOpinion;
}

}  // namespace

Result<ImpactTable> ImpactTable::Load(const LexiconLoad& load) {
  const auto file = load.Read("impact.tsv");
  if (!file) return file.error();
  ImpactTable table;
  for (const TableRow& row : file->rows) {
    double value = 0;
    const std::string& cell = row.cells[1];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    double* factor = FactorOf(&table, row.cells[0]);
    const bool named = factor || !row.cells[0].starts_with('@');
    if (error != std::errc() || end != cell.data() + cell.size() || !named) {
      load.problems->push_back({ErrorKind::kRule, file->At(row),
                                "bad weight or factor \"" + row.cells[0] + "\"",
                                "the row is skipped"});
    } else if (factor) {
      *factor = value;
    } else {
      table.rows.push_back({row.cells[0], value});
    }
  }
  return table;
}

double ImpactParts::Total() const {
  const double strongest = std::min(1.0, event * surprise * novelty * relevance);
  const double total = 1 - (1 - strongest) * (1 - std::clamp(rest, 0.0, 1.0));
  return std::round(total * 1000) / 1000;
}

// Statements of one kind count once, by the strongest: ten prices of ten companies move no more
// than one.
ImpactParts JudgeImpact(const ImpactTable& table, const model::Analysis& analysis) {
  struct Kind {
    std::string_view metric;
    double weight = 0;  // of such an event
    ImpactParts parts;  // of the strongest statement
    double size = -1;
  };
  std::vector<Kind> kinds;
  for (const Fact& fact : analysis.facts) {
    auto kind = std::find_if(kinds.begin(), kinds.end(),
                             [&](const Kind& known) { return known.metric == fact.metric; });
    if (kind == kinds.end()) {
      kind = kinds.insert(kind, {fact.metric, WeightOf(table, fact.metric), {}});
    }
    ImpactParts parts;
    parts.event = kind->weight * (IsUnsure(fact) ? table.unsure : 1);
    parts.surprise = SurpriseOf(table, fact);
    parts.relevance = RelevanceOf(table, analysis, fact);
    const double size = parts.event * parts.surprise * parts.relevance;
    if (size <= kind->size) continue;
    kind->parts = parts;
    kind->size = size;
  }
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const Kind& a, const Kind& b) { return a.size > b.size; });
  if (kinds.empty()) return {};
  ImpactParts best = kinds.front().parts;
  double calm = 1;
  for (size_t i = 1; i < kinds.size(); ++i) calm *= 1 - std::min(0.9, kinds[i].size * 0.25);
  best.rest = 1 - calm;
  return best;
}

}  // namespace tellwire::analysis
