// One rule true on one article for one subject, with the evidence that made it so.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/truth.h"

namespace tellwire::model {

// One true reading of a leaf. Its text is the span of the article's title or text.
struct Evidence {
  std::string clause;  // its name, else its path: `when[2]`
  std::string leaf;    // the leaf as an analyst would write it: `phrase "export control*"`
  Place place;         // an empty span: true without words (a theme, a source)
  Place sentence;      // the sentence around it, or the block; empty where there is none
  int fact = -1;       // index into Analysis::facts, or -1
};

struct Hit {
  size_t rule = 0;                  // index into the RuleSet
  int company = -1;                 // the subject: index into Analysis::companies; -1: the article
  std::vector<Evidence> evidence;   // clauses as written; within one, title first, in text order
  std::vector<Evidence> against;    // counter-evidence
  std::vector<std::string> unsure;  // names of `unless` clauses that were unknown
  size_t evidence_left_out = 0;     // beyond the 20 that a clause may show
};

// What a rule came to on an article for a subject when it was not plainly false.
struct Verdict {
  size_t rule = 0;
  int company = -1;
  Truth truth = Truth::kFalse;
  std::string reason;  // for unknown and error: what was lacking
};

struct Analysis;

// The best evidence of a clause: that whose fact has most slots filled; among equals the first.
// nullptr when the clause has none.
const Evidence* BestEvidence(const std::vector<Evidence>& evidence, std::string_view clause,
                             const Analysis& analysis);

}  // namespace tellwire::model
