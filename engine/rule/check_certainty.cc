// Conditions that can never be true, or always are: by counting members, by adding up limits, and
// by finding a condition beside its own negation.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "rule/check.h"

namespace tellwire::rule {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The numbers that pass a bound.
struct Range {
  double low = -kInfinity, high = kInfinity;
  bool open_low = false, open_high = false;

  bool empty() const { return low > high || (low == high && (open_low || open_high)); }
  bool Covers(double from, double to) const {
    return (low < from || (low == from && !open_low)) && (high > to || (high == to && !open_high));
  }
};

void Cut(const Bound& bound, Range* range) {
  const auto raise = [&](double at, bool open) {
    if (at > range->low || (at == range->low && open)) range->low = at, range->open_low = open;
  };
  const auto lower = [&](double at, bool open) {
    if (at < range->high || (at == range->high && open)) range->high = at, range->open_high = open;
  };
  if (bound.above) raise(*bound.above, true);
  if (bound.min) raise(*bound.min, false);
  if (bound.below) lower(*bound.below, true);
  if (bound.max) lower(*bound.max, false);
}

// The values that a leaf of one number can have.
std::optional<Range> DomainOf(const Condition& leaf) {
  const bool plain = leaf.words.empty() && leaf.fields.empty();
  if (leaf.op == Op::kImpact || leaf.op == Op::kPortfolio) return Range{0, 1};
  if (leaf.op == Op::kSentiment && plain) return Range{-1, 1};
  return std::nullopt;
}

Judgement Never(const Condition& part, std::string reason) {
  return {Certainty::kNever, &part, std::move(reason)};
}
Judgement Always(const Condition& part, std::string reason) {
  return {Certainty::kAlways, &part, std::move(reason)};
}

Judgement JudgeLeaf(const Condition& leaf) {
  const auto domain = DomainOf(leaf);
  if (!domain) return {};
  Range range = *domain;
  Cut(leaf.bound, &range);
  if (range.empty())
    return Never(leaf, fmt::format("{} lies between {} and {}", ToString(leaf.op), domain->low,
                                   domain->high));
  Range asked;
  Cut(leaf.bound, &asked);
  // The portfolio may not know the company, so it is never certain.
  if (leaf.op != Op::kPortfolio && asked.Covers(domain->low, domain->high))
    return Always(leaf, fmt::format("every {} passes these limits", ToString(leaf.op)));
  return {};
}

// A member whose negation is a member too.
const Condition* Contradicted(const std::vector<ConditionPtr>& members) {
  for (const ConditionPtr& member : members) {
    if (member->op != Op::kNot) continue;
    const std::string denied = Canonical(*member->children[0]);
    for (const ConditionPtr& other : members) {
      if (Canonical(*other) == denied) return other.get();
    }
  }
  return nullptr;
}

// Members of `all` that ask one number for two ranges which do not meet, or one language for two.
Judgement JudgeTogether(const Condition& all) {
  for (const ConditionPtr& member : all.children) {
    const auto domain = DomainOf(*member);
    if (!domain && member->op != Op::kLanguage) continue;
    Range range = domain.value_or(Range());
    for (const ConditionPtr& other : all.children) {
      if (other->op != member->op || other->words.empty() != member->words.empty()) continue;
      if (domain && DomainOf(*other)) Cut(other->bound, &range);
      const bool globs =
          std::any_of(other->words.begin(), other->words.end(),
                      [](const std::string& word) { return word.find('*') != std::string::npos; });
      if (member->op == Op::kLanguage && !globs &&
          std::none_of(other->words.begin(), other->words.end(), [&](const std::string& word) {
            return std::any_of(member->words.begin(), member->words.end(),
                               [&](const auto& glob) { return model::MatchesGlob(word, glob); });
          }))
        return Never(*other, "an article has one language");
    }
    if (domain && range.empty())
      return Never(*member, fmt::format("no {} passes all of these limits", ToString(member->op)));
  }
  return {};
}

Judgement JudgeAll(const Condition& condition) {
  const Condition* always = nullptr;
  size_t certain = 0;
  for (const ConditionPtr& child : condition.children) {
    Judgement judgement = Judge(*child);
    if (judgement.certainty == Certainty::kNever) return judgement;
    if (judgement.certainty == Certainty::kAlways) ++certain, always = judgement.part;
  }
  if (const Condition* part = Contradicted(condition.children))
    return Never(*part, "the same condition is asked for and denied");
  Judgement together = JudgeTogether(condition);
  if (together.certainty == Certainty::kNever) return together;
  if (certain == condition.children.size() && always)
    return Always(*always, "every part is always true");
  return {};
}

Judgement JudgeAny(const Condition& condition) {
  size_t never = 0;
  Judgement last;
  for (const ConditionPtr& child : condition.children) {
    Judgement judgement = Judge(*child);
    if (judgement.certainty == Certainty::kAlways) return judgement;
    if (judgement.certainty == Certainty::kNever) ++never, last = std::move(judgement);
  }
  if (const Condition* part = Contradicted(condition.children))
    return Always(*part, "a condition or its negation is always true");
  if (never == condition.children.size() && never > 0) return last;
  return {};
}

Judgement JudgeAtLeast(const Condition& condition) {
  int possible = 0, certain = 0;
  for (const ConditionPtr& child : condition.children) {
    const Certainty certainty = Judge(*child).certainty;
    possible += certainty == Certainty::kNever ? 0 : 1;
    certain += certainty == Certainty::kAlways ? 1 : 0;
  }
  if (possible < condition.number)
    return Never(condition, fmt::format("at_least({}) of {} members", condition.number, possible));
  if (certain >= condition.number) return Always(condition, "enough members are always true");
  return {};
}

Judgement JudgeCount(const Condition& condition) {
  Range range{0, kInfinity};
  Cut(condition.bound, &range);
  if (range.empty()) return Never(condition, "no count passes these limits");
  Range asked;
  Cut(condition.bound, &asked);
  if (asked.Covers(0, kInfinity)) return Always(condition, "every count passes these limits");
  return {};
}

Judgement Swapped(Judgement judgement) {
  if (judgement.certainty == Certainty::kNever) {
    judgement.certainty = Certainty::kAlways;
  } else if (judgement.certainty == Certainty::kAlways) {
    judgement.certainty = Certainty::kNever;
  }
  return judgement;
}

// Of conditions that cannot be true unless each of their parts is.
Judgement NeverIfAnyPart(const Condition& condition) {
  for (const ConditionPtr& child : condition.children) {
    Judgement judgement = Judge(*child);
    if (judgement.certainty == Certainty::kNever) return judgement;
  }
  return {};
}

}  // namespace

Judgement Judge(const Condition& condition) {
  if (IsLeaf(condition.op)) return JudgeLeaf(condition);
  switch (condition.op) {
    case Op::kAll:
      return JudgeAll(condition);
    case Op::kAny:
      return JudgeAny(condition);
    case Op::kNone:
      return Swapped(JudgeAny(condition));
    case Op::kNot:
      return Swapped(Judge(*condition.children[0]));
    case Op::kAtLeast:
      return JudgeAtLeast(condition);
    case Op::kCount:
      return JudgeCount(condition);
    case Op::kUnless: {
      Judgement judgement = Judge(*condition.children[0]);
      return judgement.certainty == Certainty::kNever ? judgement : Judgement();
    }
    default:
      return NeverIfAnyPart(condition);
  }
}

// Only what the article's words and facts can wake counts. A scope needs what its condition needs.
bool CanBeAnchored(const Condition& condition) {
  const auto& children = condition.children;
  const auto anchored = [](const ConditionPtr& child) { return CanBeAnchored(*child); };
  switch (condition.op) {
    case Op::kRegex:
      return condition.regex && !condition.regex->RequiredLiterals().empty();
    case Op::kPhrase:
    case Op::kList:
    case Op::kFact:
    case Op::kPromise:
    case Op::kCompany:
    case Op::kEvent:
    case Op::kQuantity:
    case Op::kTheme:
    case Op::kStated:
    case Op::kCompare:
      return true;
    case Op::kAny:
      return !children.empty() && std::all_of(children.begin(), children.end(), anchored);
    case Op::kAtLeast:
      return std::count_if(children.begin(), children.end(), anchored) >
             static_cast<std::ptrdiff_t>(children.size()) - condition.number;
    case Op::kNot:
    case Op::kNone:
      return false;
    case Op::kCount: {
      Range range{0, kInfinity};
      Cut(condition.bound, &range);
      return !range.Covers(0, 0) && anchored(children[0]);
    }
    case Op::kUnless:
      return anchored(children[0]);
    default:
      return std::any_of(children.begin(), children.end(), anchored);
  }
}

}  // namespace tellwire::rule
