#include "match/leaves.h"

#include <algorithm>

namespace tellwire::match {

using model::FromBool;
using model::Part;
using model::Place;
using model::Truth;
using rule::FieldTest;
using rule::Op;

namespace {

void Add(Truth truth, const Place& place, int fact, Readings* readings) {
  if (truth != Truth::kFalse) readings->push_back({place, fact, truth});
}

// A reading of the article as a whole.
Readings Whole(Truth truth) {
  Readings readings;
  Add(truth, {}, -1, &readings);
  return readings;
}

void AddSpans(Part part, const std::vector<Span>& spans, const Places& places, Truth truth,
              Readings* readings) {
  for (const Span& span : spans) {
    if (places.IsRead({part, span})) Add(truth, {part, span}, -1, readings);
  }
}

// A fact is read wherever it is said.
Readings ReadFacts(const rule::Condition& leaf, const LeafContext& context, int company) {
  const FactTests tests(context.subject, context.vocabulary);
  Readings readings;
  const auto& facts = context.subject.analysis.facts;
  for (size_t i = 0; i < facts.size(); ++i) {
    const model::Fact& fact = facts[i];
    if (company >= 0 && fact.company != company) continue;
    const Truth truth = tests.Test(fact, leaf);
    if (truth == Truth::kFalse) continue;
    Add(truth, {fact.part(), fact.spans.fact}, static_cast<int>(i), &readings);
    for (const Span& mention : fact.mentions) {
      if (mention != fact.spans.fact)
        Add(truth, {fact.part(), mention}, static_cast<int>(i), &readings);
    }
  }
  return readings;
}

Readings ReadCompanies(const rule::Condition& leaf, const LeafContext& context, int company) {
  Readings readings;
  const auto& companies = context.subject.analysis.companies;
  for (size_t i = 0; i < companies.size(); ++i) {
    if (company >= 0 && static_cast<int>(i) != company) continue;
    const Truth truth = TestCompany(companies[i], leaf.words, leaf.fields, context);
    AddSpans(Part::kTitle, companies[i].title_spans, context.places, truth, &readings);
    AddSpans(Part::kText, companies[i].spans, context.places, truth, &readings);
  }
  return readings;
}

Readings ReadEvents(const rule::Condition& leaf, const LeafContext& context) {
  Readings readings;
  for (const model::SentenceAnalysis& sentence : context.subject.analysis.sentences) {
    const bool has = std::any_of(sentence.events.begin(), sentence.events.end(),
                                 [&](const std::string& e) { return MatchesAny(e, leaf.words); });
    if (has && context.places.IsRead(sentence.place))
      Add(Truth::kTrue, sentence.place, -1, &readings);
  }
  return readings;
}

// A word field of something that is not a fact.
Truth TestWord(std::string_view word, const FieldTest& test) {
  bool matches = false;
  switch (test.kind) {
    case FieldTest::Kind::kWords:
      matches = !word.empty() && MatchesAny(word, test.words);
      break;
    case FieldTest::Kind::kMissing:
      matches = word.empty();
      break;
    default:
      matches = !word.empty();
      break;
  }
  return FromBool(matches != test.no);
}

// A bare number, which has no unit to disagree about; absent is false.
Truth TestBare(std::optional<double> number, const FieldTest& test) {
  bool matches = number.has_value();
  if (test.kind == FieldTest::Kind::kMissing) matches = !matches;
  if (test.kind == FieldTest::Kind::kBound)
    matches = number && IsWithin(*number, model::Qualifier::kExact, test.bound);
  return FromBool(matches != test.no);
}

bool IsCurrency(std::string_view unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Truth TestQuantity(const model::Quantity& quantity, const FieldTest& test,
                   const LeafContext& context) {
  if (test.field == "unit") return TestWord(quantity.unit, test);
  if (test.field == "qualifier") return TestWord(model::ToString(quantity.qualifier), test);
  if (test.field == "in_title")
    return FromBool(((quantity.place.part == Part::kTitle) == test.flag) != test.no);
  if (test.kind != FieldTest::Kind::kBound) return FromBool(test.kind == FieldTest::Kind::kPresent);
  if (!test.bound.in_currency.empty() && !IsCurrency(quantity.unit)) return FromBool(test.no);
  std::optional<model::Number> number = quantity.value;
  if (!test.bound.unit.empty() || !test.bound.in_currency.empty())
    number = InUnitOf({quantity.value, quantity.unit, quantity.qualifier}, test.bound,
                      context.vocabulary.rates, context.subject.day());
  if (!number) return Truth::kUnknown;
  const Truth truth = FromBool(IsWithin(*number, quantity.qualifier, test.bound));
  return test.no ? model::Not(truth) : truth;
}

Readings ReadQuantities(const rule::Condition& leaf, const LeafContext& context, int company) {
  Readings readings;
  FieldTest limits;
  limits.field = "value";
  limits.kind = FieldTest::Kind::kBound;
  limits.bound = leaf.bound;
  for (const model::Quantity& quantity : context.subject.analysis.quantities) {
    if (!context.places.IsRead(quantity.place)) continue;
    Truth truth =
        leaf.bound == rule::Bound() ? Truth::kTrue : TestQuantity(quantity, limits, context);
    for (const FieldTest& test : leaf.fields)
      truth = model::And(truth, TestQuantity(quantity, test, context));
    if (company >= 0 && !context.places.SpeaksOf(quantity.place, company)) continue;
    Add(truth, quantity.place, -1, &readings);
  }
  return readings;
}

Readings ReadThemes(const rule::Condition& leaf, const LeafContext& context) {
  Readings readings;
  for (const model::Theme& theme : context.subject.analysis.themes) {
    if (!MatchesAny(theme.id, leaf.words)) continue;
    if (!IsWithin(theme.score, model::Qualifier::kExact, leaf.bound)) continue;
    const size_t before = readings.size();
    AddSpans(Part::kTitle, theme.title_spans, context.places, Truth::kTrue, &readings);
    AddSpans(Part::kText, theme.spans, context.places, Truth::kTrue, &readings);
    if (readings.size() == before) Add(Truth::kTrue, {}, -1, &readings);
  }
  return readings;
}

// Whose sentiment, price or weight a leaf asks for: -1: nobody's.
int Concerned(const rule::Condition& leaf, const LeafContext& context, int company) {
  if (leaf.op != Op::kSentiment || leaf.words.empty()) return company;
  const auto& companies = context.subject.analysis.companies;
  for (size_t i = 0; i < companies.size(); ++i) {
    for (const std::string& name : leaf.words) {
      if (IsCalled(companies[i], name, context.vocabulary)) return static_cast<int>(i);
    }
  }
  return -1;
}

Readings ReadSentiment(const rule::Condition& leaf, const LeafContext& context, int company) {
  const int of = Concerned(leaf, context, company);
  if (of < 0 && !leaf.words.empty()) return {};
  const model::Analysis& analysis = context.subject.analysis;
  const model::Sentiment& sentiment =
      of < 0 ? analysis.sentiment : analysis.companies[static_cast<size_t>(of)].sentiment;
  Truth truth = FromBool(IsWithin(sentiment.score, model::Qualifier::kExact, leaf.bound));
  for (const FieldTest& test : leaf.fields) {
    truth = model::And(truth, test.field == "mixed"
                                  ? FromBool((sentiment.mixed == test.flag) != test.no)
                                  : TestWord(model::ToString(sentiment.label), test));
  }
  return Whole(truth);
}

Truth TestStated(const model::Stated& stated, const FieldTest& test) {
  if (test.field == "sentiment") return TestWord(stated.sentiment, test);
  if (test.field == "score") return TestBare(stated.score, test);
  if (test.field == "impact") return TestBare(stated.impact, test);
  std::vector<std::string> words = stated.themes;
  if (test.field == "tickers") {
    words.clear();
    for (const auto& [ticker, score] : stated.tickers) words.push_back(ticker);
  }
  bool matches = !words.empty();
  if (test.kind == FieldTest::Kind::kMissing) matches = words.empty();
  if (test.kind == FieldTest::Kind::kWords)
    matches = std::any_of(words.begin(), words.end(),
                          [&](const std::string& word) { return MatchesAny(word, test.words); });
  return FromBool(matches != test.no);
}

Readings ReadStated(const rule::Condition& leaf, const LeafContext& context) {
  Truth truth = Truth::kTrue;
  for (const FieldTest& test : leaf.fields)
    truth = model::And(truth, TestStated(context.subject.analysis.stated, test));
  return Whole(truth);
}

Truth TestPublished(const rule::Condition& leaf, const LeafContext& context) {
  const auto& published = context.subject.article.published;
  if (!published) return Truth::kUnknown;
  bool matches = leaf.within == 0 || context.subject.now - published->seconds <= leaf.within;
  for (const FieldTest& test : leaf.fields) {
    const auto day = test.words.empty() ? std::nullopt : ParseDay(test.words[0]);
    if (!day) continue;
    if (test.field == "since") matches = matches && DayOf(published->seconds) >= *day;
    if (test.field == "until") matches = matches && DayOf(published->seconds) <= *day;
  }
  return FromBool(matches);
}

// The company that a price or a weight is asked of: the subject, else the primary.
const model::Company* Holding(const LeafContext& context, int company) {
  const model::Analysis& analysis = context.subject.analysis;
  const int of = company >= 0 ? company : analysis.Primary();
  return of < 0 ? nullptr : &analysis.companies[static_cast<size_t>(of)];
}

Truth TestWorld(const rule::Condition& leaf, const LeafContext& context, int company) {
  const World* world = context.subject.world;
  if (world == nullptr) return Truth::kUnknown;
  if (leaf.op == Op::kFired) {
    const auto& companies = context.subject.analysis.companies;
    const std::string of = company < 0 ? "" : companies[static_cast<size_t>(company)].name;
    const auto fired = world->Fired(leaf.words.empty() ? "" : leaf.words[0], of, leaf.within);
    return fired ? FromBool(*fired) : Truth::kUnknown;
  }
  const model::Company* holding = Holding(context, company);
  if (holding == nullptr || holding->ticker.empty()) return Truth::kUnknown;
  const auto number = leaf.op == Op::kPrice ? world->PriceMove(holding->ticker, leaf.within)
                                            : world->Weight(holding->ticker);
  if (!number) return Truth::kUnknown;
  return FromBool(IsWithin(*number, model::Qualifier::kExact, leaf.bound));
}

}  // namespace

namespace {

bool StandsIn(const std::vector<Span>& spans, const std::vector<Place>& places) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    return std::any_of(places.begin(), places.end(), [&](const Place& place) {
      return place.part == Part::kText && place.span.Contains(span);
    });
  });
}

// `title`, `lead`: where the company is named by name. The first line of the text may be the title.
Truth TestNamedIn(const model::Company& company, const FieldTest& test, const Places& places) {
  const auto named_in = [&](std::string_view where) {
    if (!MatchesAny(where, test.words)) return false;
    if (where == "lead") return StandsIn(company.spans, places.Lead());
    return !company.title_spans.empty() || StandsIn(company.spans, places.Title());
  };
  return FromBool((named_in("title") || named_in("lead")) != test.no);
}

}  // namespace

Truth TestCompany(const model::Company& company, const std::vector<std::string>& words,
                  const std::vector<FieldTest>& fields, const LeafContext& context) {
  const auto called_any = [&](const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return IsCalled(company, name, context.vocabulary);
    });
  };
  if (!words.empty() && !called_any(words)) return Truth::kFalse;
  Truth truth = Truth::kTrue;
  for (const FieldTest& test : fields) {
    Truth passes = Truth::kTrue;
    if (test.field == "name") {
      passes = FromBool(called_any(test.words) != test.no);
    } else if (test.field == "list") {
      const bool listed =
          std::any_of(test.words.begin(), test.words.end(), [&](const std::string& list) {
            return context.vocabulary.IsListed(list, company.name, company.ticker,
                                               context.subject.day());
          });
      passes = FromBool(listed != test.no);
    } else if (test.field == "relevance") {
      passes = TestBare(company.relevance, test);
    } else if (test.field == "named_in") {
      passes = TestNamedIn(company, test, context.places);
    } else {
      const std::string_view word = test.field == "sector"   ? company.sector
                                    : test.field == "kind"   ? company.kind
                                    : test.field == "ticker" ? std::string_view(company.ticker)
                                                             : model::ToString(company.role);
      passes = TestWord(word, test);
    }
    truth = model::And(truth, passes);
  }
  return truth;
}

Readings ReadLeaf(const rule::Condition& leaf, const LeafContext& context, int company) {
  const model::Analysis& analysis = context.subject.analysis;
  const std::string& language =
      analysis.language.empty() ? context.subject.article.language : analysis.language;
  switch (leaf.op) {
    case Op::kFact:
    case Op::kPromise:
      return ReadFacts(leaf, context, company);
    case Op::kCompany:
      return ReadCompanies(leaf, context, company);
    case Op::kEvent:
      return ReadEvents(leaf, context);
    case Op::kQuantity:
      return ReadQuantities(leaf, context, company);
    case Op::kTheme:
      return ReadThemes(leaf, context);
    case Op::kImpact:
      return Whole(FromBool(IsWithin(analysis.impact, model::Qualifier::kExact, leaf.bound)));
    case Op::kSentiment:
      return ReadSentiment(leaf, context, company);
    case Op::kSource:
      return Whole(FromBool(!context.subject.article.source.empty() &&
                            MatchesAny(context.subject.article.source, leaf.words)));
    case Op::kLanguage:
      return Whole(FromBool(!language.empty() && MatchesAny(language, leaf.words)));
    case Op::kPublished:
      return Whole(TestPublished(leaf, context));
    case Op::kStated:
      return ReadStated(leaf, context);
    default:
      return Whole(TestWorld(leaf, context, company));
  }
}

namespace {

bool Holds(double order, std::string_view relation) {
  if (relation == "<") return order < 0;
  if (relation == "<=") return order <= 0;
  if (relation == ">") return order > 0;
  if (relation == ">=") return order >= 0;
  return (relation == "==") == (order == 0);
}

// A range is below another number when all of it is.
Truth CompareNumbers(const Measured& a, std::string_view relation, const Measured& b) {
  if (a.unit != b.unit) return Truth::kUnknown;
  if (relation.starts_with('<')) return FromBool(Holds(a.number.high - b.number.low, relation));
  if (relation.starts_with('>')) return FromBool(Holds(a.number.low - b.number.high, relation));
  return FromBool((a.number == b.number) == (relation == "=="));
}

bool IsNumberField(std::string_view field) {
  for (std::string_view name : {"value", "change", "change_pct", "prior", "consensus",
                                "surprise_amount", "streak_quarters", "target", "alt_value"}) {
    if (field == name) return true;
  }
  return false;
}

}  // namespace

Truth CompareFields(const Reading& a, std::string_view a_field, std::string_view relation,
                    const Reading& b, std::string_view b_field, const LeafContext& context) {
  const FactTests tests(context.subject, context.vocabulary);
  const auto& facts = context.subject.analysis.facts;
  if (IsNumberField(a_field) || IsNumberField(b_field)) {
    if (a.fact < 0 || b.fact < 0) return Truth::kUnknown;
    const auto left = tests.NumberOf(facts[static_cast<size_t>(a.fact)], a_field);
    const auto right = tests.NumberOf(facts[static_cast<size_t>(b.fact)], b_field);
    if (!left || !right) return Truth::kUnknown;
    return CompareNumbers(*left, relation, *right);
  }
  if (a.fact < 0 || b.fact < 0) return Truth::kFalse;
  const auto left = tests.WordsOf(facts[static_cast<size_t>(a.fact)], a_field);
  const auto right = tests.WordsOf(facts[static_cast<size_t>(b.fact)], b_field);
  if (left.empty() || right.empty()) return Truth::kFalse;
  return FromBool(Holds(left[0].compare(right[0]), relation));
}

}  // namespace tellwire::match
