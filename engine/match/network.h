// The evaluator: one immutable network for all rules.
//
// Room `match`: conditions over an analysed article. network.h is what runs; oracle.h says the same
// thing plainly and slowly, and explains itself; a randomised test says that they agree.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "match/outcome.h"
#include "match/subject.h"
#include "match/word_frequencies.h"
#include "model/hit.h"
#include "model/vocabulary.h"
#include "rule/rule.h"

namespace tellwire::match {

// Always-on counters of one rule.
struct RuleCounters {
  uint64_t candidates = 0, evaluations = 0, hits = 0, unknowns = 0, errors = 0;
  uint64_t native_ns = 0;
};

// On what a rule is anchored.
struct Anchor {
  bool anchored = false;            // false: every article is tried
  std::vector<std::string> leaves;  // as written; the rule is woken by any of them
  // Phrases of one plain word among the leaves: how often they stand is counted, not estimated.
  std::vector<rule::WordPattern> words;
};

// Immutable; Match may be called from several threads, each with its own Scratch.
class Network {
 public:
  class Scratch;  // the working memory of one thread; reused from article to article
  struct DeleteScratch {
    void operator()(Scratch* scratch) const;  // network.cc, where Scratch is known
  };
  using ScratchPtr = std::unique_ptr<Scratch, DeleteScratch>;

  // The vocabulary must outlive the network; the rules need not. `frequencies` may be null: then
  // rarity is guessed.
  Network(const rule::RuleSet& rules, const model::Vocabulary& vocabulary,
          const WordFrequencies* frequencies = nullptr);
  ~Network();
  Network(Network&&) noexcept;

  ScratchPtr NewScratch() const;

  // All hits of all rules on one article. `counters` has one entry a rule and is added to; may be
  // null.
  Outcome Match(const Subject& subject, Scratch* scratch,
                std::vector<RuleCounters>* counters) const;

  // REQUIRES: rule is an index into the RuleSet.
  Anchor AnchorOf(size_t rule) const;

  // How many rules every article is tried with, and how many different conditions there are.
  size_t unanchored() const;
  size_t nodes() const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace tellwire::match
