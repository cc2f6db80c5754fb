// The working memory of one thread that matches: everything that is thrown away between articles
// but whose room is kept. Stamps stand in place of clearing: what carries an older stamp is empty.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/network.h"
#include "match/presence.h"
#include "match/program.h"
#include "match/reading.h"
#include "match/tagged.h"
#include "match/word_index.h"
#include "text/utf8.h"

namespace tellwire::match {

class Network::Scratch {
 public:
  explicit Scratch(const Program& program);

  // The readings of a leaf or a join in the whole article, as a stretch of a pool; those without
  // words first, then in text order. Of the article's pool, or of the company's at hand.
  struct Kept {
    uint32_t stamp = 0;
    uint32_t first = 0, count = 0, wordless = 0;
    model::Truth truth = model::Truth::kFalse;
    bool of_article = false;
  };
  struct KeptTruth {
    uint32_t stamp = 0;
    model::Truth truth = model::Truth::kFalse;
  };
  // What the words of a source gave, whoever is the subject: a stretch of the article's pool.
  struct Words {
    uint32_t stamp = 0;
    uint32_t first = 0, count = 0;
  };
  struct Occurrence {
    model::Part part;
    uint32_t phrase, first;  // first token
  };
  // The occurrences of a list's phrases, noted while the article is read.
  struct Recorded {
    uint32_t stamp = 0;
    std::vector<Occurrence> occurrences;
  };

  // A stamp never given before. After four billion of them everything is forgotten by hand.
  uint32_t NextStamp();

  std::vector<Kept> kept;          // by slot
  std::vector<KeptTruth> truths;   // by node
  std::vector<Words> words;        // by source
  std::vector<Recorded> recorded;  // by PhraseTable::Leaf::recorder
  Readings article_pool, company_pool;
  Readings buffer;              // of one leaf while it is read
  TaggedReadings when;          // of one rule while it is asked
  std::vector<uint32_t> woken;  // by rule: the stamp of the article that woke it
  std::vector<uint32_t> candidates;
  WordIndex index;
  Presence presence;

  // The blocks' matching copies, made when a regex first asks; and which regexes may match.
  struct BlockCopy {
    model::Part part;
    Span span;
    text::Shadow shadow;
  };
  std::vector<BlockCopy> copies;
  std::vector<uint32_t>
      open_regexes;  // by regex: the stamp of the article with one of its literals
  bool copied = false, searched = false;

  // Conditions as text, for evidence: each is printed once.
  std::unordered_map<const rule::Condition*, std::string> leaf_texts;

 private:
  uint32_t last_stamp_ = 0;
};

using Scratch = Network::Scratch;

}  // namespace tellwire::match
