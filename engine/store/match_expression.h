// Which part of a query FTS5 can answer, and its expression in FTS5's language. For this room only.
#pragma once

#include <optional>
#include <string>

#include "model/text_query.h"
#include "store/connection.h"

namespace tellwire::store {

// The FTS5 expression of a query that is made of words only and is not purely negative; nullopt for
// any other. `in_title` looks in the title column only. Every word stands in quotes, so that
// nothing of what a person typed is read as FTS5's syntax.
std::optional<std::string> MatchExpression(Connection& connection, const model::TextQuery& query,
                                           bool in_title = false);

// Nodes of the tree, and how deep it is: what Search refuses beyond a limit.
struct QuerySize {
  size_t nodes = 0, depth = 0;
};
QuerySize SizeOf(const model::TextQuery& query);

}  // namespace tellwire::store
