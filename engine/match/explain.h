// Why a rule is true on an article for a subject, or why it is not: the clause tree with the value,
// the places and the near misses of every part. Read from the reference evaluator, so it says what
// conditions mean and not how they are run; only `candidate` and `anchor` are the network's.
#pragma once

#include <string>
#include <vector>

#include "match/network.h"
#include "match/oracle.h"
#include "match/subject.h"
#include "model/truth.h"
#include "model/vocabulary.h"
#include "rule/rule.h"

namespace tellwire::match {

// One condition with what it came to.
struct ClauseTrace {
  std::string clause;     // the name or the path of the clause that it is; empty: a part of one
  std::string condition;  // as written
  model::Truth truth = model::Truth::kFalse;
  std::vector<model::Place> places;  // of its true readings, title first, at most kTracePlaces
  size_t places_left_out = 0;
  // What nearly made it true, nearest first: "14 words apart, limit 12: "price" ... "war"".
  std::vector<std::string> near_misses;
  // Below a scope over places (`sentence` and its like) the parts are traced in the region around
  // the scope: what holds there but in no one place is the scope's own near miss.
  std::vector<ClauseTrace> parts;
};
inline constexpr size_t kTracePlaces = 20;

struct Explanation {
  std::string rule;
  int company = -1;  // the subject: index into Analysis::companies; -1: the article
  std::string company_name;
  bool candidate = false;  // woken by its anchor; an unanchored rule always is
  Anchor anchor;
  ClauseTrace when;
  std::vector<ClauseTrace> unless, against, excepted;
  bool hit = false;
  // One sentence: what decided.
  std::string outcome;
};

// One explanation a subject: for a rule of articles one; for a rule of companies one for each
// company of the article that passes the filter, or one without a company where none does.
// `frequencies` may be null. REQUIRES: rule.when
std::vector<Explanation> Explain(const rule::Rule& rule, const Subject& subject,
                                 const model::Vocabulary& vocabulary,
                                 const WordFrequencies* frequencies = nullptr);

// The near misses of one condition that is not true, in words; nearest first, at most three.
std::vector<std::string> NearMisses(const rule::Condition& condition,
                                    const Oracle::Context& context, const rule::Rule& rule,
                                    const Oracle& oracle);

}  // namespace tellwire::match
