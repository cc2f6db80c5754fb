// Turns one sentence, read and attached, into facts.
#pragma once

#include <vector>

#include "analysis/lexicon.h"
#include "analysis/reading.h"
#include "model/analysis.h"

namespace tellwire::analysis {

struct PriceMove;

class FactBuilder {
 public:
  FactBuilder(const Lexicon& lexicon, const Passage& passage, const model::Analysis& analysis)
      : lexicon_(lexicon), passage_(passage), analysis_(analysis) {}

  // Adds the facts of a sentence. REQUIRES: all stages of attach.h were run on the reading.
  void Build(Reading* reading, std::vector<model::Fact>* facts);

 private:
  // What belongs to one metric.
  struct Parts {
    std::vector<const Move*> moves;
    const SurpriseUse* surprise = nullptr;
    int value = -1, prior = -1, consensus = -1;
  };

  const MetricEntry& Entry(const MetricUse& use) const;
  Parts PartsOf(size_t metric) const;
  void ShareAct(const Parts& first, const Parts& second, int metric);
  void ShareWithCoordinated();
  bool IsCutBy(const MetricUse& use, const Move& move, int quantity) const;
  void BuildMetric(size_t metric);
  void BuildPrices();  // fact_prices.cc
  void BuildPrice(MetricUse use, size_t index, const PriceMove* said, bool first);
  void ShareWithCompanies(const MetricUse& use, const Move* move, model::Fact* told);
  Span SpanOf(const SurpriseUse& surprise) const;
  bool IsAside(const Move& move, const model::Fact& fact) const;
  model::Fact Start(const MetricUse& use) const;
  bool IsForeseenByOthers(const MetricUse& use) const;
  bool IsPosted(const MetricUse& use) const;
  bool Says(const model::Fact& fact, const MetricUse& use) const;

  bool IsBelowZero(const QuantityHit& hit) const;
  void SetValue(const MetricUse& use, int quantity, model::Fact* fact) const;
  bool IsOnYearBefore(const Move& move) const;
  bool IsForeseen(const MetricUse& use, const Move& move) const;
  void SetMove(const MetricUse& use, const Move& move, model::Fact* fact) const;
  void SetNumbersOf(const MetricUse& use, const Move& move, model::Fact* fact) const;
  void FlagGuidance(const MetricUse& use, const Move& move, model::Fact* fact) const;
  bool IsPace(const Move& move) const;
  void SetChange(const MetricUse& use, const Move& move, model::Fact* fact) const;
  model::Number Compared(const MetricUse& use, int quantity) const;
  void SetSurprise(const MetricUse& use, const SurpriseUse& surprise, const Move* move,
                   model::Fact* fact) const;  // fact_surprises.cc
  bool IsMeasure(const SurpriseUse& surprise) const;
  bool IsDelivered(const SurpriseUse& surprise) const;
  bool IsMoreOfFall(const SurpriseUse& surprise, const Move& move) const;
  model::Surprise Judged(const MetricUse& use, model::Surprise surprise) const;
  void CompareNumbers(const MetricUse& use, model::Fact* fact) const;
  void SetMarks(const MetricUse& use, const Move* move, model::Fact* fact) const;
  bool HasOwnerUnknown(const MetricUse& use) const;
  bool IsCarried(const MetricUse& use, const SentenceClause& clause, const model::Fact& fact) const;
  void SetCircumstances(const MetricUse& use, const Span& head, int prior, model::Fact* fact) const;
  void SetPeriod(const MetricUse& use, const Span& head, int prior, model::Fact* fact) const;
  bool IsOfReports(const MetricUse& use) const;
  bool Finish(const MetricUse& use, const Span& head, int prior, model::Fact* fact) const;

  void TakeOnlyCompany(model::Fact* fact) const;
  void BuildEvents(size_t first_fact);
  void BuildEventMetrics(size_t first_fact);
  bool IsToldByNumber(const EventSurface& event, const Span& span, size_t first, size_t last);
  void BuildEvent(const EventSurface& event, const TermHit& hit);

  const Lexicon& lexicon_;
  const Passage& passage_;
  const model::Analysis& analysis_;
  Reading* reading_ = nullptr;
  std::vector<model::Fact>* facts_ = nullptr;
};

void AddFlag(std::string_view flag, model::Fact* fact);

}  // namespace tellwire::analysis
