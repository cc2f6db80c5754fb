// The query language that a person types at `tellwire search`.
//
//   chip "export control" AND (h20 OR h200) NOT tariff -rumour semi* near(10 price war)
//   title:"profit warning" company:BABA source:Reuters since:2026-01-01 until:2026-03
//
// Words are joined by AND. A word is also found by its stem; a quoted word, a phrase, a prefix and
// `near` are exact. Raw text never fails obscurely: `R&D`, `BRK.B`, `don't` and `12%` are the
// phrases of their words.
#pragma once

#include <string_view>

#include "base/error.h"
#include "model/text_query.h"

namespace tellwire::text {

// The query as a tree, or an error whose column points at the place in the query (where.file is
// "query").
Result<model::TextQueryPtr> ParseQuery(std::string_view query);

// How deep brackets, NOT and title: stand inside each other in the canonical form.
int NestingOf(const model::TextQuery& query);

// The tree in canonical form, for `--explain`.
std::string ToString(const model::TextQuery& query);

}  // namespace tellwire::text
