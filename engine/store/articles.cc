#include "store/articles.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/hash.h"
#include "store/connection.h"
#include "text/document.h"
#include "text/inflect.h"

namespace tellwire::store {
namespace {

constexpr std::string_view kColumns =
    "r.seq, r.article, r.number, a.current = r.seq, r.seen, r.fingerprint, r.headline, "
    "coalesce((SELECT f.fingerprint FROM copy c JOIN article f ON f.id = c.first "
    "WHERE c.article = r.article), a.fingerprint), "
    "r.source_id, r.source, r.url, r.origin, r.alone_in_file, r.title, r.author, r.language, "
    "r.published, r.published_precision, r.published_written, r.entities, r.extra, r.text "
    "FROM revision r JOIN article a ON a.id = r.article ";

std::string PathIdentity(const std::string& origin) {
  std::error_code failed;
  const auto path = std::filesystem::absolute(origin, failed).lexically_normal();
  return "path:" + (failed ? origin : path.string());
}

std::string ContentIdentity(const model::Article& article) {
  return "content:" + FieldHash().Add(article.title).Add(article.text).Hex();
}

// The rest of the row once the statement stands on it.
Revision FromRow(Connection& connection, const Query& row) {
  Revision revision;
  revision.seq = row.Integer(0);
  revision.article = row.Integer(1);
  revision.number = static_cast<int>(row.Integer(2));
  revision.current = row.Integer(3) != 0;
  revision.seen = row.Integer(4);
  revision.fingerprint = row.Text(5);
  revision.headline = row.Text(6);
  revision.group = row.Text(7);
  model::Article& article = revision.content;
  article.id = row.Text(8);
  article.source = row.Text(9);
  article.url = row.Text(10);
  article.origin = row.Text(11);
  article.alone_in_file = row.Integer(12) != 0;
  article.title = row.Text(13);
  article.author = row.Text(14);
  article.language = row.Text(15);
  article.published = TimeOf(row, 16, 17);
  article.published_written = row.Text(18);
  article.entities = StringsOf(connection, row.Text(19));
  article.extra = row.Text(20);
  article.text = row.Text(21);
  return revision;
}

// What is known of an article before a revision of it is added.
struct KnownArticle {
  int64_t id = 0, seq = 0;
  int number = 0;
  std::string fingerprint;  // of the current revision
};

std::optional<KnownArticle> FindKnown(Connection& connection, const std::string& identity) {
  Query query = connection.Prepare(
      "SELECT a.id, r.seq, r.number, r.fingerprint FROM article a "
      "JOIN revision r ON r.seq = a.current WHERE a.identity = ?");
  query.Bind(identity);
  if (!query.Step()) return std::nullopt;
  return KnownArticle{query.Integer(0), query.Integer(1), static_cast<int>(query.Integer(2)),
                      query.Text(3)};
}

int64_t InsertArticle(Connection& connection, const std::string& identity,
                      const std::string& fingerprint) {
  connection.Prepare("INSERT INTO article(identity, fingerprint) VALUES(?, ?)")
      .Bind(identity, fingerprint)
      .Run();
  return connection.LastRow();
}

int64_t InsertRevision(Connection& connection, int64_t article_id, int number, int64_t now,
                       const std::string& fingerprint, std::string_view headline,
                       const model::Article& article) {
  connection
      .Prepare(
          "INSERT INTO revision(article, number, seen, fingerprint, source_id, source, url, "
          "origin, "
          "alone_in_file, title, headline, author, language, published, published_precision, "
          "published_written, entities, extra, text) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .Bind(article_id, number, now, fingerprint, article.id, article.source, article.url,
            article.origin, article.alone_in_file, article.title, headline, article.author,
            article.language, SecondsOf(article.published), PrecisionOf(article.published),
            article.published_written, JsonOf(article.entities), article.extra, article.text)
      .Run();
  return connection.LastRow();
}

// Takes the words of a revision out of the index: with the very text that was put in, which the
// view still shows as long as the revision is the current one.
void Unindex(Connection& connection, int64_t seq) {
  connection
      .Prepare(
          "INSERT INTO article_fts(article_fts, rowid, title, text) "
          "SELECT 'delete', seq, headline, text FROM revision WHERE seq = ?")
      .Bind(seq)
      .Run();
}

}  // namespace

std::string IdentityOf(const model::Article& article) {
  if (!article.id.empty()) return fmt::format("id:{}/{}", article.source, article.id);
  if (!article.url.empty()) return "url:" + article.url;
  if (article.alone_in_file && !article.origin.empty()) return PathIdentity(article.origin);
  return ContentIdentity(article);
}

std::string FingerprintOf(const model::Article& article) {
  FieldHash hash;
  hash.Add(article.title).Add(article.text).Add(article.source).Add(article.url);
  hash.Add(article.published ? ToString(*article.published) : article.published_written);
  hash.Add(article.language);
  for (const std::string& entity : article.entities) hash.Add(entity);
  return hash.Hex();
}

// Whether a file of this run was already taken for the article that this path names: then the path
// is no identity (an archive, or two files of one name) and the content decides.
bool Articles::MeetsByPath(const std::string& identity) {
  return identity.starts_with("path:") && !paths_.insert(identity).second;
}

void Articles::AddWords(std::string_view text) {
  model::Document document;
  text::Tokenise(text, &document);
  for (const model::Token& token : document.tokens) {
    if (!known_words_.insert(token.word).second) continue;
    const std::string word(document.WordOf(token));
    store_.connection()
        .Prepare("INSERT OR IGNORE INTO word(word, stem) VALUES(?, ?)")
        .Bind(word, text::Stem(word))
        .Run();
  }
}

Articles::Added Articles::Add(const model::Article& article, std::string_view headline,
                              int64_t now) {
  Connection& connection = store_.connection();
  const std::string fingerprint = FingerprintOf(article);
  std::string identity = IdentityOf(article);
  std::optional<KnownArticle> known = FindKnown(connection, identity);
  if (MeetsByPath(identity) && known && known->fingerprint != fingerprint) {
    identity = ContentIdentity(article);
    known = FindKnown(connection, identity);
  }
  if (known && known->fingerprint == fingerprint)
    return {Change::kUnchanged, known->seq, known->id};

  if (known) Unindex(connection, known->seq);
  const int64_t id = known ? known->id : InsertArticle(connection, identity, fingerprint);
  const int number = known ? known->number + 1 : 1;
  const int64_t seq = InsertRevision(connection, id, number, now, fingerprint, headline, article);
  connection.Prepare("UPDATE article SET current = ? WHERE id = ?").Bind(seq, id).Run();
  connection.Prepare("INSERT INTO article_fts(rowid, title, text) VALUES(?, ?, ?)")
      .Bind(seq, headline, article.text)
      .Run();
  AddWords(headline);
  AddWords(article.text);
  return {known ? Change::kRevised : Change::kNew, seq, id};
}

bool Articles::IsUnchanged(const model::Article& article) {
  const std::string identity = IdentityOf(article);
  const auto known = FindKnown(store_.connection(), identity);
  const bool same = known && known->fingerprint == FingerprintOf(article);
  if (same) MeetsByPath(identity);  // this file has taken the path for this run
  return same;
}

std::optional<Revision> Articles::Read(int64_t seq) {
  Query query = store_.connection().Prepare(fmt::format("SELECT {} WHERE r.seq = ?", kColumns));
  query.Bind(seq);
  if (!query.Step()) return std::nullopt;
  return FromRow(store_.connection(), query);
}

std::vector<Revision> Articles::ReadAfter(int64_t after, size_t limit) {
  Query query = store_.connection().Prepare(
      fmt::format("SELECT {} WHERE r.seq > ? ORDER BY r.seq LIMIT ?", kColumns));
  query.Bind(after, limit);
  std::vector<Revision> revisions;
  while (query.Step()) revisions.push_back(FromRow(store_.connection(), query));
  return revisions;
}

std::vector<int64_t> Articles::SeqsAfter(int64_t after) {
  Query query = store_.connection().Prepare("SELECT seq FROM revision WHERE seq > ? ORDER BY seq");
  query.Bind(after);
  std::vector<int64_t> seqs;
  while (query.Step()) seqs.push_back(query.Integer(0));
  return seqs;
}

std::vector<Revision> Articles::Find(std::string_view called) {
  if (called.empty()) return {};
  Query query = store_.connection().Prepare(fmt::format(
      "SELECT {} WHERE a.current = r.seq AND (r.source_id = ?1 OR r.url = ?1 OR r.origin = ?1 OR "
      "r.article = (SELECT id FROM article WHERE identity = ?2) OR "
      "r.seq = CAST(CASE WHEN ?1 GLOB '[0-9]*' AND NOT ?1 GLOB '*[^0-9]*' THEN ?1 END AS INTEGER)) "
      "ORDER BY r.seq",
      kColumns));
  query.Bind(called, PathIdentity(std::string(called)));
  std::vector<Revision> revisions;
  while (query.Step()) revisions.push_back(FromRow(store_.connection(), query));
  return revisions;
}

int64_t Articles::LastSeq() {
  return store_.connection().One("SELECT coalesce(max(seq), 0) FROM revision");
}

int64_t Articles::Count() { return store_.connection().One("SELECT count(*) FROM article"); }

int64_t Articles::Revisions() { return store_.connection().One("SELECT count(*) FROM revision"); }

}  // namespace tellwire::store
