// Every form of condition in its own words. A value is a truth and the findings that make it
// so; what is false has none. Tested by tests/match/oracle_*_test.cc, a row for each form that must
// match and one that must not.
#include "match/oracle.h"

#include <algorithm>
#include <set>

#include "match/evidence.h"
#include "match/limits.h"
#include "match/periods.h"
#include "match/phrase_match.h"

namespace tellwire::match {

using model::And;
using model::Not;
using model::Or;
using model::Place;
using model::Truth;
using rule::Condition;
using rule::Op;

namespace {

void Append(std::vector<Oracle::Finding> more, std::vector<Oracle::Finding>* findings) {
  findings->insert(findings->end(), more.begin(), more.end());
}

// No reading is surer than the condition that it stands under.
void Limit(Truth truth, Oracle::Value* value) {
  value->truth = truth;
  if (truth == Truth::kFalse) value->findings.clear();
  for (Oracle::Finding& finding : value->findings)
    finding.reading.truth = And(finding.reading.truth, truth);
}

// The context below a filter or `anywhere`.
Oracle::Context Under(const Condition& condition, Oracle::Context context) {
  context.clause = ClauseName(condition, context.clause);
  if (condition.op == Op::kAnywhere) context.company = -1;
  context.filters = context.filters.Under(condition.op);
  return context;
}

Oracle::Value Negated(Truth truth) { return {Not(truth), {}}; }

}  // namespace

Oracle::Oracle(const Subject& subject, const model::Vocabulary& vocabulary)
    : subject_(subject), places_(subject), leaves_{subject, vocabulary, places_} {
  FindStarts();
}

Oracle::Value Oracle::Evaluate(const Condition& condition, const Context& around,
                               const rule::Rule* rule) const {
  Context context = around;
  context.clause = ClauseName(condition, around.clause);
  if (rule::IsLeaf(condition.op)) return Leaf(condition, context, rule);
  switch (condition.op) {
    case Op::kAll:
    case Op::kAny:
    case Op::kNone:
    case Op::kNot:
    case Op::kAtLeast:
      return Junction(condition, context, rule);
    case Op::kCount:
      return Count(condition, context, rule);
    case Op::kNear:
    case Op::kSequence:
      return Sequence(condition, context, rule);
    case Op::kTitle:
      return EachPlace(condition, places_.Title(), context, rule);
    case Op::kLead:
      return EachPlace(condition, places_.Lead(), context, rule);
    case Op::kSentence:
      return EachPlace(condition, places_.Sentences(), context, rule);
    case Op::kParagraph:
      return EachPlace(condition, places_.Paragraphs(), context, rule);
    case Op::kSection:
      return EachPlace(condition, places_.Sections(condition.words[0]), context, rule);
    case Op::kOutside:
      return InRegion(condition, places_.Outside(condition.words[0]), context, rule);
    case Op::kAffirmed:
    case Op::kRecent:
    case Op::kCurrent:
    case Op::kAnywhere:
      return Evaluate(*condition.children[0], Under(condition, around), rule);
    case Op::kUnless:
      return Unless(condition, context, rule);
    default:
      return Same(condition, context, rule);
  }
}

Oracle::Value Oracle::EvaluateRoot(const Condition& root, std::string_view root_name, int company,
                                   const rule::Rule* rule) const {
  Context context;
  context.company = company;
  context.clause = std::string(root_name);
  if (!IsTable(root)) return Evaluate(root, context, rule);
  // The members of the top table are clauses of their own: name them by their path.
  Condition named = root;
  named.name.clear();
  for (size_t i = 0; i < named.children.size(); ++i) {
    if (!named.children[i]->name.empty()) continue;
    Condition member = *named.children[i];
    member.name = PathName(member, root_name, i);
    named.children[i] = std::make_shared<const Condition>(std::move(member));
  }
  Value value = Evaluate(named, context, rule);
  // Findings speak of the rule's own leaves, not of the copies made here for their names.
  for (Finding& finding : value.findings) {
    for (size_t i = 0; i < named.children.size(); ++i) {
      if (finding.leaf == named.children[i].get()) finding.leaf = root.children[i].get();
    }
  }
  return value;
}

bool Oracle::Keeps(const Reading& reading, const Condition& leaf, const Context& context) const {
  if (!reading.HasWords()) return true;  // said of the article as a whole
  if (!context.everywhere &&
      std::none_of(context.region.begin(), context.region.end(), [&](const Place& place) {
        return place.part == reading.place.part && place.span.Contains(reading.place.span);
      }))
    return false;
  const bool words = leaf.op == Op::kPhrase || leaf.op == Op::kList || leaf.op == Op::kRegex;
  if (words && context.company >= 0 && !places_.SpeaksOf(reading.place, context.company))
    return false;
  return places_.Passes(reading.place, context.filters);
}

Oracle::Value Oracle::Leaf(const Condition& leaf, const Context& context,
                           const rule::Rule* rule) const {
  if (leaf.op == Op::kCompare) return Compare(leaf, context, rule);
  const bool words = leaf.op == Op::kPhrase || leaf.op == Op::kList || leaf.op == Op::kRegex;
  const Readings readings = words ? Words(leaf) : ReadLeaf(leaf, leaves_, context.company);
  Value value;
  for (const Reading& reading : readings) {
    if (!Keeps(reading, leaf, context)) continue;
    value.findings.push_back({reading, &leaf, context.clause});
    value.truth = Or(value.truth, reading.truth);
  }
  return value;
}

Oracle::Value Oracle::Junction(const Condition& condition, const Context& context,
                               const rule::Rule* rule) const {
  std::vector<Truth> truths;
  Value value;
  for (const rule::ConditionPtr& child : condition.children) {
    Value member = Evaluate(*child, context, rule);
    truths.push_back(member.truth);
    Append(std::move(member.findings), &value.findings);
  }
  Truth all = Truth::kTrue, any = Truth::kFalse;
  for (Truth truth : truths) {
    all = And(all, truth);
    any = Or(any, truth);
  }
  if (condition.op == Op::kNone || condition.op == Op::kNot) return Negated(any);
  if (condition.op == Op::kAll) Limit(all, &value);
  if (condition.op == Op::kAny) Limit(any, &value);
  if (condition.op == Op::kAtLeast) Limit(AtLeast(condition.number, truths), &value);
  return value;
}

Oracle::Value Oracle::Count(const Condition& condition, const Context& context,
                            const rule::Rule* rule) const {
  Value value = Evaluate(*condition.children[0], context, rule);
  std::set<Place> spans;
  std::set<int> facts;
  for (const Finding& finding : value.findings) {
    if (finding.reading.truth != Truth::kTrue) continue;
    if (finding.reading.fact >= 0)
      facts.insert(finding.reading.fact);
    else
      spans.insert(finding.reading.place);
  }
  const double count = static_cast<double>(spans.size() + facts.size());
  Truth truth = value.truth;
  if (count > 0 || truth == Truth::kTrue || truth == Truth::kFalse)
    truth =
        IsWithin(count, model::Qualifier::kExact, condition.bound) ? Truth::kTrue : Truth::kFalse;
  Limit(truth, &value);
  return value;
}

Oracle::Value Oracle::EachPlace(const Condition& condition, const std::vector<Place>& places,
                                const Context& context, const rule::Rule* rule) const {
  Value value;
  for (const Place& place : places) {
    Value here = InRegion(condition, {place}, context, rule);
    value.truth = Or(value.truth, here.truth);
    Append(std::move(here.findings), &value.findings);
  }
  return value;
}

Oracle::Value Oracle::InRegion(const Condition& condition, const std::vector<Place>& region,
                               const Context& around, const rule::Rule* rule) const {
  Context context = around;
  context.everywhere = false;
  if (around.everywhere) {
    context.region = region;
  } else {
    context.region.clear();
    for (const Place& outer : around.region) {
      for (const Place& inner : region) {
        const Span both = {std::max(outer.span.begin, inner.span.begin),
                           std::min(outer.span.end, inner.span.end)};
        if (outer.part == inner.part && !both.empty()) context.region.push_back({inner.part, both});
      }
    }
  }
  if (context.region.empty()) return {};
  return Evaluate(*condition.children[0], context, rule);
}

Oracle::Value Oracle::Unless(const Condition& condition, const Context& context,
                             const rule::Rule* rule) const {
  const Value unchecked = Evaluate(*condition.children[0], context, rule);
  if (unchecked.findings.empty()) return unchecked;
  Value value;
  for (const Finding& finding : unchecked.findings) {
    Truth vetoed = Truth::kFalse;
    const Places::Range sentences = places_.SentencesOf(finding.reading.place);
    for (size_t i = sentences.first; i < sentences.last; ++i) {
      Context sentence = context;
      sentence.everywhere = false;
      sentence.region = {places_.SentencePlace(i)};
      vetoed = Or(vetoed, Evaluate(*condition.children[1], sentence, rule).truth);
    }
    Finding kept = finding;
    kept.reading.truth = And(kept.reading.truth, Not(vetoed));
    if (kept.reading.truth == Truth::kFalse) continue;
    value.truth = Or(value.truth, kept.reading.truth);
    value.findings.push_back(kept);
  }
  return value;
}

Oracle::Value Oracle::Same(const Condition& condition, const Context& context,
                           const rule::Rule* rule) const {
  const std::string& what = condition.words[0];
  if (what == "sentence") return EachPlace(condition, places_.Sentences(), context, rule);
  if (what == "paragraph") return EachPlace(condition, places_.Paragraphs(), context, rule);
  if (what == "section") return EachPlace(condition, places_.AllSections(), context, rule);

  const ShareBy by = what == "segment" ? ShareBy::kSegment : ShareBy::kPeriod;
  // The parts are the members of an `all` below, whatever marks stand between.
  Context inner = context;
  rule::ConditionPtr whole = condition.children[0];
  while (IsMark(whole->op)) {
    inner = Under(*whole, inner);
    whole = whole->children[0];
  }
  std::vector<rule::ConditionPtr> members = {whole};
  if (whole->op == Op::kAll) {
    members = whole->children;
    inner.clause = ClauseName(*whole, inner.clause);
  }
  std::vector<SharePart> parts;
  std::vector<std::vector<Finding>> findings;
  for (const rule::ConditionPtr& member : members) {
    Value part = Evaluate(*member, inner, rule);
    parts.push_back({part.truth, {}, {}});
    for (const Finding& finding : part.findings) {
      parts.back().brings.push_back(SharedOf(finding.reading, by, leaves_));
      parts.back().truths.push_back(finding.reading.truth);
    }
    findings.push_back(std::move(part.findings));
  }
  std::vector<std::vector<Truth>> kept;
  Value value;
  value.truth = Share(parts, by, &kept);
  for (size_t p = 0; p < parts.size(); ++p) {
    for (size_t i = 0; i < findings[p].size(); ++i) {
      if (kept[p][i] == Truth::kFalse) continue;
      findings[p][i].reading.truth = kept[p][i];
      value.findings.push_back(findings[p][i]);
    }
  }
  return value;
}

namespace {

// The clause of a name, with the binding and the filters that it stands under.
const Condition* FindClause(const Condition& condition, std::string_view name,
                            Oracle::Context* context) {
  if (condition.name == name) return &condition;
  for (const rule::ConditionPtr& child : condition.children) {
    Oracle::Context inner = Under(condition, *context);
    const Condition* found = FindClause(*child, name, &inner);
    if (found == nullptr) continue;
    *context = inner;
    return found;
  }
  return nullptr;
}

// Different facts and places only: the same reading twice compares no differently.
std::vector<Reading> TrueReadings(const Oracle::Value& value) {
  std::vector<Reading> readings;
  for (const Oracle::Finding& finding : value.findings) {
    if (finding.reading.truth == Truth::kTrue) readings.push_back(finding.reading);
  }
  return readings;
}

}  // namespace

Oracle::Value Oracle::Compare(const Condition& condition, const Context& around,
                              const rule::Rule* rule) const {
  const ClauseField left = SplitClauseField(condition.left);
  const ClauseField right = SplitClauseField(condition.right);
  std::vector<Reading> readings[2];
  for (int side = 0; side < 2; ++side) {
    const std::string_view name = side == 0 ? left.clause : right.clause;
    Context context;
    context.company = around.company;
    const Condition* clause =
        rule == nullptr || !rule->when ? nullptr : FindClause(*rule->when, name, &context);
    if (clause == nullptr || clause->op == Op::kCompare) return {};
    readings[side] = TrueReadings(Evaluate(*clause, context, nullptr));
  }
  if (readings[0].size() * readings[1].size() > kMaxPairs) return {Truth::kError, {}};
  Truth truth = Truth::kFalse;
  for (const Reading& a : readings[0]) {
    for (const Reading& b : readings[1])
      truth = Or(truth, CompareFields(a, left.field, condition.relation, b, right.field, leaves_));
  }
  return {truth, {}};
}

}  // namespace tellwire::match
