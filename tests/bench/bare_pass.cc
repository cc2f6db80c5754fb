#include "bench/bare_pass.h"

#include "text/document.h"

namespace tellwire::bench {

void WordSet::Add(uint64_t word) {
  uint64_t at = word & kMask;
  while (slots_[at] != 0 && slots_[at] != word) at = (at + 1) & kMask;
  slots_[at] = word;
}

size_t BarePass::Run(const Corpus& corpus) {
  size_t found = 0;
  for (const ReadyArticle& ready : corpus.articles) {
    for (const std::string* text : {&ready.article.title, &ready.article.text}) {
      text::Tokenise(*text, &document_);
      for (const model::Token& token : document_.tokens) found += words_.Has(token.word);
    }
  }
  return found;
}

}  // namespace tellwire::bench
