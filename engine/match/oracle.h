// The reference evaluator: what every condition means, said as plainly as possible.
//
// One recursive function over (condition, subject, region, filters); no sharing and no
// laziness. The network must give the same hits, which tests/oracle checks; `why` and `whynot` read
// from here (explain.h). Quadratic at worst in the readings of a leaf.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "match/leaves.h"
#include "match/outcome.h"
#include "match/places.h"
#include "match/reading.h"
#include "model/vocabulary.h"
#include "rule/rule.h"

namespace tellwire::match {

class Oracle {
 public:
  // Under which a condition is read.
  struct Context {
    int company = -1;  // the subject; -1: unbound
    bool everywhere = true;
    std::vector<model::Place> region;  // unless everywhere: readings lie within one of these
    Filters filters;
    std::string clause;  // the name of the clause around
  };
  // A reading that knows its leaf and its clause.
  struct Finding {
    Reading reading;
    const rule::Condition* leaf = nullptr;
    std::string clause;
  };
  struct Value {
    model::Truth truth = model::Truth::kFalse;
    std::vector<Finding> findings;  // of positive leaves; none where it is false
  };

  // Where a word stands: its block and token.
  struct Start {
    model::Part part;
    size_t block, token;
  };
  // Of every word in blocks that are read.
  using Starts = std::map<std::string_view, std::vector<Start>>;

  // REQUIRES: what the subject refers to, and the vocabulary, outlive it.
  Oracle(const Subject& subject, const model::Vocabulary& vocabulary);

  // One condition. `rule` is where `compare` finds its clauses; may be null.
  Value Evaluate(const rule::Condition& condition, const Context& context,
                 const rule::Rule* rule) const;
  // A whole `when`, `unless[i]` or `against[i]` with its clauses named.
  Value EvaluateRoot(const rule::Condition& root, std::string_view root_name, int company,
                     const rule::Rule* rule) const;

  // What a rule comes to on the article for one subject: adds a hit or a verdict, or nothing.
  void Decide(const rule::Rule& rule, size_t index, int company, Outcome* outcome) const;
  // All hits of all rules, as Network::Match gives them.
  Outcome Match(const rule::RuleSet& rules) const;

  const Places& places() const { return places_; }
  const LeafContext& leaves() const { return leaves_; }

 private:
  Value Leaf(const rule::Condition& leaf, const Context& context, const rule::Rule* rule) const;
  Value Junction(const rule::Condition& condition, const Context& context,
                 const rule::Rule* rule) const;
  Value Count(const rule::Condition& condition, const Context& context,
              const rule::Rule* rule) const;
  Value Sequence(const rule::Condition& condition, const Context& context,
                 const rule::Rule* rule) const;
  Value EachPlace(const rule::Condition& condition, const std::vector<model::Place>& places,
                  const Context& context, const rule::Rule* rule) const;
  Value InRegion(const rule::Condition& condition, const std::vector<model::Place>& region,
                 const Context& context, const rule::Rule* rule) const;
  Value Unless(const rule::Condition& condition, const Context& context,
               const rule::Rule* rule) const;
  Value Same(const rule::Condition& condition, const Context& context,
             const rule::Rule* rule) const;
  Value Compare(const rule::Condition& condition, const Context& context,
                const rule::Rule* rule) const;
  Readings Chains(const std::vector<Readings>& stages, int limit) const;
  Readings Join(const std::vector<std::vector<Finding>>& parts,
                const rule::Condition& condition) const;
  Readings Words(const rule::Condition& leaf) const;
  bool Keeps(const Reading& reading, const rule::Condition& leaf, const Context& context) const;
  void AddHit(const rule::Rule& rule, size_t index, int company, const Value& when,
              std::vector<std::string> unsure, Outcome* outcome) const;

  void FindStarts();

  const Subject& subject_;
  Places places_;
  Starts starts_;
  LeafContext leaves_;
};

}  // namespace tellwire::match
