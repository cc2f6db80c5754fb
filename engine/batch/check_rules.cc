#include "batch/check_rules.h"

#include "match/network.h"
#include "rule/check.h"

namespace tellwire::batch {

namespace {

// The word of an anchor that stands in most articles. What facts and phrases of several words do
// is only estimated, and the sum of a long list's estimates says nothing: no reason to warn.
rule::AnchorCost CostOf(const match::Anchor& anchor, const match::WordFrequencies* frequencies) {
  rule::AnchorCost cost;
  cost.anchored = anchor.anchored;
  if (frequencies == nullptr) return cost;
  for (const rule::WordPattern& word : anchor.words) {
    const double share = frequencies->Share(word);
    if (share <= cost.share) continue;
    cost.share = share;
    cost.leaves = {"phrase \"" + word.word + "\""};
  }
  return cost;
}

}  // namespace

std::vector<rule::Diagnostic> CheckRules(const script::LoadedRules& loaded,
                                         const model::Vocabulary& vocabulary,
                                         const CheckOptions& options) {
  rule::CheckInput input{loaded.rules(),   vocabulary,   loaded.diagnostics(), {},
                         options.articles, options.whole};
  const match::Network network(loaded.rules(), vocabulary, options.frequencies);
  for (size_t i = 0; i < loaded.rules().rules.size(); ++i)
    input.anchors.push_back(CostOf(network.AnchorOf(i), options.frequencies));
  return rule::Check(std::move(input));
}

}  // namespace tellwire::batch
