// Title templates: `{company} missed, shares {rally.move} anyway`.
#pragma once

#include <string>
#include <string_view>

#include "model/analysis.h"
#include "model/article.h"
#include "model/hit.h"
#include "model/vocabulary.h"

namespace tellwire::alert {

// What a template may speak of. The references must outlive the call.
struct TitleSource {
  const model::Hit& hit;
  const model::Article& article;
  const model::Analysis& analysis;
  const model::Vocabulary& vocabulary;
};

// Fills a template. `{company}`, `{ticker}`, `{article.title}`, `{clause}` (its words) and
// `{clause.field}`; specs after a colon: `%` (3.1%), `+%` (+3.1%), `money` ($2.5bn), `number`
// (1,100 without the `jobs`), `date` (14 May 2026). Without a spec a number is written with its
// unit. `figure` is a metric with its number ("revenue of $49bn"), `move` what it did ("fell 3%").
// What is absent prints a dash; a part in square brackets is left out when anything in it is
// absent. What is not a field, brackets that refer to nothing, and a brace without its partner stay
// as written.
std::string FillTitle(std::string_view pattern, const TitleSource& source);

}  // namespace tellwire::alert
