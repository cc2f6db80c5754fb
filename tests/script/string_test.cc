#include <doctest/doctest.h>

#include "support/sandbox.h"

namespace tellwire::script {
namespace {

using test::RunLua;

struct Row {
  std::string code, printed;
};

TEST_CASE("the string functions that take patterns speak RE2") {
  const Row rows[] = {
      {R"(print(("H100 and H200"):match([[H(\d+)]])))", "100\n"},
      {R"(print(("H100"):match([[\d+]])))", "100\n"},
      {R"(print(("H100"):find([[\d]])))", "2\t2\n"},
      {R"(print(("a.b"):find(".", 1, true)))", "2\t2\n"},
      {R"(print(("abc"):find("b", -1)))", "nil\n"},
      {R"(print(("abc"):find("", 10)))", "nil\n"},
      {R"(print(("k=v, a=b"):find([[(\w)=(\w)]], 2)))", "6\t8\ta\tb\n"},
      {R"(for k, v in ("a=1 b=2"):gmatch([[(\w)=(\d)]]) do print(k, v) end)", "a\t1\nb\t2\n"},
      {R"(for w in ("x yy"):gmatch([[\w+]]) do print(w) end)", "x\nyy\n"},
      {R"(print((("abc"):gsub("", "-"))))", "-a-b-c-\n"},
      {R"(print(("hello"):gsub("l", "L", 1)))", "heLlo\t1\n"},
      {R"(print((("k=v"):gsub([[(\w)=(\w)]], [[\2=\1 \\]]))))", "v=k \\\n"},
      {R"(print((("a b"):gsub([[\w]], { a = "x" }))))", "x b\n"},
      {R"(print((("a b"):gsub([[\w]], function(c) return c .. c end))))", "aa bb\n"},
      {R"(print(("10%"):match([[\d+%]])))", "10%\n"},
      {R"(print(("x"):rep(3, ",")))", "x,x,x\n"},
      {R"(print(("%5.1f|%-4d|%04x|%q|%s|%%"):format(3.14159, 7, 255, 'a"b', true)))",
       "  3.1|7   |00ff|\"a\\\"b\"|true|%\n"},
      {R"(print(("äb"):len(), ("abc"):sub(-2), ("Ab"):upper(), ("Ab"):lower()))",
       "3\tbc\tAB\tab\n"},
      {R"(print(utf8.char(228, 8364), utf8.len("ä€")))", "ä€\t2\n"},
      {R"(print(table.concat({ 1, "b", 2.5 }, "-")))", "1-b-2.5\n"},
      {R"(local t = { 3, 1, 2 } table.sort(t) print(table.concat(t, " ")))", "1 2 3\n"},
      {R"(local t = { "b1", "a1", "b0" }
          table.sort(t, function(x, y) return x:sub(1, 1) < y:sub(1, 1) end)
          print(table.concat(t, " ")))",
       "a1 b1 b0\n"},
      {R"(local t = { 1, 2 } table.insert(t, 1, 0) table.insert(t, 9)
          print(table.remove(t, 2), table.remove(t), table.concat(t, " ")))",
       "1\t9\t0 2\n"},
      {R"(print(os.time(), os.date("%Y-%m-%d"), os.date("*t").year))",
       "1782777600\t2026-06-30\t2026\n"},
      {R"(print(os.time { year = 2026, month = 1, day = 31, hour = 0 }))", "1769817600\n"},
  };
  for (const Row& row : rows) {
    const std::string code = row.code;
    CAPTURE(code);
    const auto run = RunLua(row.code);
    CHECK(run.error == "");
    CHECK(run.printed == row.printed);
  }
}

TEST_CASE("a Lua pattern is answered with the RE2 one") {
  CHECK(RunLua(R"(("x"):match("%d+"))").error.find("write `\\d`") != std::string::npos);
  CHECK(RunLua(R"(("x"):gsub("x", "%1"))").error.find("here it is `\\1`") != std::string::npos);
  CHECK(RunLua(R"(("x"):gsub("x", "\\3"))").error == "the pattern has no group 3");
  CHECK(RunLua(R"(("x"):match("("))").error.find("bad pattern") == 0);
}

TEST_CASE("an order that contradicts itself still ends") {
  CHECK(RunLua("local t = {} for i = 1, 200 do t[i] = i % 7 end "
               "table.sort(t, function() return true end) print(#t)")
            .printed == "200\n");
  CHECK(RunLua("table.sort({1, 'x'})").error.find("attempt to compare") != std::string::npos);
}

TEST_CASE("os.date and os.time refuse what they do not know") {
  CHECK(RunLua("os.date('%E')").error != "");
  CHECK(RunLua("os.date('%Y', 1e18)").error != "");
  CHECK(RunLua("os.time { year = 1e18, month = 1, day = 1 }").error != "");
  CHECK(RunLua("os.time {}").error != "");
}

}  // namespace
}  // namespace tellwire::script
