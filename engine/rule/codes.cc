#include "rule/codes.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace tellwire::rule {
namespace {

constexpr Level kError = Level::kError, kWarning = Level::kWarning;

constexpr auto kCodes = std::to_array<CodeEntry>({
    {code::kSyntax, "syntax", kError, "The file is no valid Lua."},
    {code::kFileFailed, "file_failed", kError, "The file raised an error while it was loaded."},
    {code::kUnknownKey, "unknown_key", kError, "A table has a key that nothing reads."},
    {code::kWrongType, "wrong_type", kError, "A value is of the wrong kind."},
    {code::kMissingKey, "missing_key", kError, "Something that is needed is not there."},
    {code::kBareString, "bare_string", kError, "A bare text stands where a condition is wanted."},
    {code::kCompared, "compared_conditions", kError, "Conditions are compared with `==` or `<`."},
    {code::kBinaryTilde, "binary_tilde", kError, "`~` stands between two conditions."},
    {code::kUndefinedGlobal, "undefined_global", kError, "A name is used that nobody defined."},
    {code::kUnreached, "unreached_condition", kError,
     "A condition was made that no rule reaches; `and`, `or` and `not` lose one silently."},
    {code::kNameTwice, "name_twice", kError, "Two clauses of a rule have one name."},
    {code::kReservedName, "reserved_name", kError,
     "A clause has a name that means something else."},
    {code::kDuplicateId, "duplicate_id", kError, "Two rules have one id."},
    {code::kBadId, "bad_id", kError, "A rule's id is not of the form `pack.name`."},
    {code::kBadPattern, "bad_pattern", kError, "A regular expression does not compile."},
    {code::kBadPhrase, "bad_phrase", kError, "A phrase cannot be read."},
    {code::kUnknownValue, "unknown_value", kError, "A word is none of those that the key takes."},
    {code::kUnknownMetric, "unknown_metric", kError, "No lexicon has the metric."},
    {code::kUnknownCompany, "unknown_company", kWarning, "No lexicon has the company."},
    {code::kUnknownList, "unknown_list", kError, "There is no such file in rules/lists."},
    {code::kUnknownTheme, "unknown_theme", kError, "No lexicon has the theme."},
    {code::kUnknownEvent, "unknown_event", kError, "There is no such coarse event type."},
    {code::kUnknownSector, "unknown_sector", kError, "No company has the sector."},
    {code::kUnknownClause, "unknown_clause", kError, "A clause is named that the rule has not."},
    {code::kUnknownField, "unknown_field", kError, "A field is named that the clause has not."},
    {code::kBadTemplate, "bad_template", kError, "A title's template cannot be read."},
    {code::kEmptyRange, "empty_range", kError, "No number lies between the limits."},
    {code::kNeedsUnit, "needs_unit", kError, "A limit needs a unit to mean something."},
    {code::kHandlerState, "handler_state", kError, "A handler holds what cannot be frozen."},
    {code::kLoadLimit, "load_limit", kError, "The file reached a limit while it was loaded."},
    {code::kUnanchored, "unanchored", kWarning,
     "Nothing must be there for the rule to be true: it is evaluated on every article."},
    {code::kImpossible, "impossible", kError, "The condition can never be true."},
    {code::kAlwaysTrue, "always_true", kWarning, "The condition is true of every article."},
    {code::kCommonAnchor, "common_anchor", kWarning,
     "What wakes the rule stands in many articles of your corpus."},
    {code::kNoExamples, "no_examples", kError,
     "A rule needs an example that fires and a silent one."},
    {code::kNobodysFacts, "nobodys_facts", kWarning,
     "Facts are asked for without saying whose they must be."},
    {code::kExceptionForNoRule, "exception_for_no_rule", kError, "An exception names no rule."},
    {code::kExceptionExpired, "exception_expired", kWarning, "An exception is no longer in force."},
    {code::kUnusedList, "unused_list", kWarning, "No rule uses the list."},
    {code::kBadListEntry, "bad_list_entry", kError, "A line of a list is no phrase."},
    {code::kNoFalseAlerts, "no_false_alerts", kWarning, "A rule does not state its false alerts."},
    {code::kCasesForNoRule, "cases_for_no_rule", kError, "Examples name no rule."},
    {code::kNoModule, "no_module", kError, "What is required cannot be found in the pack."},
    {code::kNoLiteral, "no_literal", kWarning, "A pattern has no literal part that could wake it."},
    {code::kUnknownRule, "unknown_rule", kWarning, "`fired` names no rule."},
    {code::kUselessAllow, "useless_allow", kWarning, "A comment silences nothing."},
});

}  // namespace

std::span<const CodeEntry> Codes() { return kCodes; }

const CodeEntry& EntryOf(std::string_view sought) {
  const auto found = std::find_if(kCodes.begin(), kCodes.end(),
                                  [&](const CodeEntry& entry) { return entry.code == sought; });
  assert(found != kCodes.end());
  return *found;
}

}  // namespace tellwire::rule
