// One file that holds one article as text, Markdown or HTML -> Article.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "ingest/json_article.h"
#include "model/article.h"

namespace tellwire::ingest {

// The bytes are the text. `bytes` may be anything; invalid UTF-8 and NUL are replaced and counted.
ParsedArticle ReadTextArticle(std::string bytes, const Where& where);

}  // namespace tellwire::ingest
