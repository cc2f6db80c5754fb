// Every problem that can be said about a rule, with its stable code. A code never changes its
// meaning; one that is no longer given stays reserved. Each has a golden file in tests/golden.
#pragma once

#include <span>
#include <string_view>

#include "rule/diagnostic.h"

namespace tellwire::rule {

namespace code {
inline constexpr std::string_view kSyntax = "R001";
inline constexpr std::string_view kFileFailed = "R002";
inline constexpr std::string_view kUnknownKey = "R003";
inline constexpr std::string_view kWrongType = "R004";
inline constexpr std::string_view kMissingKey = "R005";
inline constexpr std::string_view kBareString = "R006";
inline constexpr std::string_view kCompared = "R007";
inline constexpr std::string_view kBinaryTilde = "R008";
inline constexpr std::string_view kUndefinedGlobal = "R009";
inline constexpr std::string_view kUnreached = "R010";
inline constexpr std::string_view kNameTwice = "R011";
inline constexpr std::string_view kReservedName = "R012";
inline constexpr std::string_view kDuplicateId = "R013";
inline constexpr std::string_view kBadId = "R014";
inline constexpr std::string_view kBadPattern = "R015";
inline constexpr std::string_view kBadPhrase = "R016";
inline constexpr std::string_view kUnknownValue = "R017";
inline constexpr std::string_view kUnknownMetric = "R018";
inline constexpr std::string_view kUnknownCompany = "R019";
inline constexpr std::string_view kUnknownList = "R020";
inline constexpr std::string_view kUnknownTheme = "R021";
inline constexpr std::string_view kUnknownEvent = "R022";
inline constexpr std::string_view kUnknownSector = "R023";
inline constexpr std::string_view kUnknownClause = "R024";
inline constexpr std::string_view kUnknownField = "R025";
inline constexpr std::string_view kBadTemplate = "R026";
inline constexpr std::string_view kEmptyRange = "R027";
inline constexpr std::string_view kNeedsUnit = "R028";
inline constexpr std::string_view kHandlerState = "R029";
inline constexpr std::string_view kLoadLimit = "R030";
inline constexpr std::string_view kUnanchored = "R031";
inline constexpr std::string_view kImpossible = "R032";
inline constexpr std::string_view kAlwaysTrue = "R033";
inline constexpr std::string_view kCommonAnchor = "R034";
inline constexpr std::string_view kNoExamples = "R035";
inline constexpr std::string_view kNobodysFacts = "R036";
inline constexpr std::string_view kExceptionForNoRule = "R037";
inline constexpr std::string_view kExceptionExpired = "R038";
inline constexpr std::string_view kUnusedList = "R039";
inline constexpr std::string_view kBadListEntry = "R040";
inline constexpr std::string_view kNoFalseAlerts = "R041";
inline constexpr std::string_view kCasesForNoRule = "R042";
inline constexpr std::string_view kNoModule = "R043";
inline constexpr std::string_view kNoLiteral = "R044";
inline constexpr std::string_view kUnknownRule = "R045";
inline constexpr std::string_view kUselessAllow = "R046";
}  // namespace code

struct CodeEntry {
  std::string_view code;
  std::string_view name;  // of its golden file: `unknown_key`
  Level level;
  std::string_view meaning;  // one sentence
};

// All codes in order.
std::span<const CodeEntry> Codes();

// REQUIRES: a code of the table.
const CodeEntry& EntryOf(std::string_view code);

}  // namespace tellwire::rule
