// The article's text out of a page's tree: navigation, share bars and footers left out (internal to
// the HTML reader).
#pragma once

#include <gumbo.h>

#include <string>

namespace tellwire::ingest {

// Paragraphs and headings parted by blank lines, list items with "- ", table rows with tabs between
// their cells. A first heading that says the title again is left out.
std::string MainText(const GumboNode* root, const std::string& title);

}  // namespace tellwire::ingest
