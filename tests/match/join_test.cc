// The joins of positions by themselves; that they agree with trying everything is the oracle's
// test.
#include "match/join.h"

#include "doctest/doctest.h"
#include "support/made_article.h"

namespace tellwire::test {
namespace {

using match::Reading;
using match::Readings;
using model::Truth;

struct Joined {
  explicit Joined(const std::string& text)
      : made({{{text}}}), subject{made.article, made.analysis} {}

  Readings Of(const std::string& words, Truth truth = Truth::kTrue) const {
    Readings readings;
    for (size_t at = made.article.text.find(words); at != std::string::npos;
         at = made.article.text.find(words, at + 1))
      readings.push_back({{model::Part::kText,
                           {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())}},
                          -1,
                          truth});
    return readings;
  }
  std::vector<std::string> Words(const Readings& readings) const {
    std::vector<std::string> words;
    for (const Reading& reading : readings)
      words.emplace_back(reading.place.span.Of(made.article.text));
    return words;
  }

  MadeArticle made;
  match::Subject subject;
  match::Places places{subject};
};

using Strings = std::vector<std::string>;

TEST_CASE("join: chains begin latest for their end and end soonest for their beginning") {
  const Joined text("a x b a b y b");
  CHECK(text.Words(JoinSequence({text.Of("a"), text.Of("b")}, 5, text.places)) ==
        Strings{"a x b", "a b", "a b y b"});
  CHECK(text.Words(JoinSequence({text.Of("a"), text.Of("b")}, 1, text.places)) == Strings{"a b"});
  CHECK(text.Words(JoinSequence({text.Of("y"), text.Of("a")}, 9, text.places)).empty());
  CHECK(text.Words(JoinNear({text.Of("y"), text.Of("x")}, 9, text.places)) == Strings{"x b a b y"});
}

TEST_CASE("join: a chain is as sure as its least sure reading") {
  const Joined text("a b c");
  const auto near = JoinNear({text.Of("a"), text.Of("b", Truth::kUnknown)}, 3, text.places);
  REQUIRE(near.size() == 1);
  CHECK(near[0].truth == Truth::kUnknown);
  // A sure way to the same place wins.
  Readings both = text.Of("b", Truth::kUnknown);
  both.push_back(text.Of("b")[0]);
  const auto sure = JoinNear({text.Of("a"), both}, 3, text.places);
  REQUIRE(sure.size() == 1);
  CHECK(sure[0].truth == Truth::kTrue);
}

TEST_CASE("join: without readings of every stage there is nothing") {
  const Joined text("a b c");
  CHECK(JoinNear({text.Of("a"), {}}, 3, text.places).empty());
  CHECK(JoinSequence({}, 3, text.places).empty());
  CHECK(JoinSequence({text.Of("a"), text.Of("b")}, 0, text.places).empty());
}

}  // namespace
}  // namespace tellwire::test
