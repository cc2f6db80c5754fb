#include "batch/scan.h"

#include "alert/build.h"
#include "store/articles.h"

namespace tellwire::batch {
namespace {

// Runs the handler, where the rule has one. nullopt: no alert, for a reason that `errors` may hold.
std::optional<match::Decision> Decide(const rule::Rule& rule, const model::Hit& hit,
                                      const model::Article& article, const Program& program,
                                      ScanResult* result) {
  if (!rule.has_handler) return match::Decision();
  auto decision = program.handler.Handle(rule, hit, article, result->analysis);
  if (!decision) {
    Error error = decision.error();
    error.message = rule.id + " on " + article.CallName() + ": " + error.message;
    result->errors.push_back(std::move(error));
    return std::nullopt;
  }
  if (!decision->raise) return std::nullopt;
  return std::move(*decision);
}

}  // namespace

ScanResult Scan(const model::Article& article, const Program& program,
                match::Network::Scratch* scratch, int64_t now) {
  ScanResult result;
  result.analysis = program.analyser.Analyse(article);
  match::Outcome outcome =
      program.network.Match({article, result.analysis, nullptr, now}, scratch, nullptr);
  const std::string fingerprint = store::FingerprintOf(article);
  for (const model::Hit& hit : outcome.hits) {
    const rule::Rule& rule = program.rules.rules[hit.rule];
    const auto decision = Decide(rule, hit, article, program, &result);
    if (!decision) continue;
    result.alerts.push_back(
        alert::Build({rule, hit, article, result.analysis, program.analyser.vocabulary(),
                      fingerprint, fingerprint, std::nullopt, std::nullopt, std::nullopt,
                      rule.has_handler ? &*decision : nullptr}));
  }
  result.unknown = std::move(outcome.verdicts);
  result.excepted = outcome.excepted.size();
  return result;
}

}  // namespace tellwire::batch
