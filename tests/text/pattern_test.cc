#include "text/pattern.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tellwire::text {
namespace {

using Literals = std::vector<std::string>;

TEST_CASE("a pattern finds the leftmost match and its groups") {
  const auto pattern = Pattern::Compile(R"(\b(H[12]00)( Ultra)?\b)");
  REQUIRE(pattern);
  CHECK(pattern->groups() == 2);
  const std::string text = "An H100, an H200 Ultra";
  const auto first = pattern->Find(text);
  REQUIRE(first);
  CHECK((*first)[0].Of(text) == "H100");
  CHECK((*first)[2].empty());
  const auto second = pattern->Find(text, (*first)[0].end);
  REQUIRE(second);
  CHECK((*second)[0].Of(text) == "H200 Ultra");
  CHECK((*second)[2].Of(text) == " Ultra");
  CHECK_FALSE(pattern->Find(text, (*second)[0].end));
  CHECK_FALSE(pattern->Find(text, text.size() + 5));
  CHECK_FALSE(pattern->Find("XH100"));
}

TEST_CASE("case counts unless it is told not to") {
  CHECK_FALSE(Pattern::Compile("abc")->Find("ABC"));
  CHECK(Pattern::Compile("abc", {.case_sensitive = false})->Find("ABC"));
}

TEST_CASE("a bad pattern says what and where") {
  struct Row {
    std::string expression;
    int column;
  };
  const std::vector<Row> rows = {
      {"a(b", 0}, {"a[b", 2}, {"a**", 2}, {"(?<=a)b", 0}, {R"(a\1)", 2}, {"a{2000}", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    const auto pattern = Pattern::Compile(row.expression);
    REQUIRE_FALSE(pattern);
    CHECK(pattern.error().message.find(row.expression) != std::string::npos);
    CHECK_FALSE(pattern.error().help.empty());
    if (row.column > 0) CHECK(pattern.error().where.column == row.column);
  }
  CHECK_FALSE(Pattern::Compile(std::string(20000, 'a')));
  CHECK_FALSE(Pattern::Compile("((a{100}){100}){100}"));
}

TEST_CASE("every match holds one of the required literals") {
  struct Row {
    std::string expression;
    Literals literals;
  };
  const std::vector<Row> rows = {
      {"export control", {"export control"}},
      {"Export|tariff", {"tariff", "export"}},
      {"foo.*bargain", {"bargain"}},
      {"(foo|bar).*bazzz", {"bazzz"}},
      {R"(\d+)", {}},
      {".*", {}},
      {"", {}},
      {"(abc)?", {}},
      {"x", {}},
      {"Nestl\u00e9 waters", {" waters"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    const auto pattern = Pattern::Compile(row.expression);
    REQUIRE(pattern);
    CHECK(pattern->RequiredLiterals() == row.literals);
  }
}

TEST_CASE("patterns that are catastrophic elsewhere are linear here") {
  const auto pattern = Pattern::Compile("(a*)*(a|aa)+$");
  REQUIRE(pattern);
  const std::string text = std::string(200000, 'a') + "b";
  CHECK_FALSE(pattern->Find(text));
}

}  // namespace
}  // namespace tellwire::text
