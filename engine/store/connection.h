// SQLite behind the room's own door: statements that are prepared once, and every failure a
// StoreError. For this room only: no other room includes it.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/time.h"
#include "store/store.h"

namespace tellwire::store {

// A prepared statement on loan from its Connection: goes back, reset, when it leaves scope.
class Query {
 public:
  Query(Connection& connection, std::unique_ptr<SQLite::Statement> statement);
  ~Query();
  Query(Query&&) noexcept = default;
  Query& operator=(Query&&) = delete;

  // Binds the next parameters in order.
  template <typename... Values>
  Query& Bind(const Values&... values) {
    (BindOne(values), ...);
    return *this;
  }

  bool Step();  // whether a row is there
  void Run();   // for statements that yield no rows; ready to be bound again

  bool IsNull(int column) const;
  int64_t Integer(int column) const;
  double Real(int column) const;
  std::string Text(int column) const;
  std::optional<int64_t> OptionalInteger(int column) const;
  std::optional<double> OptionalReal(int column) const;

 private:
  void BindOne(int64_t value);
  void BindOne(int value) { BindOne(static_cast<int64_t>(value)); }
  void BindOne(size_t value) { BindOne(static_cast<int64_t>(value)); }
  void BindOne(bool value) { BindOne(static_cast<int64_t>(value)); }
  void BindOne(double value);
  void BindOne(std::string_view value);
  void BindOne(const std::string& value) { BindOne(std::string_view(value)); }
  void BindOne(const char* value) { BindOne(std::string_view(value)); }
  void BindOne(std::nullptr_t);
  template <typename T>
  void BindOne(const std::optional<T>& value) {
    value ? BindOne(*value) : BindOne(nullptr);
  }

  Connection* connection_;
  std::unique_ptr<SQLite::Statement> statement_;
  int bound_ = 0;
};

class Connection {
 public:
  Connection(const std::string& path, const OpenOptions& options);

  Query Prepare(std::string_view sql);
  void Execute(const std::string& sql);  // one or more statements without parameters
  int64_t One(std::string_view sql);     // the first column of the only row; 0 when there is none
  int64_t LastRow() const { return database_->getLastInsertRowid(); }
  int64_t Changes() const { return database_->getChanges(); }

  const std::string& path() const { return path_; }
  bool in_transaction = false;

  // Says it as a person would, and what to do.
  [[noreturn]] void Fail(const SQLite::Exception& failure) const;

 private:
  friend class Query;
  void OpenFile(const OpenOptions& options);

  std::string path_;
  std::unique_ptr<SQLite::Database> database_;
  // Idle statements by their SQL; one that is in use is with its Query.
  std::unordered_map<std::string, std::vector<std::unique_ptr<SQLite::Statement>>> idle_;
};

// A list of strings as a JSON array in one column, and back (by SQLite's own json_each).
std::string JsonOf(const std::vector<std::string>& strings);
std::vector<std::string> StringsOf(Connection& connection, const std::string& json);

// A point in time as two columns: seconds and precision.
std::optional<int64_t> SecondsOf(const std::optional<Timestamp>& time);
std::optional<std::string> PrecisionOf(const std::optional<Timestamp>& time);
std::optional<Timestamp> TimeOf(const Query& row, int seconds_column, int precision_column);

}  // namespace tellwire::store
