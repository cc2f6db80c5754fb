// A query taken apart into what FTS5 ranks and what SQL filters. For this room only.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/text_query.h"
#include "store/connection.h"
#include "store/search.h"

namespace tellwire::store {

struct SearchPlan {
  std::string match;  // FTS5 expression of the parts that must hold; empty: nothing is ranked
  std::string where;  // conditions over revision `r`, with one `?` a value; empty: none
  std::vector<std::variant<int64_t, std::string>> values;
  bool dated = false;  // some condition asks for a date

  // "FROM ... WHERE ...", with `match` first among the values.
  std::string From() const;
  void Bind(Query* query) const;
};

// What since and until mean for articles without a date: kAsked leaves them out, kUndatedOnly makes
// a plan for just those.
enum class Dates { kAsked, kUndatedOnly };

SearchPlan PlanOf(Connection& connection, const model::TextQuery& query,
                  const SearchOptions& options, Dates dates = Dates::kAsked);

}  // namespace tellwire::store
