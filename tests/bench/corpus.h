// The articles that a benchmark runs on, ready taken apart.
#pragma once

#include <string>
#include <vector>

#include "match/word_frequencies.h"
#include "model/analysis.h"
#include "model/article.h"

namespace tellwire::bench {

struct ReadyArticle {
  model::Article article;
  model::Analysis analysis;  // words, blocks and sentences only
};

struct Corpus {
  std::vector<ReadyArticle> articles;
  match::WordFrequencies frequencies;
  size_t bytes = 0;
};

// Reads a file or folder of articles (any form that `index` reads). Ends the program where there is
// nothing to read.
Corpus ReadCorpus(const std::string& path);

// Takes `--articles FILE` out of the arguments; `corpus` where it is not there.
std::string TakeArticlesArgument(int* argc, char** argv);

}  // namespace tellwire::bench
