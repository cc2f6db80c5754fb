#include "base/json_writer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace tellwire {

TEST_CASE("json: nesting, commas and keys") {
  JsonWriter json;
  json.BeginObject().Field("a", 1).Key("b").BeginArray().Value(true).Null().EndArray();
  json.Key("c").BeginObject().EndObject().Field("d", Span{2, 5}).EndObject();
  CHECK(json.Take() == R"({"a":1,"b":[true,null],"c":{},"d":[2,5]})");
}

TEST_CASE("json: indented") {
  JsonWriter json(2);
  json.BeginObject()
      .Field("a", 1)
      .Key("b")
      .BeginArray()
      .Value(2)
      .EndArray()
      .Key("c")
      .BeginArray()
      .EndArray();
  json.EndObject();
  CHECK(json.Take() == "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ],\n  \"c\": []\n}");
}

TEST_CASE("json: numbers are the shortest that read back, and never NaN") {
  CHECK(FormatNumber(2.5e9) == "2500000000");
  CHECK(FormatNumber(-3.1) == "-3.1");
  CHECK(FormatNumber(0.1 + 0.2) == "0.30000000000000004");
  CHECK(FormatNumber(-0.0) == "0");
  CHECK(FormatNumber(std::nan("")) == "null");
  CHECK(FormatNumber(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("json: hostile text is escaped, invalid UTF-8 replaced") {
  CHECK(Quote("a\"b\\c\n\x1b") == R"("a\"b\\c\n\u001b")");
  CHECK(Quote("€") == "\"€\"");
  CHECK(Quote("\xff\xc3") == R"("\ufffd\ufffd")");
  CHECK(Quote("\xed\xa0\x80") == R"("\ufffd\ufffd\ufffd")");  // a surrogate
}

}  // namespace tellwire
