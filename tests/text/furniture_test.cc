#include "layout_fixture.h"

namespace tellwire::text {
namespace {

using model::BlockKind;

BlockKind KindOf(const std::string& text) {
  const auto document = ReadBody(text);
  REQUIRE(document.blocks.size() == 1);
  return document.blocks[0].kind;
}

TEST_CASE("share bars, sign-up lines and boilerplate are furniture") {
  const std::vector<std::string> rows = {
      "Read more: Why Tesla's 20% slump matters",
      "Subscribe for $5 a month.",
      "Facebook Twitter LinkedIn Email",
      "Share this article",
      "Sign up for our free newsletter",
      "(Reporting by Jane Doe; Editing by John Doe)",
      "We use cookies to improve your experience.",
      "© 2026 Wire Ltd. All rights reserved.",
      "Advertisement",
      "Back to top",
      "Leave a Reply",
      "Comments",
      "Photo by Jane Doe",
      "This article is for informational purposes only.",
  };
  for (const std::string& text : rows) {
    CAPTURE(text);
    CHECK(KindOf(text) == BlockKind::kFurniture);
    CHECK(ReadBody(text).sentences.empty());
  }
}

TEST_CASE("prose about shares, subscribers and newsletters is no furniture") {
  const std::vector<std::string> rows = {
      "Share prices fell by 5%.",       "Shares rose.",
      "Facebook shares rose 3%.",       "Facebook",
      "Subscribers grew to 5 million.", "Readers want more.",
      "Advertisement revenue fell 3%.", "Comments by the chairman lifted the stock.",
      "Sign-ups doubled to 3 million.", "Follow-on orders came from Asia.",
      "The top line grew 5%.",          "Most popular models are sold out.",
  };
  for (const std::string& text : rows) {
    CAPTURE(text);
    CHECK(KindOf(text) == BlockKind::kProse);
  }
}

TEST_CASE("a furniture sentence at a paragraph's end leaves the rest prose") {
  CHECK(Blocks("Tesla shares fell 5%. Sales were weak. Read more: Why it matters") ==
        std::vector<std::string>{"P: Tesla shares fell 5%. Sales were weak.",
                                 "F: Read more: Why it matters"});
}

TEST_CASE("what stands below a comment form is furniture, in an article and not in a menu") {
  std::string article;
  for (int i = 0; i < 10; ++i) article += "Revenue of the group rose by another five percent.\n\n";
  const auto below = ReadBody(article + "Leave a Reply\n\nYour stock will fall 90%.\n");
  CHECK(below.blocks.back().kind == BlockKind::kFurniture);
  const auto menu = ReadBody("Leave a Reply\n\n" + article);
  CHECK(menu.blocks.back().kind == BlockKind::kProse);
}

TEST_CASE("a long paragraph is prose, whatever it holds") {
  std::string text = "All rights reserved seats were sold, and ";
  for (int i = 0; i < 80; ++i) text += "the show went on and ";
  CHECK(KindOf(text + "ended.") == BlockKind::kProse);
}

TEST_CASE("lines that a data provider glues are told from prose") {
  const std::vector<std::pair<std::string, BlockKind>> rows = {
      {"TSLA-0.35", BlockKind::kProvider},
      {"BABA0.88", BlockKind::kProvider},
      {"BABA0.88 TCEHY0.45 0700.HK-0.2", BlockKind::kProvider},
      {"Market Impact: 0.30", BlockKind::kProvider},
      {"Market Impact0.46", BlockKind::kProvider},
      {"Sentiment0.72Strongly Positive", BlockKind::kProvider},
      {"AI monetisationCloud growthSemiconductors", BlockKind::kProvider},
      {"Tickers BABA0.88 TCEHY-0.12", BlockKind::kProvider},
      {"Sentiment Score: 0.72 (Strongly Positive)", BlockKind::kProvider},
      {"Themes: AI monetisation, Cloud growth, Semiconductors", BlockKind::kProvider},
      {"Ticker sentiment: BABA 0.88, TCEHY -0.12", BlockKind::kProvider},
      {"Topics: the company, which sells cars, said that its new factory is late",
       BlockKind::kProse},
      {"PayPal sues YouTube", BlockKind::kProse},
      {"redBus founders exit Ibibo", BlockKind::kProse},
      {"EUR0.50", BlockKind::kProse},
      {"Revenue rose 0.30", BlockKind::kProse},
      {"Sentiment: the mood of consumers turned sour in May, a survey said.", BlockKind::kProse},
      {"Impact of tariffs grows", BlockKind::kProse},
      {"H20", BlockKind::kProse},
  };
  for (const auto& [text, kind] : rows) {
    CAPTURE(text);
    CHECK(KindOf(text) == kind);
  }
}

TEST_CASE("the line below a label is its value, the one after it is not") {
  CHECK(Blocks("Sentiment\n0.72\nAlibaba rose 6% on Friday, led by its cloud business.") ==
        std::vector<std::string>{"V: Sentiment", "V: 0.72",
                                 "P: Alibaba rose 6% on Friday, led by its cloud business."});
}

TEST_CASE("a label without a value below it is a heading") {
  CHECK(Blocks("Impact\n\nThe ban will cost the company a third of its revenue in China.") ==
        std::vector<std::string>{
            "H: Impact", "P: The ban will cost the company a third of its revenue in China."});
}

TEST_CASE("rows of the tables that are wrong are reported and skipped") {
  const Table furniture = ParseTable("f.tsv",
                                     "# origin: x\n# licence: x\n# columns: words place reach\n"
                                     "share this\tstart\n\tstart\nbuy now\tsomewhere\n");
  const Table abbreviations = ParseTable(
      "a.tsv", "# origin: x\n# licence: x\n# columns: word end\nInc.\tmay\nfoo\tperhaps\n");
  const Table labels = ParseTable("l.tsv", "# origin: x\n# licence: x\n# columns: label\nImpact\n");
  std::vector<Error> problems;
  const LayoutTables tables = ReadLayoutTables(furniture, abbreviations, labels, &problems);
  CHECK(tables.furniture.size() == 1);
  CHECK(tables.abbreviations.contains("inc"));
  CHECK(tables.provider_labels == std::vector<std::string>{"impact"});
  REQUIRE(problems.size() == 3);
  CHECK(problems[1].where.line == 6);
}

}  // namespace
}  // namespace tellwire::text
