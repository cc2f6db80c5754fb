#include "store/connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>

#include "base/json_writer.h"

namespace tellwire::store {
namespace {

constexpr std::array<std::string_view, 4> kPrecisions = {"instant", "day", "month", "year"};

struct Saying {
  std::string message, help;
};

Saying Say(int code, const std::string& what) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"the store is locked by another program",
              "wait until it has finished, or end it, and try again"};
    case SQLITE_CORRUPT:
      return {fmt::format("the store is damaged ({})", what),
              "put back a copy, or index the articles into a new store with --db"};
    case SQLITE_NOTADB:
      return {"this file is not a Tellwire store", "name another file with --db"};
    case SQLITE_FULL:
      return {"the disk is full", "free some space; what was committed before is safe"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {"the store may not be written", "check the permissions of the file and its folder"};
    case SQLITE_CANTOPEN:
      return {"the store cannot be opened", "check that the folder exists and may be written"};
    default:
      return {fmt::format("the store failed: {}", what), ""};
  }
}

}  // namespace

Query::Query(Connection& connection, std::unique_ptr<SQLite::Statement> statement)
    : connection_(&connection), statement_(std::move(statement)) {}

Query::~Query() {
  if (!statement_) return;
  statement_->tryReset();
  statement_->clearBindings();
  connection_->idle_[statement_->getQuery()].push_back(std::move(statement_));
}

bool Query::Step() {
  const int code = statement_->tryExecuteStep();
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const SQLite::Exception failure(statement_->getErrorMsg(), statement_->getErrorCode());
  statement_->tryReset();
  connection_->Fail(failure);
}

void Query::Run() {
  while (Step()) {
  }
  statement_->tryReset();
  bound_ = 0;
}

bool Query::IsNull(int column) const { return statement_->isColumnNull(column); }

int64_t Query::Integer(int column) const { return statement_->getColumn(column).getInt64(); }

double Query::Real(int column) const { return statement_->getColumn(column).getDouble(); }

std::string Query::Text(int column) const { return statement_->getColumn(column).getString(); }

std::optional<int64_t> Query::OptionalInteger(int column) const {
  return IsNull(column) ? std::nullopt : std::optional(Integer(column));
}

std::optional<double> Query::OptionalReal(int column) const {
  return IsNull(column) ? std::nullopt : std::optional(Real(column));
}

void Query::BindOne(int64_t value) {
  try {
    statement_->bind(++bound_, value);
  } catch (const SQLite::Exception& failure) {
    connection_->Fail(failure);
  }
}

void Query::BindOne(double value) {
  try {
    statement_->bind(++bound_, value);
  } catch (const SQLite::Exception& failure) {
    connection_->Fail(failure);
  }
}

void Query::BindOne(std::string_view value) {
  try {
    statement_->bind(++bound_, std::string(value));
  } catch (const SQLite::Exception& failure) {
    connection_->Fail(failure);
  }
}

void Query::BindOne(std::nullptr_t) {
  try {
    statement_->bind(++bound_);
  } catch (const SQLite::Exception& failure) {
    connection_->Fail(failure);
  }
}

Connection::Connection(const std::string& path, const OpenOptions& options) : path_(path) {
  try {
    OpenFile(options);
  } catch (const SQLite::Exception& failure) {
    Fail(failure);
  }
}

void Connection::OpenFile(const OpenOptions& options) {
  const bool in_memory = path_ == ":memory:";
  if (!in_memory && options.mode != OpenMode::kCreate && !std::filesystem::exists(path_)) {
    throw StoreError(Error(ErrorKind::kStore, {path_, 0, 0}, "there is no store here",
                           "`tellwire index PATH` makes one; --db names another"));
  }
  const int flags = options.mode == OpenMode::kRead ? SQLite::OPEN_READONLY
                    : options.mode == OpenMode::kExists
                        ? SQLite::OPEN_READWRITE
                        : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  database_ = std::make_unique<SQLite::Database>(path_, flags, options.busy_ms);
  // FULL: a commit has reached the disk before it counts, or a power cut could lose an alert that
  // a sink has already been given.
  database_->exec(
      "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;"
      "PRAGMA mmap_size = 268435456;");
  if (options.mode != OpenMode::kRead) {
    database_->exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  }
}

Query Connection::Prepare(std::string_view sql) {
  auto& idle = idle_[std::string(sql)];
  if (!idle.empty()) {
    auto statement = std::move(idle.back());
    idle.pop_back();
    return Query(*this, std::move(statement));
  }
  try {
    return Query(*this, std::make_unique<SQLite::Statement>(*database_, std::string(sql)));
  } catch (const SQLite::Exception& failure) {
    Fail(failure);
  }
}

void Connection::Execute(const std::string& sql) {
  try {
    database_->exec(sql);
  } catch (const SQLite::Exception& failure) {
    Fail(failure);
  }
}

int64_t Connection::One(std::string_view sql) {
  Query query = Prepare(sql);
  return query.Step() ? query.Integer(0) : 0;
}

void Connection::Fail(const SQLite::Exception& failure) const {
  Saying saying = Say(failure.getErrorCode(), failure.what());
  throw StoreError(Error(ErrorKind::kStore, {path_, 0, 0}, saying.message, saying.help));
}

std::string JsonOf(const std::vector<std::string>& strings) {
  JsonWriter json;
  json.BeginArray();
  for (const std::string& text : strings) json.Value(text);
  return json.EndArray().Take();
}

std::vector<std::string> StringsOf(Connection& connection, const std::string& json) {
  std::vector<std::string> strings;
  if (json.empty() || json == "[]") return strings;
  Query query = connection.Prepare("SELECT value FROM json_each(?) ORDER BY key");
  query.Bind(json);
  while (query.Step()) strings.push_back(query.Text(0));
  return strings;
}

std::optional<int64_t> SecondsOf(const std::optional<Timestamp>& time) {
  return time ? std::optional(time->seconds) : std::nullopt;
}

std::optional<std::string> PrecisionOf(const std::optional<Timestamp>& time) {
  if (!time) return std::nullopt;
  return std::string(kPrecisions[static_cast<size_t>(time->precision)]);
}

std::optional<Timestamp> TimeOf(const Query& row, int seconds_column, int precision_column) {
  if (row.IsNull(seconds_column)) return std::nullopt;
  Timestamp time{row.Integer(seconds_column), Precision::kInstant};
  const std::string written = row.Text(precision_column);
  for (size_t i = 0; i < kPrecisions.size(); ++i) {
    if (kPrecisions[i] == written) time.precision = static_cast<Precision>(i);
  }
  return time;
}

}  // namespace tellwire::store
