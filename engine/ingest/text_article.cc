#include "ingest/text_article.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "ingest/encoding.h"
#include "ingest/front_matter.h"
#include "ingest/html_metadata.h"
#include "ingest/markdown.h"

namespace tellwire::ingest {
namespace {

using Json = nlohmann::json;

std::string Joined(const std::vector<std::string>& values) {
  std::string joined;
  for (const std::string& value : values) joined += joined.empty() ? value : ", " + value;
  return joined;
}

std::string Take(const FrontMatter& matter, std::initializer_list<std::string_view> names,
                 std::vector<std::string>* taken) {
  const FrontMatter::Entry* entry = matter.Find(names);
  if (!entry) return "";
  taken->push_back(entry->key);
  return Joined(entry->values);
}

std::string ExtraOf(const FrontMatter& matter, const std::vector<std::string>& taken) {
  Json extra = Json::object();
  for (const auto& entry : matter.entries) {
    if (std::find(taken.begin(), taken.end(), entry.key) != taken.end()) continue;
    if (entry.list) {
      extra[entry.key] = entry.values;
    } else if (!entry.values.empty()) {
      extra[entry.key] = entry.values[0];
    }
  }
  return extra.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void TakeFrontMatter(const FrontMatter& matter, model::Article* article) {
  std::vector<std::string> taken;
  article->id = Take(matter, {"id"}, &taken);
  article->title = Take(matter, {"title", "headline"}, &taken);
  article->source = Take(matter, {"source", "publisher", "publication", "site"}, &taken);
  article->url = CanonicalUrl(Take(matter, {"url", "canonical_url", "canonical", "link"}, &taken));
  article->author = Take(matter, {"author", "authors", "byline"}, &taken);
  article->language = Take(matter, {"language", "lang"}, &taken);
  article->published_written =
      Take(matter, {"published", "date", "pubdate", "publishdate", "published_at"}, &taken);
  if (const auto* entities = matter.Find({"entities"})) {
    article->entities = entities->values;
    taken.push_back(entities->key);
  }
  article->extra = ExtraOf(matter, taken);
}

}  // namespace

ParsedArticle ReadTextArticle(std::string_view bytes, const Where&) {
  ParsedArticle parsed;
  Decoded decoded = DecodeBytes(bytes);
  parsed.repaired = decoded.repaired;
  parsed.article.text = std::move(decoded.text);
  return parsed;
}

ParsedArticle ReadMarkdownArticle(std::string_view bytes, const Where& where) {
  ParsedArticle parsed;
  const Decoded decoded = DecodeBytes(bytes);
  parsed.repaired = decoded.repaired;
  const FrontMatter matter = ReadFrontMatter(decoded.text);
  TakeFrontMatter(matter, &parsed.article);
  ReadPublished(where, &parsed);
  parsed.article.text = PlainFromMarkdown(std::string_view(decoded.text).substr(matter.end));
  return parsed;
}

}  // namespace tellwire::ingest
