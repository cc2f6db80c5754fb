#include "ingest/reader.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tellwire::ingest {
namespace {

namespace fs = std::filesystem;

// A folder that is gone with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "tellwire_ingest_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }

  std::string Write(const std::string& name, const std::string& bytes) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  std::string WritePacked(const std::string& name, const std::string& bytes) const {
    const std::string path = (path_ / name).string();
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
    return path;
  }

  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

struct Read {
  std::vector<model::Article> articles;
  std::vector<Error> errors, warnings;
  ReaderCounts counts;
};

Read ReadAll(const std::vector<std::string>& paths, const ReaderOptions& options = {}) {
  Read read;
  ArticleSource source(paths, options);
  while (auto item = source.Next()) {
    if (*item) {
      read.articles.push_back(**item);
    } else {
      read.errors.push_back(item->error());
    }
  }
  read.warnings = source.TakeWarnings();
  read.counts = source.counts();
  if (source.bytes_total() > 0) CHECK(source.bytes_read() == source.bytes_total());
  return read;
}

int64_t Failed(const Read& read, Failure failure) {
  return read.counts.failed[static_cast<size_t>(failure)];
}

TEST_CASE("a folder is read in the order of its names, whatever the formats") {
  const Folder folder;
  folder.Write("b.txt", "Second.");
  folder.Write("a/deep/x.jsonl", "{\"text\": \"First.\"}\n");
  folder.WritePacked("c.txt.gz", "Third.");
  folder.Write(".hidden.txt", "Never.");
  folder.Write("picture.png", "Never.");
  const Read read = ReadAll({folder.path()});
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[0].text == "First.");
  CHECK(read.articles[0].origin == folder.path() + "/a/deep/x.jsonl:1");
  CHECK_FALSE(read.articles[0].alone_in_file);
  CHECK(read.articles[1].origin == folder.path() + "/b.txt");
  CHECK(read.articles[1].alone_in_file);
  CHECK(read.articles[2].text == "Third.");
  CHECK(read.counts.skipped == 1);
  CHECK(read.counts.bytes == 19);
  CHECK(read.errors.empty());
}

TEST_CASE("a bad line is named and the rest goes on") {
  const Folder folder;
  const std::string path = folder.Write("x.jsonl",
                                        "{\"text\": \"one\"}\n"
                                        "{\"text\": \n"
                                        "\n"
                                        "[1, 2]\n"
                                        "{\"title\": \"no text\"}\n"
                                        "{\"text\": 5}\n"
                                        "{\"text\": \"  \"}\n"
                                        "{\"text\": \"two\"}");
  const Read read = ReadAll({path});
  CHECK(read.articles.size() == 2);
  REQUIRE(read.errors.size() == 5);
  CHECK(ToString(read.errors[0].where) == path + ":2:10");
  CHECK(read.errors[1].where.line == 4);
  CHECK(read.errors[4].where.line == 7);
  CHECK(Failed(read, Failure::kBrokenJson) == 4);
  CHECK(Failed(read, Failure::kEmpty) == 1);
  CHECK(read.articles[1].origin == path + ":8");
}

TEST_CASE("all keys of an article are taken, and unknown ones kept") {
  const Folder folder;
  const std::string path = folder.Write(
      "x.jsonl", R"({"id": 7, "text": "T", "title": "A", "published": "2026-05-14T08:30:00+02:00",)"
                 R"( "source": "S", "url": "https://x.com/a", "language": "en", "author": "B",)"
                 R"( "entities": ["C", "D"], "score": {"a": [1, null]}})");
  const Read read = ReadAll({path});
  REQUIRE(read.articles.size() == 1);
  const model::Article& article = read.articles[0];
  CHECK(article.id == "7");
  CHECK(article.CallName() == "7");
  CHECK(article.title == "A");
  REQUIRE(article.published);
  CHECK(ToString(*article.published) == "2026-05-14T06:30:00Z");
  CHECK(article.published_written == "2026-05-14T08:30:00+02:00");
  CHECK(article.entities == std::vector<std::string>{"C", "D"});
  CHECK(article.extra == R"({"score":{"a":[1,null]}})");
}

TEST_CASE("a date that is none leaves the article undated, with a warning") {
  const Folder folder;
  const std::string path = folder.Write("x.jsonl",
                                        "{\"text\": \"a\", \"published\": \"soon\"}\n"
                                        "{\"text\": \"b\", \"published\": 1778740200}\n"
                                        "{\"text\": \"c\", \"published\": null}\n");
  const Read read = ReadAll({path});
  REQUIRE(read.articles.size() == 3);
  CHECK_FALSE(read.articles[0].published);
  CHECK(read.articles[0].published_written == "soon");
  CHECK(ToString(*read.articles[1].published) == "2026-05-14T06:30:00Z");
  REQUIRE(read.warnings.size() == 1);
  CHECK(read.warnings[0].where.line == 1);
  CHECK(read.counts.undated == 1);
}

TEST_CASE("a .json file holds one article, a list of them, or lines") {
  const Folder folder;
  const Read one = ReadAll({folder.Write("one.json", "{\n  \"text\": \"a\"\n}\n")});
  REQUIRE(one.articles.size() == 1);
  CHECK(one.articles[0].alone_in_file);
  const std::string list_path = folder.Write("list.json", R"([{"text": "a"}, 5, {"text": "b"}])");
  const Read list = ReadAll({list_path});
  REQUIRE(list.articles.size() == 2);
  CHECK(list.articles[1].origin == list_path + "#3");
  CHECK(list.errors.size() == 1);
  const Read lines =
      ReadAll({folder.Write("lines.json", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n")});
  CHECK(lines.articles.size() == 2);
  const Read broken = ReadAll({folder.Write("broken.json", "{\n\"text\": \"a\",,\n}")});
  REQUIRE(broken.errors.size() == 1);
  CHECK(broken.errors[0].where.line == 2);
  CHECK(broken.errors[0].where.column == 13);
}

TEST_CASE("what cannot be read is named and counted, by kind") {
  const Folder folder;
  const std::string empty = folder.Write("empty.txt", "");
  const std::string blank = folder.Write("blank.txt", " \n\n ");
  const std::string binary = folder.Write("binary.txt", std::string("a\0b", 3));
  const std::string pdf = folder.Write("report.txt", "%PDF-1.7 ...");
  const std::string fine = folder.Write("fine.txt", "Fine.");
  const Read read = ReadAll({folder.path() + "/none.txt", empty, blank, binary, pdf, fine});
  CHECK(read.articles.size() == 1);
  CHECK(read.errors.size() == 5);
  CHECK(Failed(read, Failure::kUnreadable) == 1);
  CHECK(Failed(read, Failure::kEmpty) == 2);
  CHECK(Failed(read, Failure::kBinary) == 2);
  CHECK(read.counts.failures() == 5);
  for (const Error& error : read.errors) CHECK_FALSE(error.where.file.empty());
}

TEST_CASE("invalid UTF-8 is repaired and counted") {
  const Folder folder;
  folder.Write("a.txt", "caf\xE9 \xFF");
  folder.Write("b.txt",
               "\xEF\xBB\xBF"
               "caf\xC3\xA9");
  folder.Write("c.jsonl", "{\"text\": \"\xE9 a\\u0000b\"}");
  const Read read = ReadAll({folder.path()});
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[0].text == "caf\uFFFD \uFFFD");
  CHECK(read.articles[1].text == "café");
  CHECK(read.articles[2].text == "\uFFFD a b");
  CHECK(read.counts.repaired == 2);
}

TEST_CASE("a gzip file that is cut off gives what came before the cut, then an error") {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 20000; ++i) {
    lines += "{\"text\": \"article number " + std::to_string(i * 7919 % 10007) + "\"}\n";
  }
  const std::string path = folder.WritePacked("x.jsonl.gz", lines);
  CHECK(ReadAll({path}).articles.size() == 20000);
  fs::resize_file(path, fs::file_size(path) / 2);
  const Read read = ReadAll({path, folder.Write("after.txt", "After.")});
  CHECK(read.articles.size() > 1000);
  CHECK(read.articles.back().text == "After.");
  REQUIRE(read.errors.size() == 1);
  CHECK(Failed(read, Failure::kDamaged) == 1);
  CHECK(read.errors[0].where.line > 1000);
}

TEST_CASE("a gzip bomb is refused") {
  const Folder folder;
  const std::string path = folder.WritePacked("bomb.jsonl.gz", std::string(100 << 20, ' '));
  const Read read = ReadAll({path});
  CHECK(read.articles.empty());
  CHECK(Failed(read, Failure::kDamaged) == 1);
}

TEST_CASE("a line that is too long is passed over, not held") {
  const Folder folder;
  ReaderOptions options;
  options.largest_article = 1000;
  const std::string path = folder.Write(
      "x.jsonl", "{\"text\": \"" + std::string(900000, 'a') + "\"}\n{\"text\": \"b\"}\n");
  const Read read = ReadAll({path}, options);
  CHECK(read.articles.size() == 1);
  CHECK(Failed(read, Failure::kTooLarge) == 1);
  const Read text = ReadAll({folder.Write("x.txt", std::string(2000, 'a'))}, options);
  CHECK(Failed(text, Failure::kTooLarge) == 1);
}

TEST_CASE("hostile JSON is an error, not a crash") {
  const Folder folder;
  const std::vector<std::string> rows = {
      "{\"text\": " + std::string(500000, '['),
      "{\"text\": \"a\", \"x\": " + std::string(200, '[') + std::string(200, ']') + "}",
      "{\"text\": \"\\u12\"}",
      "{\"text\": 1e999}",
      "{\"text\": \"a\", \"entities\": [1]}",
      "{\"text\": \"a\" \"b\"}",
      std::string(100000, '{'),
  };
  for (const std::string& row : rows) {
    const Read read = ReadAll({folder.Write("x.jsonl", row)});
    CHECK(read.articles.empty());
    CHECK(Failed(read, Failure::kBrokenJson) == 1);
  }
}

TEST_CASE("half an emoji is replaced, a whole one kept") {
  const Folder folder;
  const Read read = ReadAll({folder.Write(
      "x.jsonl", "{\"text\": \"\\\\ud83d a \\ud83d b \\uDE00 \\ud83d\\ude00 c \\ud83d\"}")});
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text == "\\ud83d a \uFFFD b \uFFFD 😀 c \uFFFD");
}

TEST_CASE("the form can be told, and is guessed where the name says nothing") {
  const Folder folder;
  const std::string lines = folder.Write("data", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
  CHECK(ReadAll({lines}).articles.size() == 2);
  ReaderOptions as_text;
  as_text.form = *ParseInputForm("text");
  const Read text = ReadAll({lines}, as_text);
  REQUIRE(text.articles.size() == 1);
  CHECK(text.articles[0].text.starts_with("{\"text\""));
  CHECK(ReadAll({folder.Write("note", "Plain.")}).articles[0].text == "Plain.");
  CHECK(ReadAll({folder.Write("pretty", "{\n \"text\": \"a\"\n}\n")}).articles.size() == 1);
  CHECK_FALSE(ParseInputForm("pdf"));
}

}  // namespace
}  // namespace tellwire::ingest
