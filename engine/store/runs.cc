#include "store/runs.h"

#include <fmt/format.h>

#include "store/connection.h"

namespace tellwire::store {
namespace {

constexpr std::string_view kRunColumns =
    "id, kind, started, finished, state, after_seq, last_seq, analysis_version, articles, rules, "
    "hits, alerts, merged, muted, excepted, declined, unknown, errors, not_analysed";

RunRow FromRow(const Query& row) {
  RunRow run{row.Integer(0),         row.Text(1), row.Integer(2),
             row.OptionalInteger(3), row.Text(4), row.Integer(5),
             row.Integer(6),         row.Text(7), {}};
  int column = 8;
  RunTotals& totals = run.totals;
  for (int64_t* total : {&totals.articles, &totals.rules, &totals.hits, &totals.alerts,
                         &totals.merged, &totals.muted, &totals.excepted, &totals.declined,
                         &totals.unknown, &totals.errors, &totals.not_analysed}) {
    *total = row.Integer(column++);
  }
  return run;
}

void SaveRules(Connection& connection, int64_t id, const std::vector<RunRule>& rules) {
  connection.Prepare("DELETE FROM run_rule WHERE run = ?").Bind(id).Run();
  Query insert = connection.Prepare("INSERT INTO run_rule VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const RunRule& rule : rules) {
    insert
        .Bind(id, rule.rule, rule.version, rule.candidates, rule.evaluations, rule.hits,
              rule.alerts, rule.merged, rule.muted, rule.excepted, rule.declined, rule.unknowns,
              rule.errors, rule.native_ns, rule.lua_ns)
        .Run();
  }
}

void SaveNotes(Connection& connection, int64_t id, const std::vector<RunNote>& notes) {
  connection.Prepare("DELETE FROM run_note WHERE run = ?").Bind(id).Run();
  Query insert = connection.Prepare("INSERT INTO run_note VALUES(?,?,?,?,?,?,?)");
  int64_t number = 0;
  for (const RunNote& note : notes) {
    insert.Bind(id, ++number, note.kind, note.rule, note.article, note.message, note.count).Run();
  }
}

}  // namespace

int64_t Runs::Begin(std::string_view kind, int64_t now, int64_t after_seq,
                    std::string_view analysis_version) {
  store_.connection()
      .Prepare(
          "INSERT INTO run(kind, started, state, after_seq, last_seq, analysis_version) "
          "VALUES(?1, ?2, 'running', ?3, ?3, ?4)")
      .Bind(kind, now, after_seq, analysis_version)
      .Run();
  return store_.connection().LastRow();
}

void Runs::Save(const RunRow& run, const std::vector<RunRule>& rules,
                const std::vector<RunNote>& notes) {
  const RunTotals& totals = run.totals;
  store_.connection()
      .Prepare(
          "UPDATE run SET finished = ?, state = ?, last_seq = ?, articles = ?, rules = ?, hits = "
          "?, "
          "alerts = ?, merged = ?, muted = ?, excepted = ?, declined = ?, unknown = ?, errors = ?, "
          "not_analysed = ? WHERE id = ?")
      .Bind(run.finished, run.state, run.last_seq, totals.articles, totals.rules, totals.hits,
            totals.alerts, totals.merged, totals.muted, totals.excepted, totals.declined,
            totals.unknown, totals.errors, totals.not_analysed, run.id)
      .Run();
  SaveRules(store_.connection(), run.id, rules);
  SaveNotes(store_.connection(), run.id, notes);
}

std::vector<RunRow> Runs::List(size_t limit) {
  Query query = store_.connection().Prepare(
      fmt::format("SELECT {} FROM run ORDER BY id DESC LIMIT ?", kRunColumns));
  query.Bind(limit);
  std::vector<RunRow> runs;
  while (query.Step()) runs.push_back(FromRow(query));
  return runs;
}

std::optional<RunRow> Runs::Read(int64_t id) {
  Query query =
      store_.connection().Prepare(fmt::format("SELECT {} FROM run WHERE id = ?", kRunColumns));
  query.Bind(id);
  if (!query.Step()) return std::nullopt;
  return FromRow(query);
}

std::vector<RunRule> Runs::Rules(int64_t id) {
  Query query = store_.connection().Prepare(
      "SELECT rule, version, candidates, evaluations, hits, alerts, merged, muted, excepted, "
      "declined, unknowns, errors, native_ns, lua_ns FROM run_rule WHERE run = ? ORDER BY rule");
  query.Bind(id);
  std::vector<RunRule> rules;
  while (query.Step()) {
    RunRule rule;
    rule.rule = query.Text(0);
    rule.version = query.Text(1);
    int column = 2;
    for (int64_t* count : {&rule.candidates, &rule.evaluations, &rule.hits, &rule.alerts,
                           &rule.merged, &rule.muted, &rule.excepted, &rule.declined,
                           &rule.unknowns, &rule.errors, &rule.native_ns, &rule.lua_ns}) {
      *count = query.Integer(column++);
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<RunNote> Runs::Notes(int64_t id) {
  Query query = store_.connection().Prepare(
      "SELECT kind, rule, article, message, count FROM run_note WHERE run = ? ORDER BY number");
  query.Bind(id);
  std::vector<RunNote> notes;
  while (query.Step()) {
    notes.push_back({query.Text(0), query.Text(1), query.Text(2), query.Text(3), query.Integer(4)});
  }
  return notes;
}

}  // namespace tellwire::store
