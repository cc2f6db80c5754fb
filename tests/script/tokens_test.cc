#include "script/tokens.h"

#include <doctest/doctest.h>

namespace tellwire::script {
namespace {

constexpr char kText[] = R"lua(-- a comment { rule "x" }
local a = phrase "one" & phrase "two"
rule "a.b" {
  title = [[ a { long } text ]],
  ["when"] = all { x = near(5, phrase "p", phrase "q"), phrase "r" },
  alert = function(hit) if hit then return { score = 1, note = 2 } end end,
  tags = { "a", "b" }, tags = { "c" },
}
return { ["a.b"] = { fires = { "t" } } }
)lua";

TEST_CASE("a call is found by line, name and turn, in the order in which calls end") {
  const SourceMap map("f.lua", kText);
  CHECK(map.Find(2, "phrase", 0)->where.column == 11);
  CHECK(map.Find(2, "phrase", 1)->where.column == 26);
  CHECK(map.Find(2, "phrase", 2) == nullptr);
  CHECK(map.Find(5, "phrase", 1)->where.column == 44);
  CHECK(map.Find(5, "near", 0)->where.column == 24);
  CHECK(map.Find(5, "near", 7) != nullptr);
  CHECK(map.Find(1, "rule", 0) == nullptr);
  CHECK(map.Find(4, "rule", 0) == nullptr);
}

TEST_CASE("the keys and values of a table have places") {
  const SourceMap map("f.lua", kText);
  const CallSite* rule = map.Find(3, "rule", 0);
  REQUIRE(rule != nullptr);
  REQUIRE(rule->tables.size() == 1);
  const TableSite& table = *rule->tables[0];
  CHECK(table.Find("title")->where == Where{"f.lua", 4, 3});
  CHECK(table.Find("title")->value == Where{"f.lua", 4, 11});
  CHECK(table.Find("when")->value.column == 14);
  CHECK(table.Find("alert")->where.line == 6);
  CHECK(table.Find("score") == nullptr);
  CHECK(table.Find("tags")->table->Find(1)->value.column == 33);
  CHECK(map.Returned()->Find("a.b")->where == Where{"f.lua", 9, 10});
}

TEST_CASE("a key that is written twice is found") {
  const SourceMap map("f.lua", kText);
  const auto twice = map.Duplicates();
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].key == "tags");
  CHECK(twice[0].where.column == 24);
}

TEST_CASE("lines, words and signs") {
  const SourceMap map("f.lua", "x = a == b\ny = not c -- and\n");
  CHECK(map.Operator(1, "==").column == 7);
  CHECK(map.Operator(1, "&").column == 0);
  CHECK(map.HasLogicWord(2));
  CHECK_FALSE(map.HasLogicWord(1));
  CHECK(map.Word(1, "b").column == 10);
  CHECK(map.Line(2) == "y = not c -- and");
  CHECK(map.Line(0) == "");
  CHECK(map.Line(99) == "");
}

TEST_CASE("broken and odd texts end") {
  for (const std::string text :
       {"",     "\"",       "[[",       "--[[",     "((((",     "{{{{",     "f{",
        "f{a=", "f(",       "return {", "a:b",      "a.",       "]]",       "f 'x' {",
        "\\",   "[==[ ]=]", "#!x",      "f{[\"a\"", "function", "end end }"}) {
    CAPTURE(text);
    const SourceMap map("f.lua", text);
    CHECK(map.Line(5) == "");
  }
}

}  // namespace
}  // namespace tellwire::script
