#include "store/store.h"

#include "store/connection.h"
#include "store/schema.h"

namespace tellwire::store {

Store::Store(const std::string& path, const OpenOptions& options)
    : connection_(std::make_unique<Connection>(path, options)) {
  BringUpToDate(*connection_, options.mode);
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

const std::string& Store::path() const { return connection_->path(); }

int Store::schema_version() { return static_cast<int>(connection_->One("PRAGMA user_version")); }

std::string Store::CheckIntegrity() {
  {
    Query check = connection_->Prepare("PRAGMA integrity_check(1)");
    if (check.Step() && check.Text(0) != "ok") return check.Text(0);
  }
  {
    Query check = connection_->Prepare("PRAGMA foreign_key_check");
    if (check.Step()) return "a row of " + check.Text(0) + " refers to one that is not there";
  }
  try {
    connection_->Execute("INSERT INTO article_fts(article_fts, rank) VALUES('integrity-check', 1)");
  } catch (const StoreError& failure) {
    return "the full-text index does not agree with the articles: " + failure.error().message;
  }
  return "";
}

Transaction::Transaction(Store& store)
    : connection_(store.connection()), outermost_(!connection_.in_transaction) {
  if (!outermost_) return;
  connection_.Execute("BEGIN IMMEDIATE");
  connection_.in_transaction = true;
}

Transaction::~Transaction() {
  if (!outermost_ || done_) return;
  connection_.in_transaction = false;
  try {
    connection_.Execute("ROLLBACK");
  } catch (const StoreError&) {  // SQLite has rolled back by itself
  }
}

void Transaction::Commit() {
  if (outermost_) {
    connection_.Execute("COMMIT");
    connection_.in_transaction = false;
  }
  done_ = true;
}

}  // namespace tellwire::store
