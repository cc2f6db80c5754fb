#include "store/articles.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/fresh_store.h"

namespace tellwire {
namespace {

using Change = store::Articles::Change;

TEST_CASE("articles: identity is source and id, else url, else path, else content") {
  model::Article article = MakeArticle("7", "T", "text");
  article.url = "https://x/1";
  article.origin = "/in/a.txt";
  article.alone_in_file = true;
  CHECK(store::IdentityOf(article) == "id:Wire/7");
  article.id = "";
  CHECK(store::IdentityOf(article) == "url:https://x/1");
  article.url = "";
  CHECK(store::IdentityOf(article) == "path:/in/a.txt");
  article.alone_in_file = false;
  CHECK(store::IdentityOf(article).starts_with("content:"));
}

TEST_CASE("articles: a path is the same however it is written") {
  model::Article one, other;
  one.alone_in_file = other.alone_in_file = true;
  one.origin = "in/./a.txt";
  other.origin = "in/sub/../a.txt";
  CHECK(store::IdentityOf(one) == store::IdentityOf(other));
  other.origin = "in/b.txt";
  CHECK(store::IdentityOf(one) != store::IdentityOf(other));
}

TEST_CASE("articles: the fingerprint moves with all that is covered and with nothing else") {
  const model::Article base = MakeArticle("1", "T", "text", "2026-05-14");
  const auto differs = [&](auto change) {
    model::Article other = base;
    change(other);
    return store::FingerprintOf(other) != store::FingerprintOf(base);
  };
  CHECK(differs([](auto& a) { a.title = "U"; }));
  CHECK(differs([](auto& a) { a.text = "texT"; }));
  CHECK(differs([](auto& a) { a.source = "Other"; }));
  CHECK(differs([](auto& a) { a.url = "https://x"; }));
  CHECK(differs([](auto& a) { a.published = ParseTimestamp("2026-05").value(); }));
  CHECK(differs([](auto& a) { a.language = "de"; }));
  CHECK(differs([](auto& a) { a.entities = {"Acme"}; }));
  CHECK_FALSE(differs([](auto& a) { a.origin = "elsewhere"; }));
  CHECK_FALSE(differs([](auto& a) { a.id = "2"; }));
}

TEST_CASE("articles: the same again changes nothing, another text is a new revision") {
  store::Store store = FreshStore();
  store::Articles articles(store);
  const auto first = articles.Add(MakeArticle("1", "Chips", "old words"), "Chips", 100);
  CHECK(first.change == Change::kNew);
  const auto again = articles.Add(MakeArticle("1", "Chips", "old words"), "Chips", 200);
  CHECK(again.change == Change::kUnchanged);
  CHECK(again.seq == first.seq);
  const auto revised = articles.Add(MakeArticle("1", "Chips", "new words"), "Chips", 300);
  CHECK(revised.change == Change::kRevised);
  CHECK(revised.seq > first.seq);

  CHECK(articles.Count() == 1);
  CHECK(articles.Revisions() == 2);
  CHECK(articles.Read(first.seq)->content.text == "old words");
  CHECK_FALSE(articles.Read(first.seq)->current);
  CHECK(articles.Read(revised.seq)->number == 2);
  CHECK(articles.Read(revised.seq)->seen == 300);
  CHECK(articles.Read(revised.seq)->group == articles.Read(first.seq)->fingerprint);
  CHECK(store.CheckIntegrity() == "");
}

TEST_CASE("articles: everything comes back as it was given, bytes and dates too") {
  store::Store store = FreshStore();
  model::Article article =
      MakeArticle("1", "Zoë’s “chips”", std::string("a\0b\n\xF0\x9F\x92\xA9", 8), "2026-05");
  article.author = "A. Writer";
  article.language = "en-GB";
  article.published_written = "May 2026";
  article.entities = {"Acme \"Inc\"", "B\tC"};
  article.extra = R"({"desk":7})";
  article.origin = "in/a.jsonl:3";
  const auto added = store::Articles(store).Add(article, "headline", 5);
  const model::Article kept = store::Articles(store).Read(added.seq)->content;
  CHECK(kept.text == article.text);
  CHECK(kept.title == article.title);
  CHECK(kept.author == article.author);
  CHECK(kept.language == article.language);
  CHECK(kept.published == article.published);
  CHECK(kept.published_written == article.published_written);
  CHECK(kept.entities == article.entities);
  CHECK(kept.extra == article.extra);
  CHECK(kept.origin == article.origin);
}

TEST_CASE("articles: an undated article stays undated") {
  store::Store store = FreshStore();
  const auto added = store::Articles(store).Add(MakeArticle("1", "", "text"), "", 5);
  CHECK_FALSE(store::Articles(store).Read(added.seq)->content.published);
}

TEST_CASE("articles: two files of one run never meet by path, two runs do") {
  store::Store store = FreshStore();
  model::Article article = MakeArticle("", "", "first");
  article.origin = "in/a.txt";
  article.alone_in_file = true;
  model::Article other = article;
  other.text = "second";
  {
    store::Articles run(store);
    CHECK(run.Add(article, "", 0).change == Change::kNew);
    CHECK(run.Add(article, "", 0).change == Change::kUnchanged);
    CHECK(run.Add(other, "", 0).change == Change::kNew);
  }
  article.text = "third";
  CHECK(store::Articles(store).Add(article, "", 0).change == Change::kRevised);
  CHECK(store::Articles(store).Count() == 2);
}

TEST_CASE("articles: found by id, url, path and arrival number") {
  store::Store store = FreshStore();
  store::Articles articles(store);
  model::Article article = MakeArticle("abc", "", "text");
  article.url = "https://x/1";
  article.origin = "in/a.jsonl:1";
  const auto added = articles.Add(article, "", 0);
  articles.Add(MakeArticle("other", "", "text"), "", 0);
  for (const std::string& called :
       {std::string("abc"), article.url, article.origin, std::to_string(added.seq)}) {
    CAPTURE(called);
    REQUIRE(articles.Find(called).size() == 1);
    CHECK(articles.Find(called)[0].seq == added.seq);
  }
  // A file is found by any way to it, however it was named when it was read.
  model::Article file = MakeArticle("", "", "a file's text");
  file.origin = "in/a.txt";
  file.alone_in_file = true;
  articles.Add(file, "", 0);
  const std::string here = std::filesystem::current_path().string();
  for (const std::string& called :
       {std::string("in/a.txt"), std::string("./in/../in/a.txt"), here + "/in/a.txt"}) {
    CAPTURE(called);
    CHECK(articles.Find(called).size() == 1);
  }
  CHECK(articles.Find("abcd").empty());
  CHECK(articles.Find("").empty());
}

TEST_CASE("articles: arrival numbers are never used twice and are read in order") {
  store::Store store = FreshStore();
  store::Articles articles(store);
  for (const char* id : {"a", "b", "c"}) articles.Add(MakeArticle(id, "", id), "", 0);
  CHECK(articles.LastSeq() == 3);
  CHECK(articles.SeqsAfter(1) == std::vector<int64_t>{2, 3});
  CHECK(articles.ReadAfter(0, 2).size() == 2);
  CHECK(articles.ReadAfter(2, 10).at(0).content.id == "c");
}

}  // namespace
}  // namespace tellwire
