// Whether a phrase stands at a place of a text, word by word.
#pragma once

#include <string_view>

#include "model/document.h"
#include "rule/condition.h"

namespace tellwire::match {

// Whether a word is what the pattern asks for: itself, one that begins so, or one of its forms.
bool IsWord(const rule::WordPattern& pattern, const model::Document& document,
            const model::Token& token);

// For :exact(): whether the words from token `first` on, and what stands between them, are the
// phrase's own bytes (a run of white space equals any other: texts are wrapped).
// REQUIRES: the words themselves match and lie within the document.
bool IsWrittenSo(const rule::PhrasePattern& phrase, const model::Document& document,
                 std::string_view text, size_t first);

// The part of a clause name and field in "clause.field".
struct ClauseField {
  std::string_view clause, field;
};
ClauseField SplitClauseField(std::string_view written);

}  // namespace tellwire::match
