// One JSON object -> one Article: a line of JSON Lines or a whole .json file.
//
// Keys: id, text, title, published, source, url, language, author, entities. What else there is, is
// kept in Article::extra. A key of the wrong type is an error that names it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/article.h"

namespace tellwire::ingest {

struct ParsedArticle {
  model::Article article;
  size_t repaired = 0;          // invalid UTF-8 sequences and NUL characters that were replaced
  std::vector<Error> warnings;  // a date that cannot be read: the article stays undated
};

// REQUIRES nothing of the bytes. `where` is the file and line to blame; its column becomes the
// place of a syntax error.
Result<ParsedArticle> ParseJsonArticle(std::string_view json, const Where& where);

// A whole .json file: one object, a list of them, or, where the first line is an object by itself,
// JSON Lines. Those of a list are called `file#2`, those of lines `file:2`.
struct JsonFile {
  std::vector<Result<ParsedArticle>> articles;
  bool alone = false;  // one object, and nothing else in the file
};
Result<JsonFile> ParseJsonFile(std::string_view json, const Where& where);

// Reads `article.published_written` into `published`. What cannot be read leaves the article
// undated and adds a warning.
void ReadPublished(const Where& where, ParsedArticle* parsed);

// NUL characters would end a text early in the store: each becomes a space, which keeps every
// offset. Returns how many there were.
size_t ReplaceNul(std::string* text);

}  // namespace tellwire::ingest
