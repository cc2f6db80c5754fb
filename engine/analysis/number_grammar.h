// What the words beside a number say of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/reading.h"

namespace tellwire::analysis {

// "to reduce net debt of $31 billion": what is acted on has so much; how far it will go is not
// said.
bool IsActedOn(const Reading& reading, const MetricTable& table, const model::TokenRange& number);

// Words that may stand between "compared with" and its number: "a net loss of".
bool StandsBetween(std::string_view word);

// "improve results by at least $2 billion": how far, and no level.
bool IsDistance(const Reading& reading, const model::TokenRange& number);

// "more than": the word `than` at a token is part of a number, and compares with nothing.
bool Qualifies(const Reading& reading, uint32_t than);

// "demand in the 19 markets": those that are known, and no level.
bool IsKnownCount(const Reading& reading, const QuantityHit& hit);

// "for $3 billion in cash", "a $3 billion cash deal": a price, and nothing that somebody has.
bool IsPaid(const Reading& reading, const QuantityHit& hit, const model::TokenRange& cash);

// "for the industry", "for its peers": whether the words at a token name no company, but its trade.
// REQUIRES: the token lies in the sentence.
bool IsTrade(const Reading& reading, uint32_t token);

// "lost $10 billion of its market value", "lost $7 million in fees": no result of a company.
bool IsPartLost(const Reading& reading, const QuantityHit& hit, const MetricUse& use);

// Whether a number is what was taken from something: "lost $10 billion of its market value".
bool IsTakenFrom(const Reading& reading, const model::TokenRange& number);

// "four production contracts": the metric only says what kind of contracts.
bool DescribesCounted(const Reading& reading, const QuantityHit& hit, const MetricUse& use);

// "the loss should be seen in light of $2 trillion of assets": the number is of what stands behind.
bool IsOfOther(const Reading& reading, const QuantityHit& hit, const MetricUse& use);

// Whether the words between a number and a metric behind it part them: "$16 billion, or 51 percent
// of revenue", "$700 million and erase its debt".
bool IsPartedBefore(const Reading& reading, uint32_t from, uint32_t to);

}  // namespace tellwire::analysis
