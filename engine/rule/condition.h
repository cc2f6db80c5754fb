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
  kRecent,
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
  std::string written;             // its bytes in the phrase: what :exact() compares
  std::string gap;                 // the bytes between it and the word before; "" for the first
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

// A test of one field of a fact, promise, company, quantity ... Which fields there are, and which
// of them have a member of their own in Condition, stands in rule/fields.h. The names of a
// subject's filter are a test of `name`.
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
//
//   leaf         members
//   phrase       phrases (any of them); exact_text for :exact()
//   list         words = {name}, phrases = its entries with their dates
//   regex        regex
//   fact         fields, modalities, exact_metric. Fields: metric company ticker segment kind value
//                unit qualifier change change_unit change_basis prior consensus surprise_amount
//                growth_class streak_quarters direction surprise period period_text negated
//                attribution flags in_title
//   promise      as fact, and operator target deadline state
//   company      words = names or tickers; fields: list sector role relevance kind
//   event theme source language    words (globs); theme: bound on its score
//   quantity     fields: unit qualifier; bound on the value
//   impact       bound
//   sentiment    bound; words = {of}; fields: label (word), mixed (flag)
//   published    within; fields: since, until (kWords with one ISO day, inclusive)
//   stated       fields: sentiment themes tickers (words), score impact (bounds)
//   fired        words = {rule, a glob}; within
//   price        within = the window; bound, in percent          portfolio   bound, 0..1
//   compare      left, right: "clause.field"; relation: < <= > >= == ~=
//   combinators  children; number = n; count: children[0], bound
//   scopes       children[0]; section, outside: words = {glob}; same: words = {"period"}, the parts
//                are the members of children[0] where that is `all`; unless: children {c, d}
struct Condition {
  Op op = Op::kAll;
  std::string name;  // of the clause; empty: none
  Where where;       // in the rule file

  std::vector<ConditionPtr> children;

  std::vector<PhrasePattern> phrases;
  bool exact_text = false;
  std::optional<text::Pattern> regex;
  std::vector<FieldTest> fields;
  // fact, promise: the modalities accepted ("any": all seven of them). Empty: the safe default of
  // each fact's own metric. A fact is also wanted un-negated unless a test of `negated` stands in
  // `fields`.
  std::vector<model::Modality> modalities;
  bool exact_metric = false;  // the metric itself, not its family

  std::vector<std::string> words;
  int number = 0;
  Bound bound;
  int64_t within = 0;  // seconds; 0: no limit
  std::string left, right, relation;
};

// The condition in rule syntax, for people: `near(5, phrase "price", phrase "war")`. One line.
std::string ToString(const Condition& condition);

// Equal for conditions that mean the same node: all that decides, without places and, unless asked
// for, without names. Children of `all`, `any` and `none` keep their order.
enum class Names { kLeftOut, kKept };
std::string Canonical(const Condition& condition, Names names = Names::kLeftOut);

}  // namespace tellwire::rule
