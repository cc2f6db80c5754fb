#include "shell/marked_text.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

using shell::Mark;
using shell::Style;

Mark Fact(uint32_t begin, uint32_t end) { return {{begin, end}, Style::kGreen, "{", "}"}; }
Mark Company(uint32_t begin, uint32_t end) { return {{begin, end}, Style::kCyan, "<", ">"}; }

// A company within a fact had no mark of its own: the fact swallowed it.
TEST_CASE("marks: one lies within the other; of two that cross the later ends with the earlier") {
  const struct {
    std::vector<Mark> marks;
    std::string text;
  } kRows[] = {
      {{}, "Acme sales rose"},
      {{Company(0, 4)}, "<Acme> sales rose"},
      {{Company(0, 4), Fact(5, 15)}, "<Acme> {sales rose}"},
      {{Company(0, 4), Fact(0, 15)}, "{<Acme> sales rose}"},
      {{Fact(0, 10), Company(5, 15)}, "{Acme <sales>} rose"},
      {{Fact(0, 4), Company(0, 4)}, "{Acme} sales rose"},
      {{Fact(3, 3)}, "Acme sales rose"},
  };
  for (const auto& [marks, text] : kRows) {
    CAPTURE(text);
    CHECK(shell::MarkText("Acme sales rose", marks, false) == text);
  }
}

TEST_CASE("marks: in colour an outer style begins again where an inner one ends") {
  CHECK(shell::MarkText("ab", {Fact(0, 2), Company(0, 1)}, true) ==
        "\033[32m\033[36ma\033[0m\033[32mb\033[0m");
}

TEST_CASE("marks: hostile characters do not reach the terminal, however many marks there are") {
  CHECK(shell::MarkText("a\033[31mb", {Fact(0, 7)}, false) == "{a[31mb}");
  std::vector<Mark> deep;
  std::string text;
  for (uint32_t i = 0; i < 20000; ++i) deep.push_back(Fact(i, 40000 - i));
  text.assign(40000, 'x');
  CHECK(shell::MarkText(text, deep, true).size() < 41000);
}

}  // namespace
}  // namespace tellwire
