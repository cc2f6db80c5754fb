// The syntax of a phrase, as in `phrase "export control*"` and in the lines of rules/lists/.
//
//   export control*     `*` right behind a word: any ending of that word
//   retire~             `~` right behind a word: its inflections (retire retires retired retiring)
//   one-time, R&D       punctuation between words is ignored, exactly as in a text: `one time`
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/vocabulary.h"
#include "rule/condition.h"

namespace tellwire::rule {

// A phrase, or what is wrong with it: no word in it, a `*` or `~` that stands behind no word or
// inside one. `where.column` counts from the first byte of the phrase; the caller adds the file.
Result<PhrasePattern> ParsePhrase(std::string_view written);

// The entries of a word list, each with its dates. Lines that are no phrases are added to
// `problems` with file and line, and left out.
std::vector<PhrasePattern> PhrasesOf(const model::WordList& list, std::vector<Error>* problems);

}  // namespace tellwire::rule
