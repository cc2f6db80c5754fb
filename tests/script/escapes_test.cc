// Every way out of a Lua sandbox that is known from others, tried.
#include <doctest/doctest.h>

#include "support/sandbox.h"

namespace tellwire::script {
namespace {

using test::RunLua;
using test::TimedRun;

// Longer than this and something ran unwatched. Generous: the machine may be busy, or
// sanitizers on.
constexpr double kSoon = 30;

TEST_CASE("what never ends is stopped by the count of work, even inside pcall") {
  const std::string rows[] = {
      "while true do end",
      "local function f() while true do end end while true do pcall(f) end",
      "local function f() return pcall(f) end while true do pcall(f) end",
      "while true do pcall(error, 'x') end",
      "while true do pcall(pcall, pcall, error) end",
      "for i = 1, math.huge do end",
      "local t = {} for i = 1, 1e9 do t[1] = i end",
      "repeat until false",
      "::again:: goto again",
      "local s = ('x'):rep(1000) while true do s:upper() end",
      "local s = ('x'):rep(1e6) while true do utf8.len(s) end",
      "local s = ('x'):rep(1e6) while true do local _ = s .. 'y' end",
      "local s = ('a'):rep(1e5) while true do s:find('b') end",
      "while true do string.format('%99.99f', 1e300) end",
      "local t = {} for i = 1, 1000 do t[i] = -i end while true do table.sort(t) end",
      "table.sort({3, 1, 2}, function() while true do end end)",
      "('x'):gsub('x', function() while true do end end)",
      "local t = {} for i = 1, 100 do t[i] = i end while true do for _ in pairs(t) do end end",
      "while true do os.date() end",
      "while true do print('x') end",
      "while true do tostring(1.5) end",
  };
  for (const std::string& code : rows) {
    CAPTURE(code);
    const TimedRun run = RunLua(code, test::LimitsOf(1'000'000, 60));
    CHECK(run.limit);
    CHECK(run.error == "the limit of 1000000 instructions was reached");
    CHECK(run.seconds < kSoon);
  }
}

TEST_CASE("what eats memory is stopped, and pcall does not catch that") {
  const std::string rows[] = {
      "local t = {} while true do t[#t + 1] = {} end",
      "local t = {} while true do t[#t + 1] = ('x'):rep(1e5) .. #t end",
      "local s = ('x'):rep(5e5) local t = {} for i = 1, 100 do t[i] = s .. i end",
      "local t = {} pcall(function() while true do t[#t + 1] = ('x'):rep(1e5) .. #t end end) "
      "while true do end",
      "local t = {} for i = 1, 1e6 do t[i] = i end local u = {table.unpack(t, 1, 5)} "
      "local v = {} for i = 1, 1e6 do v[i] = i end",
  };
  for (const std::string& code : rows) {
    CAPTURE(code);
    const TimedRun run = RunLua(code, test::LimitsOf(100'000'000, 60));
    CHECK(run.limit);
    CHECK(run.error == "the limit of 16 MiB of memory was reached");
    CHECK(run.seconds < kSoon);
  }
}

TEST_CASE("a string over 1 MiB is refused before it is made") {
  const std::string rows[] = {
      "return ('x'):rep(1e9)",
      "return ('x'):rep(1 << 40)",
      "local s = ('x'):rep(1 << 20) return s .. s",
      "return table.concat({('x'):rep(1e6), ('x'):rep(1e6)})",
      "return (('x'):rep(1e5)):gsub('x', ('y'):rep(100))",
      "return ('%s%s'):format(('x'):rep(1e6), ('x'):rep(1e6))",
      "return ('x'):rep(1e5, ('y'):rep(1e5))",
  };
  for (const std::string& code : rows) {
    CAPTURE(code);
    const TimedRun run = RunLua(code, test::LimitsOf(1'000'000, 60));
    const bool said = run.error.find("longer than 1 MiB") != std::string::npos;
    CHECK(said);
    CHECK(run.seconds < kSoon);
  }
  CHECK(RunLua("assert(#('x'):rep(1 << 20) == 1 << 20)").error == "");
}

TEST_CASE("endless work hidden in one call of C ends at once") {
  CHECK(RunLua("print((''):rep(1e15))").printed == "\n");
  CHECK(RunLua("print(#(''):rep(1e15, ''))").printed == "0\n");
  CHECK(RunLua("table.concat({}, 'x', 1, 1e15)").error == "");
  CHECK(RunLua("table.insert({}, 1e15, 'x')").error.find("out of bounds") != std::string::npos);
  CHECK(RunLua("table.remove({}, 1e15)").error.find("out of bounds") != std::string::npos);
  CHECK(RunLua("table.unpack({}, 1, 1e15)").error == "unpack: more than 10000 values");
  CHECK(RunLua("table.unpack({}, math.mininteger, math.maxinteger)").error ==
        "unpack: more than 10000 values");
  CHECK(RunLua("select(-1e15, 1)").error.find("out of range") != std::string::npos);
  CHECK(RunLua("print(select('#', table.unpack({1, 2, nil, 4}, 1, 4)))").printed == "4\n");
  CHECK(RunLua("string.byte(('x'):rep(1e6), 1, -1)").error != "");
  CHECK(RunLua("utf8.codepoint(('x'):rep(1e6), 1, -1)").error != "");
}

TEST_CASE("patterns that explode elsewhere are linear here") {
  const std::string rows[] = {
      "return (('a'):rep(1e5) .. 'b'):find('(a*)*c')",
      "return (('a'):rep(1e5)):match('(a|aa)+$')",
      "return (('x'):rep(5e4)):find('.*.*.*.*.*y')",
      "return (('a'):rep(3000)):gsub('a*a*a*a*b', '')",
      "for i = 1, 1e6 do ('a'):find('(x{100}){' .. (i % 9 + 1) .. '}' .. i) end",
  };
  for (const std::string& code : rows) {
    CAPTURE(code);
    CHECK(RunLua(code).seconds < kSoon + 5);
  }
  CHECK(RunLua("return ('a'):find('((a{100}){100}){100}')").error.find("bad pattern") == 0);
  CHECK(RunLua("return ('a'):find(('a'):rep(2000))").error.find("at most") != std::string::npos);
}

TEST_CASE("deep recursion and deep nesting are errors, not crashes") {
  CHECK(RunLua("local function f() return 1 + f() end f()").error != "");
  CHECK(RunLua("local function f() pcall(f) end f()").error == "");
  CHECK(RunLua("local function f() return ('x'):gsub('x', f) end f()").error != "");
  CHECK(RunLua("local function f(a, b) table.sort({1, 2}, f) return a < b end f(1, 2)").error !=
        "");
  CHECK(RunLua("return " + std::string(100'000, '(')).error != "");
  CHECK(RunLua("return " + std::string(100'000, '{')).error != "");
  CHECK(RunLua("return " + std::string(100'000, '-') + "1").error == "");
  CHECK(RunLua("local x = " + std::string(50'000, '~') + "1").error != "");
  std::string sum = "return 1";
  for (int i = 0; i < 50'000; ++i) sum += "..1";
  CHECK(RunLua(sum).error != "");
}

TEST_CASE("nothing of the host is within reach") {
  const std::string rows[] = {
      "load",           "loadstring",  "loadfile",    "dofile",          "debug",
      "coroutine",      "io",          "package",     "getmetatable",    "setmetatable",
      "rawget",         "rawset",      "rawequal",    "rawlen",          "next",
      "collectgarbage", "xpcall",      "_G",          "os.execute",      "os.getenv",
      "os.exit",        "os.remove",   "os.rename",   "os.tmpname",      "os.clock",
      "os.setlocale",   "string.dump", "string.pack", "string.unpack",   "string.packsize",
      "table.move",     "table.pack",  "math.random", "math.randomseed", "utf8.charpattern",
      "warn",
  };
  for (const std::string& name : rows) {
    CAPTURE(name);
    const bool plain = name.find('.') == std::string::npos;
    const TimedRun run = RunLua("assert(" + name + " == nil)");
    if (plain) {
      CHECK(run.error == "undefined global `" + name + "`");
    } else {
      CHECK(run.error == "");
    }
  }
}

TEST_CASE("strings have no metatable to reach, and libraries cannot be changed") {
  CHECK(RunLua("('x').__index.rep = 1").error != "");
  CHECK(RunLua("string.rep = function() end").error ==
        "this table is read-only: `rep` cannot be set");
  CHECK(RunLua("table.insert(string, 'x')").error == "this table is read-only");
  CHECK(RunLua("table.sort(math)").error == "this table is read-only");
  CHECK(RunLua("('x').y = 1").error != "");
  CHECK(RunLua("print(('x').__metatable, ('x').__gc, ('x').__name)").printed == "nil\tnil\tnil\n");
  CHECK(RunLua("math.pi = 4").error != "");
  CHECK(RunLua("local t = {__index = function() while true do end end} return t.x").error == "");
}

TEST_CASE("__gc, __close and __len of a script's tables mean nothing") {
  CHECK(RunLua("local t = {__gc = function() while true do end end}").error == "");
  CHECK(RunLua("local t <close> = {__close = function() while true do end end}").error != "");
  CHECK(RunLua("local t <close> = nil").error == "");
  CHECK(RunLua("print(#{__len = function() return 1e15 end})").printed == "0\n");
  CHECK(RunLua("table.insert({__len = 1e15}, 1, 'x')").error == "");
}

TEST_CASE("compiled Lua is not read") {
  CHECK(RunLua("\x1bLua").error == "compiled Lua is not read, only text");
}

TEST_CASE("errors of any kind are told, without addresses") {
  CHECK(RunLua("error({})").error == "an error that is a table was raised");
  CHECK(RunLua("error()").error == "an error that is a nil was raised");
  CHECK(RunLua("error(print)").error == "an error that is a function was raised");
  CHECK(RunLua("error('x', 0)").error == "x");
  CHECK(RunLua("error('x')").error == "x");
  CHECK(RunLua("error(('x'):rep(1e6))").error.size() == 1'000'000);
  CHECK(RunLua("print({}, print, nil, true, 1, 1.5)").printed ==
        "table\tfunction\tnil\ttrue\t1\t1.5\n");
  CHECK(RunLua("print(tostring({}), ('%s'):format({}))").printed == "table\ttable\n");
  CHECK(RunLua("print(('%p'):format({}))").error == "format: unknown conversion `%p`");
  CHECK(RunLua("local a = {} local b = a < {}").error.find("0x") == std::string::npos);
}

TEST_CASE("print writes no control characters") {
  CHECK(RunLua("print('a\\27[31mb\\0c')").printed == "a [31mb c\n");
}

TEST_CASE("pairs goes in the order of keys, whatever the table") {
  CHECK(RunLua("for k, v in pairs({b = 1, a = 2, [3] = 3, [1] = 4, [2.5] = 5, [true] = 6}) do "
               "print(k, v) end")
            .printed == "1\t4\n2.5\t5\n3\t3\na\t2\nb\t1\ntrue\t6\n");
  CHECK(RunLua("for k in pairs(os) do print(k) end").printed == "date\ntime\n");
  CHECK(RunLua("local t = {a = 1, b = 2, c = 3} for k in pairs(t) do t.b = nil print(k) end")
            .printed == "a\nc\n");
  CHECK(RunLua("pairs({[{}] = 1})").error == "pairs: a key that is a table has no order");
}

TEST_CASE("pcall catches what the script raised and nothing else") {
  CHECK(RunLua("print(pcall(error, 'x'))").printed == "false\tx\n");
  CHECK(RunLua("print(pcall(function() return 1, 2 end))").printed == "true\t1\t2\n");
  const TimedRun run = RunLua("pcall(function() while true do end end) print('still here')");
  CHECK(run.limit);
  CHECK(run.printed == "");
}

// Lua copies the arguments of such a call itself, unseen by any count: only the clock ends it.
TEST_CASE("arguments that grow with every call are ended by the clock") {
  const TimedRun run = RunLua("local function f(...) return f(1, 2, 3, 4, 5, 6, 7, 8, ...) end f()",
                              test::LimitsOf(1'000'000, 0.5));
  CHECK(run.error != "");
  CHECK(run.seconds < kSoon);
}

TEST_CASE("wall time is the net behind the count") {
  const TimedRun run = RunLua("while true do end", test::LimitsOf(INT64_MAX, 0.05));
  CHECK(run.limit);
  CHECK(run.error.find("seconds was reached") != std::string::npos);
  CHECK(run.seconds < kSoon);
}

}  // namespace
}  // namespace tellwire::script
