// The truth tables, exhaustively, and the evaluators held to them.
#include <algorithm>
#include <map>
#include <sstream>

#include "base/file.h"
#include "doctest/doctest.h"
#include "match/network.h"
#include "match/oracle.h"
#include "support/conditions.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

using model::Truth;

const Truth kAllTruths[] = {Truth::kTrue, Truth::kFalse, Truth::kUnknown, Truth::kError};

bool Any(const std::vector<Truth>& members, Truth wanted) {
  return std::find(members.begin(), members.end(), wanted) != members.end();
}

// The table's own words.
Truth AllOf(const std::vector<Truth>& m) {
  if (Any(m, Truth::kFalse)) return Truth::kFalse;
  if (Any(m, Truth::kError)) return Truth::kError;
  return Any(m, Truth::kUnknown) ? Truth::kUnknown : Truth::kTrue;
}
Truth AnyOf(const std::vector<Truth>& m) {
  if (Any(m, Truth::kTrue)) return Truth::kTrue;
  if (Any(m, Truth::kError)) return Truth::kError;
  return Any(m, Truth::kUnknown) ? Truth::kUnknown : Truth::kFalse;
}

template <typename Visit>
void ForEachTriple(Visit visit) {
  for (Truth a : kAllTruths) {
    for (Truth b : kAllTruths) {
      for (Truth c : kAllTruths) visit(std::vector<Truth>{a, b, c});
    }
  }
}

TEST_CASE("truth: all, any and not, for every three values") {
  ForEachTriple([](const std::vector<Truth>& m) {
    CHECK(model::And(model::And(m[0], m[1]), m[2]) == AllOf(m));
    CHECK(model::Or(model::Or(m[0], m[1]), m[2]) == AnyOf(m));
  });
  CHECK(model::Not(Truth::kTrue) == Truth::kFalse);
  CHECK(model::Not(Truth::kFalse) == Truth::kTrue);
  CHECK(model::Not(Truth::kUnknown) == Truth::kUnknown);
  CHECK(model::Not(Truth::kError) == Truth::kError);
}

// The rows of a table of the guide, by the name in its upper left corner: row and column -> value.
std::map<std::pair<std::string, std::string>, std::string> TableOfTheGuide(
    const std::string& name) {
  std::istringstream guide(ReadFile(TELLWIRE_SOURCE_DIR "/rules/README.md").value());
  std::map<std::pair<std::string, std::string>, std::string> values;
  std::vector<std::string> columns;
  for (std::string line; std::getline(guide, line);) {
    if (columns.empty() && !line.starts_with("| " + name + " |")) continue;
    if (line.empty()) break;
    if (columns.empty()) line = line.substr(name.size());  // it may itself hold a `|`
    std::vector<std::string> cells;
    std::istringstream rest(line);
    for (std::string cell; std::getline(rest, cell, '|');) {
      std::erase_if(cell, [](char c) { return c == ' ' || c == '*'; });
      cells.push_back(cell);
    }
    if (columns.empty()) {
      columns.assign(cells.end() - 4, cells.end());
    } else if (cells.at(1).find("---") == std::string::npos) {
      for (size_t i = 0; i < 4; ++i) values[{cells.at(1), columns[i]}] = cells.at(2 + i);
    }
  }
  return values;
}

TEST_CASE("truth: the tables of the guide are what holds") {
  const auto both = TableOfTheGuide("`a & b`"), either = TableOfTheGuide("`a \\| b`");
  const auto opposite = TableOfTheGuide("`~a`");
  REQUIRE(both.size() == 16);
  REQUIRE(either.size() == 16);
  REQUIRE(opposite.size() == 4);
  for (Truth a : kAllTruths) {
    const std::string row(model::ToString(a));
    CHECK(opposite.at({"", row}) == model::ToString(model::Not(a)));
    for (Truth b : kAllTruths) {
      const std::string column(model::ToString(b));
      CHECK(both.at({row, column}) == model::ToString(model::And(a, b)));
      CHECK(either.at({row, column}) == model::ToString(model::Or(a, b)));
    }
  }
}

// A member that is not decided may become true or false; an error decides where one of the errors
// being true or false would make the difference.
TEST_CASE("truth: at_least(n) is true once n are, false when n is out of reach") {
  ForEachTriple([](const std::vector<Truth>& m) {
    for (int n = 0; n <= 4; ++n) {
      const auto sure = std::count(m.begin(), m.end(), Truth::kTrue);
      const auto possible = 3 - std::count(m.begin(), m.end(), Truth::kFalse);
      const Truth wanted = sure >= n               ? Truth::kTrue
                           : possible < n          ? Truth::kFalse
                           : Any(m, Truth::kError) ? Truth::kError
                                                   : Truth::kUnknown;
      CHECK(match::AtLeast(n, m) == wanted);
    }
  });
}

// A leaf of each value that an article without errors can give.
ConditionPtr LeafOf(Truth truth) {
  if (truth == Truth::kTrue) return Phrase("here");
  if (truth == Truth::kFalse) return Phrase("absent");
  return Leaf(Op::kPublished);  // of an undated article
}

TEST_CASE("truth: both evaluators follow the tables for every three leaves") {
  const MadeArticle made({{{"It is here."}}});
  const model::Vocabulary vocabulary;
  const match::Subject subject{made.article, made.analysis};
  const match::Oracle oracle(subject, vocabulary);
  const auto both = [&](const ConditionPtr& when, Truth wanted) {
    CAPTURE(ToString(*when));
    CHECK(oracle.EvaluateRoot(*when, "when", -1, nullptr).truth == wanted);
    rule::RuleSet rules;
    rules.rules.push_back(MakeRule("r", when));
    const match::Network network(rules, vocabulary);
    const auto outcome = network.Match(subject, network.NewScratch().get(), nullptr);
    CHECK(outcome.hits.size() == (wanted == Truth::kTrue ? 1u : 0u));
    CHECK(outcome.verdicts.size() == (wanted == Truth::kUnknown ? 1u : 0u));
  };
  ForEachTriple([&](const std::vector<Truth>& m) {
    if (Any(m, Truth::kError)) return;
    const std::vector<ConditionPtr> leaves = {LeafOf(m[0]), LeafOf(m[1]), LeafOf(m[2])};
    both(All(leaves), AllOf(m));
    both(test::Any(leaves), AnyOf(m));
    both(Over(Op::kNone, leaves), model::Not(AnyOf(m)));
    both(Not(leaves[0]), model::Not(m[0]));
    for (int n = 0; n <= 4; ++n) both(Over(Op::kAtLeast, leaves, n), match::AtLeast(n, m));
  });
}

TEST_CASE("truth: unless vetoes only when true, and marks what it could not say") {
  const MadeArticle made({{{"It is here."}}});
  const model::Vocabulary vocabulary;
  const match::Subject subject{made.article, made.analysis};
  for (Truth veto : {Truth::kTrue, Truth::kFalse, Truth::kUnknown}) {
    rule::RuleSet rules;
    rules.rules.push_back(MakeRule("r", Phrase("here")));
    rules.rules[0].unless = {Named("veto", LeafOf(veto))};
    const match::Network network(rules, vocabulary);
    const auto hits = network.Match(subject, network.NewScratch().get(), nullptr).hits;
    REQUIRE(hits.size() == (veto == Truth::kTrue ? 0u : 1u));
    if (veto == Truth::kUnknown) CHECK(hits[0].unsure == std::vector<std::string>{"veto"});
    if (veto == Truth::kFalse) CHECK(hits[0].unsure.empty());
  }
}

}  // namespace
}  // namespace tellwire::test
