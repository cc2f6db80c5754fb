// Rules as a desk has them by the thousand: phrase AND (phrase OR phrase) [AND NOT phrase], a fifth
// of them with proximity. Their phrases are drawn from the corpus, so that they are as common as
// what people write.
#pragma once

#include <cstdint>

#include "bench/corpus.h"
#include "rule/rule.h"

namespace tellwire::bench {

// A phrase is two or three words in a row of some article, or one word that stands in fewer than
// one article of twenty. The same seed gives the same rules.
rule::RuleSet GenerateRules(const Corpus& corpus, size_t count, uint64_t seed);

}  // namespace tellwire::bench
