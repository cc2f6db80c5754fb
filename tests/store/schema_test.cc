#include "store/schema.h"

#include <doctest/doctest.h>

#include "support/fresh_store.h"

namespace tellwire {
namespace {

TEST_CASE("schema: migrating is done once and changes nothing the second time") {
  store::Connection connection(":memory:", {});
  store::BringUpToDate(connection, store::OpenMode::kCreate);
  const int64_t tables = connection.One("SELECT count(*) FROM sqlite_schema");
  store::BringUpToDate(connection, store::OpenMode::kCreate);
  CHECK(connection.One("PRAGMA user_version") == store::SchemaVersion());
  CHECK(connection.One("SELECT count(*) FROM sqlite_schema") == tables);
}

TEST_CASE("schema: a migration that fails leaves the store as it was") {
  store::Connection connection(":memory:", {});
  // A table in the way of the migration, in a file that says it is ours.
  connection.Execute("PRAGMA application_id = 0x54574952; CREATE TABLE fact(in_the_way)");
  CHECK_THROWS_AS(store::BringUpToDate(connection, store::OpenMode::kCreate), store::StoreError);
  CHECK(connection.One("PRAGMA user_version") == 0);
  CHECK(connection.One("SELECT count(*) FROM sqlite_schema") == 1);
}

TEST_CASE("schema: a store of version 1 gets what version 2 added, and keeps what it has") {
  store::Connection connection(":memory:", {});
  store::BringUpToDate(connection, store::OpenMode::kCreate);
  connection.Execute(
      "DROP VIEW alert_article; DROP INDEX fact_promise; PRAGMA user_version = 1;"
      "INSERT INTO mute(rule, company, reason, until) VALUES('r', '', '', 9)");
  CHECK_THROWS_AS(store::BringUpToDate(connection, store::OpenMode::kRead), store::StoreError);
  store::BringUpToDate(connection, store::OpenMode::kExists);
  CHECK(connection.One("PRAGMA user_version") == store::SchemaVersion());
  CHECK(connection.One("SELECT count(*) FROM alert_article") == 0);
  CHECK(connection.One("SELECT count(*) FROM mute") == 1);
}

TEST_CASE("schema: a store of version 2 gets the index of promises") {
  store::Connection connection(":memory:", {});
  store::BringUpToDate(connection, store::OpenMode::kCreate);
  connection.Execute("DROP INDEX fact_promise; PRAGMA user_version = 2;");
  store::BringUpToDate(connection, store::OpenMode::kExists);
  CHECK(connection.One("PRAGMA user_version") == store::SchemaVersion());
  CHECK(connection.One("SELECT count(*) FROM sqlite_schema WHERE name = 'fact_promise'") == 1);
}

TEST_CASE("schema: foreign keys are on") {
  store::Connection connection(":memory:", {});
  store::BringUpToDate(connection, store::OpenMode::kCreate);
  CHECK_THROWS_AS(connection.Execute("INSERT INTO copy VALUES(7, 7, 7, 0)"), store::StoreError);
}

}  // namespace
}  // namespace tellwire
