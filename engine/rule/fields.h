// What may be asked of a leaf, field by field: the one table that the loader, `rule check`, the
// matcher's tests, the API page and the editor's annotations all read.
//
// A field that a rule asks for becomes a FieldTest of that name, except where `stored` says that
// it has a member of its own in Condition.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rule/condition.h"

namespace tellwire::rule {

enum class FieldKind : uint8_t {
  kWord,      // one word or name: globs, lists, `missing`, `present`, `no`
  kWordList,  // several words: matches if it contains one that is asked for
  kNumber,    // a number with a unit: { above, below, min, max, between, unit, in_currency }
  kBare,      // a number without one: a score, a count, a limit
  kFlag,      // true or false
  kDuration,  // "7d"
};

// Where the words of a field come from, so that a misspelt one can be named.
enum class Source : uint8_t {
  kFree,     // anything
  kChoice,   // one of `choices`
  kMetric,   // rules/lexicon/metrics.tsv and events.tsv
  kCompany,  // a ticker, name or alias
  kList,     // rules/lists/
  kSector,
  kTheme,
  kEvent,  // a coarse type
  kDay,    // an ISO day
  kUnit,   // ISO 4217, pct pp bp x, or a noun
};

struct Field {
  std::string_view name;
  FieldKind kind;
  Source source;
  std::string_view choices;  // of kChoice, separated by blanks
  std::string_view stored;   // the member of Condition that holds it; empty: a FieldTest
  std::string_view about;    // one sentence for the API page
};

// The fields of a leaf in the order of the documentation; none for a leaf that takes only text.
std::span<const Field> FieldsOf(Op leaf);

// nullptr: the leaf has no such field.
const Field* FindField(Op leaf, std::string_view name);

// The names of all fields of a leaf, for suggestions.
std::vector<std::string> FieldNames(Op leaf);

// The words of `choices`.
std::vector<std::string> Choices(const Field& field);

}  // namespace tellwire::rule
