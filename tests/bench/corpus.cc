#include "bench/corpus.h"

#include <cstdlib>
#include <iostream>

#include "ingest/reader.h"
#include "text/document.h"

namespace tellwire::bench {

Corpus ReadCorpus(const std::string& path) {
  Corpus corpus;
  const text::LayoutTables tables;
  ingest::ArticleSource source({path}, {});
  while (auto next = source.Next()) {
    if (!*next) continue;
    ReadyArticle ready;
    ready.article = std::move(**next);
    const bool has_title = !ready.article.title.empty();
    if (has_title)
      ready.analysis.title =
          text::ReadDocument(ready.article.title, text::TextKind::kTitle, tables);
    ready.analysis.text =
        text::ReadDocument(ready.article.text, text::TextKind::kBody, tables, has_title);
    ready.analysis.sentences.resize(ready.analysis.title.sentences.size() +
                                    ready.analysis.text.sentences.size());
    corpus.frequencies.Add(ready.analysis);
    corpus.bytes += ready.article.title.size() + ready.article.text.size();
    corpus.articles.push_back(std::move(ready));
  }
  if (corpus.articles.empty()) {
    std::cerr << "no articles in " << path << ": name some with --articles FILE\n";
    std::exit(2);
  }
  return corpus;
}

std::string TakeArticlesArgument(int* argc, char** argv) {
  std::string path = "corpus";
  int kept = 1;
  for (int i = 1; i < *argc; ++i) {
    if (std::string(argv[i]) == "--articles" && i + 1 < *argc)
      path = argv[++i];
    else
      argv[kept++] = argv[i];
  }
  *argc = kept;
  return path;
}

}  // namespace tellwire::bench
