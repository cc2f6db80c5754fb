#include "shell/diagnostic_report.h"

#include <set>

#include "alert/plain.h"
#include "base/json_writer.h"
#include "rule/codes.h"

namespace tellwire::shell {
namespace {

using rule::Diagnostic;

const char* LevelOf(const Diagnostic& one) {
  return one.level == rule::Level::kError ? "error" : "warning";
}

std::string ForPeople(const std::vector<Diagnostic>& found) {
  std::string out;
  for (const Diagnostic& one : found) {
    out += alert::PlainText(rule::Render(one));
    if (!out.ends_with('\n')) out += '\n';
  }
  return out;
}

std::string Json(const std::vector<Diagnostic>& found) {
  JsonWriter json(2);
  json.BeginArray();
  for (const Diagnostic& one : found) {
    json.BeginObject().Field("code", one.code).Field("level", LevelOf(one));
    json.Field("file", one.where.file)
        .Field("line", one.where.line)
        .Field("column", one.where.column);
    json.Key("rule").ValueOrNull(one.rule);
    json.Field("message", one.message).Key("help").ValueOrNull(one.help);
    json.EndObject();
  }
  return json.EndArray().Take() + "\n";
}

void SarifResult(const Diagnostic& one, JsonWriter* json) {
  json->BeginObject().Field("ruleId", one.code).Field("level", LevelOf(one));
  const std::string text = one.help.empty() ? one.message : one.message + " (" + one.help + ")";
  json->Key("message").BeginObject().Field("text", text).EndObject();
  json->Key("locations").BeginArray().BeginObject().Key("physicalLocation").BeginObject();
  json->Key("artifactLocation").BeginObject().Field("uri", one.where.file).EndObject();
  if (one.where.line > 0) {
    json->Key("region").BeginObject().Field("startLine", one.where.line);
    if (one.where.column > 0) json->Field("startColumn", one.where.column);
    json->EndObject();
  }
  json->EndObject().EndObject().EndArray().EndObject();
}

std::string Sarif(const std::vector<Diagnostic>& found) {
  JsonWriter json(2);
  json.BeginObject()
      .Field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      .Field("version", "2.1.0");
  json.Key("runs").BeginArray().BeginObject().Key("tool").BeginObject().Key("driver").BeginObject();
  json.Field("name", "tellwire").Key("rules").BeginArray();
  std::set<std::string> codes;
  for (const Diagnostic& one : found) codes.insert(one.code);
  for (const std::string& code : codes) {
    const rule::CodeEntry& entry = rule::EntryOf(code);
    json.BeginObject().Field("id", code).Field("name", entry.name);
    json.Key("shortDescription").BeginObject().Field("text", entry.meaning).EndObject();
    json.EndObject();
  }
  json.EndArray().EndObject().EndObject().Key("results").BeginArray();
  for (const Diagnostic& one : found) SarifResult(one, &json);
  json.EndArray().EndObject().EndArray().EndObject();
  return json.Take() + "\n";
}

}  // namespace

std::string ReportDiagnostics(const std::vector<Diagnostic>& found, const std::string& format) {
  if (format == "json") return Json(found);
  if (format == "sarif") return Sarif(found);
  return ForPeople(found);
}

}  // namespace tellwire::shell
