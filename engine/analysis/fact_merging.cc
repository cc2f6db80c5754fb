// Two facts say the same when company, metric, segment and how sure they are agree, and no slot
// that both have differs. The richest stays and lists every place. Facts are told apart by a key
// that leaves the numbers out, so that only few are compared. Tested by
// tests/analysis/facts_test.cc.
#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

#include "analysis/facts.h"

namespace tellwire::analysis {
namespace {

using model::Fact;

constexpr size_t kMostCompared = 64;  // of one key

using Key =
    std::tuple<int, std::string_view, std::string_view, model::Modality, bool, model::FactKind>;

Key KeyOf(const Fact& fact) {
  return {fact.company, fact.metric, fact.segment, fact.modality, fact.negated, fact.kind};
}

bool Near(const model::Number& a, const model::Number& b) {
  const double scale = std::max({std::abs(a.low), std::abs(b.low), 1e-12});
  return std::abs(a.low - b.low) <= 0.001 * scale && std::abs(a.high - b.high) <= 0.001 * scale;
}

template <typename T>
bool Agree(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a || !b) return true;
  return Near(*a, *b);
}

bool AgreeText(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

int Richness(const Fact& fact) {
  return (fact.value ? 4 : 0) + (fact.change ? 4 : 0) + (fact.prior ? 1 : 0) +
         (fact.consensus ? 1 : 0) + (fact.direction != model::Direction::kNone) +
         (fact.surprise != model::Surprise::kNone) + !fact.period.form.empty() +
         !fact.growth_class.empty() + (fact.streak_quarters ? 1 : 0) +
         static_cast<int>(fact.flags.size());
}

bool HasNumber(const Fact& fact) { return fact.value || fact.change; }

// What was done to a forecast: raised, cut, reaffirmed, withdrawn; "" where it is only told.
std::string_view GuidanceAct(const Fact& fact) {
  for (const std::string& flag : fact.flags) {
    if (flag.starts_with("guidance_")) return flag;
  }
  return "";
}

bool SaysTheSame(const Fact& a, const Fact& b) {
  if (GuidanceAct(a) != GuidanceAct(b)) return false;
  if (!Agree(a.value, b.value) || !Agree(a.change, b.change) || !Agree(a.prior, b.prior))
    return false;
  if (a.value && b.value && a.unit != b.unit) return false;
  if (a.change && b.change && a.change_unit != b.change_unit) return false;
  if (a.value && b.change && !a.change && !b.value) return false;
  if (b.value && a.change && !b.change && !a.value) return false;
  if (a.direction != b.direction && a.direction != model::Direction::kNone &&
      b.direction != model::Direction::kNone)
    return false;
  if (a.surprise != b.surprise && a.surprise != model::Surprise::kNone &&
      b.surprise != model::Surprise::kNone)
    return false;
  // A surprise and a movement are two statements unless they share a number.
  const bool shared = (a.value && b.value) || (a.change && b.change);
  if (!shared && (a.surprise != model::Surprise::kNone) != (b.surprise != model::Surprise::kNone))
    return false;
  // A bare direction is a repeat of a number's fact; two bare ones are, too.
  if (!shared && HasNumber(a) != HasNumber(b) &&
      (a.direction == model::Direction::kNone || a.direction != b.direction))
    return false;
  return AgreeText(a.period.form, b.period.form) && AgreeText(a.change_basis, b.change_basis) &&
         AgreeText(a.growth_class, b.growth_class);
}

// Fills what the richer fact lacks from the other, and takes over its places.
void Take(Fact* kept, const Fact& other) {
  if (kept->in_title == other.in_title) {
    // A text that says one thing a hundred thousand times must not sort a hundred thousand times.
    const bool sorted = kept->mentions.empty() || other.mentions.empty() ||
                        kept->mentions.back() < other.mentions.front();
    kept->mentions.insert(kept->mentions.end(), other.mentions.begin(), other.mentions.end());
    if (!sorted) {
      std::sort(kept->mentions.begin(), kept->mentions.end());
      kept->mentions.erase(std::unique(kept->mentions.begin(), kept->mentions.end()),
                           kept->mentions.end());
    }
  }
  if (kept->attribution.empty()) kept->attribution = other.attribution;
  if (kept->change_basis.empty()) kept->change_basis = other.change_basis;
  if (!kept->prior) kept->prior = other.prior;
  if (!kept->consensus) kept->consensus = other.consensus;
  if (!kept->surprise_amount) kept->surprise_amount = other.surprise_amount;
  if (!kept->streak_quarters) kept->streak_quarters = other.streak_quarters;
  if (kept->surprise == model::Surprise::kNone) kept->surprise = other.surprise;
  if (kept->direction == model::Direction::kNone) kept->direction = other.direction;
  if (kept->period.form.empty() && !other.period.form.empty() && kept->in_title == other.in_title) {
    kept->period = other.period;
    kept->period_text = other.period_text;
    kept->spans.period = other.spans.period;
  }
  for (const std::string& flag : other.flags) {
    const auto at = std::ranges::lower_bound(kept->flags, flag);
    if (at == kept->flags.end() || *at != flag) kept->flags.insert(at, flag);
  }
}

}  // namespace

void MergeFacts(std::vector<Fact>* facts) {
  std::map<Key, std::vector<size_t>> seen;
  std::vector<bool> gone(facts->size(), false);
  for (size_t i = 0; i < facts->size(); ++i) {
    std::vector<size_t>& same = seen[KeyOf((*facts)[i])];
    bool merged = false;
    for (size_t& j : same) {
      Fact& a = (*facts)[j];
      Fact& b = (*facts)[i];
      if (!SaysTheSame(a, b)) continue;
      // The text's place wins over the title's, else the richer fact, else the first.
      const bool later = a.in_title != b.in_title ? a.in_title : Richness(b) > Richness(a);
      if (later) {
        Take(&b, a);
        gone[j] = true;
        j = i;
      } else {
        Take(&a, b);
        gone[i] = true;
      }
      merged = true;
      break;
    }
    if (!merged && same.size() < kMostCompared) same.push_back(i);
  }
  size_t out = 0;
  for (size_t i = 0; i < facts->size(); ++i) {
    if (!gone[i]) {
      if (out != i) (*facts)[out] = std::move((*facts)[i]);
      ++out;
    }
  }
  facts->resize(out);
}

}  // namespace tellwire::analysis
