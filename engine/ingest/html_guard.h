// What keeps a hostile page from hurting the HTML parser (internal to the HTML reader).
#pragma once

#include <string>
#include <string_view>

namespace tellwire::ingest {

// Whether a parser that builds a tree reads the page in linear time and a tree of bounded depth.
// It does not where elements are nested hundreds deep, where many formatting elements stay open (a
// parser opens them afresh in every paragraph) or where a tag has thousands of attributes.
bool IsSafeToParse(std::string_view html);

// The page without its tags, for pages that are not safe to parse: block tags become newlines.
std::string StripTags(std::string_view html);

// The charset that the page declares of itself in its first bytes; "" for none.
std::string DeclaredCharset(std::string_view html);

}  // namespace tellwire::ingest
