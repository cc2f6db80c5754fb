#include "rule/diagnostic_json.h"

#include "base/json_writer.h"
#include "rule/codes.h"

namespace tellwire::rule {
namespace {

std::string_view LevelName(Level level) { return level == Level::kError ? "error" : "warning"; }

void NumberOrNull(JsonWriter* json, std::string_view key, int number) {
  json->Key(key);
  number > 0 ? json->Value(number) : json->Null();
}

void WriteRules(JsonWriter* json) {
  json->Key("rules").BeginArray();
  for (const CodeEntry& entry : Codes()) {
    json->BeginObject().Field("id", entry.code).Field("name", entry.name);
    json->Key("shortDescription").BeginObject().Field("text", entry.meaning).EndObject();
    json->Key("defaultConfiguration").BeginObject().Field("level", LevelName(entry.level));
    json->EndObject().EndObject();
  }
  json->EndArray();
}

void WriteResult(JsonWriter* json, const Diagnostic& diagnostic) {
  json->BeginObject().Field("ruleId", diagnostic.code);
  json->Field("level", LevelName(diagnostic.level));
  const std::string text =
      diagnostic.help.empty() ? diagnostic.message : diagnostic.message + "\n" + diagnostic.help;
  json->Key("message").BeginObject().Field("text", text).EndObject();
  json->Key("locations").BeginArray().BeginObject().Key("physicalLocation").BeginObject();
  json->Key("artifactLocation").BeginObject().Field("uri", diagnostic.where.file).EndObject();
  if (diagnostic.where.line > 0) {
    json->Key("region").BeginObject().Field("startLine", diagnostic.where.line);
    if (diagnostic.where.column > 0) json->Field("startColumn", diagnostic.where.column);
    json->EndObject();
  }
  json->EndObject().EndObject().EndArray().EndObject();
}

}  // namespace

std::string DiagnosticsJson(const std::vector<Diagnostic>& diagnostics) {
  JsonWriter json(2);
  json.BeginArray();
  for (const Diagnostic& diagnostic : diagnostics) {
    json.BeginObject().Field("code", diagnostic.code).Field("level", LevelName(diagnostic.level));
    json.Key("file").ValueOrNull(diagnostic.where.file);
    NumberOrNull(&json, "line", diagnostic.where.line);
    NumberOrNull(&json, "column", diagnostic.where.column);
    json.Field("message", diagnostic.message);
    json.Key("help").ValueOrNull(diagnostic.help);
    json.Key("source").ValueOrNull(diagnostic.line);
    json.Key("rule").ValueOrNull(diagnostic.rule);
    json.EndObject();
  }
  json.EndArray();
  return json.Take();
}

std::string DiagnosticsSarif(const std::vector<Diagnostic>& diagnostics,
                             const std::string& version) {
  JsonWriter json(2);
  json.BeginObject().Field("version", "2.1.0");
  json.Field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.Key("runs").BeginArray().BeginObject();
  json.Key("tool").BeginObject().Key("driver").BeginObject();
  json.Field("name", "tellwire").Field("version", version);
  WriteRules(&json);
  json.EndObject().EndObject();
  json.Key("results").BeginArray();
  for (const Diagnostic& diagnostic : diagnostics) WriteResult(&json, diagnostic);
  json.EndArray().EndObject().EndArray().EndObject();
  return json.Take();
}

}  // namespace tellwire::rule
