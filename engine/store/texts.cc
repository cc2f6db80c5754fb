#include "store/texts.h"

#include "base/hash.h"
#include "store/connection.h"

namespace tellwire::store {

void Texts::Keep(std::string_view kind, std::string_view name, std::string_view version,
                 std::string_view text) {
  const std::string hash = HashHex(text);
  Connection& connection = store_.connection();
  connection
      .Prepare("INSERT OR IGNORE INTO kept_text(kind, name, version, hash) VALUES(?, ?, ?, ?)")
      .Bind(kind, name, version, hash)
      .Run();
  if (connection.Changes() == 0) return;
  connection.Prepare("INSERT OR IGNORE INTO kept_bytes(hash, text) VALUES(?, ?)")
      .Bind(hash, text)
      .Run();
}

std::optional<std::string> Texts::Read(std::string_view kind, std::string_view name,
                                       std::string_view version) {
  Query query = store_.connection().Prepare(
      "SELECT b.text FROM kept_text t JOIN kept_bytes b ON b.hash = t.hash "
      "WHERE t.kind = ? AND t.name = ? AND t.version = ?");
  query.Bind(kind, name, version);
  if (!query.Step()) return std::nullopt;
  return query.Text(0);
}

std::vector<Texts::File> Texts::All(std::string_view kind, std::string_view version) {
  Query query = store_.connection().Prepare(
      "SELECT t.name, b.text FROM kept_text t JOIN kept_bytes b ON b.hash = t.hash "
      "WHERE t.kind = ? AND t.version = ? ORDER BY t.name");
  query.Bind(kind, version);
  std::vector<File> files;
  while (query.Step()) files.push_back({query.Text(0), query.Text(1)});
  return files;
}

}  // namespace tellwire::store
