#include "alert/score.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tellwire::alert {
namespace {

using model::Severity;

// How far the evidence lets an alert rise.
Severity CeilingOf(const model::Evidence& evidence, const model::Analysis& analysis) {
  bool hypothetical = false, rumour = false;
  if (evidence.fact >= 0) {
    const model::Modality modality = analysis.facts[static_cast<size_t>(evidence.fact)].modality;
    hypothetical = modality == model::Modality::kHypothetical;
    rumour = modality == model::Modality::kRumour;
  } else if (!evidence.place.span.empty()) {
    for (const model::Scope& scope : analysis.scopes) {
      if (scope.extent.part != evidence.place.part ||
          !scope.extent.span.Contains(evidence.place.span)) {
        continue;
      }
      hypothetical |= scope.kind == model::ScopeKind::kHypothetical;
      rumour |= scope.kind == model::ScopeKind::kRumour;
    }
  }
  return hypothetical ? Severity::kLow : rumour ? Severity::kMedium : Severity::kCritical;
}

}  // namespace

double WeightOf(Severity severity) {
  constexpr std::array<double, 5> kWeights = {.2, .4, .6, .8, 1};
  return kWeights[static_cast<size_t>(severity)];
}

Severity CapSeverity(Severity wanted, const model::Hit& hit, const model::Analysis& analysis) {
  for (const model::Evidence& evidence : hit.evidence) {
    wanted = std::min(wanted, CeilingOf(evidence, analysis));
  }
  return wanted;
}

model::ScoreParts ScoreOf(Severity severity, std::optional<double> handler_score, double relevance,
                          std::optional<double> novelty) {
  return {handler_score.value_or(WeightOf(severity)), relevance, novelty};
}

double Total(const model::ScoreParts& parts) {
  return parts.weight * parts.relevance * parts.novelty.value_or(1);
}

void Age(model::Alert* alert) {
  auto& novelty = alert->score_parts.novelty;
  if (!novelty || alert->sources <= 1) return;
  *novelty /= std::sqrt(static_cast<double>(alert->sources));
  alert->score = Total(alert->score_parts);
}

}  // namespace tellwire::alert
