#include "ingest/markdown.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/front_matter.h"
#include "ingest/text_article.h"

namespace tellwire::ingest {
namespace {

TEST_CASE("Markdown becomes the text that a reader sees") {
  struct Row {
    std::string markdown, text;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"One line\ngoes on.\n\nNext.", "One line goes on.\n\nNext."},
      {"# Title\nText", "# Title\n\nText"},
      {"Title\n=====\nText", "# Title\n\nText"},
      {"[Alibaba](https://x.com/a_(b)) rose **6%** and *fell*.", "Alibaba) rose 6% and fell."},
      {"See [the note][1] ![chart](a.png)here[^2].\n\n[1]: https://x.com", "See the note here."},
      {"- one\n- two\n  goes on\n\nText", "- one\n- two goes on\n\nText"},
      {"* one\n* two", "* one\n* two"},
      {"1. one\n2. two", "1. one\n2. two"},
      {"> quoted\n> text", "quoted text"},
      {"a<!-- hidden -->b", "ab"},
      {"first  \nsecond", "first\nsecond"},
      {"| a | b |\n|---|--:|\n| 1 | 2 |", "a\tb\n1\t2"},
      {"Text\n\n---\n\nMore", "Text\n\nMore"},
      {"AT&amp;T &#8364;5 &unknown; R&D", "AT&T €5 &unknown; R&D"},
      {"5 * 3 and snake_case and \\*star\\*", "5 * 3 and snake_case and *star*"},
      {"```\ncode *here*\n```", "code *here*"},
      {"<https://x.com> and <b>bold</b>, 3 < 5", "https://x.com and bold, 3 < 5"},
      {"unclosed [bracket and *mark", "unclosed [bracket and mark"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    CHECK(PlainFromMarkdown(row.markdown) == row.text);
  }
}

TEST_CASE("front matter fills the fields, and the rest of it is kept") {
  const ParsedArticle parsed = ReadMarkdownArticle(
      "---\n"
      "title: \"Chips: up\"  \n"
      "date: 2026-05-14   # a comment\n"
      "source: 'The Letter'\n"
      "authors: [A, \"B, C\"]\n"
      "entities:\n"
      "  - Alibaba\n"
      "  - Tencent\n"
      "tags: [x, y]\n"
      "draft: false\n"
      "---\n"
      "Text.\n",
      {"a.md", 0, 0});
  const model::Article& article = parsed.article;
  CHECK(article.title == "Chips: up");
  REQUIRE(article.published);
  CHECK(ToString(*article.published) == "2026-05-14");
  CHECK(article.source == "The Letter");
  CHECK(article.author == "A, B, C");
  CHECK(article.entities == std::vector<std::string>{"Alibaba", "Tencent"});
  CHECK(article.extra == R"({"draft":"false","tags":["x","y"]})");
  CHECK(article.text == "Text.");
}

TEST_CASE("front matter may be TOML, and what is never closed is text") {
  const auto toml =
      ReadMarkdownArticle("+++\ntitle = \"A\"\ndate = 2026-01-02\n+++\nText", {"a.md", 0, 0});
  CHECK(toml.article.title == "A");
  CHECK(toml.article.text == "Text");
  CHECK(ReadFrontMatter("---\ntitle: A\n").end == 0);
  CHECK(ReadFrontMatter("Text\n---\ntitle: A\n---\n").end == 0);
  const auto open = ReadMarkdownArticle("---\ntitle: A\n\nText", {"a.md", 0, 0});
  CHECK(open.article.title.empty());
}

TEST_CASE("a bad date in front matter is a warning") {
  const auto parsed = ReadMarkdownArticle("---\ndate: someday\n---\nText", {"a.md", 0, 0});
  CHECK_FALSE(parsed.article.published);
  REQUIRE(parsed.warnings.size() == 1);
  CHECK(parsed.warnings[0].where.file == "a.md");
}

TEST_CASE("hostile Markdown is read in linear time") {
  const std::vector<std::string> pieces = {"[",  "![", "<",    "*",   "_a",      "&",    "(",
                                           "> ", "- ", "`",    "|",   "---\n",   "<!--", "[](",
                                           "[[", "#",  "\\\n", "a\n", "]: http", "1. "};
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < (256 << 10)) text += piece;
    CHECK(PlainFromMarkdown(text).size() <= 2 * text.size());
    ReadFrontMatter("---\n" + text);
  }
}

}  // namespace
}  // namespace tellwire::ingest
