// The fields of a fact as rules name them, and the tests of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/numbers.h"
#include "match/subject.h"
#include "model/vocabulary.h"
#include "rule/condition.h"

namespace tellwire::match {

// Facts of one article, with what their tests look up.
class FactTests {
 public:
  // REQUIRES: all outlive it.
  FactTests(const Subject& subject, const model::Vocabulary& vocabulary)
      : subject_(subject), vocabulary_(vocabulary) {}

  // A fact against a whole leaf (`fact` or `promise`): modality, negation and every field. False
  // wins, as in `all`.
  model::Truth Test(const model::Fact& fact, const rule::Condition& leaf) const;

  // One field. Unknown only for a number that is not there, has no unit, or has another one.
  model::Truth TestField(const model::Fact& fact, const rule::FieldTest& test,
                         const rule::Condition& leaf) const;

  // Whether the leaf's safe default, or the modalities that it names, accept the fact.
  bool AcceptsModality(const model::Fact& fact, const rule::Condition& leaf) const;
  // Whether the fact is negated exactly as the leaf wants it.
  bool AcceptsNegation(const model::Fact& fact, const rule::Condition& leaf) const;

  // The number of a field: value change change_pct prior consensus surprise_amount streak_quarters
  // target alt_value; nullopt where the fact has none or the field is no number.
  std::optional<Measured> NumberOf(const model::Fact& fact, std::string_view field) const;
  // A yes-no field: in_title negated named.
  bool FlagOf(const model::Fact& fact, std::string_view field) const;
  // The words of a field; none where the fact has none or the field is no word.
  std::vector<std::string> WordsOf(const model::Fact& fact, std::string_view field) const;

  // Whether a metric is the one asked for, lies in its family, or matches the glob.
  bool MetricMatches(std::string_view metric, std::string_view wanted, bool exact) const;

 private:
  model::Truth TestBound(const model::Fact& fact, const rule::FieldTest& test) const;
  bool TestWords(const model::Fact& fact, const rule::FieldTest& test,
                 const rule::Condition& leaf) const;
  // Its sentence names the company, or refers to it and it is whom the article is about.
  bool IsNamed(const model::Fact& fact) const;
  bool IsThere(const model::Fact& fact, std::string_view field) const;
  model::Truth TestState(const model::Fact& fact, const rule::FieldTest& test) const;
  const model::Company* CompanyOf(const model::Fact& fact) const;

  const Subject& subject_;
  const model::Vocabulary& vocabulary_;
};

// Whether a company is called so: by ticker, name or alias (any case), or by a glob over the first
// two.
bool IsCalled(const model::Company& company, std::string_view name,
              const model::Vocabulary& vocabulary);

// Whether any of the globs matches.
bool MatchesAny(std::string_view word, const std::vector<std::string>& globs);

}  // namespace tellwire::match
