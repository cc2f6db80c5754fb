// Texts that are made to hurt: every one must be read in linear time. Each row is large enough that
// a quadratic step would run for minutes.
#include <chrono>

#include "layout_fixture.h"
#include "text/utf8.h"

namespace tellwire::text {
namespace {

std::string Repeated(const std::string& piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

TEST_CASE("hostile texts are read in linear time") {
  constexpr size_t kSize = 256 << 10;
  const std::vector<std::string> pieces = {
      "a",           " ",         ".",           ". ",       "A. ",
      "\n",          "a\n",       "Mr. ",        "(",        "\"",
      "(a ",         "AA ",       "- ",          "1. \n",    "aB",
      "growthCloud", "BABA0.88 ", "read more ",  "share\n",  "é",
      "\u0301",      "😀",         "…",           "...",      "word ",
      "A B\n\n",     "\t\t\t",    "a   b   c\n", "Impact\n", "''",
      "AAAAA BBBBB", "#",         "# a\n",       "U.S . ",   "(Aaaa aaaa aaaa aaaa. ",
  };
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    const std::string text = Repeated(piece, kSize);
    const auto start = std::chrono::steady_clock::now();
    const auto document = ReadBody(text, false);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CHECK(seconds < 20);
    const bool inside = document.blocks.empty() || document.blocks.back().span.end <= text.size();
    CHECK(inside);
  }
}

TEST_CASE("one line of 16 MB is read whole") {
  const std::string text =
      Repeated("Revenue rose 5% in the quarter. Mr. Smith was glad. ", 16 << 20);
  const auto document = ReadBody(text);
  CHECK(document.blocks.size() == 1);
  CHECK(document.sentences.size() > 500'000);
}

TEST_CASE("any bytes that are repaired can be read") {
  uint32_t seed = 9;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 400; ++i) {
      seed = seed * 1664525 + 1013904223;
      const char c = static_cast<char>(seed >> 24);
      bytes += round % 2 == 0 ? c : "aA .\n(\"-1é"[(seed >> 24) % 10];
    }
    const std::string text = RepairUtf8(bytes).text;
    const auto document = ReadBody(text, round % 3 == 0);
    for (const auto& sentence : document.sentences) REQUIRE(sentence.span.end <= text.size());
    MakeShadow(text);
  }
}

}  // namespace
}  // namespace tellwire::text
