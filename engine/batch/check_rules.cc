#include "batch/check_rules.h"

#include "match/network.h"
#include "rule/check.h"

namespace tellwire::batch {

std::vector<rule::Diagnostic> CheckRules(const script::LoadedRules& loaded,
                                         const model::Vocabulary& vocabulary,
                                         const CheckOptions& options) {
  rule::CheckInput input{loaded.rules(),   vocabulary,   loaded.diagnostics(), {},
                         options.articles, options.whole};
  const match::Network network(loaded.rules(), vocabulary, options.frequencies);
  for (size_t i = 0; i < loaded.rules().rules.size(); ++i) {
    const match::Anchor anchor = network.AnchorOf(i);
    input.anchors.push_back({anchor.anchored, anchor.leaves, anchor.share});
  }
  return rule::Check(std::move(input));
}

}  // namespace tellwire::batch
