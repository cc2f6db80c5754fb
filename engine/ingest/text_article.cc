#include "ingest/text_article.h"

#include "text/utf8.h"

namespace tellwire::ingest {

ParsedArticle ReadTextArticle(std::string bytes, const Where& where) {
  (void)where;
  ParsedArticle parsed;
  text::Repaired repaired = text::RepairUtf8(bytes);
  parsed.repaired = repaired.replaced;
  parsed.article.text = std::move(repaired.text);
  return parsed;
}

}  // namespace tellwire::ingest
