#include "ingest/json_article.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace tellwire::ingest {
namespace {

using Json = nlohmann::json;

Error Bad(const Where& where, std::string message) {
  return {ErrorKind::kInput, where, std::move(message),
          "each article is one JSON object with a \"text\""};
}

// Deep nesting would be deep recursion in the parser's destructor: refused before parsing.
bool TooDeep(std::string_view json) {
  constexpr int kDeepest = 64;
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDeepest) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

std::optional<Error> TakeText(const Json& object, const char* key, const Where& where,
                              std::string* out) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (found->is_number_integer() && std::string_view(key) == "id") {
    *out = std::to_string(found->get<int64_t>());
    return std::nullopt;
  }
  if (!found->is_string()) return Bad(where, fmt::format("\"{}\" is not a string", key));
  *out = found->get<std::string>();
  return std::nullopt;
}

std::optional<Error> TakeEntities(const Json& object, const Where& where,
                                  std::vector<std::string>* out) {
  const auto found = object.find("entities");
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_array()) return Bad(where, "\"entities\" is not a list of names");
  for (const Json& name : *found) {
    if (!name.is_string()) return Bad(where, "\"entities\" is not a list of names");
    out->push_back(name.get<std::string>());
  }
  return std::nullopt;
}

void TakePublished(const Where& where, ParsedArticle* out) {
  model::Article& article = out->article;
  if (article.published_written.empty()) return;
  auto parsed = ParseTimestamp(article.published_written);
  if (parsed) {
    article.published = *parsed;
    return;
  }
  Error warning = parsed.error();
  warning.where = where;
  warning.message += "; the article stays undated";
  out->warnings.push_back(std::move(warning));
}

std::string Extra(Json object) {
  constexpr std::array kKnown = {"id",  "text",     "title",  "published", "source",
                                 "url", "language", "author", "entities"};
  for (const char* known : kKnown) object.erase(known);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Result<ParsedArticle> ParseJsonArticle(std::string_view json, const Where& where) {
  ParsedArticle out;
  const text::Repaired repaired = text::RepairUtf8(json);
  out.repaired = repaired.replaced;
  if (TooDeep(repaired.text)) return Bad(where, "JSON is nested more than 64 deep");
  Json object;
  try {
    object = Json::parse(repaired.text);
  } catch (const Json::parse_error& error) {
    Where at = where;
    at.column = static_cast<int>(error.byte);
    return Bad(at, "broken JSON");
  } catch (const Json::exception& error) {  // a number out of range
    return Bad(where, "broken JSON: " + std::string(error.what()));
  }
  if (!object.is_object()) return Bad(where, "not a JSON object");
  model::Article& article = out.article;
  const std::array<std::pair<const char*, std::string*>, 8> texts = {
      {{"id", &article.id},
       {"text", &article.text},
       {"title", &article.title},
       {"source", &article.source},
       {"url", &article.url},
       {"language", &article.language},
       {"author", &article.author},
       {"published", &article.published_written}}};
  for (const auto& [key, member] : texts) {
    if (auto error = TakeText(object, key, where, member)) return *error;
  }
  if (auto error = TakeEntities(object, where, &article.entities)) return *error;
  if (!object.contains("text")) return Bad(where, "the article has no \"text\"");
  TakePublished(where, &out);
  article.extra = Extra(std::move(object));
  return out;
}

}  // namespace tellwire::ingest
