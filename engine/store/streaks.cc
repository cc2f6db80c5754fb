#include "store/streaks.h"

#include "store/connection.h"

namespace tellwire::store {

std::vector<Streak> Streaks::All() {
  Query query = store_.connection().Prepare(
      "SELECT rule, version, failures, first_seq, last_seq FROM rule_streak ORDER BY rule");
  std::vector<Streak> streaks;
  while (query.Step()) {
    streaks.push_back(
        {query.Text(0), query.Text(1), query.Integer(2), query.Integer(3), query.Integer(4)});
  }
  return streaks;
}

void Streaks::Save(const Streak& streak) {
  store_.connection()
      .Prepare(
          "INSERT OR REPLACE INTO rule_streak(rule, version, failures, first_seq, last_seq) "
          "VALUES(?, ?, ?, ?, ?)")
      .Bind(streak.rule, streak.version, streak.failures, streak.first_seq, streak.last_seq)
      .Run();
}

void Streaks::Forget(const std::string& rule) {
  store_.connection().Prepare("DELETE FROM rule_streak WHERE rule = ?").Bind(rule).Run();
}

}  // namespace tellwire::store
