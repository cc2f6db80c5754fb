#include "alert/plain.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

TEST_CASE("plain: nothing that steers a terminal comes through") {
  const struct {
    std::string text, plain;
  } kRows[] = {
      {"a\x1b[31mred\x1b[0m", "a[31mred[0m"},
      {"line\nbreak\tand  spaces ", "line break and spaces"},
      {"bell\a\b\x7f", "bell"},
      {"c1 \xC2\x9B"
       "31m",
       "c1 31m"},
      {"\xE2\x80\xAEtxt.exe", "txt.exe"},
      {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
      {"Zoë 中文", "Zoë 中文"},
      {"", ""},
  };
  for (const auto& [text, plain] : kRows) {
    CAPTURE(plain);
    CHECK(alert::PlainLine(text) == plain);
  }
  CHECK(alert::PlainText("a\nb\x1b") == "a\nb");
}

TEST_CASE("plain: markup is text in HTML and Markdown") {
  CHECK(alert::EscapeHtml("<script>alert('x') & \"y\"</script>") ==
        "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;");
  CHECK(alert::EscapeMarkdown("[x](http://y) *b* | c\n# d") ==
        "\\[x\\](http://y) \\*b\\* \\| c \\# d");
}

TEST_CASE("plain: a cell is never a formula, and a number stays one") {
  const struct {
    std::string text, cell;
  } kRows[] = {
      {"=1+1", "'=1+1"},
      {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
      {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"-2+3", "'-2+3"},
      {"\x01=1+1", "'=1+1"},
      {"-3.1", "-3.1"},
      {"+6", "+6"},
      {"a,b", "\"a,b\""},
      {"say \"hi\"", "\"say \"\"hi\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"plain", "plain"},
      {"", ""},
  };
  for (const auto& [text, cell] : kRows) {
    CAPTURE(text);
    CHECK(alert::CsvCell(text) == cell);
  }
}

TEST_CASE("plain: width counts columns, not bytes") {
  CHECK(alert::DisplayWidth("abc") == 3);
  CHECK(alert::DisplayWidth("中文") == 4);
  CHECK(alert::DisplayWidth("e\xCC\x81") == 1);
  CHECK(alert::CutToWidth("abcdef", 4) == "abc…");
  CHECK(alert::CutToWidth("中文字", 4) == "中…");
  CHECK(alert::CutToWidth("abc", 3) == "abc");
  CHECK(alert::PadToWidth("中", 4) == "中  ");
  CHECK(alert::PadToWidth("12", 4, /*right=*/true) == "  12");
  CHECK(alert::PadToWidth("abcdef", 4) == "abc…");
}

}  // namespace
}  // namespace tellwire
