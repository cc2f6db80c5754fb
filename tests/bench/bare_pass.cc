#include "bench/bare_pass.h"

#include "text/document.h"

namespace tellwire::bench {

void WordSet::Add(uint64_t word) {
  uint64_t at = word & kMask;
  while (slots_[at] != 0 && slots_[at] != word) at = (at + 1) & kMask;
  slots_[at] = word;
}

BarePass::BarePass(const Corpus& corpus) : corpus_(corpus) {
  constexpr size_t kEvery = 53;
  size_t seen = 0, drawn = 0;
  for (const ReadyArticle& ready : corpus.articles) {
    for (const model::Token& token : ready.analysis.text.tokens) {
      if (++seen % kEvery != 0 || drawn == WordSet::kMost) continue;
      words_.Add(token.word);
      ++drawn;
    }
  }
}

size_t BarePass::Run() {
  size_t found = 0;
  for (const ReadyArticle& ready : corpus_.articles) {
    for (const std::string* text : {&ready.article.title, &ready.article.text}) {
      text::Tokenise(*text, &document_);
      for (const model::Token& token : document_.tokens) found += words_.Has(token.word);
    }
  }
  return found;
}

}  // namespace tellwire::bench
