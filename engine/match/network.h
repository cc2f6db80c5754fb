// The evaluator: one immutable network for all rules.
//
// Room `match`: conditions over an analysed article. network.h is what runs; oracle.h says the same
// thing plainly and slowly, and explains itself; a randomised test says that they agree.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/time.h"
#include "match/outcome.h"
#include "match/subject.h"
#include "model/hit.h"
#include "model/vocabulary.h"
#include "rule/rule.h"

namespace tellwire::match {

// Always-on counters of one rule.
struct RuleCounters {
  uint64_t candidates = 0, evaluations = 0, hits = 0, unknowns = 0, errors = 0;
  uint64_t native_ns = 0;
};

// How often words stand in the corpus: what "rare" is measured on. Keys are Token::word.
struct WordFrequencies;

// Immutable; Match may be called from several threads, each with its own Scratch.
class Network {
 public:
  class Scratch;  // the working memory of one thread; reused from article to article
  struct DeleteScratch {
    void operator()(Scratch* scratch) const;  // network.cc, where Scratch is known
  };
  using ScratchPtr = std::unique_ptr<Scratch, DeleteScratch>;

  Network(const rule::RuleSet& rules, const model::Vocabulary& vocabulary,
          const WordFrequencies* frequencies = nullptr);
  ~Network();
  Network(Network&&) noexcept;

  ScratchPtr NewScratch() const;

  // All hits of all rules on one article. `counters` has one entry a rule and is added to; may be
  // null.
  Outcome Match(const Subject& subject, Scratch* scratch,
                std::vector<RuleCounters>* counters) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace tellwire::match
