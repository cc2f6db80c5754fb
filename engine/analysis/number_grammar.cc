#include "analysis/number_grammar.h"

#include <algorithm>

#include "analysis/one_of.h"

namespace tellwire::analysis {
namespace {

// "an increased dividend of 12 cents", "reported reduced costs of $6 million"
bool IsParticiple(const Reading& r, uint32_t at) {
  if (at == r.tokens.begin) return false;
  std::string_view before = r.passage->WordAt(at - 1);
  if (before.ends_with("ly") && at >= r.tokens.begin + 2) before = r.passage->WordAt(at - 2);
  return before == "a" || before == "an" || before == "the" || before == "its" ||
         before.ends_with("ed");
}

}  // namespace

bool IsActedOn(const Reading& r, const MetricTable& table, const model::TokenRange& number) {
  if (number.begin < r.tokens.begin + 2 || r.passage->WordAt(number.begin - 1) != "of")
    return false;
  return std::ranges::any_of(r.moves, [&](const Move& move) {
    if (move.metric < 0 || move.level >= 0) return false;
    if (move.word->kind != MoveKind::kAct && move.word->kind != MoveKind::kBoth) return false;
    const MetricUse& use = r.metrics[static_cast<size_t>(move.metric)];
    return !use.done && use.tokens.end + 1 == number.begin && move.tokens.end <= use.tokens.begin &&
           !IsParticiple(r, move.tokens.begin) &&
           table.metrics[use.metric].metric.metric_class != model::MetricClass::kEvent;
  });
}

bool StandsBetween(std::string_view word) {
  return IsOneOf(word,
                 {"a",      "an",      "the",    "with",     "to",       "of",        "loss",
                  "losses", "profit",  "just",   "some",     "net",      "operating", "pretax",
                  "year",   "earlier", "income", "earnings", "restated", "quarterly", "about",
                  "nearly", "roughly", "around", "only"});
}

bool IsDistance(const Reading& r, const model::TokenRange& number) {
  uint32_t at = number.begin;
  for (uint32_t words = 0; words < 3 && at > r.tokens.begin; ++words) {
    const std::string_view before = r.passage->WordAt(--at);
    if (before == "by") return true;
    if (!IsOneOf(before, {"at", "least", "as", "much", "about", "around", "some", "nearly",
                          "roughly", "up", "to", "more", "than", "almost", "over"}))
      return false;
  }
  return false;
}

bool Qualifies(const Reading& r, uint32_t than) {
  return than > r.tokens.begin && IsOneOf(r.passage->WordAt(than - 1), {"more", "less", "fewer"});
}

bool IsKnownCount(const Reading& r, const QuantityHit& hit) {
  const std::string& unit = hit.quantity.unit;
  const bool currency = unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z';
  return !currency && hit.tokens.begin > r.tokens.begin &&
         r.passage->WordAt(hit.tokens.begin - 1) == "the";
}

bool IsPaid(const Reading& r, const QuantityHit& hit, const model::TokenRange& cash) {
  if (cash.begin < hit.tokens.end || cash.begin > hit.tokens.end + 1) return false;
  if (cash.end < r.tokens.end) {
    const std::string_view next = r.passage->WordAt(cash.end);
    if (IsOneOf(next, {"deal", "offer", "bid", "per", "plus"})) return true;
    if (next == "and" && cash.end + 1 < r.tokens.end &&
        IsOneOf(r.passage->WordAt(cash.end + 1), {"stock", "shares", "debt", "assumed"}))
      return true;
  }
  constexpr uint32_t kReach = 8;
  const uint32_t first = std::max(r.tokens.begin + kReach, hit.tokens.begin) - kReach;
  for (uint32_t at = hit.tokens.begin; at > first; --at) {
    const std::string_view word = r.passage->WordAt(at - 1);
    if (IsOneOf(word, {"has", "have", "had", "with", "holds", "held"})) return false;
    if (IsOneOf(word, {"for", "paid", "get", "gets", "worth"}) || word.starts_with("pay") ||
        word.starts_with("offer") || word.starts_with("receiv"))
      return true;
  }
  return false;
}

bool IsTrade(const Reading& r, uint32_t at) {
  if (r.passage->WordAt(at) == "the" || r.passage->WordAt(at) == "its") ++at;
  if (at >= r.tokens.end) return false;
  return IsOneOf(r.passage->WordAt(at), {"industry", "sector", "peers", "market", "index"});
}

bool IsPartLost(const Reading& r, const QuantityHit& hit, const MetricUse& use) {
  if (!use.loss || !use.needs_number || hit.tokens.end + 1 >= r.tokens.end) return false;
  const std::string_view joint = r.passage->WordAt(hit.tokens.end);
  if (joint != "of" && joint != "in") return false;
  // "lost $5 million in the third quarter"
  const auto period =
      std::ranges::lower_bound(r.passage->periods, hit.tokens.end, {},
                               [](const PeriodHit& place) { return place.tokens.begin; });
  if (period != r.passage->periods.end() && period->tokens.begin <= hit.tokens.end + 3)
    return false;
  // "lost $5 million in the quarter"
  const uint32_t end = std::min(r.tokens.end, hit.tokens.end + 4);
  for (uint32_t at = hit.tokens.end; at < end; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (word == "quarter" || word == "year" || word == "period" || word == "half" || word == "cash")
      return false;
  }
  return true;
}

bool IsTakenFrom(const Reading& r, const model::TokenRange& number) {
  if (number.begin <= r.tokens.begin || number.end >= r.tokens.end) return false;
  const std::string_view before = r.passage->WordAt(number.begin - 1);
  const std::string_view behind = r.passage->WordAt(number.end);
  return (before == "lost" || before == "wiped" || before == "shed" || before == "erased") &&
         (behind == "of" || behind == "off" || behind == "from");
}

bool DescribesCounted(const Reading& r, const QuantityHit& hit, const MetricUse& use) {
  return use.tokens.end < r.tokens.end && !hit.quantity.unit.empty() &&
         r.passage->WordAt(use.tokens.end) == hit.quantity.unit;
}

bool IsOfOther(const Reading& r, const QuantityHit& hit, const MetricUse& use) {
  constexpr uint32_t kNear = 2;
  if (use.tokens.end + kNear >= hit.tokens.begin || hit.tokens.end + 1 >= r.tokens.end)
    return false;
  if (r.passage->WordAt(hit.tokens.end) != "of") return false;
  const std::string_view next = r.passage->WordAt(hit.tokens.end + 1);
  return next != "which" && next != "that" && next != "it";
}

bool IsPartedBefore(const Reading& r, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    const std::string_view word = r.passage->WordAt(at);
    if (word == "and" || word == "but" || word == "through" || word == "via") return true;
    if (word == "to" && at + 1 < to) return true;  // "$1 billion to pay for restructuring costs"
    if (word == "of" && at > from && r.QuantityUntil(at) >= 0) return true;
  }
  return false;
}

}  // namespace tellwire::analysis
