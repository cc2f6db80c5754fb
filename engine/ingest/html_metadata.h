// What a page says of itself in meta tags and JSON-LD (internal to the HTML reader).
#pragma once

#include <gumbo.h>

#include "model/article.h"

namespace tellwire::ingest {

// Fills title, source, url, author, language and published_written; other statements that may be of
// use (description, keywords, section) go to `extra`.
void ReadMetadata(const GumboNode* root, model::Article* article);

// Without fragment, tracking parameters (`utm_*`, `fbclid` ...) and default port; scheme and host
// in lower case. What is no http address stays as it is.
std::string CanonicalUrl(std::string_view url);

}  // namespace tellwire::ingest
