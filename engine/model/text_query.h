// A full-text query as a tree: built by text/ (a person's) or match/ (a retro-hunt's), run by
// store/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "base/time.h"

namespace tellwire::model {

struct TextQuery;
using TextQueryPtr = std::shared_ptr<const TextQuery>;

struct TextQuery {
  enum class Op {
    kWord,    // words[0]; stemmed unless `exact`
    kPhrase,  // words in a row, never stemmed
    kPrefix,  // words[0] is the beginning of a word
    kNear,    // children (words or phrases) within `distance` words (adjacent words are 1 apart)
    kAnd,
    kOr,
    kNot,    // kNot has one child
    kTitle,  // one child, looked for in the title only
    kCompany,
    kSource,  // words[0]: the name asked for
    kSince,
    kUntil,  // `time`
    kAll,    // everything (an empty query)
  };
  Op op = Op::kAll;
  std::vector<std::string> words;  // folded as unicode61 folds them
  std::vector<TextQueryPtr> children;
  bool exact = false;
  int distance = 0;
  Timestamp time;
  Span where;  // in the query as typed
};

}  // namespace tellwire::model
