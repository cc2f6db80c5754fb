// Migrations are append-only: one that was ever released is never edited, a change is a new one at
// the end. Each runs in the transaction that also raises user_version, so a store is at one version
// or at the next, never between. Tested by tests/store/schema_test.cc.
#include "store/schema.h"

#include <fmt/format.h>

#include <array>

namespace tellwire::store {
namespace {

constexpr int64_t kApplicationId = 0x54574952;  // "TWIR": tells our files from other programs'

constexpr const char* kArticles = R"sql(
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  current INTEGER REFERENCES revision(seq),
  fingerprint TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article(id),
  number INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  source_id TEXT NOT NULL,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  origin TEXT NOT NULL,
  alone_in_file INTEGER NOT NULL,
  title TEXT NOT NULL,
  headline TEXT NOT NULL,
  author TEXT NOT NULL,
  language TEXT NOT NULL,
  published INTEGER,
  published_precision TEXT,
  published_written TEXT NOT NULL,
  entities TEXT NOT NULL,
  extra TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article, number)
) STRICT;
CREATE INDEX revision_source_id ON revision(source_id);
CREATE INDEX revision_url ON revision(url);
CREATE INDEX revision_origin ON revision(origin);

CREATE VIEW searchable(seq, title, text) AS
  SELECT r.seq, r.headline, r.text FROM article a JOIN revision r ON r.seq = a.current;
CREATE VIRTUAL TABLE article_fts USING fts5(
  title, text, content='searchable', content_rowid='seq',
  tokenize="unicode61 remove_diacritics 2");

CREATE TABLE word (word TEXT PRIMARY KEY, stem TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX word_stem ON word(stem);

CREATE TABLE copy (
  article INTEGER PRIMARY KEY REFERENCES article(id),
  seq INTEGER NOT NULL REFERENCES revision(seq),
  first INTEGER NOT NULL REFERENCES article(id),
  sketch INTEGER NOT NULL
) STRICT;
CREATE INDEX copy_first ON copy(first);
)sql";

constexpr const char* kFindings = R"sql(
CREATE TABLE analysis (
  seq INTEGER PRIMARY KEY REFERENCES revision(seq),
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  analysed INTEGER NOT NULL,
  sentiment TEXT NOT NULL,
  score REAL NOT NULL,
  impact REAL NOT NULL
) STRICT;

CREATE TABLE article_company (
  seq INTEGER NOT NULL REFERENCES revision(seq),
  number INTEGER NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE,
  ticker TEXT NOT NULL COLLATE NOCASE,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  relevance REAL NOT NULL,
  sentiment TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (seq, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_company_name ON article_company(name);
CREATE INDEX article_company_ticker ON article_company(ticker);

CREATE TABLE article_theme (
  seq INTEGER NOT NULL REFERENCES revision(seq),
  theme TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (seq, theme)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
  seq INTEGER NOT NULL REFERENCES revision(seq),
  number INTEGER NOT NULL,
  company TEXT NOT NULL COLLATE NOCASE,
  ticker TEXT NOT NULL COLLATE NOCASE,
  segment TEXT NOT NULL,
  kind TEXT NOT NULL,
  metric TEXT NOT NULL,
  value REAL, value_high REAL, unit TEXT NOT NULL, qualifier TEXT NOT NULL,
  alt_value REAL, alt_unit TEXT NOT NULL,
  change REAL, change_high REAL, change_unit TEXT NOT NULL, change_basis TEXT NOT NULL,
  prior REAL, prior_high REAL, consensus REAL, consensus_high REAL, surprise_amount REAL,
  growth_class TEXT NOT NULL, streak_quarters INTEGER,
  direction TEXT NOT NULL, surprise TEXT NOT NULL,
  period_text TEXT NOT NULL, period TEXT NOT NULL, period_from INTEGER, period_until INTEGER,
  modality TEXT NOT NULL, negated INTEGER NOT NULL, attribution TEXT NOT NULL,
  flags TEXT NOT NULL,
  operator TEXT NOT NULL, target REAL, target_high REAL,
  deadline TEXT NOT NULL, deadline_from INTEGER, deadline_until INTEGER,
  in_title INTEGER NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (seq, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_company ON fact(company, metric, period_from);
CREATE INDEX fact_ticker ON fact(ticker, metric);
CREATE INDEX fact_metric ON fact(metric);

CREATE TABLE price (
  ticker TEXT NOT NULL,
  at INTEGER NOT NULL,
  close REAL NOT NULL,
  PRIMARY KEY (ticker, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE holding (ticker TEXT PRIMARY KEY, weight REAL NOT NULL) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* kAlerts = R"sql(
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  started INTEGER NOT NULL,
  finished INTEGER,
  state TEXT NOT NULL,
  after_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  analysis_version TEXT NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0, rules INTEGER NOT NULL DEFAULT 0,
  hits INTEGER NOT NULL DEFAULT 0, alerts INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0, muted INTEGER NOT NULL DEFAULT 0,
  excepted INTEGER NOT NULL DEFAULT 0, declined INTEGER NOT NULL DEFAULT 0,
  unknown INTEGER NOT NULL DEFAULT 0, errors INTEGER NOT NULL DEFAULT 0,
  not_analysed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE run_rule (
  run INTEGER NOT NULL REFERENCES run(id),
  rule TEXT NOT NULL, version TEXT NOT NULL,
  candidates INTEGER NOT NULL, evaluations INTEGER NOT NULL, hits INTEGER NOT NULL,
  alerts INTEGER NOT NULL, merged INTEGER NOT NULL, muted INTEGER NOT NULL,
  excepted INTEGER NOT NULL, declined INTEGER NOT NULL, unknowns INTEGER NOT NULL,
  errors INTEGER NOT NULL, native_ns INTEGER NOT NULL, lua_ns INTEGER NOT NULL,
  PRIMARY KEY (run, rule)
) STRICT, WITHOUT ROWID;
CREATE TABLE run_note (
  run INTEGER NOT NULL REFERENCES run(id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL, rule TEXT NOT NULL, article TEXT NOT NULL, message TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  rule TEXT NOT NULL,
  rule_version TEXT NOT NULL,
  key TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES revision(seq),
  at INTEGER NOT NULL,
  company TEXT NOT NULL COLLATE NOCASE,
  ticker TEXT NOT NULL COLLATE NOCASE,
  severity TEXT NOT NULL,
  score REAL NOT NULL, weight REAL NOT NULL, relevance REAL NOT NULL, novelty REAL,
  title TEXT NOT NULL, note TEXT NOT NULL,
  tags TEXT NOT NULL, unsure TEXT NOT NULL,
  evidence_left_out INTEGER NOT NULL,
  raised INTEGER, run INTEGER REFERENCES run(id),
  status TEXT NOT NULL, status_why TEXT NOT NULL DEFAULT '', status_at INTEGER,
  analysis_version TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX alert_key ON alert(rule, key, revision);
CREATE INDEX alert_company ON alert(company, at);

CREATE TABLE alert_source (
  alert TEXT NOT NULL REFERENCES alert(id),
  revision INTEGER NOT NULL REFERENCES revision(seq),
  run INTEGER,
  PRIMARY KEY (alert, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_source_revision ON alert_source(revision);

CREATE TABLE alert_evidence (
  alert TEXT NOT NULL,
  revision INTEGER NOT NULL,
  number INTEGER NOT NULL,
  against INTEGER NOT NULL,
  clause TEXT NOT NULL, leaf TEXT NOT NULL,
  in_title INTEGER NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL,
  text TEXT NOT NULL,
  sentence_begin INTEGER NOT NULL, sentence_end INTEGER NOT NULL, sentence TEXT NOT NULL,
  PRIMARY KEY (alert, revision, number),
  FOREIGN KEY (alert, revision) REFERENCES alert_source(alert, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  since_run INTEGER NOT NULL REFERENCES run(id)
) STRICT, WITHOUT ROWID;
CREATE TABLE progress (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  seq INTEGER NOT NULL
) STRICT;
CREATE TABLE rule_progress (
  rule TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  seq INTEGER NOT NULL,
  parked INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_streak (
  rule TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  failures INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_text (
  kind TEXT NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (kind, name, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_bytes (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;

CREATE TABLE mute (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL, company TEXT NOT NULL, reason TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;
)sql";

constexpr const char* kAlertArticles = R"sql(
CREATE VIEW alert_article(alert, article, first) AS
  SELECT s.alert, r.article, coalesce(c.first, r.article) FROM alert_source s
  JOIN revision r ON r.seq = s.revision LEFT JOIN copy c ON c.article = r.article;
)sql";

// Promises are few among facts, and asked for of every figure that may settle one.
constexpr const char* kPromises = R"sql(
CREATE INDEX fact_promise ON fact(company, metric) WHERE operator <> '';
)sql";

struct Migration {
  std::vector<const char*> steps;
};

const std::vector<Migration>& Migrations() {
  static const std::vector<Migration> migrations = {
      {{kArticles, kFindings, kAlerts}},
      {{kAlertArticles}},
      {{kPromises}},
  };
  return migrations;
}

StoreError Refusal(const Connection& connection, std::string message, std::string help) {
  return StoreError(
      Error(ErrorKind::kStore, {connection.path(), 0, 0}, std::move(message), std::move(help)));
}

void CheckOwner(Connection& connection, int64_t version) {
  if (connection.One("PRAGMA application_id") == kApplicationId) return;
  if (version == 0 && connection.One("SELECT count(*) FROM sqlite_schema") == 0) return;
  throw Refusal(connection, "this file is not a Tellwire store", "name another file with --db");
}

void Apply(Connection& connection, int64_t version) {
  for (const char* step : Migrations()[static_cast<size_t>(version)].steps) {
    connection.Execute(step);
  }
  connection.Execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                                 kApplicationId, version + 1));
}

}  // namespace

int SchemaVersion() { return static_cast<int>(Migrations().size()); }

void BringUpToDate(Connection& connection, OpenMode mode) {
  const int64_t version = connection.One("PRAGMA user_version");
  CheckOwner(connection, version);
  if (version == SchemaVersion()) return;
  if (version > SchemaVersion()) {
    throw Refusal(connection,
                  fmt::format("the store has version {}, newer than this program's {}", version,
                              SchemaVersion()),
                  "use the newer Tellwire that wrote it");
  }
  if (mode == OpenMode::kRead) {
    throw Refusal(connection, "the store is older than this program",
                  "`tellwire run` or `tellwire index` brings it up to date");
  }
  connection.Execute("BEGIN IMMEDIATE");
  try {
    // Another program may have done it while this one waited for the lock.
    for (int64_t at = connection.One("PRAGMA user_version"); at < SchemaVersion(); ++at) {
      Apply(connection, at);
    }
    connection.Execute("COMMIT");
  } catch (const StoreError&) {
    try {
      connection.Execute("ROLLBACK");
    } catch (const StoreError&) {  // the first failure is the one to tell
    }
    throw;
  }
}

}  // namespace tellwire::store
