// Rules over articles that are not stored: every article alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "base/error.h"
#include "match/handler.h"
#include "match/network.h"
#include "model/alert.h"
#include "model/article.h"
#include "rule/rule.h"

namespace tellwire::batch {

// The rules that a command runs, compiled. The references must outlive it.
struct Program {
  const analysis::Analyser& analyser;
  const rule::RuleSet& rules;
  match::Handler& handler;
  const match::Network& network;
};

// What the rules say of one article.
struct ScanResult {
  model::Analysis analysis;
  std::vector<model::Alert> alerts;     // by rule, then company
  std::vector<model::Verdict> unknown;  // unknown and error verdicts
  size_t excepted = 0;                  // would-be hits that an exception kept back
  std::vector<Error> errors;            // of handlers, each with rule and article
};

// No keys are merged; `fired`, prices and promise states are unknown; run, raised and novelty are
// null. Not thread-safe (handlers are not).
ScanResult Scan(const model::Article& article, const Program& program,
                match::Network::Scratch* scratch, int64_t now);

}  // namespace tellwire::batch
