#include "batch/frequencies.h"

#include "base/hash.h"
#include "store/word_counts.h"

namespace tellwire::batch {

CorpusFrequencies FrequenciesOf(store::Store& store) {
  const store::WordCounts counts = store::CountWords(store);
  CorpusFrequencies frequencies;
  frequencies.articles = counts.articles;
  frequencies.words.AddArticles(static_cast<uint64_t>(counts.articles));
  for (const auto& [word, articles] : counts.words)
    frequencies.words.AddWord(Hash64(word), static_cast<uint32_t>(articles));
  return frequencies;
}

}  // namespace tellwire::batch
