#include "rule/phrase.h"

#include "doctest/doctest.h"

namespace tellwire::rule {
namespace {

std::string Shape(const PhrasePattern& phrase) {
  std::string out;
  for (const WordPattern& word : phrase.words) {
    out += out.empty() ? "" : " ";
    out += word.word;
    if (word.kind == WordPattern::Kind::kPrefix) out += "*";
    if (word.kind == WordPattern::Kind::kForms) out += "~";
  }
  return out;
}

TEST_CASE("phrase: words are folded as a text folds them and punctuation between them is ignored") {
  const std::pair<std::string, std::string> rows[] = {
      {"export control*", "export control*"},
      {"Export-Control*", "export control*"},
      {"one-time", "one time"},
      {"R&D", "r d"},
      {"retire~", "retire~"},
      {"retire~ its debt*", "retire~ its debt*"},
      {"Société Générale", "societe generale"},
      {" \"profit\"  warning! ", "profit warning"},
      {"H20*", "h20*"},
  };
  for (const auto& [written, shape] : rows) {
    CAPTURE(written);
    const auto phrase = ParsePhrase(written);
    REQUIRE(phrase);
    CHECK(Shape(*phrase) == shape);
    CHECK(phrase->written == written);
  }
}

TEST_CASE("phrase: what is no phrase is refused at its place") {
  const std::pair<std::string, int> rows[] = {{"", 1},        {"--", 1},       {"*", 1},
                                              {"ex*port", 3}, {"export *", 8}, {"*port", 1},
                                              {"a ~b", 3},    {"control**", 9}};
  for (const auto& [written, column] : rows) {
    CAPTURE(written);
    const auto phrase = ParsePhrase(written);
    REQUIRE_FALSE(phrase);
    CHECK(phrase.error().where.column == column);
    CHECK_FALSE(phrase.error().help.empty());
  }
}

TEST_CASE("phrase: a word keeps its bytes and the gap before it for :exact()") {
  const auto phrase = ParsePhrase("AT&T Inc*");
  REQUIRE(phrase);
  REQUIRE(phrase->words.size() == 3);
  CHECK(phrase->words[0].written == "AT");
  CHECK(phrase->words[1].gap == "&");
  CHECK(phrase->words[2].gap == " ");
  CHECK(phrase->words[2].written == "Inc");
}

TEST_CASE("phrase: inflections come with the word itself") {
  const auto phrase = ParsePhrase("retire~");
  REQUIRE(phrase);
  const auto& forms = phrase->words[0].forms;
  for (const std::string form : {"retire", "retires", "retired", "retiring"}) {
    CAPTURE(form);
    CHECK(std::find(forms.begin(), forms.end(), form) != forms.end());
  }
}

TEST_CASE("phrase: a bad line of a list is named and the rest is kept with its dates") {
  model::WordList list{"chips", "rules/lists/chips.txt", {}, ""};
  list.entries.push_back({"H20*", Day{100}, std::nullopt, 3});
  list.entries.push_back({"***", std::nullopt, std::nullopt, 4});
  std::vector<Error> problems;
  const auto phrases = PhrasesOf(list, &problems);
  REQUIRE(phrases.size() == 1);
  CHECK(phrases[0].from == Day{100});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where.file == "rules/lists/chips.txt");
  CHECK(problems[0].where.line == 4);
}

}  // namespace
}  // namespace tellwire::rule
