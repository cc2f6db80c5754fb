#include "analysis/number_grammar.h"

#include <algorithm>

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

bool IsTrade(const Reading& r, uint32_t at) {
  if (r.passage->WordAt(at) == "the" || r.passage->WordAt(at) == "its") ++at;
  if (at >= r.tokens.end) return false;
  const std::string_view word = r.passage->WordAt(at);
  return word == "industry" || word == "sector" || word == "peers" || word == "market" ||
         word == "index";
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
    if (word == "and" || word == "but") return true;
    if (word == "of" && at > from && r.QuantityUntil(at) >= 0) return true;
  }
  return false;
}

}  // namespace tellwire::analysis
