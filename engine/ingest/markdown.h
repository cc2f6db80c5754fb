// Markdown -> the text that a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace tellwire::ingest {

// Paragraphs are one line each with a blank line between them; headings keep their `#` (so that
// they are told from prose), lists their markers. Links become their text, emphasis its words;
// images, comments, rules and link definitions go. Linear. REQUIRES: valid UTF-8
std::string PlainFromMarkdown(std::string_view markdown);

// `&amp;`, `&#39;`, `&nbsp;` and the like as characters; unknown ones stay as written.
std::string DecodeEntities(std::string_view text);

}  // namespace tellwire::ingest
