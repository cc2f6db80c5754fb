// The rules of the differential test: see generator.h.
#include <functional>
#include <set>

#include "doctest/doctest.h"
#include "oracle/generator.h"

namespace tellwire::test {
namespace {

const std::vector<std::string> kPhrases = {
    "price war", "price*", "war",          "export control*", "control*", "the",
    "retire~",   "AI",     "R&D",          "chip* the",       "rose",     "fell",
    "H20*",      "U.S.",   "revenue rose", "cloud AI",        "no risk",  "retire~ chip*"};

ConditionPtr RandomList(Random* random) {
  std::vector<rule::PhrasePattern> phrases;
  const int count = random->Chance(50) ? 3 : 20;  // the long ones are found another way
  for (int i = 0; i < count; ++i) {
    phrases.push_back(rule::ParsePhrase(random->Of(kPhrases)).value());
    if (random->Chance(20)) phrases.back().until = DayOf(2025, 1, 1);
    if (random->Chance(20)) phrases.back().from = DayOf(2026, 1, 1);
  }
  return List("a_list", std::move(phrases));
}

rule::Bound RandomBound(Random* random) {
  rule::Bound bound;
  const double limit = random->Below(12) - 3;
  switch (random->Below(4)) {
    case 0:
      bound.above = limit;
      break;
    case 1:
      bound.below = limit;
      break;
    case 2:
      bound.min = limit;
      break;
    default:
      bound.max = limit;
      bound.min = limit - 4;
      break;
  }
  if (random->Chance(40)) bound.unit = random->Chance(50) ? "pp" : "USD";
  if (random->Chance(15)) bound.unit.clear(), bound.in_currency = "USD";
  return bound;
}

FieldTest RandomField(Random* random) {
  switch (random->Below(12)) {
    case 0:
      return Is("surprise", random->Chance(50) ? "miss" : "beat");
    case 1:
      return Is("direction", "up");
    case 2:
      return Within("change", RandomBound(random));
    case 3:
      return Within("value", RandomBound(random));
    case 4:
      return Flag("negated", random->Chance(50));
    case 5:
      return Is("period", "FQ*");
    case 6:
      return Missing("period");
    case 7:
      return Present("segment");
    case 8:
      return No(Is("segment", "cloud"));
    case 9:
      return Is("flags", "guidance_*");
    case 10:
      return Within("streak_quarters", Above(2));
    default:
      return No(Within("change", RandomBound(random)));
  }
}

ConditionPtr RandomFactLeaf(Random* random) {
  Condition fact;
  fact.op = random->Chance(75) ? Op::kFact : Op::kPromise;
  const std::vector<std::string> metrics = {"revenue", "revenue.*", "eps",
                                            "*",       "capex",     "guidance"};
  if (random->Chance(85)) fact.fields.push_back(Is("metric", random->Of(metrics)));
  for (int n = random->Below(3); n > 0; --n) fact.fields.push_back(RandomField(random));
  if (fact.op == Op::kPromise && random->Chance(30))
    fact.fields.push_back(random->Chance(50) ? Is("state", "missed") : Missing("deadline"));
  if (random->Chance(40)) {
    for (int m = 0; m < 7; ++m) {
      if (random->Chance(80)) fact.modalities.push_back(static_cast<model::Modality>(m));
    }
  }
  fact.exact_metric = random->Chance(20);
  return Share(std::move(fact));
}

ConditionPtr RandomOtherLeaf(Random* random) {
  switch (random->Below(14)) {
    case 0:
      return Leaf(Op::kCompany, {}, {random->Chance(50) ? "BABA" : "Tencent"});
    case 1:
      return Leaf(Op::kCompany, {Is("role", "primary")});
    case 2:
      return Leaf(Op::kEvent, {}, {random->Chance(50) ? "Deal" : "L*"});
    case 3:
      return Leaf(Op::kQuantity, {Is("unit", "pct"), Within("value", RandomBound(random))});
    case 4:
      return Leaf(Op::kTheme, {}, {random->Chance(50) ? "ai_*" : "pricing"});
    case 5:
      return Leaf(Op::kImpact, {}, {}, Above(0.4));
    case 6:
      return Leaf(
          Op::kSentiment, {},
          random->Chance(50) ? std::vector<std::string>{"BABA"} : std::vector<std::string>{},
          Below(0));
    case 7:
      return Leaf(Op::kSource, {}, {"Reu*"});
    case 8: {
      Condition published = *Leaf(Op::kPublished);
      published.within = 7 * 86400;
      return Share(std::move(published));
    }
    case 9:
      return Leaf(Op::kStated, {Within("score", Above(0.3))});
    case 10:
      return Leaf(Op::kFired, {}, {"other.rule"});
    case 11:
      return Leaf(Op::kPrice, {}, {}, Above(1));
    case 12:
      return Leaf(Op::kPortfolio, {}, {}, Above(0.02));
    default:
      return Leaf(Op::kLanguage, {}, {"en"});
  }
}

ConditionPtr RandomLeaf(Random* random) {
  static const std::vector<std::string> kRegexes = {
      "pri[a-z]+",     R"(\bw.r\b)", "(?i)ALIBABA|TENCENT", "[0-9]+",
      R"(\bH[12]0\b)", "(?i)chips?", "control.*s"};
  const int kind = random->Below(10);
  if (kind < 4) {
    std::vector<std::string> phrases = {random->Of(kPhrases)};
    if (random->Chance(20)) phrases.push_back(random->Of(kPhrases));
    return Phrase(phrases);
  }
  if (kind == 4) return random->Chance(50) ? Exact("AI") : Exact("R&D");
  if (kind == 5) return RandomList(random);
  if (kind == 6) return Regex(random->Of(kRegexes));
  if (kind < 9) return RandomFactLeaf(random);
  return RandomOtherLeaf(random);
}

ConditionPtr RandomCondition(Random* random, int depth);

std::vector<ConditionPtr> Members(Random* random, int depth, int count) {
  std::vector<ConditionPtr> members;
  for (int i = 0; i < count; ++i) members.push_back(RandomCondition(random, depth - 1));
  return members;
}

ConditionPtr RandomScope(Random* random, int depth) {
  const ConditionPtr child = RandomCondition(random, depth - 1);
  static const std::vector<Op> kScopes = {Op::kTitle,    Op::kLead,      Op::kSentence,
                                          Op::kSentence, Op::kParagraph, Op::kAffirmed,
                                          Op::kRecent,   Op::kCurrent,   Op::kAnywhere};
  switch (random->Below(12)) {
    case 0:
      return Over(Op::kSection, {child}, 0, {random->Chance(50) ? "risk*" : "*"});
    case 1:
      return Over(Op::kOutside, {child}, 0, {"risk*"});
    case 2:
      return Unless(child, RandomCondition(random, depth - 1));
    case 3:
    case 4: {
      static const std::vector<std::string> kWhats = {"sentence", "paragraph", "section", "period",
                                                      "segment"};
      return Same(random->Of(kWhats), All(Members(random, depth, 2)));
    }
    default:
      return Over(random->Of(kScopes), {child});
  }
}

ConditionPtr RandomCondition(Random* random, int depth) {
  if (depth <= 0 || random->Chance(25)) return RandomLeaf(random);
  switch (random->Below(12)) {
    case 0:
    case 1:
      return All(Members(random, depth, 2 + random->Below(2)));
    case 2:
    case 3:
      return Any(Members(random, depth, 2 + random->Below(2)));
    case 4:
      return Over(Op::kNone, Members(random, depth, 2));
    case 5:
      return Not(RandomCondition(random, depth - 1));
    case 6:
      return Over(Op::kAtLeast, Members(random, depth, 3), random->Below(4));
    case 7:
      return Count(RandomCondition(random, depth - 1),
                   random->Chance(70) ? Above(random->Below(3)) : Below(2));
    case 8:
      return Over(Op::kNear, Members(random, depth, random->Chance(85) ? 2 : 3),
                  1 + random->Below(6));
    case 9:
      return Over(Op::kSequence, Members(random, depth, 2 + random->Below(2)),
                  1 + random->Below(6));
    default:
      return RandomScope(random, depth);
  }
}

// A table of clauses, some of them named, sometimes with a comparison of two of them.
ConditionPtr RandomWhen(Random* random) {
  if (random->Chance(40)) return RandomCondition(random, 3);
  std::vector<ConditionPtr> members = Members(random, 3, 2);
  if (random->Chance(50)) members[0] = Named("a", members[0]);
  if (random->Chance(30)) {
    members[0] = Named("a", RandomFactLeaf(random));
    members[1] = random->Chance(70) ? Named("b", RandomFactLeaf(random))
                                    : Over(Op::kAnywhere, {Named("b", RandomFactLeaf(random))});
    const std::string field = random->Chance(70) ? ".change_pct" : ".period";
    members.push_back(Compare("a" + field, random->Chance(50) ? "<" : "==", "b" + field));
  }
  return random->Chance(75) ? All(std::move(members)) : Any(std::move(members));
}

}  // namespace

rule::RuleSet RandomRules(Random* random, int count) {
  rule::RuleSet rules;
  for (int i = 0; i < count; ++i) {
    rule::Rule rule =
        MakeRule("r" + std::to_string(1000 + i), RandomWhen(random), random->Chance(50));
    if (random->Chance(10)) rule.subject.filter = {Is("role", "primary")};
    if (random->Chance(30)) rule.unless = {Named("veto", RandomCondition(random, 2))};
    if (random->Chance(30)) rule.against = {Named("doubt", RandomCondition(random, 2))};
    if (random->Chance(10)) rule.excepted = {RandomLeaf(random)};
    rules.rules.push_back(std::move(rule));
  }
  return rules;
}

TEST_CASE("generator: random rules are of every form") {
  Random random(2);
  std::set<Op> seen;
  const std::function<void(const Condition&)> visit = [&](const Condition& condition) {
    seen.insert(condition.op);
    for (const ConditionPtr& child : condition.children) visit(*child);
  };
  for (const rule::Rule& rule : RandomRules(&random, 3000).rules) visit(*rule.when);
  CHECK(seen.size() == static_cast<size_t>(Op::kAnywhere) + 1);
}

}  // namespace tellwire::test
