#include "store/alerts.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/connection.h"

namespace tellwire::store {
namespace {

constexpr int64_t kDay = 86400;

constexpr std::string_view kColumns =
    "a.id, a.rule, a.rule_version, a.severity, a.score, a.weight, a.relevance, a.novelty, a.title, "
    "a.note, a.company, a.ticker, a.tags, a.unsure, a.evidence_left_out, a.key, a.raised, a.run, "
    "a.status, a.analysis_version, r.source_id, r.origin, r.headline, r.source, r.url, "
    "r.published, r.published_precision, a.revision, "
    "(SELECT count(DISTINCT s.article) FROM alert_article s WHERE s.alert = a.id), "
    "(SELECT count(DISTINCT s.first) FROM alert_article s WHERE s.alert = a.id) "
    "FROM alert a JOIN revision r ON r.seq = a.revision ";

void InsertEvidence(Connection& connection, std::string_view alert, int64_t seq, bool against,
                    const std::vector<model::Quotation>& evidence, int64_t* number) {
  Query insert = connection.Prepare("INSERT INTO alert_evidence VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const model::Quotation& quote : evidence) {
    insert
        .Bind(alert, seq, ++*number, against, quote.clause, quote.leaf,
              quote.place.part == model::Part::kTitle, int64_t{quote.place.span.begin},
              int64_t{quote.place.span.end}, quote.text, int64_t{quote.sentence_place.span.begin},
              int64_t{quote.sentence_place.span.end}, quote.sentence)
        .Run();
  }
}

Span SpanAt(const Query& row, int column) {
  return {static_cast<uint32_t>(row.Integer(column)),
          static_cast<uint32_t>(row.Integer(column + 1))};
}

std::vector<model::Quotation> ReadEvidence(Connection& connection, std::string_view alert,
                                           int64_t seq, bool against, const std::string& article) {
  Query query = connection.Prepare(
      "SELECT clause, leaf, in_title, span_begin, span_end, text, sentence_begin, sentence_end, "
      "sentence FROM alert_evidence WHERE alert = ? AND revision = ? AND against = ? "
      "ORDER BY number");
  query.Bind(alert, seq, against);
  std::vector<model::Quotation> evidence;
  while (query.Step()) {
    const model::Part part = query.Integer(2) ? model::Part::kTitle : model::Part::kText;
    evidence.push_back({query.Text(0),
                        query.Text(1),
                        article,
                        {part, SpanAt(query, 3)},
                        query.Text(5),
                        {part, SpanAt(query, 6)},
                        query.Text(8)});
  }
  return evidence;
}

std::string NameOf(const std::string& id, const std::string& origin) {
  return id.empty() ? origin : id;
}

model::Alert FromRow(Connection& connection, const Query& row) {
  model::Alert alert;
  alert.id = row.Text(0);
  alert.rule = row.Text(1);
  alert.rule_version = row.Text(2);
  alert.severity = model::ParseSeverity(row.Text(3)).value_or(model::Severity::kMedium);
  alert.score = row.Real(4);
  alert.score_parts = {row.Real(5), row.Real(6), row.OptionalReal(7)};
  alert.title = row.Text(8);
  alert.note = row.Text(9);
  alert.company = row.Text(10);
  alert.ticker = row.Text(11);
  alert.tags = StringsOf(connection, row.Text(12));
  alert.unsure = StringsOf(connection, row.Text(13));
  alert.evidence_left_out = static_cast<size_t>(row.Integer(14));
  alert.key = row.Text(15);
  alert.raised = row.OptionalInteger(16);
  alert.run = row.OptionalInteger(17);
  alert.status = row.Text(18);
  alert.analysis_version = row.Text(19);
  alert.article_id = NameOf(row.Text(20), row.Text(21));
  alert.article_title = row.Text(22);
  alert.source = row.Text(23);
  alert.url = row.Text(24);
  alert.published = TimeOf(row, 25, 26);
  alert.sources = static_cast<int>(row.Integer(28));
  alert.origins = static_cast<int>(row.Integer(29));
  alert.evidence = ReadEvidence(connection, alert.id, row.Integer(27), false, alert.article_id);
  alert.against = ReadEvidence(connection, alert.id, row.Integer(27), true, alert.article_id);
  return alert;
}

void InsertSource(Connection& connection, std::string_view alert, int64_t seq,
                  std::optional<int64_t> run) {
  connection.Prepare("INSERT INTO alert_source(alert, revision, run) VALUES(?, ?, ?)")
      .Bind(alert, seq, run)
      .Run();
}

std::string SeveritiesFrom(model::Severity lowest) {
  std::vector<std::string> names;
  for (auto s = static_cast<int>(lowest); s <= static_cast<int>(model::Severity::kCritical); ++s) {
    names.emplace_back(model::ToString(static_cast<model::Severity>(s)));
  }
  return JsonOf(names);
}

// The parameters that BindFilter binds.
constexpr std::string_view kFilter =
    "(?1 = '' OR a.rule GLOB ?1) AND (?2 = '' OR a.company = ?2 OR a.ticker = ?2) "
    "AND (?3 = '' OR a.status = ?3) AND (?4 IS NULL OR a.run = ?4) "
    "AND (?5 IS NULL OR a.at >= ?5) AND (?6 IS NULL OR a.at <= ?6) "
    "AND (?7 IS NULL OR a.revision < ?7) "
    "AND (?8 IS NULL OR r.published IS NULL OR r.published <= ?8) "
    "AND (?9 IS NULL OR a.severity IN (SELECT value FROM json_each(?9)))";

void BindFilter(const AlertQuery& query, Query* rows) {
  rows->Bind(query.rule, query.company, query.status, query.run, query.since, query.until,
             query.before_seq, query.no_later_than,
             query.at_least ? std::optional(SeveritiesFrom(*query.at_least)) : std::nullopt);
}

}  // namespace

std::optional<std::string> Alerts::FindRepeat(std::string_view rule, std::string_view key,
                                              int64_t at, std::optional<int> days) {
  Query query = store_.connection().Prepare(
      "SELECT id FROM alert WHERE rule = ?1 AND key = ?2 AND (?4 IS NULL OR abs(at - ?3) <= ?4) "
      "ORDER BY abs(at - ?3), revision LIMIT 1");
  query.Bind(rule, key, at, days ? std::optional<int64_t>(*days * kDay) : std::nullopt);
  if (!query.Step()) return std::nullopt;
  return query.Text(0);
}

bool Alerts::Has(std::string_view id) {
  Query query = store_.connection().Prepare("SELECT 1 FROM alert WHERE id = ?");
  query.Bind(id);
  return query.Step();
}

void Alerts::Keep(const model::Alert& alert, int64_t seq, int64_t at) {
  Connection& connection = store_.connection();
  connection
      .Prepare(
          "INSERT INTO alert(id, rule, rule_version, key, revision, at, company, ticker, severity, "
          "score, weight, relevance, novelty, title, note, tags, unsure, evidence_left_out, "
          "raised, "
          "run, status, analysis_version) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .Bind(alert.id, alert.rule, alert.rule_version, alert.key, seq, at, alert.company,
            alert.ticker, model::ToString(alert.severity), alert.score, alert.score_parts.weight,
            alert.score_parts.relevance, alert.score_parts.novelty, alert.title, alert.note,
            JsonOf(alert.tags), JsonOf(alert.unsure), alert.evidence_left_out, alert.raised,
            alert.run, alert.status, alert.analysis_version)
      .Run();
  InsertSource(connection, alert.id, seq, alert.run);
  int64_t number = 0;
  InsertEvidence(connection, alert.id, seq, false, alert.evidence, &number);
  InsertEvidence(connection, alert.id, seq, true, alert.against, &number);
}

bool Alerts::AddSource(std::string_view alert, int64_t seq, int64_t run,
                       const std::vector<model::Quotation>& evidence) {
  Connection& connection = store_.connection();
  {
    Query known = connection.Prepare("SELECT 1 FROM alert_source WHERE alert = ? AND revision = ?");
    known.Bind(alert, seq);
    if (known.Step()) return false;
  }
  InsertSource(connection, alert, seq, run);
  int64_t number = 0;
  InsertEvidence(connection, alert, seq, false, evidence, &number);
  return true;
}

std::vector<model::Alert> Alerts::List(const AlertQuery& query) {
  Query rows = store_.connection().Prepare(
      fmt::format("SELECT {} WHERE {} {} ORDER BY r.published IS NULL, a.at DESC, a.revision DESC, "
                  "a.rule, a.company LIMIT ?10",
                  kColumns, kFilter, query.only_dated ? "AND r.published IS NOT NULL" : ""));
  BindFilter(query, &rows);
  rows.Bind(query.limit == 0 ? int64_t{-1} : static_cast<int64_t>(query.limit));
  std::vector<model::Alert> alerts;
  while (rows.Step()) alerts.push_back(FromRow(store_.connection(), rows));
  return alerts;
}

int64_t Alerts::CountUndated(AlertQuery query) {
  query.since.reset();
  query.until.reset();
  Query rows = store_.connection().Prepare(
      fmt::format("SELECT count(*) FROM alert a JOIN revision r ON r.seq = a.revision "
                  "WHERE {} AND r.published IS NULL",
                  kFilter));
  BindFilter(query, &rows);
  return rows.Step() ? rows.Integer(0) : 0;
}

Result<model::Alert> Alerts::Read(std::string_view id) {
  Query query = store_.connection().Prepare(
      fmt::format("SELECT {} WHERE substr(a.id, 1, length(?1)) = ?1 AND ?1 <> '' ORDER BY a.id "
                  "LIMIT 2",
                  kColumns));
  query.Bind(id);
  if (!query.Step()) {
    return Error(ErrorKind::kNotFound, {}, fmt::format("there is no alert \"{}\"", id),
                 "`tellwire alerts` lists them");
  }
  model::Alert alert = FromRow(store_.connection(), query);
  if (alert.id != id && query.Step()) {
    return Error(ErrorKind::kUsage, {}, fmt::format("more than one alert begins with \"{}\"", id),
                 "type more of it");
  }
  return alert;
}

std::vector<AlertSource> Alerts::Sources(std::string_view id) {
  Query query = store_.connection().Prepare(
      "SELECT s.revision, coalesce(s.run, 0), s.revision = a.revision, r.source_id, r.origin, "
      "r.source, r.url, r.headline, r.published, r.published_precision FROM alert_source s "
      "JOIN alert a ON a.id = s.alert JOIN revision r ON r.seq = s.revision WHERE s.alert = ? "
      "ORDER BY s.revision <> a.revision, s.revision");
  query.Bind(id);
  std::vector<AlertSource> sources;
  while (query.Step()) {
    AlertSource source{query.Integer(0),
                       query.Integer(1),
                       query.Integer(2) != 0,
                       NameOf(query.Text(3), query.Text(4)),
                       query.Text(5),
                       query.Text(6),
                       query.Text(7),
                       TimeOf(query, 8, 9),
                       {}};
    source.evidence = ReadEvidence(store_.connection(), id, source.seq, false, source.article);
    sources.push_back(std::move(source));
  }
  return sources;
}

int64_t Alerts::FirstSeq(std::string_view id) {
  Query query = store_.connection().Prepare("SELECT revision FROM alert WHERE id = ?");
  query.Bind(id);
  return query.Step() ? query.Integer(0) : 0;
}

std::vector<model::Alert> Alerts::Of(int64_t seq) {
  Query query = store_.connection().Prepare(
      fmt::format("SELECT {} WHERE a.id IN (SELECT alert FROM alert_source WHERE revision = ?) "
                  "ORDER BY a.rule, a.company",
                  kColumns));
  query.Bind(seq);
  std::vector<model::Alert> alerts;
  while (query.Step()) alerts.push_back(FromRow(store_.connection(), query));
  return alerts;
}

void Alerts::SetStatus(std::string_view id, std::string_view status, std::string_view why,
                       int64_t now) {
  store_.connection()
      .Prepare("UPDATE alert SET status = ?, status_why = ?, status_at = ? WHERE id = ?")
      .Bind(status, why, now, id)
      .Run();
}

bool Alerts::Fired(std::string_view rule, std::string_view company, int64_t seq,
                   std::optional<int64_t> published, int64_t within) {
  Query query = store_.connection().Prepare(
      "SELECT 1 FROM alert a JOIN revision r ON r.seq = a.revision WHERE a.rule GLOB ?1 "
      "AND a.company = ?2 AND a.revision < ?3 AND (?4 IS NULL OR r.published IS NULL OR "
      "r.published <= ?4) AND (?5 = 0 OR coalesce(?4, (SELECT seen FROM revision WHERE seq = ?3)) "
      "- a.at <= ?5) LIMIT 1");
  query.Bind(rule, company, seq, published, within);
  return query.Step();
}

}  // namespace tellwire::store
