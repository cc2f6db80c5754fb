#include "text/document.h"

#include "layout_fixture.h"

namespace tellwire::text {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("blank lines and newlines end blocks, and each block has a kind") {
  const std::string text =
      "Alibaba and Tencent miss, one stock jumps\n"
      "\n"
      "What happened\n"
      "Both groups came in below revenue estimates. Shares of Alibaba rose 6%.\n"
      "Tencent fell.\n"
      "\n"
      "What to watch:\n"
      "- Pricing of AI services\n"
      "• Capex\n"
      "Share this article\n";
  CHECK(Blocks(text, false) ==
        Lines{"H: Alibaba and Tencent miss, one stock jumps", "H: What happened",
              "P: Both groups came in below revenue estimates. Shares of Alibaba rose 6%.",
              "P: Tencent fell.", "H: What to watch:", "L: - Pricing of AI services", "L: • Capex",
              "F: Share this article"});
}

TEST_CASE("sections begin at headings, the lent title opens none") {
  const std::string text =
      "Alibaba jumps on AI\n\nIt was a good day for the group.\n\nRisks\n\nMuch can go wrong.\n";
  const model::Document document = ReadBody(text, false);
  CHECK(document.lends_title);
  REQUIRE(document.sections.size() == 2);
  CHECK(document.sections[0].heading.empty());
  CHECK(document.sections[0].last_block == 2);
  CHECK(document.sections[1].heading.Of(text) == "Risks");
  CHECK(document.sections[1].first_block == 2);
  CHECK(document.sections[1].last_block == 4);
  CHECK(document.blocks[3].section == 1);
  CHECK(document.sentences.back().block == 3);
  CHECK_FALSE(ReadBody(text, true).lends_title);
}

TEST_CASE("a Markdown heading is one whatever its length, without its signs") {
  CHECK(Blocks("# What the company did not say about the price of its new car\nIt is high.\n#1 in "
               "sales.") == Lines{"H: What the company did not say about the price of its new car",
                                  "P: It is high.", "P: #1 in sales."});
}

TEST_CASE("numbered lines over prose are headings, those of a list are not") {
  CHECK(Blocks("1. What happened\nShares fell by 5%.\n\n2. Why it matters\nMargins shrink.\n\n"
               "1. Watch the price\n2. Watch the cost\nThat is all.") ==
        Lines{"H: 1. What happened", "P: Shares fell by 5%.", "H: 2. Why it matters",
              "P: Margins shrink.", "L: 1. Watch the price", "L: 2. Watch the cost",
              "P: That is all."});
}

TEST_CASE("a date line is no heading") {
  CHECK(Blocks("May 15, 2026 8:30 AM ET\nRevenue rose 5% in the quarter.\n\nOutlook for 2026\nIt "
               "is good.") == Lines{"P: May 15, 2026 8:30 AM ET",
                                    "P: Revenue rose 5% in the quarter.", "H: Outlook for 2026",
                                    "P: It is good."});
}

TEST_CASE("a run of short lines is a menu, not a stack of headings") {
  const auto document =
      ReadBody("Home\nMy Page\nStocks Now\nFunds Now\nBonds Now\nShares of Acme rose 5% today.");
  int headings = 0;
  for (const auto& block : document.blocks) headings += block.kind == model::BlockKind::kHeading;
  CHECK(headings <= 3);
}

TEST_CASE("a text without a headline lends no title") {
  const std::vector<std::string> rows = {
      "Revenue rose 5% in the quarter.",
      "Revenue rose 5%.\n\nProfit fell.",
      "- a list item\n- another one",
      "TSLA-0.35\n\nTesla shares fell by a third this year.",
  };
  for (const std::string& text : rows) {
    CAPTURE(text);
    CHECK_FALSE(ReadBody(text, false).lends_title);
  }
}

TEST_CASE("a title is one block of prose, whatever it says") {
  const std::string title = "Read more: Tesla falls. Why?";
  const auto document = ReadDocument(title, TextKind::kTitle, ShippedTables());
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.blocks[0].span == Span{0, static_cast<uint32_t>(title.size())});
  CHECK(document.blocks[0].tokens == model::TokenRange{0, 5});
}

TEST_CASE("every token lies in exactly one block, and sentences lie in order") {
  const std::string text =
      "Head Line\n\nOne. Two! Three? Read more: four.\n\n***\nfive\nMarket Impact: 0.3\n. six";
  const model::Document document = ReadBody(text);
  uint32_t next = 0;
  for (const auto& block : document.blocks) {
    CHECK(block.tokens.begin == next);
    next = block.tokens.end;
  }
  CHECK(next == document.tokens.size());
  uint32_t end = 0;
  for (const auto& sentence : document.sentences) {
    CHECK(sentence.span.begin >= end);
    end = sentence.span.end;
    CHECK(document.blocks[sentence.block].span.Contains(sentence.span));
  }
}

TEST_CASE("texts without words make empty documents") {
  for (const std::string text : {"", "\n\n\n", " \t ", "...", "!!!\n???", "\n- \n• \n"}) {
    CAPTURE(text);
    CHECK(ReadBody(text, false).blocks.empty());
    CHECK(ReadDocument(text, TextKind::kTitle, ShippedTables()).sentences.empty());
  }
}

}  // namespace
}  // namespace tellwire::text

namespace tellwire::text {

TEST_CASE("document: a sentence that never ends is read in pieces that cover all its words") {
  std::string endless;
  for (int i = 0; i < 1700; ++i) endless += "guidance ";
  endless += "ends here.";
  const LayoutTables tables;
  const model::Document document = ReadDocument(endless, TextKind::kBody, tables);
  REQUIRE(document.sentences.size() == 4);
  uint32_t next = 0;
  for (const model::Sentence& sentence : document.sentences) {
    CHECK(sentence.tokens.begin == next);
    CHECK(sentence.span.begin == document.tokens[next].span.begin);
    next = sentence.tokens.end;
  }
  CHECK(next == document.tokens.size());
}

}  // namespace tellwire::text
