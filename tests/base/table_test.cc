#include "base/table.h"

#include <doctest/doctest.h>

namespace tellwire {

constexpr const char* kHead =
    "# Things.\n# origin: written here\n# licence: MIT\n# columns: id  surface\n";

TEST_CASE("table: rows carry their line, absent cells at the end are empty") {
  const Table table = ParseTable("t.tsv", std::string(kHead) + "a\tx\n\n# note\nb\n");
  REQUIRE(table.problems.empty());
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].line == 5);
  CHECK(table.rows[0].cells == std::vector<std::string>{"a", "x"});
  CHECK(table.rows[1].line == 8);
  CHECK(table.rows[1].cells == std::vector<std::string>{"b", ""});
  CHECK(table.Column("surface") == 1);
  CHECK(table.Column("nothing") == -1);
}

TEST_CASE("table: a row with too many cells is named and skipped, the rest goes on") {
  const Table table = ParseTable("t.tsv", std::string(kHead) + "a\tx\ty\nb\tz\n");
  REQUIRE(table.problems.size() == 1);
  CHECK(ToString(table.problems[0].where) == "t.tsv:5");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].cells[0] == "b");
}

TEST_CASE("table: a header that lacks its licence is a problem") {
  const Table table = ParseTable("t.tsv", "# origin: here\n# columns: a\nx\n");
  REQUIRE(table.problems.size() == 1);
  CHECK(table.problems[0].message.find("licence") != std::string::npos);
}

TEST_CASE("table: Windows line ends and a last line without an end are read") {
  const Table table =
      ParseTable("t.tsv", "# origin: o\r\n# licence: l\r\n# columns: a b\r\n1\t2\r\n3\t4");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells[1] == "2");
  CHECK(table.rows[1].cells[1] == "4");
}

}  // namespace tellwire
