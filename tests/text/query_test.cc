#include "text/query.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tellwire::text {
namespace {

std::string Canonical(const std::string& query) {
  const auto parsed = ParseQuery(query);
  return parsed ? ToString(**parsed) : "error: " + parsed.error().message;
}

TEST_CASE("a query means what a person meant") {
  struct Row {
    std::string query, canonical;
  };
  const std::vector<Row> rows = {
      {"", "*"},
      {"   ", "*"},
      {"*", "*"},
      {"Chips", "chips"},
      {"chip export", "chip AND export"},
      {"chip \"Export Control\"", "chip AND \"export control\""},
      {"\"chips\"", "\"chips\""},
      {"a AND b OR c", "(a AND b) OR c"},
      {"a AND (b OR c)", "a AND (b OR c)"},
      {"a NOT b", "a AND NOT b"},
      {"a AND NOT b", "a AND NOT b"},
      {"a -b", "a AND NOT b"},
      {"-a", "NOT a"},
      {"-\"a b\"", "NOT \"a b\""},
      {"-(a OR b)", "NOT (a OR b)"},
      {"NOT NOT a", "NOT NOT a"},
      {"semi*", "semi*"},
      {"near(10 price war)", "near(10 price war)"},
      {"near(3 \"price war\" ev)", "near(3 \"price war\" ev)"},
      {"title:warning", "title:warning"},
      {"title:\"profit warning\"", "title:\"profit warning\""},
      {"title:(a OR b)", "title:(a OR b)"},
      {"-title:warning", "NOT title:warning"},
      {"company:BABA chip", "company:\"BABA\" AND chip"},
      {"company:\"Alibaba Group\"", "company:\"Alibaba Group\""},
      {"source:Reuters", "source:\"Reuters\""},
      {"since:2026-01-01 until:2026-03", "since:2026-01-01 AND until:2026-03"},
      // Raw text.
      {"R&D", "\"r d\""},
      {"BRK.B", "\"brk b\""},
      {"don't", "\"don t\""},
      {"12%", "12"},
      {"1.5", "\"1 5\""},
      {"AT & T", "at AND t"},
      {"chip - export", "chip AND export"},
      {"and or not", "and AND or AND not"},
      {"“price war”", "\"price war\""},
      {"10:30", "\"10 30\""},
      {"update: chips", "update AND chips"},
      {"http://x.com/a", "\"http x com a\""},
      {"nearby", "nearby"},
      {"near misses", "near AND misses"},
      {"Nestlé", "nestle"},
      {"a\"b c\"d", "a AND \"b c\" AND d"},
      {"ORACLE ANDROID NOTE", "oracle AND android AND note"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(Canonical(row.query) == row.canonical);
  }
}

TEST_CASE("a query that cannot be understood points at the place") {
  struct Row {
    std::string query;
    int column;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"chip \"export", 6, "the quote that opens here is never closed"},
      {"a (b OR c", 3, "this ( is never closed"},
      {"a) b", 2, "there is no ( for this )"},
      {"a ()", 3, "there is nothing between ( and )"},
      {"AND a", 1, "AND needs words on both sides"},
      {"a AND", 3, "AND needs words on both sides"},
      {"a OR", 3, "OR needs words on both sides"},
      {"OR a", 1, "OR needs words on both sides"},
      {"a NOT", 3, "NOT needs a word behind it"},
      {"near(price war)", 6, "near needs a number of words from 1 to 9999 first"},
      {"near(0 a b)", 6, "near needs a number of words from 1 to 9999 first"},
      {"near(5 a)", 1, "near needs at least two words"},
      {"near(5 a b", 1, "this near( is never closed"},
      {"near(5 a b*)", 11, "near takes whole words"},
      {"titel:warning", 1, "unknown field titel:"},
      {"company:", 9, "there is nothing behind company:"},
      {"since:yesterday", 7, "\"yesterday\" is no date"},
      {"\"semi* x\"", 6, "* has no meaning inside quotes"},
      {"R&D*", 4, "* stands behind the beginning of one word"},
      {"&&&", 1, "there is no word to search for"},
      {"title:&", 1, "there is no word behind the colon"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const auto parsed = ParseQuery(row.query);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().message == row.message);
    CHECK(parsed.error().where.column == row.column);
    CHECK(parsed.error().where.file == "query");
    CHECK_FALSE(parsed.error().help.empty());
  }
}

TEST_CASE("words are stemmed unless quoted, and phrases and prefixes never") {
  CHECK_FALSE((*ParseQuery("chips"))->exact);
  CHECK((*ParseQuery("\"chips\""))->exact);
  CHECK((*ParseQuery("R&D"))->exact);
  CHECK((*ParseQuery("semi*"))->exact);
  CHECK((*ParseQuery("near(2 a b)"))->children[0]->exact);
}

TEST_CASE("hostile queries are refused, not suffered") {
  const std::vector<std::string> rows = {
      std::string(100000, '('),      std::string(5000, '-') + "a", std::string(100000, 'a') + " b",
      std::string(3000, '"') + "\"", std::string("a\0b\0", 4),     "\xE2\x80",
  };
  for (const std::string& row : rows) {
    const auto parsed = ParseQuery(row);
    CHECK((parsed || !parsed.error().message.empty()));
  }
  std::string many;
  for (int i = 0; i < 300; ++i) many += "w" + std::to_string(i) + " ";
  CHECK_FALSE(ParseQuery(many));
}

TEST_CASE("whatever is not refused as too deep reads back from its canonical form") {
  for (const int depth : {8, 30, 32, 40, 62}) {
    CAPTURE(depth);
    std::string groups, denials = std::string(static_cast<size_t>(depth), '-') + "a";
    for (int i = 0; i < depth; ++i) groups += "(a b OR c ";
    groups += "d" + std::string(static_cast<size_t>(depth), ')');
    for (const std::string& query : {groups, "(" + denials + " b) OR c", denials}) {
      CAPTURE(query);
      const auto parsed = ParseQuery(query);
      if (parsed) CHECK(Canonical(ToString(**parsed)) == ToString(**parsed));
      if (depth < 30) CHECK(bool(parsed));
    }
  }
}

TEST_CASE("every node knows its place in the query") {
  const std::string query = "chip AND \"export control\"";
  const auto parsed = ParseQuery(query);
  REQUIRE(parsed);
  CHECK((*parsed)->children[1]->where.Of(query) == "\"export control\"");
}

}  // namespace
}  // namespace tellwire::text
