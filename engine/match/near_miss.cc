// What nearly made a condition true. Each form has its own way of being near: positions too far
// apart, a fact with one field other than asked, a phrase in a sentence about somebody else.
#include <algorithm>
#include <limits>

#include "base/json_writer.h"
#include "fmt/format.h"
#include "match/explain.h"
#include "match/fact_failures.h"
#include "match/phrase_match.h"

namespace tellwire::match {

using model::Place;
using model::Truth;
using rule::Condition;
using rule::FieldTest;
using rule::Op;

namespace {

constexpr size_t kMost = 3;
using Lines = std::vector<std::string>;

class Finder {
 public:
  Finder(const Oracle::Context& context, const rule::Rule& rule, const Oracle& oracle)
      : context_(context),
        rule_(rule),
        oracle_(oracle),
        places_(oracle.places()),
        subject_(oracle.leaves().subject) {}

  Lines Of(const Condition& condition) const {
    switch (condition.op) {
      case Op::kPhrase:
      case Op::kList:
      case Op::kRegex:
        return OfWords(condition);
      case Op::kFact:
      case Op::kPromise:
        return OfFacts(condition);
      case Op::kCompany:
        return OfCompany(condition);
      case Op::kQuantity:
        return OfQuantities(condition);
      case Op::kImpact:
        return {"the impact is " + FormatNumber(subject_.analysis.impact)};
      case Op::kSentiment:
        return OfSentiment(condition);
      case Op::kPublished:
        return subject_.article.published ? Lines() : Lines{"the article has no date"};
      case Op::kFired:
      case Op::kPrice:
      case Op::kPortfolio:
        return subject_.world == nullptr
                   ? Lines{"the article is looked at alone: nothing is known of the world"}
                   : Lines();
      case Op::kNear:
      case Op::kSequence:
        return OfPositions(condition);
      case Op::kAtLeast:
        return OfAtLeast(condition);
      case Op::kCount:
        return OfCount(condition);
      case Op::kUnless:
        return OfUnless(condition);
      case Op::kTitle:
      case Op::kLead:
      case Op::kSentence:
      case Op::kParagraph:
      case Op::kSection:
      case Op::kOutside:
      case Op::kSame:
        return OfScope(condition);
      default:
        return {};
    }
  }

 private:
  std::string CompanyName(int company) const {
    return company < 0 ? "nobody" : subject_.analysis.companies[static_cast<size_t>(company)].name;
  }

  Oracle::Value Value(const Condition& condition, const Oracle::Context& context) const {
    return oracle_.Evaluate(condition, context, &rule_);
  }

  bool InRegion(const Place& place) const {
    if (context_.everywhere) return true;
    return std::any_of(context_.region.begin(), context_.region.end(), [&](const Place& region) {
      return region.part == place.part && region.span.Contains(place.span);
    });
  }

  // Why a reading that is there does not count here; empty: it does.
  std::string WhyNotHere(const Place& place, bool is_words) const {
    if (!InRegion(place)) return "stands elsewhere";
    if (is_words && context_.company >= 0 && !places_.SpeaksOf(place, context_.company))
      return "stands where the text does not speak of " + CompanyName(context_.company);
    if (!context_.filters.any()) return "";
    if (const model::Scope* scope = places_.Blocking(place, context_.filters))
      return fmt::format("stands under {} ({})", Quoted({place.part, scope->cue}, places_),
                         model::ToString(scope->kind));
    return places_.Passes(place, context_.filters) ? "" : "is dated over twelve months ago";
  }

  Lines OfWords(const Condition& leaf) const {
    Lines lines;
    const Oracle::Value anywhere = Value(leaf, Oracle::Context());
    for (const Oracle::Finding& finding : anywhere.findings) {
      if (lines.size() == kMost) break;
      const std::string why = WhyNotHere(finding.reading.place, true);
      if (!why.empty())
        lines.push_back(fmt::format("{} {}", Quoted(finding.reading.place, places_), why));
    }
    if (anywhere.findings.empty() && leaf.op == Op::kPhrase) {
      for (const rule::PhrasePattern& phrase : leaf.phrases) {
        if (lines.size() < kMost && phrase.words.size() > 1)
          lines.push_back(WordsOf(phrase, leaf.exact_text));
      }
    }
    return lines;
  }

  bool Stands(const rule::WordPattern& word) const {
    for (model::Part part : {model::Part::kTitle, model::Part::kText}) {
      const model::Document& document = places_.document(part);
      for (const model::Token& token : document.tokens) {
        if (IsWord(word, document, token)) return true;
      }
    }
    return false;
  }

  // A phrase that stands nowhere: are its words there at all?
  std::string WordsOf(const rule::PhrasePattern& phrase, bool exact) const {
    Lines missing;
    for (const rule::WordPattern& word : phrase.words) {
      if (!Stands(word)) missing.push_back('"' + word.written + '"');
    }
    if (missing.empty())
      return fmt::format("the words of \"{}\" stand in the article, but not {}", phrase.written,
                         exact ? "in this form" : "in a row");
    if (missing.size() == phrase.words.size())
      return fmt::format("no word of \"{}\" stands in the article", phrase.written);
    return fmt::format("of \"{}\" the article lacks {}", phrase.written, Join(missing, ", "));
  }

  Lines Failures(const model::Fact& fact, const Condition& leaf) const {
    Lines lines = FactFailures(fact, leaf, oracle_.leaves());
    if (context_.company >= 0 && fact.company != context_.company)
      lines.push_back(fmt::format("the fact is {}'s", CompanyName(fact.company)));
    const std::string why = WhyNotHere({fact.part(), fact.spans.fact}, false);
    if (!why.empty()) lines.push_back("it " + why);
    return lines;
  }

  // The test of the metric: a fact of another one is not near.
  static const FieldTest* MetricTest(const Condition& leaf) {
    for (const FieldTest& test : leaf.fields) {
      if (test.field == "metric" && test.kind == FieldTest::Kind::kWords && !test.no) return &test;
    }
    return nullptr;
  }

  // The facts that fail in the fewest things.
  Lines OfFacts(const Condition& leaf) const {
    const FactTests tests(subject_, oracle_.leaves().vocabulary);
    const FieldTest* metric = MetricTest(leaf);
    bool any_of_metric = false;
    std::vector<std::pair<Lines, const model::Fact*>> near;
    for (const model::Fact& fact : subject_.analysis.facts) {
      if (metric != nullptr && tests.TestField(fact, *metric, leaf) != Truth::kTrue) continue;
      any_of_metric = true;
      Lines failures = Failures(fact, leaf);
      if (!failures.empty() && failures.size() <= 3) near.emplace_back(std::move(failures), &fact);
    }
    if (!any_of_metric && metric != nullptr)
      return {fmt::format("no fact of {} was found", Join(metric->words, " or "))};
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
    Lines lines;
    for (const auto& [failures, fact] : near) {
      if (lines.size() == kMost) break;
      lines.push_back(fmt::format("{} {}: {}", fact->metric,
                                  Quoted({fact->part(), fact->spans.fact}, places_),
                                  Join(failures, "; ")));
    }
    if (lines.empty() && subject_.analysis.facts.empty()) lines.push_back("no facts were found");
    return lines;
  }

  Lines OfCompany(const Condition& leaf) const {
    Lines lines;
    for (const model::Company& company : subject_.analysis.companies) {
      if (lines.size() < kMost &&
          TestCompany(company, leaf.words, {}, oracle_.leaves()) == Truth::kTrue)
        lines.push_back(fmt::format("{} is {}, relevance {}", company.name,
                                    model::ToString(company.role),
                                    FormatNumber(company.relevance)));
    }
    return lines.empty() ? Lines{"it is not named"} : lines;
  }

  Lines OfQuantities(const Condition& leaf) const {
    Lines lines;
    for (const model::Quantity& quantity : subject_.analysis.quantities) {
      const bool same_unit =
          std::all_of(leaf.fields.begin(), leaf.fields.end(), [&](const FieldTest& test) {
            return test.field != "unit" || MatchesAny(quantity.unit, test.words);
          });
      if (!same_unit || lines.size() == kMost) continue;
      const std::string why = WhyNotHere(quantity.place, true);
      lines.push_back(fmt::format("{} is {} {}{}{}", Quoted(quantity.place, places_),
                                  Print(quantity.value), quantity.unit, why.empty() ? "" : ", ",
                                  why));
    }
    return lines;
  }

  Lines OfSentiment(const Condition& leaf) const {
    for (size_t i = 0; i < subject_.analysis.companies.size(); ++i) {
      const model::Company& company = subject_.analysis.companies[i];
      const bool meant = leaf.words.empty() ? static_cast<int>(i) == context_.company
                                            : TestCompany(company, leaf.words, {},
                                                          oracle_.leaves()) == Truth::kTrue;
      if (meant)
        return {fmt::format("the sentiment of {} is {}", company.name,
                            FormatNumber(company.sentiment.score))};
    }
    if (!leaf.words.empty()) return {"the company is not named"};
    return {fmt::format("the article's sentiment is {}",
                        FormatNumber(subject_.analysis.sentiment.score))};
  }

  struct Nearest {
    int apart = std::numeric_limits<int>::max();
    Place a, b;
  };

  void Consider(const std::vector<Oracle::Finding>& from, const std::vector<Oracle::Finding>& to,
                Nearest* nearest) const {
    constexpr size_t kPairs = 250000;  // a near miss is worth no more than this
    if (from.size() * to.size() > kPairs) return;
    for (const Oracle::Finding& a : from) {
      for (const Oracle::Finding& b : to) {
        const auto apart = places_.WordsApart(a.reading.place, b.reading.place);
        if (apart && *apart < nearest->apart) *nearest = {*apart, a.reading.place, b.reading.place};
      }
    }
  }

  // The first two neighbours of the chain that do not meet, and how far apart they are at least.
  Lines OfPositions(const Condition& condition) const {
    std::vector<std::vector<Oracle::Finding>> parts;
    for (const rule::ConditionPtr& child : condition.children) {
      parts.push_back(Value(*child, context_).findings);
      if (parts.back().empty()) return {};  // the part itself says why
    }
    for (size_t i = 0; i + 1 < parts.size(); ++i) {
      Nearest nearest, turned;
      Consider(parts[i], parts[i + 1], &nearest);
      Consider(parts[i + 1], parts[i], &turned);
      if (condition.op == Op::kNear && turned.apart < nearest.apart) nearest = turned;
      if (nearest.apart <= condition.number) continue;
      const bool found = nearest.apart != std::numeric_limits<int>::max();
      if (found)
        return {fmt::format("{} words apart, limit {}: {} ... {}", nearest.apart, condition.number,
                            Quoted(nearest.a, places_), Quoted(nearest.b, places_))};
      if (turned.apart != std::numeric_limits<int>::max())
        return {fmt::format("they stand in the other order: {} ... {}", Quoted(turned.a, places_),
                            Quoted(turned.b, places_))};
      return {"they never stand in the same paragraph"};
    }
    return {};
  }

  Lines OfAtLeast(const Condition& condition) const {
    int reached = 0;
    for (const rule::ConditionPtr& child : condition.children)
      reached += Value(*child, context_).truth == Truth::kTrue;
    return {fmt::format("{} of {} are true, {} wanted", reached, condition.children.size(),
                        condition.number)};
  }

  Lines OfCount(const Condition& condition) const {
    const Oracle::Value value = Value(*condition.children[0], context_);
    std::vector<Place> places;
    std::vector<int> facts;
    for (const Oracle::Finding& finding : value.findings) {
      if (finding.reading.truth != Truth::kTrue) continue;
      if (finding.reading.fact >= 0)
        facts.push_back(finding.reading.fact);
      else
        places.push_back(finding.reading.place);
    }
    const auto unite = [](auto* items) {
      std::sort(items->begin(), items->end());
      items->erase(std::unique(items->begin(), items->end()), items->end());
      return items->size();
    };
    return {fmt::format("{} found", unite(&places) + unite(&facts))};
  }

  Lines OfUnless(const Condition& condition) const {
    const Oracle::Value value = Value(*condition.children[0], context_);
    Lines lines;
    for (const Oracle::Finding& finding : value.findings) {
      if (lines.size() < kMost)
        lines.push_back(fmt::format("{} is stopped by {} in its sentence",
                                    Quoted(finding.reading.place, places_),
                                    ToString(*condition.children[1])));
    }
    return lines;
  }

  Lines OfScope(const Condition& condition) const {
    if (Value(*condition.children[0], context_).truth != Truth::kTrue) return {};
    switch (condition.op) {
      case Op::kSame:
        return {fmt::format("it holds, but not in one {}", condition.words[0])};
      case Op::kSection:
      case Op::kOutside:
        return {fmt::format("it holds, but not {} {}",
                            condition.op == Op::kSection ? "in a section" : "outside",
                            condition.words[0])};
      case Op::kTitle:
      case Op::kLead:
        return {fmt::format("it holds, but not in the {}", ToString(condition.op))};
      default:
        return {fmt::format("it holds, but not in one {}", ToString(condition.op))};
    }
  }

  const Oracle::Context& context_;
  const rule::Rule& rule_;
  const Oracle& oracle_;
  const Places& places_;
  const Subject& subject_;
};

}  // namespace

std::vector<std::string> NearMisses(const Condition& condition, const Oracle::Context& context,
                                    const rule::Rule& rule, const Oracle& oracle) {
  return Finder(context, rule, oracle).Of(condition);
}

}  // namespace tellwire::match
