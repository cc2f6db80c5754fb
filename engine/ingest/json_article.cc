#include "ingest/json_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/table.h"
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

// A date as seconds since the epoch (or milliseconds, which are told by their size).
std::string WrittenEpoch(int64_t number) {
  constexpr int64_t kFirstEpoch = 100'000'000, kFirstMillis = 100'000'000'000;
  if (number < kFirstEpoch) return std::to_string(number);  // a year
  return ToString(Timestamp{number >= kFirstMillis ? number / 1000 : number, Precision::kInstant});
}

// Takes a string. An id may be a number, and so may a date.
std::optional<Error> TakeText(const Json& object, std::string_view key, const Where& where,
                              std::string* out) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (found->is_number_integer() && key == "id") {
    *out = found->dump();
  } else if (found->is_number_integer() && key == "published") {
    *out = WrittenEpoch(found->get<int64_t>());
  } else if (found->is_string()) {
    *out = found->get<std::string>();
  } else {
    return Bad(where, fmt::format("\"{}\" is not a string", key));
  }
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

std::string Extra(Json object) {
  constexpr std::array kKnown = {"id",  "text",     "title",  "published", "source",
                                 "url", "language", "author", "entities"};
  for (const char* known : kKnown) object.erase(known);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Where LineAndColumn(std::string_view json, size_t byte, Where where) {
  const std::string_view before = json.substr(0, byte > 0 ? byte - 1 : 0);
  const size_t newline = before.rfind('\n');
  where.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  where.column = static_cast<int>(before.size() - (newline + 1)) + 1;
  return where;
}

// The whole of a JSON text, or what is wrong with it. REQUIRES: valid UTF-8
Result<Json> ParseJson(std::string_view json, const Where& where);

// A text that was cut in the middle of an emoji leaves half of it as `\ud83d`, which is no
// character: with every such half replaced by U+FFFD, or "" when there is none.
std::string WithoutHalves(std::string_view json) {
  const auto unit_at = [&](size_t at) -> unsigned {
    const std::string_view escape = json.substr(std::min(at, json.size()), 6);
    unsigned unit = 0;
    if (escape.size() < 6 || !escape.starts_with("\\u")) return 0;
    const auto read = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
    return read.ec == std::errc() && read.ptr == escape.data() + 6 ? unit : 0;
  };
  std::string mended;
  bool any = false;
  for (size_t at = 0; at < json.size();) {
    const unsigned unit = json[at] == '\\' ? unit_at(at) : 0;
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const unsigned next = high ? unit_at(at + 6) : 0;
    const bool pair = next >= 0xDC00 && next < 0xE000;
    const bool half = unit >= 0xD800 && unit < 0xE000 && !pair;
    const size_t size = json[at] != '\\' ? 1 : unit == 0 ? 2 : pair ? 12 : 6;
    mended += half ? "\\ufffd" : json.substr(at, size);
    any = any || half;
    at += size;
  }
  return any ? mended : "";
}

Result<Json> ParseJson(std::string_view json, const Where& where) {
  if (TooDeep(json)) return Bad(where, "JSON is nested more than 64 deep");
  try {
    return Json::parse(json);
  } catch (const Json::parse_error& error) {
    const std::string mended = WithoutHalves(json);
    if (!mended.empty()) return ParseJson(mended, where);
    return Bad(LineAndColumn(json, error.byte, where), "broken JSON");
  } catch (const Json::exception&) {
    return Bad(where, "broken JSON: a number is out of range");
  }
}

Result<ParsedArticle> ArticleOf(Json object, const Where& where) {
  if (!object.is_object()) return Bad(where, "not a JSON object");
  ParsedArticle out;
  model::Article& article = out.article;
  const std::array<std::pair<std::string_view, std::string*>, 8> texts = {
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
    out.repaired += ReplaceNul(member);
  }
  if (auto error = TakeEntities(object, where, &article.entities)) return *error;
  if (!object.contains("text")) return Bad(where, "the article has no \"text\"");
  ReadPublished(where, &out);
  article.extra = Extra(std::move(object));
  return out;
}

Where Named(Where where, size_t index) {
  where.file += "#" + std::to_string(index + 1);
  return where;
}

}  // namespace

size_t ReplaceNul(std::string* text) {
  const auto count = std::count(text->begin(), text->end(), '\0');
  if (count > 0) std::replace(text->begin(), text->end(), '\0', ' ');
  return static_cast<size_t>(count);
}

void ReadPublished(const Where& where, ParsedArticle* parsed) {
  model::Article& article = parsed->article;
  if (article.published_written.empty()) return;
  auto time = ParseTimestamp(article.published_written);
  if (time) {
    article.published = *time;
    return;
  }
  Error warning = time.error();
  warning.where = where;
  warning.message += "; the article stays undated";
  parsed->warnings.push_back(std::move(warning));
}

Result<ParsedArticle> ParseJsonArticle(std::string_view json, const Where& where) {
  const text::Repaired repaired = text::RepairUtf8(json);
  auto object = ParseJson(repaired.text, where);
  if (!object) return object.error();
  auto parsed = ArticleOf(*std::move(object), where);
  if (parsed) {
    parsed->article.origin =
        where.line > 0 ? fmt::format("{}:{}", where.file, where.line) : where.file;
    parsed->repaired += repaired.replaced;
  }
  return parsed;
}

namespace {

// An article a line.
JsonFile ParseLines(std::string_view json, const Where& where) {
  JsonFile file;
  int number = 0;
  while (!json.empty()) {
    const std::string_view line = json.substr(0, json.find('\n'));
    json.remove_prefix(std::min(line.size() + 1, json.size()));
    ++number;
    if (!Trim(line).empty())
      file.articles.push_back(ParseJsonArticle(line, {where.file, number, 0}));
  }
  return file;
}

// One article, or an array of them.
Result<JsonFile> ParseWhole(std::string_view json, const Where& where) {
  JsonFile file;
  const text::Repaired repaired = text::RepairUtf8(json);
  auto whole = ParseJson(repaired.text, {where.file, 1, 0});
  if (!whole) return whole.error();
  file.alone = !whole->is_array();
  if (file.alone) *whole = Json::array({*std::move(whole)});
  for (size_t i = 0; i < whole->size(); ++i) {
    const Where place = file.alone ? where : Named(where, i);
    auto parsed = ArticleOf(std::move((*whole)[i]), place);
    if (parsed) {
      parsed->article.origin = place.file;
      parsed->article.alone_in_file = file.alone;
      if (i == 0) parsed->repaired += repaired.replaced;
    }
    file.articles.push_back(std::move(parsed));
  }
  return file;
}

}  // namespace

Result<JsonFile> ParseJsonFile(std::string_view json, const Where& where) {
  const size_t newline = std::min(json.find('\n'), json.size());
  const bool more = !Trim(json.substr(newline)).empty();
  const bool lines = more && ParseJsonArticle(json.substr(0, newline), where);
  return lines ? ParseLines(json, where) : ParseWhole(json, where);
}

}  // namespace tellwire::ingest
