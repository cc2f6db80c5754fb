// What beat or missed? The metric between the verb and what was expected ("missed profit
// forecasts"), the one behind it ("topped estimates for revenue", "beat on revenue"), else the one
// before it ("profit fell short"). Shares beat nothing. Without a metric the results did.
#include <algorithm>
#include <limits>

#include "analysis/attach.h"

namespace tellwire::analysis {
namespace {

constexpr double kForbidden = std::numeric_limits<double>::infinity();
constexpr double kLimit = 13;
constexpr double kParenthetic = 5;     // how much nearer a metric is to what a comma parts from it
constexpr uint32_t kPronounReach = 6;  // words from "That was" to the surprise
constexpr uint32_t kOpeningReach = 4;  // words from the start of a clause to "below"
constexpr uint32_t kSubjectReach = 6;  // words of "the payment processor"

class SurpriseAttacher {
 public:
  SurpriseAttacher(const MetricTable& table, Reading* reading) : table_(table), r_(*reading) {}

  void Attach(SurpriseUse* surprise) {
    TakeNumbers(surprise);
    int best = -1;
    double least = kLimit;
    for (size_t i = 0; i < r_.metrics.size(); ++i) {
      const double cost = Cost(*surprise, r_.metrics[i]);
      if (cost < least) {
        least = cost;
        best = static_cast<int>(i);
      }
    }
    if (best < 0) best = Repeated(*surprise);
    surprise->metric = best >= 0 ? best : ImplyResults(*surprise);
  }

 private:
  double Cost(const SurpriseUse& surprise, const MetricUse& use) const {
    if (IsForeign(use)) return kForbidden;
    if (use.clause != surprise.clause || IsObjectBefore(surprise, use)) return kForbidden;
    double cost = Distance(surprise.tokens, use.tokens) + (use.needs_number ? 3 : 0);
    for (const SurpriseUse& other : r_.surprises) {
      if (&other == &surprise) continue;
      const uint32_t from = std::min(surprise.tokens.end, use.tokens.end);
      const uint32_t to = std::max(surprise.tokens.begin, use.tokens.begin);
      if (other.tokens.begin >= from && other.tokens.end <= to) cost += 5;
    }
    if (Overlap(surprise.tokens, use.tokens)) return use.needs_number ? kForbidden : 0;
    if (use.tokens.end <= surprise.tokens.begin)
      return IsParenthetic(surprise) ? 1 + cost / kParenthetic : cost;
    return CostBehind(surprise, use, cost);
  }

  // "Nike raised its dividend and beat estimates": who raised it beat them, not the dividend.
  bool IsObjectBefore(const SurpriseUse& surprise, const MetricUse& use) const {
    if (use.implied || use.tokens.end + 1 != surprise.tokens.begin) return false;
    if (r_.passage->WordAt(use.tokens.end) != "and" || use.tokens.begin == r_.tokens.begin)
      return false;
    const std::string_view before = r_.passage->WordAt(use.tokens.begin - 1);
    if (before != "its" && before != "a" && before != "the") return false;
    const SentenceClause& clause = r_.passage->clauses[use.clause];
    return use.tokens.begin > clause.tokens.begin + 1 && clause.company >= 0;
  }

  // ", beating expectations", ", below the consensus", ", and topped forecasts", "and missing
  // forecasts": it speaks of all that was told before.
  bool IsParenthetic(const SurpriseUse& surprise) const {
    if (surprise.kind == SurpriseKind::kAlone) return false;
    for (uint32_t at = surprise.tokens.begin;
         at > r_.tokens.begin && at + 2 > surprise.tokens.begin; --at) {
      if (r_.passage->HasSign(at, kComma)) return true;
      const std::string_view before = r_.passage->WordAt(at - 1);
      if (before == "and")
        return r_.passage->HasSign(at - 1, kComma) || r_.passage->WordAt(at).ends_with("ing");
      if (!before.ends_with("ly")) return false;
    }
    return false;
  }

  double CostBehind(const SurpriseUse& surprise, const MetricUse& use, double cost) const {
    if (IsSplit(surprise)) return kForbidden;
    if (surprise.expectation >= 0) {
      const model::TokenRange& e = r_.expectations[static_cast<size_t>(surprise.expectation)];
      if (use.tokens.begin < e.end) return 0;
      const std::string_view joint =
          e.end < r_.tokens.end ? r_.passage->WordAt(e.end) : std::string_view();
      if ((joint == "for" || joint == "on" || joint == "of" || joint == "in") &&
          use.tokens.begin <= e.end + 6)
        return 1;
    }
    if (surprise.tokens.end < r_.tokens.end) {
      const std::string_view joint = r_.passage->WordAt(surprise.tokens.end);
      if (joint == "on" || joint == "for" || joint == "in" || joint == "with") return cost / 2;
    }
    return surprise.kind == SurpriseKind::kIdiom && cost <= 2 ? cost : cost + 2;
  }

  // "by two cents", "a cent shy of": how much; "estimates of $1.20": what was expected.
  void TakeNumbers(SurpriseUse* surprise) {
    const int before = r_.QuantityUntil(surprise->tokens.begin);
    if (surprise->kind == SurpriseKind::kThan && before >= 0 && IsAmount(before, *surprise))
      Take(before, &surprise->amount, NumberRole::kAmount);
    uint32_t end = surprise->tokens.end;
    if (surprise->expectation >= 0)
      end = std::max(end, r_.expectations[static_cast<size_t>(surprise->expectation)].end);
    const uint32_t last = std::min(r_.passage->clauses[surprise->clause].tokens.end, end + 8);
    std::string_view link;
    for (uint32_t at = surprise->tokens.end; at < last; ++at) {
      const std::string_view word = r_.passage->WordAt(at);
      if (word == "by" || word == "of" || word == "for" || word == "at") link = word;
      const int quantity = r_.QuantityFrom(at);
      if (quantity < 0 || r_.Number(quantity).role != NumberRole::kFree) continue;
      if (CountsForecasters(r_.Quantity(quantity).quantity.unit)) return;
      if (link == "by" && surprise->amount < 0) {
        Take(quantity, &surprise->amount, NumberRole::kAmount);
      } else if ((at < end || (link == "of" && at >= end)) && surprise->consensus < 0) {
        Take(quantity, &surprise->consensus, NumberRole::kConsensus);
      } else {
        return;
      }
      at = r_.Quantity(quantity).tokens.end - 1;
    }
  }

  // "a survey of 23 analysts": how many were asked is not what they expected.
  static bool CountsForecasters(std::string_view unit) {
    return unit == "analysts" || unit == "economists" || unit == "brokers" || unit == "brokerages";
  }

  // "a cent shy of"; not "came in at $9.1 billion, above".
  bool IsAmount(int quantity, const SurpriseUse& surprise) {
    if (r_.Number(quantity).role != NumberRole::kFree) return false;
    const QuantityHit& hit = r_.Quantity(quantity);
    const Span gap{hit.quantity.place.span.end, surprise.span.begin};
    if (gap.Of(r_.passage->text).find(',') != std::string_view::npos) return false;
    if (hit.tokens.begin == r_.tokens.begin) return true;
    const std::string_view link = r_.passage->WordAt(hit.tokens.begin - 1);
    return link != "of" && link != "at" && link != "to";
  }

  void Take(int quantity, int* slot, NumberRole role) {
    *slot = quantity;
    r_.Number(quantity).role = role;
  }

  // Whether the clause names who did it, before it is said.
  bool SubjectBefore(const SurpriseUse& surprise) const {
    for (uint32_t i = r_.first_issuer; i < r_.last_issuer; ++i) {
      const IssuerHit& hit = r_.passage->issuers[i];
      if (hit.eligible() && !hit.competitor && r_.ClauseOf(hit.tokens.begin) == surprise.clause &&
          hit.tokens.end <= surprise.tokens.begin)
        return true;
    }
    // "it beat estimates but cut guidance": the next clause goes on with the same subject.
    const SentenceClause& clause = r_.passage->clauses[surprise.clause];
    if (surprise.clause == r_.first_clause) return false;
    // "but better-than-expected data" is said of what stands behind it.
    const std::string_view words = surprise.span.Of(r_.passage->text);
    if (words.find("-than-") != std::string_view::npos) return false;
    return clause.tokens.begin + 1 >= surprise.tokens.begin || IsDescribed(clause, surprise);
  }

  // "but the payment processor beat estimates": the company of the clause in other words.
  bool IsDescribed(const SentenceClause& clause, const SurpriseUse& surprise) const {
    const uint32_t first = clause.tokens.begin + 1;
    if (clause.opener.empty() || clause.opener == "if" || r_.passage->WordAt(first) != "the")
      return false;
    if (surprise.tokens.begin > first + kSubjectReach) return false;
    return HoldsNothing(clause.tokens.begin, surprise.tokens.begin);
  }

  // "revenue rose to $5 billion, which topped estimates", "That was below forecasts": the figure
  // that was told last.
  int Repeated(const SurpriseUse& surprise) {
    const SentenceClause& clause = r_.passage->clauses[surprise.clause];
    const uint32_t from = surprise.tokens.begin - clause.tokens.begin;
    const bool opens = surprise.clause > r_.first_clause && from <= kOpeningReach &&
                       surprise.kind == SurpriseKind::kThan && OpensPlainly(clause, surprise);
    if (!opens && (!OpensWithPronoun(clause) || from > kPronounReach)) return Continued(surprise);
    for (size_t i = r_.metrics.size(); i-- > 0;) {
      const MetricUse& use = r_.metrics[i];
      if (use.implied || use.clause >= surprise.clause || IsForeign(use)) continue;
      return Repeat(use, surprise);
    }
    const bool first = surprise.clause == r_.first_clause;
    return first && r_.before ? Repeat(*r_.before, surprise) : -1;
  }

  // ", but some way below the forecast": nothing of its own stands before the comparison.
  bool OpensPlainly(const SentenceClause& clause, const SurpriseUse& surprise) const {
    if (!clause.opener.empty() && clause.opener != "but" && clause.opener != "though") return false;
    // "a penny above the forecast" holds the amount.
    for (uint32_t at = clause.tokens.begin; at < surprise.tokens.begin; ++at) {
      if (r_.IssuerUntil(at + 1) >= 0) return false;
    }
    return true;
  }

  // Whether neither a name nor a number ends between two words.
  bool HoldsNothing(uint32_t from, uint32_t until) const {
    for (uint32_t at = from; at < until; ++at) {
      if (r_.IssuerUntil(at + 1) >= 0 || r_.QuantityUntil(at + 1) >= 0) return false;
    }
    return true;
  }

  // "Revenue fell 2 percent but topped estimates", "sales rose, but they missed forecasts": the
  // clause goes on with the subject of the one before, if that is a metric.
  int Continued(const SurpriseUse& surprise) {
    if (surprise.clause == r_.first_clause || surprise.expectation < 0) return -1;
    // "but better-than-expected data": no verb.
    if (surprise.kind == SurpriseKind::kIdiom &&
        r_.passage->WordAt(surprise.tokens.end - 1).ends_with("ed"))
      return -1;
    const SentenceClause& clause = r_.passage->clauses[surprise.clause];
    if (clause.opener != "but" && clause.opener != "though" && clause.opener != "although")
      return -1;
    uint32_t at = clause.tokens.begin + 1;
    const bool they = r_.passage->WordAt(at) == "they";
    if (they) ++at;
    while (at < surprise.tokens.begin &&
           (r_.passage->WordAt(at).ends_with("ly") || r_.passage->WordAt(at) == "still"))
      ++at;
    if (at != surprise.tokens.begin) return -1;
    for (const MetricUse& use : r_.metrics) {
      if (use.implied || use.clause + 1 != surprise.clause || IsForeign(use)) continue;
      if (they && !r_.passage->WordAt(use.tokens.end - 1).ends_with("s")) return -1;
      return IsSubject(use) ? Repeat(use, surprise) : -1;
    }
    return -1;
  }

  // Whether a metric stands before the first move of its clause.
  bool IsSubject(const MetricUse& use) const {
    for (const Move& move : r_.moves) {
      if (move.clause == use.clause) return move.tokens.begin >= use.tokens.end;
    }
    return false;
  }

  int Repeat(MetricUse use, const SurpriseUse& surprise) {
    use.tokens = {surprise.tokens.begin, surprise.tokens.begin};
    use.span = {};
    use.clause = surprise.clause;
    use.implied = true;
    use.needs_number = use.guided = false;
    r_.metrics.push_back(std::move(use));
    return static_cast<int>(r_.metrics.size()) - 1;
  }

  bool IsForeign(const MetricUse& use) const {
    return use.metric == table_.share_price || use.metric == table_.commodity_metric ||
           table_.metrics[use.metric].metric.metric_class == model::MetricClass::kEvent;
  }

  // "That was", "but this was", "which was"; a name before "which" is what it stands for.
  bool OpensWithPronoun(const SentenceClause& clause) const {
    for (uint32_t at = clause.tokens.begin; at < clause.tokens.end && at < clause.tokens.begin + 2;
         ++at) {
      const std::string_view word = r_.passage->WordAt(at);
      if (word == "which") return r_.IssuerUntil(clause.tokens.begin) < 0;
      if (word == "that" || word == "this") return true;
    }
    return false;
  }

  // A company that beat estimates, of nothing in particular.
  int ImplyResults(const SurpriseUse& surprise) {
    if (surprise.surprise == model::Surprise::kInline && surprise.kind == SurpriseKind::kIdiom)
      return -1;
    if (surprise.kind == SurpriseKind::kThan) return -1;
    const SentenceClause& clause = r_.passage->clauses[surprise.clause];
    if (clause.company < 0 || !SubjectBefore(surprise)) return -1;
    for (const MetricUse& use : r_.metrics) {
      if (use.clause == surprise.clause && use.metric != table_.share_price &&
          !IsObjectBefore(surprise, use))
        return -1;
    }
    MetricUse use;
    use.tokens = {surprise.tokens.begin, surprise.tokens.begin};
    use.metric = table_.results;
    use.clause = surprise.clause;
    use.implied = true;
    r_.metrics.push_back(use);
    return static_cast<int>(r_.metrics.size()) - 1;
  }

  const MetricTable& table_;
  Reading& r_;
};

}  // namespace

void AttachSurprises(const MetricTable& table, Reading* reading) {
  SurpriseAttacher attacher(table, reading);
  for (SurpriseUse& surprise : reading->surprises) attacher.Attach(&surprise);
}

}  // namespace tellwire::analysis
