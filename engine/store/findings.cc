#include "store/findings.h"

#include <fmt/format.h>

#include "store/connection.h"

namespace tellwire::store {
namespace {

constexpr std::string_view kFactColumns =
    "f.seq, f.number, f.company, f.ticker, f.quote, r.source_id, r.origin, r.source, r.published, "
    "r.published_precision, f.segment, f.kind, f.metric, f.value, f.value_high, f.unit, "
    "f.qualifier, f.alt_value, f.alt_unit, f.change, f.change_high, f.change_unit, f.change_basis, "
    "f.prior, f.prior_high, f.consensus, f.consensus_high, f.surprise_amount, f.growth_class, "
    "f.streak_quarters, f.direction, f.surprise, f.period_text, f.period, f.period_from, "
    "f.period_until, f.modality, f.negated, f.attribution, f.flags, f.operator, f.target, "
    "f.target_high, f.deadline, f.deadline_from, f.deadline_until, f.in_title, f.span_begin, "
    "f.span_end ";

// Only what is asked for stands in the condition, so that an index can answer it; what is not still
// names its parameter, so that all are bound alike: ?1 company, ?2 metric, ?3 direction, ?4
// modalities (JSON), ?5 since, ?6 until, ?7 before_seq, ?8 no_later_than.
std::string FilterOf(const FactQuery& query) {
  std::string sql =
      "FROM fact f JOIN revision r ON r.seq = f.seq JOIN article a ON a.id = r.article AND "
      "a.current = f.seq WHERE ";
  sql += query.company.empty() ? "?1 = ''"
         : query.exact         ? "f.company = ?1"
                               : "(f.company = ?1 OR f.ticker = ?1)";
  sql += query.metric.empty()                          ? " AND ?2 = ''"
         : query.metric.find('*') != std::string::npos ? " AND f.metric GLOB ?2"
         : query.exact                                 ? " AND f.metric = ?2"
                       : " AND (f.metric = ?2 OR (f.metric > ?2 || '.' AND f.metric < ?2 "
                         "|| '/'))";  // '/' follows '.'
  sql += query.direction.empty() ? " AND ?3 = ''" : " AND f.direction = ?3";
  sql += query.modality.empty() ? " AND ?4 IS NULL"
                                : " AND f.modality IN (SELECT value FROM json_each(?4))";
  if (query.only_promises) sql += " AND f.operator <> ''";
  return sql +
         " AND (?5 IS NULL OR r.published >= ?5) AND (?6 IS NULL OR r.published <= ?6) "
         "AND (?7 IS NULL OR f.seq < ?7) "
         "AND (?8 IS NULL OR r.published IS NULL OR r.published <= ?8) ";
}

std::optional<std::string> ModalitiesOf(const FactQuery& query) {
  if (query.modality.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (model::Modality modality : query.modality) names.emplace_back(ToString(modality));
  return JsonOf(names);
}

void BindFilter(const FactQuery& query, Query* rows) {
  rows->Bind(query.company, query.metric, query.direction, ModalitiesOf(query), query.since,
             query.until, query.before_seq, query.no_later_than);
}

std::optional<double> Low(const std::optional<model::Number>& number) {
  return number ? std::optional(number->low) : std::nullopt;
}
std::optional<double> High(const std::optional<model::Number>& number) {
  return number ? std::optional(number->high) : std::nullopt;
}
std::optional<int64_t> Wide(const std::optional<int>& number) {
  return number ? std::optional<int64_t>(*number) : std::nullopt;
}
std::optional<int> Narrow(const std::optional<int64_t>& number) {
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

void SaveFact(Connection& connection, int64_t seq, size_t number, const model::Analysis& analysis,
              std::string_view title, std::string_view text) {
  static const std::string kInsert = "INSERT INTO fact VALUES(?,?" + [] {
    std::string marks;
    for (int i = 0; i < 42; ++i) marks += ",?";
    return marks;
  }() + ")";
  const model::Fact& fact = analysis.facts[number];
  const bool owned = fact.company >= 0;
  const auto* owner = owned ? &analysis.companies[static_cast<size_t>(fact.company)] : nullptr;
  const model::Fact::Promise promise = fact.promise.value_or(model::Fact::Promise());
  const auto target = [&](double bound) {
    return fact.promise ? std::optional(bound) : std::nullopt;
  };
  Query row = connection.Prepare(kInsert);
  row.Bind(seq, number, owner ? owner->name : "", owner ? owner->ticker : "", fact.segment,
           ToString(fact.kind), fact.metric, Low(fact.value), High(fact.value), fact.unit,
           ToString(fact.qualifier),
           fact.alt_value ? std::optional(fact.alt_value->value) : std::nullopt,
           fact.alt_value ? fact.alt_value->unit : "");
  row.Bind(Low(fact.change), High(fact.change), fact.change_unit, fact.change_basis,
           Low(fact.prior), High(fact.prior), Low(fact.consensus), High(fact.consensus),
           fact.surprise_amount, fact.growth_class, Wide(fact.streak_quarters),
           ToString(fact.direction), ToString(fact.surprise));
  row.Bind(fact.period_text, fact.period.form, Wide(fact.period.from), Wide(fact.period.until),
           ToString(fact.modality), fact.negated, fact.attribution, JsonOf(fact.flags), promise.op,
           target(promise.target.low), target(promise.target.high), promise.deadline,
           Wide(promise.deadline_from), Wide(promise.deadline_until));
  row.Bind(fact.in_title, int64_t{fact.spans.fact.begin}, int64_t{fact.spans.fact.end},
           fact.spans.fact.Of(fact.in_title ? title : text));
  row.Run();
}

void SaveCompany(Connection& connection, int64_t seq, size_t number,
                 const model::Company& company) {
  connection.Prepare("INSERT INTO article_company VALUES(?,?,?,?,?,?,?,?,?)")
      .Bind(seq, number, company.name, company.ticker, company.kind, ToString(company.role),
            company.relevance, ToString(company.sentiment.label), company.sentiment.score)
      .Run();
}

std::optional<model::Number> NumberAt(const Query& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return model::Number(row.Real(column), row.Real(column + 1));
}

// Reads the columns from `segment` on, in the order of kFactColumns.
model::Fact ReadFact(Connection& connection, const Query& row) {
  model::Fact fact;
  fact.segment = row.Text(10);
  fact.kind = model::ParseFactKind(row.Text(11)).value_or(model::FactKind::kMetric);
  fact.metric = row.Text(12);
  fact.value = NumberAt(row, 13);
  fact.unit = row.Text(15);
  fact.qualifier = model::ParseQualifier(row.Text(16)).value_or(model::Qualifier::kExact);
  if (!row.IsNull(17)) fact.alt_value = model::Amount{row.Real(17), row.Text(18)};
  fact.change = NumberAt(row, 19);
  fact.change_unit = row.Text(21);
  fact.change_basis = row.Text(22);
  fact.prior = NumberAt(row, 23);
  fact.consensus = NumberAt(row, 25);
  fact.surprise_amount = row.OptionalReal(27);
  fact.growth_class = row.Text(28);
  fact.streak_quarters = Narrow(row.OptionalInteger(29));
  fact.direction = model::ParseDirection(row.Text(30)).value_or(model::Direction::kNone);
  fact.surprise = model::ParseSurprise(row.Text(31)).value_or(model::Surprise::kNone);
  fact.period_text = row.Text(32);
  fact.period = {row.Text(33), Narrow(row.OptionalInteger(34)), Narrow(row.OptionalInteger(35))};
  fact.modality = model::ParseModality(row.Text(36)).value_or(model::Modality::kActual);
  fact.negated = row.Integer(37) != 0;
  fact.attribution = row.Text(38);
  fact.flags = StringsOf(connection, row.Text(39));
  if (const auto target = NumberAt(row, 41)) {
    fact.promise =
        model::Fact::Promise{row.Text(40), *target, row.Text(43), Narrow(row.OptionalInteger(44)),
                             Narrow(row.OptionalInteger(45))};
  }
  fact.in_title = row.Integer(46) != 0;
  fact.spans.fact = {static_cast<uint32_t>(row.Integer(47)),
                     static_cast<uint32_t>(row.Integer(48))};
  return fact;
}

void Forget(Connection& connection, int64_t seq) {
  for (const char* table : {"analysis", "article_company", "article_theme", "fact"}) {
    connection.Prepare(fmt::format("DELETE FROM {} WHERE seq = ?", table)).Bind(seq).Run();
  }
}

}  // namespace

void Findings::Save(int64_t seq, const model::Analysis& analysis, std::string_view title,
                    std::string_view text) {
  Connection& connection = store_.connection();
  Forget(connection, seq);
  connection.Prepare("INSERT INTO analysis VALUES(?,?,?,?,?,?,?)")
      .Bind(seq, analysis.version, analysis.language, analysis.analysed,
            ToString(analysis.sentiment.label), analysis.sentiment.score, analysis.impact)
      .Run();
  for (size_t i = 0; i < analysis.companies.size(); ++i) {
    SaveCompany(connection, seq, i, analysis.companies[i]);
  }
  for (const model::Theme& theme : analysis.themes) {
    connection.Prepare("INSERT OR IGNORE INTO article_theme VALUES(?,?,?)")
        .Bind(seq, theme.id, theme.score)
        .Run();
  }
  for (size_t i = 0; i < analysis.facts.size(); ++i) {
    SaveFact(connection, seq, i, analysis, title, text);
  }
}

std::string Findings::VersionOf(int64_t seq) {
  Query query = store_.connection().Prepare("SELECT version FROM analysis WHERE seq = ?");
  query.Bind(seq);
  return query.Step() ? query.Text(0) : "";
}

std::vector<int64_t> Findings::Outdated(std::string_view version) {
  Query query = store_.connection().Prepare(
      "SELECT r.seq FROM revision r LEFT JOIN analysis n ON n.seq = r.seq "
      "WHERE n.version IS NULL OR n.version <> ? ORDER BY r.seq");
  query.Bind(version);
  std::vector<int64_t> seqs;
  while (query.Step()) seqs.push_back(query.Integer(0));
  return seqs;
}

std::vector<StoredFact> Findings::Facts(const FactQuery& query) {
  Query rows = store_.connection().Prepare(
      fmt::format("SELECT {} {} ORDER BY r.published IS NULL, r.published DESC, f.seq DESC, "
                  "f.number LIMIT ?9",
                  kFactColumns, FilterOf(query)));
  BindFilter(query, &rows);
  rows.Bind(query.limit);
  std::vector<StoredFact> facts;
  while (rows.Step()) {
    const std::string id = rows.Text(5);
    facts.push_back({rows.Integer(0), static_cast<int>(rows.Integer(1)), rows.Text(2), rows.Text(3),
                     ReadFact(store_.connection(), rows), rows.Text(4),
                     id.empty() ? rows.Text(6) : id, rows.Text(7), TimeOf(rows, 8, 9)});
  }
  return facts;
}

int64_t Findings::CountUndated(FactQuery query) {
  query.since.reset();
  query.until.reset();
  Query rows = store_.connection().Prepare(
      fmt::format("SELECT count(*) {} AND r.published IS NULL", FilterOf(query)));
  BindFilter(query, &rows);
  return rows.Step() ? rows.Integer(0) : 0;
}

std::vector<FactCount> Findings::Overview(const FactQuery& query) {
  Query rows = store_.connection().Prepare(
      fmt::format("SELECT f.company, max(f.ticker), f.metric, count(*) {} GROUP BY f.company, "
                  "f.metric ORDER BY count(*) DESC, f.company, f.metric LIMIT ?9",
                  FilterOf(query)));
  BindFilter(query, &rows);
  rows.Bind(query.limit);
  std::vector<FactCount> counts;
  while (rows.Step()) {
    counts.push_back({rows.Text(0), rows.Text(1), rows.Text(2), rows.Integer(3)});
  }
  return counts;
}

}  // namespace tellwire::store
