#include <doctest/doctest.h>

#include "support/handler_run.h"

namespace tellwire::script {
namespace {

using test::HandlerRun;
using test::RunHandler;

// The note of a handler with this body, or the error.
std::string Note(const std::string& body) { return RunHandler(body).note; }

TEST_CASE("a hit gives its company, clauses and the fields of facts") {
  const std::pair<std::string, std::string> rows[] = {
      {"return { note = hit.company .. ' ' .. hit.ticker }", "Alibaba BABA"},
      {"return { note = hit.miss.metric .. ' ' .. hit.miss.surprise }", "revenue miss"},
      {"return { note = hit.miss.text }", "missed revenue"},
      {"return { note = hit.miss.sentence }", "Alibaba missed revenue of $2.5 billion."},
      {"return { note = tostring(hit.miss.value) }", "2500000000 USD"},
      {"return { note = tostring(hit.miss.change) }", "-3 pct"},
      {"return { note = tostring(hit.miss.change_pct) }", "-3.0"},
      {"return { note = tostring(hit.miss.prior) }", "nil"},
      {"return { note = tostring(hit.miss:is 'revenue') .. tostring(hit.miss:under 'net') }",
       "truefalse"},
      {"return { note = tostring(#hit.miss.all) .. ' ' .. hit.miss.span[1] }", "1 8"},
      {"return { note = tostring(hit.truce) }", "nil"},
      {"return { note = hit.article.title .. ' ' .. tostring(hit.article.url) }", "News nil"},
      {"return { note = hit.analysis.companies[1].name .. hit.analysis.sentiment.label }",
       "Alibabaneutral"},
      {"return { note = tostring(hit.miss.value:number 'USD') .. tostring(hit.miss.value:number "
       "'CNY') }",
       "2500000000.0nil"},
      {"return { note = tostring(hit.miss.value > amount(1e9, 'USD')) }", "true"},
      {"return { note = tostring(hit.miss.value * 2 - amount(1, 'USD')) }", "4999999999 USD"},
      {"return { note = tostring(#corpus:facts { metric = 'revenue' }) }", "0"},
      {"local words = {} for w in hit.miss.sentence:gmatch [[\\w+]] do words[#words + 1] = w end "
       "return { note = table.concat(words, ',', 1, 2) }",
       "Alibaba,missed"},
  };
  for (const auto& [body, note] : rows) {
    const std::string code = body;
    CAPTURE(code);
    CHECK(Note(body) == note);
  }
}

TEST_CASE("what is not there is an error that says what is") {
  const std::pair<std::string, std::string> rows[] = {
      {"return hit.mis", "did you mean `miss`?"},
      {"return hit.miss.valu", "did you mean `value`?"},
      {"return hit.article.body", "an article has no field `body`"},
      {"return hit.analysis.mood", "an analysis has no field `mood`"},
      {"return corpus:find 'x'", "corpus has no `find`"},
      {"return corpus:facts { metrc = 'x' }", "did you mean `metric`?"},
      {"return corpus:alerts { within = 'soon' }", "no length of time"},
      {"hit.company = 'x'", "read-only"},
      {"return { scor = 1 }", "did you mean `score`?"},
      {"return { score = 2 }", "a score is a number from 0 to 1"},
      {"return { severity = 'hihg' }", "did you mean `high`?"},
      {"return 5", "the handler returned 5"},
      {"return _ENV", "no error"},
      {"return { hit }", "the handler returned a list"},
      {"return { note = ('x'):rep(20000) }", "longer than 10000 bytes"},
      {"return phrase 'x'", "can only be made while rule files are loaded"},
      {"return require 'x'", "works only while rule files are loaded"},
      {"return hit.miss.value > 5", "a number in USD and a bare number"},
      {"return hit.miss.value > hit.miss.change", "are different units"},
      {"return hit.miss.value + 1", "a number in USD and a bare number"},
  };
  for (const auto& [body, error] : rows) {
    const std::string code = body;
    CAPTURE(code);
    const HandlerRun run = RunHandler(body);
    if (error == "no error") {
      CHECK(run.error == "");
    } else {
      CHECK(run.error.find(error) != std::string::npos);
    }
  }
}

TEST_CASE("nil is no alert, and every key of the answer is taken") {
  CHECK_FALSE(RunHandler("return nil").raised);
  CHECK_FALSE(RunHandler("").raised);
  const HandlerRun run = RunHandler(
      "return { score = 0.5, note = 'n', title = 't', severity = 'low', tags = { 'a', 'b' } }");
  CHECK(run.raised);
  CHECK(run.score == 0.5);
  CHECK(run.title == "t");
  CHECK(run.severity == "low");
  CHECK(run.tags == 2);
}

TEST_CASE("a handler that reaches a limit fails alone") {
  CHECK(RunHandler("while true do pcall(function() end) end").error.find("1000000 instructions") !=
        std::string::npos);
  CHECK(RunHandler("local s, t = ('x'):rep(5e5), {} while true do t[#t + 1] = s .. #t end")
            .error.find("16 MiB") != std::string::npos);
  CHECK(RunHandler("local function f() return 1 + f() end return f()").error != "");
}

TEST_CASE("a handler keeps no state from one article to the next") {
  const std::pair<std::string, std::string> rows[] = {
      {"local n = 0", "n = n + 1 return { note = tostring(n) }"},
      {"local n = 0 local function bump() n = n + 1 return n end",
       "return { note = tostring(bump()) }"},
      {"local seen = {}", "seen[1] = true return {}"},
      {"local seen = { inner = {} }", "seen.inner.x = 1 return {}"},
      {"local seen = {}", "table.insert(seen, 1) return {}"},
      {"", "counter = 1 return {}"},
      {"counter = 0", "counter = counter + 1 return {}"},
      {"seen = {}", "seen.x = 1 return {}"},
      {"local n = 0 function bump() n = n + 1 return n end", "return { note = tostring(bump()) }"},
      {"local _ENV = { tostring = tostring, rule = rule, phrase = phrase }",
       "x = 1 return { note = tostring(x) }"},
  };
  for (const auto& [before, body] : rows) {
    const std::string code = before + " / " + body;
    CAPTURE(code);
    CHECK(RunHandler(body, before).error != "");
    CHECK(RunHandler(body, before, 2).error != "");
  }
  CHECK(
      RunHandler("return { note = limits.high .. limits[1] }", "local limits = { high = 'x', 'y' }")
          .note == "xy");
  CHECK(RunHandler("local n = 0 for _, v in ipairs(list) do n = n + v end "
                   "for k, v in pairs(list) do n = n + v end return { note = tostring(n + #list) }",
                   "local list = { 1, 2, 3 }")
            .note == "15");
}

TEST_CASE("what a handler was given means nothing in the next call") {
  CHECK(RunHandler("local ok, e = pcall(function() return kept.company end) return { note = e }",
                   "kept = nil")
            .note != "Alibaba");
}

}  // namespace
}  // namespace tellwire::script
