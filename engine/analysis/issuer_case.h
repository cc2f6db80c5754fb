// How the words of a name are written: capitals, what stands between them, and how much a capital
// letter says in a sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/passage.h"

namespace tellwire::analysis {

// How a sentence is written.
enum class CaseStyle : uint8_t {
  kProse,     // a capital in its middle means a name
  kHeadline,  // Most Words Begin With a Capital: it means nothing
  kUpper,     // ALL CAPITALS: it means nothing at all
};

// Begins with one, or with a digit.
inline bool IsCapital(const Passage& passage, uint32_t token) {
  return passage.Looks(token, kCapital);
}
bool IsAllUpper(const Passage& passage, uint32_t token);  // at least two letters, none lower-case

// What stands between a token and the one behind it.
std::string_view GapAfter(const Passage& passage, uint32_t token);

// Whether nothing but space or a hyphen stands there.
bool JoinsNext(const Passage& passage, uint32_t token);

// Whether `'s`, or an apostrophe behind an s, stands behind the token; and how many tokens that is.
bool IsPossessive(const Passage& passage, uint32_t last_token);

CaseStyle StyleOf(const Passage& passage, const model::Sentence& sentence);

}  // namespace tellwire::analysis
