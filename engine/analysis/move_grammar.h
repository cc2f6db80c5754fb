// How a word of movement stands to the words around it.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/reading.h"

namespace tellwire::analysis {

bool IsAuxiliary(std::string_view word);  // was, are, been, got

// "Revenue guidance cut to $5bn": a headline leaves the auxiliary out.
bool Headlined(const Reading& reading, const Move& move, const model::TokenRange& metric);

// Whether the last preposition between a noun and a metric joins them: "a drop of 5% in sales".
bool JoinedBehind(const Reading& reading, uint32_t from, uint32_t to);

// Whether a verb can have a subject before another verb: "rose and then fell", "rose, extending".
bool Follows(const Reading& reading, const Move& move);

// Whether an adjective or noun only describes the next word: "hunt for higher returns", "a growth
// strategy"; not "sales were higher on Friday", "profit showed growth of 3%".
bool IsAttributive(const Reading& reading, const Move& move);

// Whether a verb has its object right behind: "grew its revenue", "raised full-year sales".
bool HasMetricBehind(const Reading& reading, const Move& move);

// Whether a word that says that nothing moved is said of something: "sales were stable", "held
// steady", "shares flat at $5"; not "to negative from stable", "to make growth more stable".
bool IsSaidFlat(const Reading& reading, const Move& move, const model::TokenRange& metric);

// Whether a verb in -ing stands as a noun: "in response to earlier easing".
bool IsGerund(const Reading& reading, const Move& move);

// Whether an adjective behind a metric is said of it: "sales were 3% higher", "shares closed
// higher".
bool IsPredicate(const Reading& reading, const Move& move, const model::TokenRange& metric);

// "net loss, double an earlier forecast": how many times as large as something, not what was done.
bool IsComparator(const Reading& reading, const Move& move);

// "a profit, easing concerns": behind a comma a verb in -ing that has an object of its own.
bool ActsOnOther(const Reading& reading, const Move& move);

// Whether `and` stands between two words: "cut costs and supported growth" are two things.
bool JoinsAnother(const Reading& reading, uint32_t from, uint32_t to);

// Whether a metric is what another verb moves: "reduce expenses to improve", "hit demand and
// increased the level of bad loans".
bool IsObject(const Reading& reading, const Move& move, const model::TokenRange& metric);

// Whether nothing between an act and a metric behind it begins another clause: "stepped up to make
// certain we can supply the demand".
bool ReachesObject(const Reading& reading, const Move& move, const model::TokenRange& metric);

// Whether nothing between two words parts them: no comma, no preposition, no verb.
bool IsOnePhrase(const Reading& reading, uint32_t from, uint32_t to);

// "the Third Point Ultra fund was up 6 percent": no share of whom it is named after.
bool IsFund(const Reading& reading, uint32_t name_end);

}  // namespace tellwire::analysis
