#include "store/mutes.h"

#include "store/connection.h"

namespace tellwire::store {
namespace {

std::vector<Mute> Read(Query& query) {
  std::vector<Mute> mutes;
  while (query.Step()) {
    mutes.push_back(
        {query.Integer(0), query.Text(1), query.Text(2), query.Text(3), query.Integer(4)});
  }
  return mutes;
}

}  // namespace

int64_t Mutes::Add(const Mute& mute) {
  store_.connection()
      .Prepare("INSERT INTO mute(rule, company, reason, until) VALUES(?, ?, ?, ?)")
      .Bind(mute.rule, mute.company, mute.reason, mute.until)
      .Run();
  return store_.connection().LastRow();
}

bool Mutes::Remove(int64_t id) {
  store_.connection().Prepare("DELETE FROM mute WHERE id = ?").Bind(id).Run();
  return store_.connection().Changes() > 0;
}

std::vector<Mute> Mutes::List() {
  Query query =
      store_.connection().Prepare("SELECT id, rule, company, reason, until FROM mute ORDER BY id");
  return Read(query);
}

std::vector<Mute> Mutes::InForce(int64_t now) {
  Query query = store_.connection().Prepare(
      "SELECT id, rule, company, reason, until FROM mute WHERE until > ? ORDER BY id");
  query.Bind(now);
  return Read(query);
}

}  // namespace tellwire::store
