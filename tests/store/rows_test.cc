// The small aggregates: texts, prices, mutes, copies.
#include <doctest/doctest.h>

#include "store/articles.h"
#include "store/copies.h"
#include "store/mutes.h"
#include "store/prices.h"
#include "store/texts.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

constexpr int64_t kDay = 86400;

TEST_CASE("texts: kept once by version, read back to the byte") {
  store::Store store = FreshStore();
  store::Texts texts(store);
  texts.Keep("rule", "a", "v1", "rule \"a\" {}");
  texts.Keep("rule", "a", "v2", "rule \"a\" { title = 1 }");
  CHECK(texts.Read("rule", "a", "v1") == "rule \"a\" {}");
  CHECK(texts.Read("rule", "a", "v2") == "rule \"a\" { title = 1 }");
  CHECK_FALSE(texts.Read("rule", "b", "v1"));
  CHECK_FALSE(texts.Read("list", "a", "v1"));
}

TEST_CASE("prices: a move needs a price before and one within the window") {
  store::Store store = FreshStore();
  store::Prices prices(store);
  prices.Add({"ACM", 10 * kDay, 100});
  prices.Add({"ACM", 11 * kDay, 103});
  prices.Add({"ACM", 13 * kDay, 90});
  CHECK(prices.At("ACM", 10 * kDay) == 100);
  CHECK_FALSE(prices.At("ACM", 10 * kDay - 1));
  CHECK_FALSE(prices.At("ACM", 40 * kDay));  // too old to stand for that day
  CHECK(prices.Move("ACM", 10 * kDay, kDay).value() == doctest::Approx(3));
  CHECK(prices.Move("ACM", 10 * kDay, 3 * kDay).value() == doctest::Approx(-10));
  CHECK_FALSE(prices.Move("ACM", 13 * kDay, kDay));
  CHECK_FALSE(prices.Move("XYZ", 10 * kDay, kDay));
}

TEST_CASE("prices: weights are unknown without a portfolio and zero outside one") {
  store::Store store = FreshStore();
  store::Prices prices(store);
  CHECK_FALSE(prices.Weight("ACM"));
  prices.SetWeight("ACM", .02);
  CHECK(prices.Weight("ACM") == .02);
  CHECK(prices.Weight("XYZ") == 0.0);
  prices.ClearWeights();
  CHECK_FALSE(prices.Weight("ACM"));
}

TEST_CASE("mutes: in force until their time") {
  store::Store store = FreshStore();
  store::Mutes mutes(store);
  const int64_t id = mutes.Add({0, "earnings.*", "ACM", "known", 100});
  CHECK(mutes.InForce(99).size() == 1);
  CHECK(mutes.InForce(100).empty());
  CHECK(mutes.List().size() == 1);
  CHECK(mutes.Remove(id));
  CHECK_FALSE(mutes.Remove(id));
}

TEST_CASE("copies: a group is named after its first article and never changes") {
  store::Store store = FreshStore();
  store::Articles articles(store);
  std::vector<store::Revision> revisions;
  for (const char* id : {"a", "b", "c"}) {
    model::Article article = MakeArticle(id, "", id);
    article.source = id[0] == 'b' ? "Other" : "Wire";
    revisions.push_back(*articles.Read(articles.Add(article, "", 0).seq));
  }
  store::Copies copies(store);
  const int64_t first = revisions[0].article;
  for (const store::Revision& revision : revisions) {
    copies.Save({revision.seq, revision.article, first, 0xFFFFFFFFFFFFFFFF});
  }
  copies.Save({revisions[1].seq, revisions[1].article, revisions[1].article, 5});
  CHECK(copies.All().at(1).first == first);
  CHECK(copies.All().at(1).sketch == 5);
  CHECK(copies.All().at(2).sketch == 0xFFFFFFFFFFFFFFFF);
  CHECK(articles.Read(revisions[2].seq)->group == revisions[0].fingerprint);
  CHECK(copies.ExtentAt(revisions[0].seq).articles == 1);
  CHECK(copies.ExtentAt(revisions[2].seq).articles == 3);
  CHECK(copies.ExtentAt(revisions[2].seq).sources == 2);
}

}  // namespace
}  // namespace tellwire
