// The numbers that no movement and no surprise took: "revenue of $5 billion", "a $20 billion
// buyback", "EPS $1.64 vs $1.54 est.". The role comes from the words around the number, the metric
// by the least cost; the cheapest pairs are made first.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/attach.h"
#include "analysis/number_grammar.h"

namespace tellwire::analysis {
namespace {

constexpr double kForbidden = std::numeric_limits<double>::infinity();
constexpr double kLimit = 13;
constexpr uint32_t kComparedReach = 8;  // words from "compared" to its number
constexpr double kMillion = 1e6;
constexpr double kAlike =
    20;  // a figure and what it is compared with: at most so many times as large
constexpr double kClauseCrossed = 5, kNumberCrossed = 3, kMetricCrossed = 4;

struct Pair {
  double cost;
  size_t number;  // index into Reading::numbers
  size_t metric;
};

class ValueAttacher {
 public:
  ValueAttacher(const MetricTable& table, Reading* reading) : table_(table), r_(*reading) {}

  void AttachAll() {
    for (size_t i = 0; i < r_.numbers.size(); ++i) {
      NumberUse& number = r_.numbers[i];
      if (number.role != NumberRole::kFree) continue;
      number.role = IsPerShareOf(i) ? NumberRole::kSpent : RoleOf(number);
    }
    Assign(NumberRole::kValue);
    for (size_t i = 1; i < r_.numbers.size(); ++i) {
      if (r_.numbers[i].role == NumberRole::kSpent) TakePerShare(i);
    }
    Assign(NumberRole::kValue);
    ShareWithPlaces();
    Assign(NumberRole::kConsensus);
    Assign(NumberRole::kPrior);
  }

 private:
  const QuantityHit& Hit(const NumberUse& number) const {
    return r_.passage->quantities[number.quantity];
  }

  // An expectation noun or participle that belongs to the number: "$1.20 expected", "estimates of
  // $1.20".
  bool IsExpected(const model::TokenRange& tokens) const {
    for (const model::TokenRange& e : r_.expectations) {
      if (e.begin >= tokens.end && e.begin <= tokens.end + 1) {
        // "$5bn forecast" is what was expected; "$5bn guidance" may be, too.
        return true;
      }
      if (e.end <= tokens.begin && tokens.begin - e.end <= 3) {
        for (uint32_t at = e.end; at < tokens.begin; ++at) {
          const std::string_view word = r_.passage->WordAt(at);
          if (word != "of" && word != "for" && word != "was" && word != "were" && word != "at" &&
              word != "a" && word != "the" && word != "is")
            return false;
        }
        return true;
      }
    }
    return false;
  }

  // "compared with a net loss of $531 million": small words and what the figure is called may stand
  // between; not "compared with $18 billion at Walmart".
  bool IsCompared(const model::TokenRange& tokens) const {
    if (IsOfAnother(tokens)) return false;
    const uint32_t first = tokens.begin > r_.tokens.begin + kComparedReach
                               ? tokens.begin - kComparedReach
                               : r_.tokens.begin;
    for (uint32_t at = tokens.begin; at-- > first;) {
      const std::string_view word = r_.passage->WordAt(at);
      // "of more than 58 million tonnes" compares with nothing.
      if (word == "than" && Qualifies(r_, at)) return false;
      if (word == "from" || word == "versus" || word == "vs" || word == "against" ||
          word == "than" || word == "compared")
        return true;
      // "an improvement over a loss of 90 cents"; "over 90 cents" compares with nothing.
      if (word == "over" && at + 2 < tokens.begin) return true;
      if (!StandsBetween(word)) return false;
    }
    return false;
  }

  bool IsOfAnother(const model::TokenRange& tokens) const {
    if (tokens.end + 1 >= r_.tokens.end) return false;
    const std::string_view link = r_.passage->WordAt(tokens.end);
    if (link != "at" && link != "for") return false;
    if (IsTrade(r_, tokens.end + 1)) return true;
    for (uint32_t i = r_.first_issuer; i < r_.last_issuer; ++i) {
      const IssuerHit& hit = r_.passage->issuers[i];
      if (hit.tokens.begin == tokens.end + 1) return !hit.reference;
    }
    return false;
  }

  // "from a prior forecast of $2.79": what it said itself before.
  bool IsOwnForecast(const model::TokenRange& tokens) const {
    bool from = false, before = false;
    for (uint32_t at = tokens.begin; at > r_.tokens.begin && at + 6 > tokens.begin; --at) {
      const std::string_view word = r_.passage->WordAt(at - 1);
      before |= word == "prior" || word == "previous" || word == "earlier" || word == "previously";
      from |= word == "from" || word == "versus" || word == "than" || word == "compared";
    }
    return from && before && IsExpected(tokens);
  }

  NumberRole RoleOf(const NumberUse& number) const {
    const model::TokenRange& tokens = Hit(number).tokens;
    if (IsOwnForecast(tokens) ||
        (!Hit(number).quantity.value.is_range() && IsActedOn(r_, table_, tokens)))
      return NumberRole::kPrior;
    const bool compared = IsCompared(tokens);
    if (IsExpected(tokens) && (compared || AnotherValueBefore(number)))
      return NumberRole::kConsensus;
    return compared ? NumberRole::kPrior : NumberRole::kValue;
  }

  bool AnotherValueBefore(const NumberUse& number) const {
    for (const NumberUse& other : r_.numbers) {
      if (other.quantity >= number.quantity) return false;
      if (Hit(other).quantity.unit == Hit(number).quantity.unit &&
          (other.role == NumberRole::kValue || other.role == NumberRole::kFree))
        return true;
    }
    return false;
  }

  double Crossed(const model::TokenRange& number, const MetricUse& use) const {
    const uint32_t from = std::min(number.end, use.tokens.end);
    const uint32_t to = std::max(number.begin, use.tokens.begin);
    double cost = 0;
    for (const NumberUse& other : r_.numbers) {
      const model::TokenRange& tokens = Hit(other).tokens;
      if (tokens.begin >= from && tokens.end <= to) cost += kNumberCrossed;
    }
    for (const MetricUse& other : r_.metrics) {
      if (&other != &use && !other.implied && other.tokens.begin >= from && other.tokens.end <= to)
        cost += kMetricCrossed;
    }
    const uint32_t clause = r_.ClauseOf(number.begin);
    return cost +
           kClauseCrossed * (clause > use.clause ? clause - use.clause : use.clause - clause);
  }

  bool LevelBetween(const model::TokenRange& metric, const model::TokenRange& number) const {
    return std::ranges::any_of(r_.levels, [&](const model::TokenRange& level) {
      return level.begin >= metric.end && level.end <= number.begin;
    });
  }

  // "shares worth $6.1 million": millions are the price of no share and no ounce, but for won.
  bool IsNoPrice(const QuantityHit& hit, const MetricUse& use) const {
    const bool price = use.metric == table_.share_price || use.metric == table_.commodity_metric;
    if (price && hit.quantity.value.high >= kMillion && hit.quantity.unit != "KRW") return true;
    // An index of an economy is counted in points.
    return use.metric != table_.commodity_metric && !use.segment.empty() && use.company == -1 &&
           table_.metrics[use.metric].metric.metric_class == model::MetricClass::kPrice &&
           IsCurrencyUnit(hit.quantity.unit);
  }

  bool IsNoLevel(const QuantityHit& hit, const MetricUse& use) const {
    if (use.metric == table_.cash && IsPaid(r_, hit, use.tokens)) return true;
    const bool behind = use.tokens.end <= hit.tokens.begin && hit.quantity.unit != "pct";
    if (behind && IsKnownCount(r_, hit)) return true;
    return behind && !use.done && IsDistance(r_, hit.tokens);
  }

  double Cost(const NumberUse& number, const MetricUse& use) const {
    const QuantityHit& hit = Hit(number);
    const bool share = hit.quantity.unit == "pct" && use.done;
    if (use.implied || !(share || FitsValue(table_.metrics[use.metric], hit.quantity.unit)))
      return kForbidden;
    if (IsNoPrice(hit, use) || IsPartLost(r_, hit, use)) return kForbidden;
    if (IsNoLevel(hit, use)) return kForbidden;
    if (hit.quantity.unit == "shares" && table_.metrics[use.metric].metric.event == "SalesVolume")
      return kForbidden;
    const double distance = Distance(hit.tokens, use.tokens);
    const double crossed = Crossed(hit.tokens, use);
    // "four production contracts" are contracts.
    if (Overlap(hit.tokens, use.tokens))
      return use.tokens.end < hit.tokens.end ? kForbidden : crossed;
    if (use.tokens.end <= hit.tokens.begin) {
      if (IsOfOther(r_, hit, use)) return kForbidden;
      const double cost = LevelBetween(use.tokens, hit.tokens) ? distance / 2 : distance;
      return cost + crossed;
    }
    if (use.metric == table_.guidance && distance > 2) return kForbidden;
    if (IsTakenFrom(r_, hit.tokens) || DescribesCounted(r_, hit, use)) return kForbidden;
    if (IsPartedBefore(r_, hit.tokens.end, use.tokens.begin)) return kForbidden;
    const std::string_view joint = r_.passage->WordAt(hit.tokens.end);
    // "160 percent of GDP" is a share of it.
    if (joint == "of" && hit.quantity.unit == "pct" && !share) return kForbidden;
    if (joint == "of" || joint == "in" || joint == "for" || joint == "worth")
      return distance / 2 + crossed;
    return (distance <= 3 ? 0.5 + distance * 0.7 : distance + 4) + crossed;
  }

  bool HasValue(size_t metric) const {
    for (const NumberUse& number : r_.numbers) {
      if (number.role == NumberRole::kValue && number.metric == static_cast<int>(metric))
        return true;
    }
    return std::ranges::any_of(r_.moves, [&](const Move& move) {
      return move.metric == static_cast<int>(metric) && move.level >= 0;
    });
  }

  // What can be compared: a metric with a value or a movement of its own.
  bool HasFigure(size_t metric) const {
    return HasValue(metric) || std::ranges::any_of(r_.moves, [&](const Move& move) {
             return move.metric == static_cast<int>(metric);
           });
  }

  bool HasRole(size_t metric, NumberRole role) const {
    return std::ranges::any_of(r_.numbers, [&](const NumberUse& number) {
      return number.role == role && number.metric == static_cast<int>(metric);
    });
  }

  // What a number is to a metric: its value, or what it was before. {-1, kFree}: neither.
  std::pair<int, NumberRole> OwnerOf(const NumberUse& number) const {
    const int quantity = static_cast<int>(number.quantity);
    if (number.metric >= 0 && number.role == NumberRole::kValue)
      return {number.metric, NumberRole::kValue};
    for (const Move& move : r_.moves) {
      if (move.level == quantity) return {move.metric, NumberRole::kValue};
      if (move.prior == quantity) return {move.metric, NumberRole::kPrior};
    }
    return {-1, number.role == NumberRole::kPrior ? NumberRole::kPrior : NumberRole::kFree};
  }

  // "$1.2 billion, or $1.17 per share": the same a share.
  bool IsPerShareOf(size_t index) const {
    if (index == 0) return false;
    const QuantityHit& hit = Hit(r_.numbers[index]);
    const QuantityHit& whole = Hit(r_.numbers[index - 1]);
    if (!hit.per_share || whole.per_share || Taken(r_.numbers[index])) return false;
    if (!IsCurrencyUnit(hit.quantity.unit) || hit.quantity.unit != whole.quantity.unit)
      return false;
    const uint32_t first = hit.tokens.begin;
    return first <= whole.tokens.end + 3 && first > whole.tokens.end &&
           r_.passage->WordAt(whole.tokens.end) == "or";
  }

  // "net income of $1.2 billion, or $1.17 per share, compared with $1 billion, or 94 cents"
  void TakePerShare(size_t index) {
    NumberUse& number = r_.numbers[index];
    const auto [owner, role] = OwnerOf(r_.numbers[index - 1]);
    if (role == NumberRole::kPrior && per_share_ >= 0) {
      number.role = NumberRole::kPrior;
      number.metric = per_share_;
    } else if (owner >= 0 && role == NumberRole::kValue) {
      ImplyPerShare(static_cast<size_t>(owner), &number);
    } else {
      number.role = RoleOf(number);
    }
  }

  void ImplyPerShare(size_t owner, NumberUse* number) {
    const int metric = table_.per_share[r_.metrics[owner].metric];
    if (metric < 0) return;
    MetricUse use = r_.metrics[owner];
    use.metric = static_cast<uint32_t>(metric);
    use.tokens = {Hit(*number).tokens.begin, Hit(*number).tokens.begin};
    use.span = {};
    use.implied = true;
    use.weak = use.needs_number = use.up = use.profitable = false;
    per_share_ = static_cast<int>(r_.metrics.size());
    r_.metrics.push_back(std::move(use));
    number->role = NumberRole::kValue;
    number->metric = per_share_;
  }

  // "Profit of $4 billion at Walmart and $2 billion at Costco": the second has the same metric.
  void ShareWithPlaces() {
    for (size_t i = 1; i < r_.numbers.size(); ++i) {
      NumberUse& number = r_.numbers[i];
      const NumberUse& before = r_.numbers[i - 1];
      if (number.role != NumberRole::kValue || number.metric >= 0 || Taken(number)) continue;
      if (before.role != NumberRole::kValue || before.metric < 0) continue;
      if (Hit(number).quantity.unit != Hit(before).quantity.unit) continue;
      const int place = r_.PlaceOf(Hit(number).tokens);
      if (place < 0 || r_.PlaceOf(Hit(before).tokens) < 0) continue;
      MetricUse use = r_.metrics[static_cast<size_t>(before.metric)];
      use.tokens = {Hit(number).tokens.begin, Hit(number).tokens.begin};
      use.span = {};
      use.clause = r_.ClauseOf(use.tokens.begin);
      use.implied = true;
      use.segment.clear();
      use.company_hit = place;
      use.company = r_.passage->issuers[static_cast<size_t>(place)].company;
      number.metric = static_cast<int>(r_.metrics.size());
      r_.metrics.push_back(std::move(use));
    }
  }

  // The number of a metric's value or level, or -1.
  int FigureOf(size_t metric) const {
    for (const NumberUse& number : r_.numbers) {
      if (number.role == NumberRole::kValue && number.metric == static_cast<int>(metric))
        return static_cast<int>(number.quantity);
    }
    for (const Move& move : r_.moves) {
      if (move.metric == static_cast<int>(metric) && move.level >= 0) return move.level;
    }
    return -1;
  }

  // Figures that are compared are of one size.
  static bool AreAlike(const QuantityHit& a, const QuantityHit& b) {
    const double x = std::abs(a.quantity.value.low), y = std::abs(b.quantity.value.low);
    return x <= kAlike * y && y <= kAlike * x;
  }

  bool ComparedBetween(uint32_t from, uint32_t to) const {
    for (uint32_t at = from; at < to; ++at) {
      const std::string_view word = r_.passage->WordAt(at);
      if (word == "compared" || word == "versus" || word == "vs" || word == "against") return true;
    }
    return false;
  }

  // What a figure is compared with stands nearer to the figure than to its name.
  double CostOfFigure(const NumberUse& number, size_t metric) const {
    const int figure = FigureOf(metric);
    if (figure < 0 || static_cast<uint32_t>(figure) > number.quantity) return kForbidden;
    const MetricUse& use = r_.metrics[metric];
    if (table_.metrics[use.metric].metric.metric_class == model::MetricClass::kEvent)
      return kForbidden;
    const QuantityHit& own = r_.Quantity(figure);
    const QuantityHit& hit = Hit(number);
    if (own.quantity.unit != hit.quantity.unit || !AreAlike(own, hit)) return kForbidden;
    if (number.role == NumberRole::kPrior && !ComparedBetween(own.tokens.end, hit.tokens.begin))
      return kForbidden;
    const uint32_t from = r_.ClauseOf(own.tokens.begin), to = r_.ClauseOf(hit.tokens.begin);
    return 1 + Distance(own.tokens, hit.tokens) / 2.0 + kClauseCrossed * (to - from);
  }

  void Assign(NumberRole role) {
    std::vector<Pair> pairs;
    for (size_t n = 0; n < r_.numbers.size(); ++n) {
      if (r_.numbers[n].role != role || r_.numbers[n].metric >= 0 || Taken(r_.numbers[n])) continue;
      for (size_t m = 0; m < r_.metrics.size(); ++m) {
        if (role != NumberRole::kValue && !HasFigure(m)) continue;
        double cost = Cost(r_.numbers[n], r_.metrics[m]);
        if (role != NumberRole::kValue) cost = std::min(cost, CostOfFigure(r_.numbers[n], m));
        if (cost < kLimit) pairs.push_back({cost, n, m});
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.cost < b.cost; });
    for (const Pair& pair : pairs) {
      NumberUse& number = r_.numbers[pair.number];
      if (number.metric >= 0) continue;
      if (role == NumberRole::kValue ? HasValue(pair.metric) : HasRole(pair.metric, role)) continue;
      number.metric = static_cast<int>(pair.metric);
    }
  }

  // Whether a movement or a surprise has the number already.
  bool Taken(const NumberUse& number) const {
    const int quantity = static_cast<int>(number.quantity);
    return std::ranges::any_of(r_.moves,
                               [&](const Move& m) {
                                 return m.change == quantity || m.level == quantity ||
                                        m.prior == quantity;
                               }) ||
           std::ranges::any_of(r_.surprises, [&](const SurpriseUse& s) {
             return s.amount == quantity || s.consensus == quantity;
           });
  }

  const MetricTable& table_;
  Reading& r_;
  int per_share_ = -1;  // the last metric that was implied by an amount a share
};

}  // namespace

void AttachValues(const MetricTable& table, Reading* reading) {
  ValueAttacher(table, reading).AttachAll();
}

}  // namespace tellwire::analysis
