// One JSON object -> one Article: a line of JSON Lines or a whole .json file.
//
// Keys: id, text, title, published, source, url, language, author, entities. What else there is, is
// kept in Article::extra. A key of the wrong type is an error that names it.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/article.h"

namespace tellwire::ingest {

struct ParsedArticle {
  model::Article article;
  size_t repaired = 0;          // invalid UTF-8 sequences that were replaced
  std::vector<Error> warnings;  // a date that cannot be read: the article stays undated
};

// REQUIRES nothing of the bytes. `where` is the file and line to blame; its column becomes the
// place of a syntax error.
Result<ParsedArticle> ParseJsonArticle(std::string_view json, const Where& where);

}  // namespace tellwire::ingest
