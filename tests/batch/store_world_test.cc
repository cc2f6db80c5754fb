#include "batch/store_world.h"

#include <doctest/doctest.h>

#include "store/prices.h"
#include "support/conditions.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

constexpr int64_t kDay = 86400;

struct Placed {
  store::Store store = FreshStore();
  store::Revision revision;
  model::Analysis analysis;

  explicit Placed(const std::string& published) {
    store::Articles articles(store);
    const auto added = articles.Add(MakeArticle("a", "", "text", published), "", 0);
    revision = *articles.Read(added.seq);
  }
};

TEST_CASE("world: a move counts from publication, and is unknown without a date or a price") {
  Placed dated("2026-05-14"), undated("");
  const int64_t at = ParseTimestamp("2026-05-14")->seconds;
  for (Placed* placed : {&dated, &undated}) {
    store::Prices(placed->store).Add({"ACM", at - 5, 100});
    store::Prices(placed->store).Add({"ACM", at + kDay, 95});
  }
  batch::PromiseLedger ledger(dated.store), other(undated.store);
  const batch::StoreWorld world(dated.store, ledger, dated.revision, dated.analysis);
  CHECK(world.PriceMove("ACM", 2 * kDay).value() == doctest::Approx(-5));
  CHECK_FALSE(world.PriceMove("XYZ", 2 * kDay));
  CHECK_FALSE(world.Weight("ACM"));
  CHECK_FALSE(batch::StoreWorld(undated.store, other, undated.revision, undated.analysis)
                  .PriceMove("ACM", 2 * kDay));
}

TEST_CASE("world: nobody's fact settles nothing") {
  Placed placed("2026-05-14");
  batch::PromiseLedger ledger(placed.store);
  const batch::StoreWorld world(placed.store, ledger, placed.revision, placed.analysis);
  CHECK(world.PromiseState(model::Fact()) == "");
}

TEST_CASE("world: a rule asks it wherever the leaf stands") {
  rule::Rule rule;
  rule.when = test::Phrase("recall");
  CHECK_FALSE(batch::AsksWorld(rule));
  rule::Condition fired;
  fired.op = rule::Op::kFired;
  fired.words = {"other"};
  rule::Condition around;
  around.op = rule::Op::kNot;
  around.children = {test::Share(fired)};
  rule.unless = {test::Share(around)};
  CHECK(batch::AsksWorld(rule));
  rule.unless.clear();
  rule::Condition promise;
  promise.op = rule::Op::kPromise;
  rule.against = {test::Share(promise)};
  CHECK_FALSE(batch::AsksWorld(rule));
  promise.fields.push_back({});
  promise.fields[0].field = "state";
  rule.against = {test::Share(promise)};
  CHECK(batch::AsksWorld(rule));
}

}  // namespace
}  // namespace tellwire
