#include "analysis/sentiment_table.h"

#include <filesystem>
#include <fstream>

#include "tone_fixture.h"

namespace tellwire::analysis {
namespace {

constexpr std::string_view kHead = "# x\n# origin: test\n# licence: CC0\n# columns: ";

// A folder of its own with the three files; gone with the object.
struct Files {
  Files(const std::string& words, const std::string& settings) {
    std::filesystem::create_directories(folder);
    Write("tone_cues.tsv", "surface class weight\nnot\tflip\t1\n");
    Write("sentiment.tsv", "surface class weight aim strength\n" + words);
    Write("tone.tsv", "setting value meaning\n" + settings);
  }
  ~Files() { std::filesystem::remove_all(folder); }
  void Write(const std::string& name, const std::string& rows) const {
    std::ofstream(folder / name) << kHead << rows;
  }
  Result<SentimentTable> Load() {
    return SentimentTable::Load({folder.string(), &trie, &uses, &vocabulary, &problems});
  }

  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / "tellwire_sentiment_table_test";
  TermTrie::Builder trie;
  WordUses uses;
  model::Vocabulary vocabulary;
  std::vector<Error> problems;
};

TEST_CASE("sentiment table: a bad word weighs below nothing, a thing has its strength") {
  Files files("awful\tbad\t0.8\teither\nprofit\twants_up\t0.05\tnone\t1.5\n", "move\t0.7\t\n");
  const auto table = files.Load();
  REQUIRE(bool(table));
  CHECK(files.problems.empty());
  REQUIRE(table->words.size() == 3);
  CHECK(table->words[1].weight == -0.8);
  CHECK(table->words[2].strength == 1.5);
  CHECK(table->settings.move == 0.7);
}

TEST_CASE("sentiment table: a row that cannot be read is named and skipped") {
  Files files(
      "a\tgoodish\t1\teither\nb\tgood\tmuch\teither\nc\tgood\t1\tsideways\nd\tgood\t1\teither\n",
      "moves\t0.7\t\nmove\tfast\t\n");
  const auto table = files.Load();
  REQUIRE(bool(table));
  CHECK(table->words.size() == 2);
  REQUIRE(files.problems.size() == 5);
  CHECK(files.problems[0].message == "unknown class \"goodish\"");
  CHECK(files.problems[0].where.line == 5);
  CHECK(files.problems[3].message == "unknown setting \"moves\"");
}

TEST_CASE("sentiment table: the one that ships is large and without a bad row") {
  size_t polar = 0;
  for (const ToneWord& word : ShippedLexicon().tone->sentiment.words) {
    polar += word.tone_class == ToneClass::kGood || word.tone_class == ToneClass::kBad ? 1 : 0;
  }
  CHECK(polar >= 1200);
  for (const Error& problem : ShippedLexicon().vocabulary.problems) {
    CAPTURE(ToString(problem));
    CHECK(problem.where.file.find("sentiment.tsv") == std::string::npos);
    CHECK(problem.where.file.find("tone") == std::string::npos);
    CHECK(problem.where.file.find("sentence_events.tsv") == std::string::npos);
    CHECK(problem.where.file.find("themes.tsv") == std::string::npos);
    CHECK(problem.where.file.find("impact.tsv") == std::string::npos);
    CHECK(problem.where.file.find("stated.tsv") == std::string::npos);
  }
}

}  // namespace
}  // namespace tellwire::analysis
