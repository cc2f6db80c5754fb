#include "text/utf8.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "model/document.h"
#include "text/document.h"

namespace tellwire::text {
namespace {

bool IsSurrogate(char32_t point) { return point >= 0xD800 && point < 0xE000; }

std::string Utf8(char32_t point) {
  std::string out;
  AppendUtf8(point, &out);
  return out;
}

void Execute(sqlite3* db, const char* sql) {
  REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

// What SQLite's unicode61 makes of "q", each code point, "q": the terms of one row per code point.
std::unordered_map<char32_t, std::string> SqliteTerms() {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(":memory:", &db) == SQLITE_OK);
  Execute(db, "create virtual table t using fts5(x, tokenize='unicode61 remove_diacritics 2')");
  Execute(db, "create virtual table v using fts5vocab(t, 'instance')");
  Execute(db, "begin");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db, "insert into t(rowid, x) values(?, ?)", -1, &insert, nullptr);
  for (char32_t point = 0; point < 0x110000; ++point) {
    if (IsSurrogate(point)) continue;
    const std::string text = "q" + Utf8(point) + "q";
    sqlite3_bind_int(insert, 1, static_cast<int>(point) + 1);
    sqlite3_bind_text(insert, 2, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  Execute(db, "commit");
  std::unordered_map<char32_t, std::string> terms;
  sqlite3_stmt* read = nullptr;
  sqlite3_prepare_v2(db, "select doc, term from v", -1, &read, nullptr);
  while (sqlite3_step(read) == SQLITE_ROW) {
    const auto point = static_cast<char32_t>(sqlite3_column_int(read, 0) - 1);
    std::string& joined = terms[point];
    if (!joined.empty()) joined += ' ';  // two terms: "q" and "q"
    joined += reinterpret_cast<const char*>(sqlite3_column_text(read, 1));
  }
  sqlite3_finalize(read);
  sqlite3_close(db);
  return terms;
}

TEST_CASE("every code point is a word character and folds as SQLite's unicode61 says") {
  const auto terms = SqliteTerms();
  int different = 0;
  for (char32_t point = 0; point < 0x110000; ++point) {
    if (IsSurrogate(point)) continue;
    const char32_t folded = FoldCharacter(point);
    const std::string ours = !IsWordCharacter(point) ? "q q"
                             : folded == 0           ? "qq"
                                                     : "q" + Utf8(folded) + "q";
    const auto theirs = terms.find(point);
    if (theirs != terms.end() && ours == theirs->second) continue;
    if (++different > 10) continue;
    CAPTURE(static_cast<unsigned>(point));
    CHECK(ours == (theirs == terms.end() ? "no term" : theirs->second));
  }
  CHECK(different == 0);
}

TEST_CASE("words are split and folded as full-text search does") {
  struct Row {
    std::string text, words;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"  ,.;  ", ""},
      {"One-time gain", "one time gain"},
      {"R&D up 12.5%", "r d up 12 5"},
      {"Nestlé S.A.", "nestle s a"},
      {"ÜBER Straße", "uber straße"},
      {"don’t", "don t"},
      {"naïve café\u0301", "naive cafe"},
      {"\u0301abc", "abc"},
      {"阿里巴巴", "阿里巴巴"},
      {std::string("a\0b", 3), "a b"},
      {"$1,000", "1 000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(FoldWords(row.text) == row.words);
  }
}

TEST_CASE("tokens hold their place, their folded form and its hash") {
  const std::string text = "The Café’s 2nd";
  model::Document document;
  Tokenise(text, &document);
  REQUIRE(document.tokens.size() == 4);
  CHECK(document.tokens[1].span.Of(text) == "Café");
  CHECK(document.WordOf(document.tokens[1]) == "cafe");
  CHECK(document.tokens[1].word == Hash64("cafe"));
  CHECK(document.WordOf(document.tokens[3]) == "2nd");
}

TEST_CASE("a text whose folded form is longer than itself is tokenised whole") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "Ⱥ";  // two bytes fold to three
  model::Document document;
  Tokenise(text, &document);
  REQUIRE(document.tokens.size() == 1);
  CHECK(document.folded.size() >= 5000);
  CHECK(document.tokens[0].word == Hash64(document.WordOf(document.tokens[0])));
}

// Words found the slow way, one character after another.
std::vector<std::string> SlowWords(const std::string& text) {
  std::vector<std::string> words(1);
  for (size_t at = 0; at < text.size();) {
    const char32_t point = NextCodePoint(text, &at);
    if (!IsWordCharacter(point)) {
      words.emplace_back();
    } else if (FoldCharacter(point) != 0) {
      AppendUtf8(FoldCharacter(point), &words.back());
    }
  }
  std::erase(words, "");
  return words;
}

TEST_CASE("words are the same wherever they lie in a block, whatever lies beside them") {
  const std::vector<std::string> pieces = {"a",  "B9", " ",  "  ", "é", "’", "\u0301", ".",
                                           "中", "Ⱥ",  "\n", "@",  "[", "`", "z{",     "/0:"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const size_t count = random() % 150;
    for (size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    model::Document document;
    Tokenise(text, &document);
    bool same = true;
    std::vector<std::string> words;
    for (const auto& token : document.tokens) {
      words.emplace_back(document.WordOf(token));
      same = same && token.word == Hash64(words.back()) &&
             FoldWords(token.span.Of(text)) == words.back();
    }
    REQUIRE(same);
    REQUIRE(words == SlowWords(text));
  }
}

TEST_CASE("invalid UTF-8 is replaced and counted, valid text stays as it is") {
  struct Row {
    std::string bytes, text;
    size_t replaced;
  };
  const std::vector<Row> rows = {
      {"plain", "plain", 0},
      {"é€😀", "é€😀", 0},
      {"\xEF\xBB\xBFmark", "mark", 0},
      {"a\xFFz", "a\uFFFDz", 1},
      {"a\xC0\xAFz", "a\uFFFD\uFFFDz", 2},        // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},  // surrogate
      {"\xE2\x82", "\uFFFD", 1},                  // cut off
      {"\xE2\x82z", "\uFFFDz", 1},
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},  // beyond U+10FFFF
      {"caf\xE9", "caf\uFFFD", 1},                          // Latin-1
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Repaired repaired = RepairUtf8(row.bytes);
    CHECK(repaired.text == row.text);
    CHECK(repaired.replaced == row.replaced);
  }
}

TEST_CASE("the shadow of a text is plain, and its offsets lead back") {
  const std::string text = "“Q3” rose\u00A05 – up −2%\nfull １２．";
  const Shadow shadow = MakeShadow(text);
  CHECK(shadow.text == "\"Q3\" rose 5 - up -2% full 12.");
  REQUIRE(shadow.offsets.size() == shadow.text.size() + 1);
  CHECK(shadow.offsets.back() == text.size());
  const size_t up = shadow.text.find("up");
  CHECK(text.substr(shadow.offsets[up], 2) == "up");
  CHECK(MakeShadow("").offsets.size() == 1);
}

}  // namespace
}  // namespace tellwire::text
