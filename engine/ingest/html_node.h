// Small readings of a gumbo tree (internal to the HTML reader).
#pragma once

#include <gumbo.h>

#include <cstring>
#include <string>
#include <string_view>

namespace tellwire::ingest {

inline bool IsElement(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

inline GumboTag TagOf(const GumboNode* node) {
  return IsElement(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

// An attribute's value; "" when it has none.
inline std::string_view AttributeOf(const GumboNode* node, const char* name) {
  if (!IsElement(node)) return {};
  const GumboAttribute* attribute = gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute ? std::string_view(attribute->value) : std::string_view();
}

// Calls `visit` for a node and all below it, in document order. REQUIRES: bounded depth
template <typename Visit>
void ForEachNode(const GumboNode* node, const Visit& visit) {
  visit(node);
  if (!IsElement(node)) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    ForEachNode(static_cast<const GumboNode*>(children.data[i]), visit);
  }
}

// The text below a node with white space collapsed.
std::string InnerText(const GumboNode* node);

}  // namespace tellwire::ingest
