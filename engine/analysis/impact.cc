#include "analysis/impact.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/vocabulary.h"

namespace tellwire::analysis {
namespace {

using model::Fact;
using model::ImpactParts;

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

constexpr uint32_t kLeadSentences = 3;

double RelevanceOf(const ImpactTable& table, const model::Analysis& analysis,
                   const model::SentenceAnalysis& sentence) {
  for (const int company : sentence.companies) {
    if (analysis.companies[static_cast<size_t>(company)].role == model::Role::kPrimary) return 1;
  }
  return sentence.companies.empty() ? table.mention : table.secondary;
}

bool HasFact(const model::Analysis& analysis, const model::SentenceAnalysis& sentence) {
  return std::ranges::any_of(analysis.facts, [&](const Fact& fact) {
    return fact.part() == sentence.place.part && sentence.place.span.Contains(fact.spans.fact);
  });
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

double ImpactOf(const ImpactParts& parts) {
  const double strongest =
      std::min(1.0, parts.event * parts.surprise * parts.novelty * parts.relevance);
  const double total = 1 - (1 - strongest) * (1 - std::clamp(parts.rest, 0.0, 1.0));
  return std::round(total * 1000) / 1000;
}

namespace {

// Statements of one kind count once, by the strongest: ten prices of ten companies move no more
// than one.
class Strongest {
 public:
  void Add(std::string_view kind, const ImpactParts& parts) {
    const double size = parts.event * parts.surprise * parts.relevance;
    auto known = std::find_if(kinds_.begin(), kinds_.end(),
                              [&](const Kind& other) { return other.name == kind; });
    if (known == kinds_.end()) {
      kinds_.push_back({kind, parts, size});
    } else if (size > known->size) {
      *known = {kind, parts, size};
    }
  }

  ImpactParts Take() {
    std::stable_sort(kinds_.begin(), kinds_.end(),
                     [](const Kind& a, const Kind& b) { return a.size > b.size; });
    if (kinds_.empty()) return {};
    ImpactParts best = kinds_.front().parts;
    double calm = 1;
    for (size_t i = 1; i < kinds_.size(); ++i) calm *= 1 - std::min(0.9, kinds_[i].size * 0.25);
    best.rest = 1 - calm;
    return best;
  }

 private:
  struct Kind {
    std::string_view name;
    ImpactParts parts;
    double size = 0;
  };
  std::vector<Kind> kinds_;
};

// What title and lead tell without a fact: a lawsuit, a new product.
void AddEvents(const ImpactTable& table, const model::Analysis& analysis, Strongest* strongest) {
  for (const model::SentenceAnalysis& sentence : analysis.sentences) {
    const bool title = sentence.place.part == model::Part::kTitle;
    if (!title && sentence.index >= kLeadSentences) continue;
    if (sentence.events.empty() || HasFact(analysis, sentence)) continue;
    for (const std::string& type : sentence.events) {
      ImpactParts parts;
      parts.event = WeightOf(table, type);
      parts.relevance = RelevanceOf(table, analysis, sentence);
      strongest->Add(type, parts);
    }
  }
}

}  // namespace

ImpactParts JudgeImpact(const ImpactTable& table, const model::Analysis& analysis) {
  Strongest strongest;
  for (const Fact& fact : analysis.facts) {
    ImpactParts parts;
    parts.event = WeightOf(table, fact.metric) * (IsUnsure(fact) ? table.unsure : 1);
    parts.surprise = SurpriseOf(table, fact);
    parts.relevance = RelevanceOf(table, analysis, fact);
    strongest.Add(fact.metric, parts);
  }
  AddEvents(table, analysis, &strongest);
  return strongest.Take();
}

}  // namespace tellwire::analysis
