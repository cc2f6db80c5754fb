// The store: one SQLite file (WAL) with articles, their full-text index, what was derived from
// them, alerts and runs.
//
// Room `store`. A Store is a connection; the classes beside it work on one aggregate each and are
// made on the spot: `store::Articles(store).Add(...)`.
//   articles.h  articles, revisions       search.h   full-text search
//   findings.h  facts and companies       alerts.h   alerts and their sources
//   progress.h  how far each rule is      runs.h     run reports
//   texts.h     rules and lists by hash   copies.h   near-duplicates
//   prices.h    prices and holdings       mutes.h    silences with an expiry
//   streaks.h   failures of rules in a row
// The tables are documented in README.md. Every function may throw StoreError and nothing else.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "store/store_error.h"

namespace tellwire::store {

class Connection;  // connection.h, for this room only

enum class OpenMode {
  kCreate,  // made where it is missing; brought up to date where it is old
  kExists,  // must be there; brought up to date where it is old
  kRead,    // must be there; never written (an old one must first be opened for writing)
};

struct OpenOptions {
  OpenMode mode = OpenMode::kCreate;
  int busy_ms = 5000;  // how long to wait for another writer before "locked"
};

// One connection. Not thread-safe: one Store a thread; several may be open on one file.
class Store {
 public:
  // `:memory:` is a store that ends with the object.
  explicit Store(const std::string& path, const OpenOptions& options = {});
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  const std::string& path() const;
  int schema_version();

  // What SQLite finds wrong with the file and its full-text index; "" when it is sound. Slow: reads
  // everything.
  std::string CheckIntegrity();

  Connection& connection() { return *connection_; }

 private:
  std::unique_ptr<Connection> connection_;
};

// All that is written while it lives, or nothing. Takes the writer's lock at once; nests (an inner
// one is part of the outer). Rolls back unless Commit was called.
class Transaction {
 public:
  explicit Transaction(Store& store);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void Commit();

 private:
  Connection& connection_;
  bool outermost_;
  bool done_ = false;
};

}  // namespace tellwire::store
