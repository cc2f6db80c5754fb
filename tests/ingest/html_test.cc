#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/html_guard.h"
#include "ingest/html_metadata.h"
#include "ingest/text_article.h"

namespace tellwire::ingest {
namespace {

ParsedArticle Read(const std::string& html) { return ReadHtmlArticle(html, {"page.html", 0, 0}); }

const std::string kProse =
    "<p>Acme reported revenue of $3 billion, up 5% from a year earlier, and kept its outlook.</p>";

TEST_CASE("a page gives its article without what surrounds it") {
  const ParsedArticle parsed = Read(
      "<html><body><header><a href='/'>Home</a></header><nav>Markets Tech</nav>"
      "<div class='article__share-bar'>Tweet</div>"
      "<article><h1>Acme rises</h1>" +
      kProse +
      "<h2>What to watch</h2><ul><li>Prices</li><li></li><li><p>Costs &amp; margins</p></li></ul>"
      "<div class=related-stories><p>Other story about other things that is quite long</p></div>"
      "<p>First<br>second</p><p><a href='/more'>More stories like this</a></p>"
      "<table><tr><td>EPS</td><td>$1.20</td></tr></table>"
      "</article><aside>Ad</aside><footer>© 2026</footer><script>var x = '<p>no</p>';</script>"
      "</body></html>");
  CHECK(parsed.article.title == "Acme rises");
  CHECK(parsed.article.text ==
        "Acme reported revenue of $3 billion, up 5% from a year earlier, and kept its outlook.\n\n"
        "What to watch\n\n- Prices\n\n- Costs & margins\n\nFirst\nsecond\n\nEPS\t$1.20");
}

TEST_CASE("metadata comes from JSON-LD, Open Graph and meta tags, the best first") {
  const ParsedArticle parsed = Read(
      R"(<html lang="en-GB"><head><title>Acme rises for a third day | The Wire</title>)"
      R"(<meta property="og:site_name" content="The Wire">)"
      R"(<meta property="og:title" content="Acme rises, og">)"
      R"(<meta name="date" content="2020-01-01">)"
      R"(<link rel="canonical" href="HTTPS://Wire.Example.com:443/a?id=5&utm_source=x#top">)"
      R"(<script type="application/ld+json">{"@graph": [{"@type": "WebPage"},)"
      R"( {"@type": ["NewsArticle"], "headline": "Acme rises", "author": [{"name": "A. Writer"},)"
      R"( {"name": "B. Writer"}], "datePublished": "2026-05-14T08:30:00Z", "keywords": ["x", "y"]}]})"
      R"(</script></head><body>)" +
      kProse + "</body></html>");
  const model::Article& article = parsed.article;
  CHECK(article.title == "Acme rises");
  CHECK(article.source == "The Wire");
  CHECK(article.url == "https://wire.example.com/a?id=5");
  CHECK(article.author == "A. Writer, B. Writer");
  CHECK(article.language == "en-GB");
  REQUIRE(article.published);
  CHECK(ToString(*article.published) == "2026-05-14T08:30:00Z");
  CHECK(article.extra == R"({"keywords":"x, y"})");
}

TEST_CASE("a title without its site, and a page without any metadata") {
  CHECK(Read("<title>Acme rises for a third day | The Wire</title>" + kProse).article.title ==
        "Acme rises for a third day");
  const ParsedArticle bare = Read("Just words, and <b>no</b> page.");
  CHECK(bare.article.text == "Just words, and no page.");
  CHECK(bare.article.title.empty());
  CHECK_FALSE(bare.article.published);
}

TEST_CASE("glued scores stay glued, and links with numbers stay") {
  const ParsedArticle parsed =
      Read("<body><main><p><a href='/t'><span>BABA</span><span>0.88</span></a></p>" + kProse +
           "</main></body>");
  CHECK(parsed.article.text.starts_with("BABA0.88\n\nAcme reported"));
}

TEST_CASE("a wrapper with an unlucky class name does not lose the article") {
  const ParsedArticle parsed = Read("<body><div class='has-sidebar'><div id='comment-page'>" +
                                    kProse + "</div></div></body>");
  CHECK(parsed.article.text.starts_with("Acme reported"));
}

TEST_CASE("teasers beside an article are not the article") {
  std::string html = "<body><article>";
  for (int i = 0; i < 5; ++i) html += kProse;
  html += "</article><article><h2>Teaser</h2><p>Short words.</p></article></body>";
  const ParsedArticle parsed = Read(html);
  CHECK(parsed.article.text.find("Teaser") == std::string::npos);
}

TEST_CASE("old encodings are read as declared") {
  CHECK(Read("<meta charset='iso-8859-1'><p>Nestl\xE9 \x93up\x94 \x80"
             "5</p>")
            .article.text == "Nestlé “up” €5");
  const ParsedArticle undeclared = Read("<p>Nestl\xE9</p>");
  CHECK(undeclared.article.text == "Nestl\uFFFD");
  CHECK(undeclared.repaired == 1);
  const std::string utf16("\xFF\xFE<\0p\0>\0A\0\xAC\x20", 12);
  CHECK(Read(utf16).article.text == "A€");
  CHECK(ReadTextArticle(utf16, {}).article.text == "<p>A€");
}

TEST_CASE("tag soup is read without a fault") {
  const std::vector<std::string> rows = {
      "<p>a<p>b<div>c</p></b><table><p>d<tr>e</table></html><p>f",
      "<",
      "<>",
      "</",
      "<!--",
      "<a href='",
      "<script>",
      "<p",
      "&#x110000;&#0;&#xD800;",
      "<title>",
      "<svg><p>x</svg>",
      "<math><mi>y",
      "<template><p>z</template>",
      "<select><option>a<table>",
      "<plaintext><p>never closed",
      "<![CDATA[x]]>",
      std::string("<p>a\0b</p>", 10),
      "<body><frameset>",
      "<script type='application/ld+json'>{\"@type\": [[[[</script><p>a</p>",
  };
  for (const std::string& html : rows) {
    CAPTURE(html);
    CHECK(Read(html).article.text.size() < 100);
  }
}

TEST_CASE("pages that are made to hurt are read in linear time and bounded memory") {
  const std::vector<std::string> pieces = {
      "<div>",        "<b>",         "<p><i>",
      "<a href=x>",   "<table>",     "<table><tr><td>",
      "</p>",         "<li>",        "<font color=1><p>",
      "<div></span>", "<x y=1 ",     "&amp",
      "<ul><li>",     "<form>",      "<select>",
      "<svg>",        "<!-- ",       "<script>",
      "<nobr>",       "<button><p>", "<p>text</p>",
      "<template>",   "<h1>",        "</script",
      "<b></div>",    "<table><b>",  "<span class='ad'>",
  };
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    std::string html = "<body>";
    while (html.size() < (256 << 10)) html += piece;
    CHECK(Read(html).article.text.size() <= html.size());
  }
  std::string attributes = "<p ";
  for (int i = 0; i < 200000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  CHECK_FALSE(IsSafeToParse(attributes + ">text</p>"));
  CHECK(Read(attributes + ">text</p>").article.text == "\ntext\n");
}

TEST_CASE("urls are made canonical without losing what names the page") {
  struct Row {
    std::string url, canonical;
  };
  const std::vector<Row> rows = {
      {"http://A.com:80/X?b=2&a=1", "http://a.com/X?b=2&a=1"},
      {"https://a.com/x?utm_medium=m&fbclid=1", "https://a.com/x"},
      {"https://a.com", "https://a.com"},
      {"https://a.com?x=1#f", "https://a.com?x=1"},
      {"urn:isbn:1#x", "urn:isbn:1#x"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(CanonicalUrl(row.url) == row.canonical);
}

}  // namespace
}  // namespace tellwire::ingest
