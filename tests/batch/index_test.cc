#include "batch/index.h"

#include <doctest/doctest.h>

#include "store/articles.h"
#include "store/copies.h"
#include "store/search.h"
#include "support/desk.h"
#include "text/query.h"

namespace tellwire {
namespace {

using test::ShippedAnalyser;

batch::IndexCounts Index(store::Store& store, const std::vector<model::Article>& articles) {
  batch::Indexer indexer(store, ShippedAnalyser(), 0);
  for (const model::Article& article : articles) indexer.Add(article);
  return indexer.Finish();
}

TEST_CASE("index: counts what is new, revised and unchanged") {
  store::Store store = FreshStore();
  auto articles = std::vector{MakeArticle("a", "A", "First text.", "2026-01-01"),
                              MakeArticle("b", "B", "Second text.")};
  auto counts = Index(store, articles);
  CHECK(counts.added == 2);
  CHECK(counts.undated == 1);
  articles[1].text = "Other text.";
  counts = Index(store, articles);
  CHECK(counts.added == 0);
  CHECK(counts.revised == 1);
  CHECK(counts.unchanged == 1);
}

TEST_CASE("index: the order of arrival is the order given, for any number of threads") {
  for (int threads : {1, 6}) {
    store::Store store = FreshStore();
    std::vector<model::Article> articles;
    for (int i = 0; i < 150; ++i) {
      articles.push_back(
          MakeArticle(std::to_string(i), "", std::string(static_cast<size_t>(i * 37 % 500), 'x')));
    }
    test::IndexAll(store, articles, threads);
    const auto revisions = store::Articles(store).ReadAfter(0, 1000);
    REQUIRE(revisions.size() == 150);
    for (size_t i = 0; i < 150; ++i) CHECK(revisions[i].content.id == std::to_string(i));
  }
}

TEST_CASE("index: a line that is lent as title is found as one") {
  store::Store store = FreshStore();
  Index(store, {MakeArticle("a", "",
                            "Profit warning at Acme\n\nThe maker said on Monday that it "
                            "would earn less than it had thought.\n")});
  const auto query = text::ParseQuery("title:warning");
  CHECK(store::Search(store).Run(**query, {})->hits.size() == 1);
}

TEST_CASE("index: copies join the group of the first; other stories do not") {
  store::Store store = FreshStore();
  const std::string story =
      "The central bank left its main rate where it was on Thursday and said that it saw no reason "
      "to hurry, since prices rose more slowly in the spring than many had feared they would.";
  const std::string other =
      "The shipping line will buy twelve vessels that burn methanol from a yard in the south, its "
      "chairman told reporters, and will scrap nine older ones over the next three years or so.";
  const auto counts = Index(store, {MakeArticle("a", "Rates", story), MakeArticle("b", "R", other),
                                    MakeArticle("c", "Rates held", story + " More follows.")});
  CHECK(counts.copies == 1);
  const auto rows = store::Copies(store).All();
  REQUIRE(rows.size() == 3);
  CHECK(rows[2].first == rows[0].article);
  CHECK(rows[1].first == rows[1].article);
}

TEST_CASE("index: short texts are nobody's copies") {
  store::Store store = FreshStore();
  CHECK(Index(store, {MakeArticle("a", "", "No news."), MakeArticle("b", "", "No news.")}).copies ==
        0);
}

TEST_CASE("index: what was not finished is not kept") {
  TemporaryFolder folder;
  store::Store store(folder / "a.db");
  {
    batch::Indexer indexer(store, ShippedAnalyser(), 0);
    indexer.Add(MakeArticle("a", "", "Text."));
  }
  CHECK(store::Articles(store).Count() == 0);
  CHECK(Index(store, {MakeArticle("a", "", "Text.")}).added == 1);
}

}  // namespace
}  // namespace tellwire
