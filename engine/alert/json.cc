#include "alert/json.h"

namespace tellwire::alert {
namespace {

void Strings(std::string_view key, const std::vector<std::string>& strings, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const std::string& text : strings) json->Value(text);
  json->EndArray();
}

void NumberOrNull(std::string_view key, std::optional<double> value, JsonWriter* json) {
  json->Key(key);
  value ? json->Value(*value) : json->Null();
}

void WriteEvidence(std::string_view key, const std::vector<model::Quotation>& evidence,
                   JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const model::Quotation& quote : evidence) {
    json->BeginObject().Field("clause", quote.clause).Field("leaf", quote.leaf);
    json->Key("article").ValueOrNull(quote.article);
    json->Field("in_title", quote.place.part == model::Part::kTitle).Key("span");
    quote.place.span.empty() ? json->Null() : json->Value(quote.place.span);
    json->Key("text").ValueOrNull(quote.text);
    json->Key("sentence").ValueOrNull(quote.sentence).EndObject();
  }
  json->EndArray();
}

void WriteArticle(const model::Alert& alert, JsonWriter* json) {
  json->Key("article").BeginObject();
  json->Key("id").ValueOrNull(alert.article_id);
  json->Key("title").ValueOrNull(alert.article_title);
  json->Key("source").ValueOrNull(alert.source);
  json->Key("url").ValueOrNull(alert.url);
  json->Key("published").ValueOrNull(alert.published ? ToString(*alert.published) : "");
  json->EndObject();
}

void WriteScore(const model::Alert& alert, JsonWriter* json) {
  json->Field("severity", ToString(alert.severity)).Field("score", alert.score);
  json->Key("score_parts").BeginObject();
  json->Field("weight", alert.score_parts.weight);
  json->Field("relevance", alert.score_parts.relevance);
  NumberOrNull("novelty", alert.score_parts.novelty, json);
  json->EndObject();
  json->Field("relevance", alert.score_parts.relevance);
  NumberOrNull("novelty", alert.score_parts.novelty, json);
}

}  // namespace

void WriteJson(const model::Alert& alert, JsonWriter* json) {
  json->BeginObject();
  json->Field("id", alert.id).Field("rule", alert.rule);
  json->Field("rule_version", alert.rule_version);
  WriteScore(alert, json);
  json->Field("title", alert.title).Key("note").ValueOrNull(alert.note);
  json->Key("company").ValueOrNull(alert.company);
  json->Key("ticker").ValueOrNull(alert.ticker);
  Strings("tags", alert.tags, json);
  WriteArticle(alert, json);
  WriteEvidence("evidence", alert.evidence, json);
  WriteEvidence("against", alert.against, json);
  Strings("unsure", alert.unsure, json);
  json->Field("sources", alert.sources).Field("copies", alert.sources - alert.origins);
  json->Field("origins", alert.origins).Field("key", alert.key);
  json->Key("raised").ValueOrNull(alert.raised ? ToString(Timestamp{*alert.raised}) : "");
  json->Key("run");
  alert.run ? json->Value(*alert.run) : json->Null();
  json->Key("status").ValueOrNull(alert.status);
  json->Key("analysis_version").ValueOrNull(alert.analysis_version);
  json->EndObject();
}

std::string ToJson(const model::Alert& alert, int indent) {
  JsonWriter json(indent);
  WriteJson(alert, &json);
  return json.Take();
}

}  // namespace tellwire::alert
