#include "layout_fixture.h"

namespace tellwire::text {
namespace {

using Lines = std::vector<std::string>;

const std::string kWrapped =
    "HELSINKI, May 4 - The maker of paper machines said on Tuesday that its\n"
    "orders rose by a fifth in the first quarter, helped by demand in Asia.\n"
    "Revenue climbed 12 percent to 410 million euros, while the operating\n"
    "profit doubled. The outlook stayed.\n";

TEST_CASE("a hard-wrapped paragraph is one block, and its newlines part no sentence") {
  const auto document = ReadBody(kWrapped);
  REQUIRE(document.blocks.size() == 1);
  REQUIRE(document.sentences.size() == 3);
  CHECK(document.sentences[1].span.Of(kWrapped).starts_with("Revenue climbed 12 percent"));
}

TEST_CASE("paragraphs of a hard-wrapped text end at short lines and indents too") {
  const std::string text =
      kWrapped + "Shares of the group rose 3 percent in early trading on the Helsinki\n" +
      "exchange.\n   Analysts had expected a smaller rise, as orders from America were\n" +
      "weak.\n";
  const auto document = ReadBody(text);
  CHECK(document.blocks.size() == 3);
}

TEST_CASE("lines of a text that is not wrapped are blocks") {
  const std::vector<Lines> rows = {
      {"Tesla shares fall 5%",
       "The company said on Friday that deliveries were lower than planned."},
      {"Revenue rose 5% to $3 billion in the quarter, on strong demand.", "Profit was flat."},
      {"Tesla shares fall 5% on weak demand in China",
       "Apple shares rose 3% on Friday after strong sales"},
      {"Name    Price    Change", "Tesla   250.10   -5.0%", "Apple   190.20   +3.0%"},
      {"We look at the following numbers this week:", "revenue growth", "margins", "capex"},
  };
  for (const Lines& row : rows) {
    std::string text;
    for (const std::string& line : row) text += line + "\n";
    CAPTURE(text);
    CHECK(ReadBody(text).blocks.size() == row.size());
  }
}

TEST_CASE("list items stay apart, and go on over wrapped lines") {
  const std::string text =
      "What to watch over the coming quarters:\n"
      "- how the group prices its services for artificial intelligence, and\n"
      "  whether customers pay for them\n"
      "- capex\n"
      "1. First of all the margin.\n"
      "2) Then the cash.\n";
  CHECK(Joined(Blocks(text)) ==
        Joined({"H: What to watch over the coming quarters:",
                "L: - how the group prices its services for artificial intelligence, "
                "and\n  whether customers pay for them",
                "L: - capex", "L: 1. First of all the margin.", "L: 2) Then the cash."}));
}

TEST_CASE("a number at the start of a wrapped line is no list item") {
  const std::string text =
      "The group said that it will build new plants in Texas and Arizona in\n"
      "12. The governor of the state, who had promised tax breaks, was glad of\n"
      "the news and said that more of them would follow in the next years and\n"
      "that jobs would come.\n";
  CHECK(ReadBody(text).blocks.size() == 1);
}

TEST_CASE("carriage returns are white space") {
  const auto document = ReadBody("Revenue rose.\r\n\r\nProfit fell.\r\n");
  CHECK(document.blocks.size() == 2);
  CHECK(document.sentences.size() == 2);
}

}  // namespace
}  // namespace tellwire::text
