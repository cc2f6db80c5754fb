// Title templates: `{company} missed, shares {rally.change:+%} anyway`.
#pragma once

#include <string>
#include <string_view>

#include "model/analysis.h"
#include "model/article.h"
#include "model/hit.h"

namespace tellwire::alert {

// Fills a template. `{company}`, `{ticker}`, `{article.title}`, `{clause}` (its words) and
// `{clause.field}`; specs after a colon: `%` (3.1%), `+%` (+3.1%), `money` ($2.5bn), `date` (14 May
// 2026). Without a spec a number is written with its unit. What is absent prints a dash; what is
// not a field, and a brace without its partner, stays as written.
std::string FillTitle(std::string_view pattern, const model::Hit& hit,
                      const model::Article& article, const model::Analysis& analysis);

// One field of a fact as text, in the manner of a spec (""; `%`, `+%`, `money`, `date`); "" when
// the fact has no such value.
std::string FieldText(const model::Fact& fact, std::string_view field, std::string_view spec);

}  // namespace tellwire::alert
