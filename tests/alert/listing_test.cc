#include "alert/listing.h"

#include <doctest/doctest.h>

namespace tellwire {
namespace {

using alert::Format;

alert::Listing Made() {
  alert::Listing listing;
  listing.title = "Things";
  listing.columns = {{"name"}, {"count", true}, {"tags"}};
  listing.rows = {{{"first, of all"}, alert::IntegerCell(7), {"a b", R"(["a","b"])"}},
                  {{""}, alert::NumberCell(1234.5), {"", "[]"}}};
  return listing;
}

std::string In(Format format, size_t width = 0) {
  return alert::Render(Made(), {format, false, width});
}

TEST_CASE("listing: the same rows in every format") {
  CHECK(In(Format::kJsonl) ==
        "{\"name\":\"first, of all\",\"count\":7,\"tags\":[\"a\",\"b\"]}\n"
        "{\"name\":null,\"count\":1234.5,\"tags\":[]}\n");
  CHECK(In(Format::kCsv) == "name,count,tags\n\"first, of all\",7,a b\n,1234.50,\n");
  CHECK(In(Format::kMarkdown).find("| first, of all |") != std::string::npos);
  CHECK(In(Format::kHtml).find("<td>first, of all</td>") != std::string::npos);
  CHECK(In(Format::kTable).find("first, of all        7  a b\n") != std::string::npos);
}

// Opened as a file, a bare table was read in the browser's own encoding.
TEST_CASE("listing: a table of HTML is a whole page, with its encoding and title") {
  const std::string page = In(Format::kHtml);
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(page.find("<meta charset=\"utf-8\"><title>Things</title>") != std::string::npos);
  CHECK(page.ends_with("</table>\n</body></html>\n"));
}

TEST_CASE("listing: a narrow terminal cuts the widest column") {
  CHECK(In(Format::kTable, 25).find("…") != std::string::npos);
  CHECK(In(Format::kTable, 80).find("…") == std::string::npos);
}

// A narrow terminal made 3,200,000,000 USD into "3200000…".
TEST_CASE("listing: numbers and names of columns are never cut, whatever the width") {
  alert::Listing listing;
  listing.columns = {{"words"}, {"value", true}, {"direction"}};
  listing.rows = {{{"a long row of words that has to give way"}, {"3200000000"}, {"up"}}};
  for (const size_t width : {10u, 30u, 40u}) {
    CAPTURE(width);
    const std::string table = alert::Render(listing, {Format::kTable, false, width});
    CHECK(table.find("3200000000") != std::string::npos);
    CHECK(table.find("direction") != std::string::npos);
  }
}

TEST_CASE("listing: a table leaves out a column in which nothing stands, data keep it") {
  alert::Listing listing;
  listing.columns = {{"a"}, {"b"}};
  CHECK(alert::Render(listing, {}) == "a  b\n");
  listing.rows = {{{"x"}, {""}}};
  CHECK(alert::Render(listing, {}) == "a\nx\n");
  CHECK(alert::Render(listing, {Format::kCsv}) == "a,b\nx,\n");
}

TEST_CASE("listing: formats are known by name") {
  CHECK(alert::ParseFormat("jsonl") == Format::kJsonl);
  CHECK_FALSE(alert::ParseFormat("xml"));
  CHECK_FALSE(alert::ParseFormat(""));
}

}  // namespace
}  // namespace tellwire
