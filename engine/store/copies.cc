#include "store/copies.h"

#include "store/connection.h"

namespace tellwire::store {

std::vector<CopyRow> Copies::All() {
  Query query =
      store_.connection().Prepare("SELECT seq, article, first, sketch FROM copy ORDER BY seq");
  std::vector<CopyRow> rows;
  while (query.Step()) {
    rows.push_back({query.Integer(0), query.Integer(1), query.Integer(2),
                    static_cast<uint64_t>(query.Integer(3))});
  }
  return rows;
}

void Copies::Save(const CopyRow& row) {
  store_.connection()
      .Prepare(
          "INSERT INTO copy(article, seq, first, sketch) VALUES(?, ?, ?, ?) "
          "ON CONFLICT(article) DO UPDATE SET seq = excluded.seq, sketch = excluded.sketch")
      .Bind(row.article, row.seq, row.first, static_cast<int64_t>(row.sketch))
      .Run();
}

Copies::Extent Copies::ExtentAt(int64_t seq) {
  Query query = store_.connection().Prepare(
      "SELECT count(DISTINCT c.article), count(DISTINCT r.source) FROM revision here "
      "JOIN copy mine ON mine.article = here.article JOIN copy c ON c.first = mine.first "
      "JOIN revision r ON r.article = c.article AND r.number = 1 "
      "WHERE here.seq = ?1 AND r.seq <= ?1");
  query.Bind(seq);
  if (!query.Step() || query.Integer(0) == 0) return {};
  return {query.Integer(0), query.Integer(1)};
}

}  // namespace tellwire::store
