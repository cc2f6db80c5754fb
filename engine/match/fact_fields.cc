// A field is a word, several words, a number or a flag; each of the three lookups below knows its
// own fields, and a test asks the one that its kind names. What is not there is false for words and
// unknown for numbers.
#include "match/fact_fields.h"

#include <algorithm>

namespace tellwire::match {

using model::Fact;
using model::FromBool;
using model::Modality;
using model::Truth;
using rule::FieldTest;

namespace {

bool Has(const std::vector<Modality>& modalities, Modality modality) {
  return std::find(modalities.begin(), modalities.end(), modality) != modalities.end();
}

// A test of flags that asks for nothing but `guidance_*` wants guidance; one that also asks for it
// takes it.
enum class Guidance { kNotAsked, kAlso, kOnly };

Guidance AsksForGuidance(const rule::Condition& leaf) {
  Guidance asked = Guidance::kNotAsked;
  for (const FieldTest& test : leaf.fields) {
    if (test.field != "flags" || test.no || test.words.empty()) continue;
    const auto is_guidance = [](const std::string& word) { return word.starts_with("guidance_"); };
    if (std::all_of(test.words.begin(), test.words.end(), is_guidance)) return Guidance::kOnly;
    if (std::any_of(test.words.begin(), test.words.end(), is_guidance)) asked = Guidance::kAlso;
  }
  return asked;
}

bool AsksFor(const rule::Condition& leaf, std::string_view field) {
  return std::any_of(leaf.fields.begin(), leaf.fields.end(),
                     [&](const FieldTest& test) { return test.field == field; });
}

std::vector<std::string> OneWord(std::string_view word) {
  if (word.empty()) return {};
  return {std::string(word)};
}

// What a number of the value's sort is measured in; a promise that is a multiple has it in
// change_unit.
std::string TargetUnit(const Fact& fact) {
  return fact.unit.empty() ? fact.change_unit : fact.unit;
}

}  // namespace

bool MatchesAny(std::string_view word, const std::vector<std::string>& globs) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return model::MatchesGlob(word, glob); });
}

bool IsCalled(const model::Company& company, std::string_view name,
              const model::Vocabulary& vocabulary) {
  if (model::MatchesGlob(company.name, name)) return true;
  if (!company.ticker.empty() && model::MatchesGlob(company.ticker, name)) return true;
  const model::Issuer* issuer = vocabulary.FindIssuer(name);
  return issuer != nullptr && issuer->name == company.name;
}

const model::Company* FactTests::CompanyOf(const Fact& fact) const {
  const auto& companies = subject_.analysis.companies;
  if (fact.company < 0 || static_cast<size_t>(fact.company) >= companies.size()) return nullptr;
  return &companies[static_cast<size_t>(fact.company)];
}

bool FactTests::MetricMatches(std::string_view metric, std::string_view wanted, bool exact) const {
  if (wanted.find('*') != std::string_view::npos) return model::MatchesGlob(metric, wanted);
  if (exact) return metric == wanted;
  constexpr int kDeepest = 8;  // a chain of parents in the lexicon may be a ring by mistake
  for (int depth = 0; depth < kDeepest; ++depth) {
    if (model::IsUnder(metric, wanted)) return true;
    const model::Metric* known = vocabulary_.FindMetric(metric);
    if (known == nullptr || known->parent.empty()) return false;
    metric = known->parent;
  }
  return false;
}

bool FactTests::AcceptsModality(const Fact& fact, const rule::Condition& leaf) const {
  if (!leaf.modalities.empty()) return Has(leaf.modalities, fact.modality);
  if (leaf.op == rule::Op::kPromise) {
    if (AsksFor(leaf, "state"))
      return fact.modality == Modality::kActual || fact.HasFlag("guidance_withdrawn");
    return fact.modality == Modality::kGuidance || fact.modality == Modality::kTarget;
  }
  const Guidance guidance = AsksForGuidance(leaf);
  if (guidance == Guidance::kOnly) return fact.modality == Modality::kGuidance;
  if (guidance == Guidance::kAlso && fact.modality == Modality::kGuidance) return true;
  const model::Metric* metric = vocabulary_.FindMetric(fact.metric);
  if (metric != nullptr && !metric->modality.empty()) return Has(metric->modality, fact.modality);
  return fact.modality == Modality::kActual;
}

bool FactTests::AcceptsNegation(const Fact& fact, const rule::Condition& leaf) const {
  return AsksFor(leaf, "negated") || !fact.negated;
}

Truth FactTests::Test(const Fact& fact, const rule::Condition& leaf) const {
  if (!AcceptsModality(fact, leaf) || !AcceptsNegation(fact, leaf)) return Truth::kFalse;
  if (leaf.op == rule::Op::kPromise && !fact.promise && !AsksFor(leaf, "state"))
    return Truth::kFalse;
  Truth truth = Truth::kTrue;
  for (const FieldTest& test : leaf.fields) {
    truth = model::And(truth, TestField(fact, test, leaf));
    if (truth == Truth::kFalse) break;
  }
  return truth;
}

bool FactTests::FlagOf(const Fact& fact, std::string_view field) const {
  if (field == "in_title") return fact.in_title;
  return field == "named" ? IsNamed(fact) : fact.negated;
}

bool FactTests::IsNamed(const Fact& fact) const {
  const model::Company* company = CompanyOf(fact);
  if (company == nullptr) return false;
  const model::SentenceAnalysis* sentence =
      subject_.analysis.SentenceAt({fact.part(), fact.spans.fact});
  if (sentence == nullptr || sentence->carried) return false;
  const auto& names = fact.in_title ? company->title_spans : company->spans;
  const bool here = std::any_of(names.begin(), names.end(), [&](const Span& span) {
    return sentence->place.span.Contains(span);
  });
  const auto& spoken_of = sentence->companies;
  const bool referred_to =
      std::find(spoken_of.begin(), spoken_of.end(), fact.company) != spoken_of.end();
  return here || (referred_to && company->role == model::Role::kPrimary);
}

Truth FactTests::TestField(const Fact& fact, const FieldTest& test,
                           const rule::Condition& leaf) const {
  Truth truth = Truth::kFalse;
  switch (test.kind) {
    case FieldTest::Kind::kWords:
      truth = test.field == "state" ? TestState(fact, test) : FromBool(TestWords(fact, test, leaf));
      break;
    case FieldTest::Kind::kBound:
      truth = TestBound(fact, test);
      break;
    case FieldTest::Kind::kFlag:
      truth = FromBool(FlagOf(fact, test.field) == test.flag);
      break;
    case FieldTest::Kind::kMissing:
      truth = FromBool(!IsThere(fact, test.field));
      break;
    case FieldTest::Kind::kPresent:
      truth = FromBool(IsThere(fact, test.field));
      break;
  }
  return test.no ? model::Not(truth) : truth;
}

Truth FactTests::TestState(const Fact& fact, const FieldTest& test) const {
  if (subject_.world == nullptr) return Truth::kUnknown;
  const auto state = subject_.world->PromiseState(fact);
  if (!state) return Truth::kUnknown;
  return FromBool(!state->empty() && MatchesAny(*state, test.words));
}

bool FactTests::TestWords(const Fact& fact, const FieldTest& test,
                          const rule::Condition& leaf) const {
  const auto any_wanted = [&](auto matches) {
    return std::any_of(test.words.begin(), test.words.end(), matches);
  };
  if (test.field == "metric")
    return any_wanted([&](const std::string& wanted) {
      return MetricMatches(fact.metric, wanted, leaf.exact_metric);
    });
  if (test.field == "company") {
    const model::Company* company = CompanyOf(fact);
    return company != nullptr && any_wanted([&](const std::string& wanted) {
             return IsCalled(*company, wanted, vocabulary_);
           });
  }
  for (const std::string& word : WordsOf(fact, test.field)) {
    if (MatchesAny(word, test.words)) return true;
  }
  return false;
}

Truth FactTests::TestBound(const Fact& fact, const FieldTest& test) const {
  const auto measured = NumberOf(fact, test.field);
  if (!measured) return Truth::kUnknown;
  rule::Bound bound = test.bound;
  std::optional<model::Number> number;
  if (test.field == "streak_quarters" || test.field == "change_pct") {
    number = measured->number;
  } else if (test.field == "change" && bound.unit.empty() && bound.in_currency.empty()) {
    number = InPercent(measured->number, measured->unit);
  } else {
    if (bound.unit.empty() && bound.in_currency.empty()) {
      const model::Metric* metric = vocabulary_.FindMetric(fact.metric);
      if (metric == nullptr || metric->units.size() != 1) return Truth::kUnknown;
      bound.unit = metric->units[0];
    }
    number = InUnitOf(*measured, bound, vocabulary_.rates, subject_.day());
  }
  if (!number) return Truth::kUnknown;
  return FromBool(IsWithin(*number, measured->qualifier, bound));
}

std::optional<Measured> FactTests::NumberOf(const Fact& fact, std::string_view field) const {
  // The qualifier is the value's; the change's only where there is no value.
  const model::Qualifier of_change = fact.value ? model::Qualifier::kExact : fact.qualifier;
  if (field == "value" && fact.value) return Measured{*fact.value, fact.unit, fact.qualifier};
  if (field == "change" && fact.change) return Measured{*fact.change, fact.change_unit, of_change};
  if (field == "change_pct" && fact.change) {
    const auto percent = InPercent(*fact.change, fact.change_unit);
    if (percent) return Measured{*percent, "pct", of_change};
  }
  if (field == "prior" && fact.prior) return Measured{*fact.prior, fact.unit};
  if (field == "consensus" && fact.consensus) return Measured{*fact.consensus, fact.unit};
  if (field == "surprise_amount" && fact.surprise_amount)
    return Measured{*fact.surprise_amount, fact.unit};
  if (field == "streak_quarters" && fact.streak_quarters)
    return Measured{static_cast<double>(*fact.streak_quarters), ""};
  if (field == "alt_value" && fact.alt_value)
    return Measured{fact.alt_value->value, fact.alt_value->unit};
  if (field == "target" && fact.promise) return Measured{fact.promise->target, TargetUnit(fact)};
  return std::nullopt;
}

std::vector<std::string> FactTests::WordsOf(const Fact& fact, std::string_view field) const {
  if (field == "metric") return OneWord(fact.metric);
  if (field == "metric_text")
    return OneWord(
        fact.spans.metric.Of(fact.in_title ? subject_.article.title : subject_.article.text));
  if (field == "flags") return fact.flags;
  if (field == "direction") return OneWord(model::ToString(fact.direction));
  if (field == "surprise") return OneWord(model::ToString(fact.surprise));
  if (field == "period") return OneWord(fact.period.form);
  if (field == "period_text") return OneWord(fact.period_text);
  if (field == "segment") return OneWord(fact.segment);
  if (field == "unit") return OneWord(fact.unit);
  if (field == "change_unit") return OneWord(fact.change_unit);
  if (field == "change_basis") return OneWord(fact.change_basis);
  if (field == "growth_class") return OneWord(fact.growth_class);
  if (field == "attribution") return OneWord(fact.attribution);
  if (field == "modality") return OneWord(model::ToString(fact.modality));
  if (field == "kind") return OneWord(model::ToString(fact.kind));
  if (field == "qualifier")
    return fact.value || fact.change ? OneWord(model::ToString(fact.qualifier))
                                     : std::vector<std::string>();
  if (field == "operator") return OneWord(fact.promise ? fact.promise->op : "");
  if (field == "deadline") return OneWord(fact.promise ? fact.promise->deadline : "");
  const model::Company* company = CompanyOf(fact);
  if (company == nullptr) return {};
  if (field == "company") return OneWord(company->name);
  if (field == "ticker") return OneWord(company->ticker);
  return {};
}

bool FactTests::IsThere(const Fact& fact, std::string_view field) const {
  return NumberOf(fact, field).has_value() || !WordsOf(fact, field).empty();
}

}  // namespace tellwire::match
