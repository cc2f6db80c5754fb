#include "store/store.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>

#include "store/articles.h"
#include "support/fresh_store.h"

namespace tellwire {
namespace {

// The message of opening a store that cannot be used.
Error Refused(const std::string& path, store::OpenMode mode) {
  try {
    store::Store opened(path, {mode, 50});
  } catch (const store::StoreError& failure) {
    return failure.error();
  }
  return Error(ErrorKind::kStore, {}, "it opened", "");
}

void RunSql(const std::string& path, const char* sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

TEST_CASE("store: a new file has the newest schema and passes its checks") {
  TemporaryFolder folder;
  store::Store store(folder / "a.db");
  CHECK(store.schema_version() > 0);
  CHECK(store.CheckIntegrity() == "");
}

TEST_CASE("store: a missing file is refused unless it may be made") {
  TemporaryFolder folder;
  for (auto mode : {store::OpenMode::kRead, store::OpenMode::kExists}) {
    const Error error = Refused(folder / "none.db", mode);
    CHECK(error.kind == ErrorKind::kStore);
    CHECK(error.message == "there is no store here");
    CHECK(error.help.find("tellwire index") != std::string::npos);
  }
}

TEST_CASE("store: a newer one is refused and left as it is") {
  TemporaryFolder folder;
  { store::Store store(folder / "a.db"); }
  RunSql(folder / "a.db", "PRAGMA user_version = 999");
  const Error error = Refused(folder / "a.db", store::OpenMode::kCreate);
  CHECK(error.message.find("version 999, newer than this program's") != std::string::npos);
}

TEST_CASE("store: another program's file is refused") {
  TemporaryFolder folder;
  RunSql(folder / "b.db", "CREATE TABLE theirs(x)");
  CHECK(Refused(folder / "b.db", store::OpenMode::kCreate).message ==
        "this file is not a Tellwire store");
}

TEST_CASE("store: a text file and a damaged file are refused") {
  TemporaryFolder folder;
  std::ofstream(folder / "c.db") << std::string(5000, 'x');
  CHECK(Refused(folder / "c.db", store::OpenMode::kCreate).message ==
        "this file is not a Tellwire store");
}

TEST_CASE("store: a folder that is not there is named") {
  TemporaryFolder folder;
  const Error error = Refused(folder / "no/such/folder/a.db", store::OpenMode::kCreate);
  CHECK(error.message == "the store cannot be opened");
  CHECK(error.where.file == folder / "no/such/folder/a.db");
}

TEST_CASE("store: a second writer is told that the store is locked, and can go on later") {
  TemporaryFolder folder;
  store::Store first(folder / "a.db");
  store::Store second(folder / "a.db", {store::OpenMode::kExists, 50});
  {
    store::Transaction writing(first);
    CHECK_THROWS_WITH_AS(store::Transaction{second}, "the store is locked by another program",
                         store::StoreError);
  }
  store::Transaction now_free(second);
  now_free.Commit();
}

TEST_CASE(
    "store: what is not committed is gone, and a nested transaction belongs to the outer one") {
  store::Store store = FreshStore();
  {
    store::Transaction outer(store);
    {
      store::Transaction inner(store);
      store::Articles(store).Add(MakeArticle("1", "", "text"), "", 0);
      inner.Commit();
    }
    CHECK(store::Articles(store).Count() == 1);
  }
  CHECK(store::Articles(store).Count() == 0);
}

TEST_CASE("store: one that is opened for reading cannot be written") {
  TemporaryFolder folder;
  { store::Store made(folder / "a.db"); }
  store::Store store(folder / "a.db", {store::OpenMode::kRead, 50});
  CHECK_THROWS_AS(store::Articles(store).Add(MakeArticle("1", "", "text"), "", 0),
                  store::StoreError);
}

}  // namespace
}  // namespace tellwire
