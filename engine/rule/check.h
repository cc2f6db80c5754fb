// What can be said against rules that load: `rule check`.
//
// The loader says what is wrong with a file (codes R001 to R030 and some later ones); these checks
// look at whole rules and at the set of them. Warnings are silenced in the source, on their line or
// the one above it: `-- check: allow R031`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/vocabulary.h"
#include "rule/diagnostic.h"
#include "rule/rule.h"

namespace tellwire::rule {

// What wakes a rule, as the network knows it. Counted on the user's own corpus.
struct AnchorCost {
  bool anchored = true;
  std::vector<std::string> leaves;  // the commonest of its words, as a phrase
  double share = 0;                 // of the articles in which it stands, 0..1
};

struct CheckInput {
  const RuleSet& rules;
  const model::Vocabulary& vocabulary;
  std::vector<Diagnostic> loaded;   // what the loader said; comes out again among the rest
  std::vector<AnchorCost> anchors;  // one a rule; empty: not known, anchors are judged by shape
  int64_t articles = 0;             // in the corpus on which they were measured; 0: none
  bool whole = true;                // all rules of the folder are there: lists may be unused
};

// All problems, those that a comment silences left out, by file, line and column. Reads the rule
// files for their lines and comments; a file that is gone has neither.
std::vector<Diagnostic> Check(CheckInput input);

// A rule that stands in more than this share of the articles has a common anchor.
inline constexpr double kCommonShare = 0.2;

// What a condition comes to whatever the article says.
enum class Certainty : uint8_t { kNever, kMaybe, kAlways };
struct Judgement {
  Certainty certainty = Certainty::kMaybe;
  const Condition* part = nullptr;  // that decides; nullptr: kMaybe
  std::string reason;
};
Judgement Judge(const Condition& condition);

// Whether something must be there in an article for the condition to be true, by its shape alone.
bool CanBeAnchored(const Condition& condition);

}  // namespace tellwire::rule
