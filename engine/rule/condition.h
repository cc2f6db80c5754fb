// The native part of a rule: an immutable tree of leaves and combinators.
//
// Room `rule`: what a rule is, apart from how it is written (script/) and how it is evaluated
// (match/): the condition tree, the rule, the set of rules, and what can be said to be wrong with
// them (diagnostics).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "model/fact.h"
#include "text/pattern.h"

namespace tellwire::rule {

enum class Op : uint8_t {
  // leaves
  kPhrase,
  kList,
  kRegex,
  kFact,
  kPromise,
  kCompany,
  kEvent,
  kQuantity,
  kTheme,
  kImpact,
  kSentiment,
  kSource,
  kLanguage,
  kPublished,
  kStated,
  kFired,
  kPrice,
  kPortfolio,
  kCompare,
  // combinators
  kAll,
  kAny,
  kNone,
  kNot,
  kAtLeast,
  kCount,
  kNear,
  kSequence,
  // scopes
  kTitle,
  kLead,
  kSentence,
  kParagraph,
  kSection,
  kOutside,
  kAffirmed,
  kCurrent,
  kUnless,
  kSame,
  kAnywhere,
};

// The name in a rule file: "at_least". Leaves come first in the enum.
std::string_view ToString(Op op);
bool IsLeaf(Op op);

// One word of a phrase, folded. `export control*` is {exact "export"}, {prefix "control"}.
struct WordPattern {
  enum class Kind : uint8_t { kExact, kPrefix, kForms };
  Kind kind = Kind::kExact;
  std::string word;                // folded; of kForms: as written, folded
  std::vector<std::string> forms;  // of kForms: all inflections
  bool operator==(const WordPattern&) const = default;
};

// Words in a row.
struct PhrasePattern {
  std::vector<WordPattern> words;
  std::string written;
  std::optional<Day> from, until;  // in force between these days, inclusive (list entries)
  bool operator==(const PhrasePattern&) const = default;
};

// A test of a number. `above` and `below` are strict, `min` and `max` include their ends.
struct Bound {
  std::optional<double> above, below, min, max;
  std::string unit;         // `pct`, `pp`, `USD` ...; empty: none was given
  std::string in_currency;  // convert by the dated table; empty: no
  bool operator==(const Bound&) const = default;
};

// A test of one field of a fact, promise, company, quantity ... Which fields there are, and which of
// them have a member of their own in Condition, stands in rule/fields.h. kQuantity's limits are a
// kBound on `value`; kCompany's names (those of its lists too, aliases resolved to the canonical
// name) are `words`; a subject's filter has them as a test of `name`.
struct FieldTest {
  enum class Kind : uint8_t {
    kWords,    // equals any of `words` (globs, any case); a list field matches if it contains one
    kBound,    // the number lies within `bound`
    kFlag,     // a yes-no field equals `flag`
    kMissing,  // the field is not there
    kPresent,  // it is
  };
  std::string field;
  Kind kind = Kind::kWords;
  std::vector<std::string> words;
  Bound bound;
  bool flag = false;
  bool no = false;  // `no "ytd"`: the same fact must not meet this test
  bool operator==(const FieldTest&) const = default;
};

struct Condition;
using ConditionPtr = std::shared_ptr<const Condition>;

// What the members mean depends on `op`; what does not apply is empty. Built by script/ (or by
// tests) and never changed afterwards, so that equal conditions can be shared. Canonical(condition)
// is its identity.
struct Condition {
  Op op = Op::kAll;
  std::string name;  // of the clause; empty: none
  Where where;       // in the rule file

  std::vector<ConditionPtr> children;  // kUnless: {c, d}; kAtLeast..kSequence, scopes: in order

  std::vector<PhrasePattern> phrases;  // kPhrase, kList (those of the list)
  bool exact_text = false;             // phrase(..):exact(): the bytes as written, `words[0]` ...
  std::optional<text::Pattern> regex;  // kRegex
  std::vector<FieldTest>
      fields;  // kFact, kPromise, kCompany, kQuantity, kImpact, kSentiment, kPublished ...
  std::vector<model::Modality> modalities;  // kFact, kPromise: those accepted; empty: any
  bool exact_metric = false;                // kFact: the metric itself, not its family

  std::vector<std::string> words;  // names: list, company, event, theme, source, language, rule,
                                   // section glob, the texts of exact_text, kSame: {"sentence"}
  int number = 0;                     // n of kAtLeast, kNear, kSequence
  Bound bound;                        // kCount, kPrice, kPortfolio, kImpact, kSentiment
  int64_t within = 0;                 // seconds: kFired, kPublished, kPrice's window; 0: no limit
  std::string left, right, relation;  // kCompare: "a.change_pct", "b.change_pct", "<"
};

// The condition in rule syntax, for people: `near(5, phrase "price", phrase "war")`. One line.
std::string ToString(const Condition& condition);

// Equal for conditions that mean the same node: all that decides, without names and places.
// Children of `all`, `any` and `none` keep their order.
std::string Canonical(const Condition& condition);

}  // namespace tellwire::rule
