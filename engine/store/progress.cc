#include "store/progress.h"

#include "store/connection.h"

namespace tellwire::store {

std::optional<int64_t> Progress::Shared() {
  Query query = store_.connection().Prepare("SELECT seq FROM progress");
  if (!query.Step()) return std::nullopt;
  return query.Integer(0);
}

std::map<std::string, RuleProgress> Progress::Own() {
  std::map<std::string, RuleProgress> own;
  Query query =
      store_.connection().Prepare("SELECT rule, version, seq, parked, reason FROM rule_progress");
  while (query.Step()) {
    RuleProgress row{query.Text(0), query.Text(1), query.Integer(2), query.Integer(3) != 0,
                     query.Text(4)};
    own.emplace(row.rule, row);
  }
  return own;
}

std::map<std::string, std::string> Progress::Known() {
  std::map<std::string, std::string> known;
  Query query = store_.connection().Prepare("SELECT id, version FROM rule ORDER BY id");
  while (query.Step()) known.emplace_hint(known.end(), query.Text(0), query.Text(1));
  return known;
}

void Progress::SetKnown(const std::string& rule, const std::string& version, int64_t run) {
  store_.connection()
      .Prepare(
          "INSERT INTO rule(id, version, since_run) VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
          "version = excluded.version, since_run = excluded.since_run "
          "WHERE version <> excluded.version")
      .Bind(rule, version, run)
      .Run();
}

void Progress::SetShared(int64_t seq) {
  store_.connection()
      .Prepare(
          "INSERT INTO progress(only, seq) VALUES(1, ?) "
          "ON CONFLICT(only) DO UPDATE SET seq = excluded.seq")
      .Bind(seq)
      .Run();
}

void Progress::SetOwn(const RuleProgress& progress) {
  store_.connection()
      .Prepare(
          "INSERT OR REPLACE INTO rule_progress(rule, version, seq, parked, reason) "
          "VALUES(?, ?, ?, ?, ?)")
      .Bind(progress.rule, progress.version, progress.seq, progress.parked, progress.reason)
      .Run();
}

void Progress::DropOwn(const std::string& rule) {
  store_.connection().Prepare("DELETE FROM rule_progress WHERE rule = ?").Bind(rule).Run();
}

}  // namespace tellwire::store
