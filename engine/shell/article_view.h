// An article as a person reads it: head, marked text, companies and facts.
#pragma once

#include <string>
#include <vector>

#include "model/alert.h"
#include "model/analysis.h"
#include "model/article.h"

namespace tellwire::shell {

struct ViewOptions {
  bool color = false;
  size_t width = 100;
  bool explain = false;  // the scopes too: what negates or weakens what
};

// Evidence of `alerts` is marked with [[ ]], facts with { }, companies with < >; in colour on a
// terminal.
std::string ViewArticle(const model::Article& article, const model::Analysis& analysis,
                        const std::vector<model::Alert>& alerts, const ViewOptions& options);

}  // namespace tellwire::shell
