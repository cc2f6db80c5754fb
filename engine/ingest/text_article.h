// One file that holds one article as text, Markdown or HTML -> Article.
//
// The bytes may be anything: invalid UTF-8 and NUL are replaced and counted. `where` is the file to
// blame in warnings.
#pragma once

#include <string_view>

#include "base/error.h"
#include "ingest/json_article.h"

namespace tellwire::ingest {

// The bytes are the text.
ParsedArticle ReadTextArticle(std::string_view bytes, const Where& where);

// Front matter becomes the fields (title, date, source, url, author, language, id, entities; what
// is unknown goes to `extra`), the rest the text, without Markdown's signs.
ParsedArticle ReadMarkdownArticle(std::string_view bytes, const Where& where);

// Title, date, source, url, author and language from meta tags and JSON-LD; the text without
// navigation and boilerplate, its blocks parted by newlines.
ParsedArticle ReadHtmlArticle(std::string_view bytes, const Where& where);

}  // namespace tellwire::ingest
