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
  size_t width = 100;      // lines of prose are wrapped to it
  size_t table_width = 0;  // 0: no limit
  bool explain = false;    // also which words deny or weaken what, and how the impact comes about
};

// Evidence of `alerts` is marked with [[ ]], facts with { }, companies with < >, cues of negation,
// condition and the like with ~ ~; in colour on a terminal, where what a cue covers is underlined.
// A line says so; the alerts themselves stand behind the facts.
std::string ViewArticle(const model::Article& article, const model::Analysis& analysis,
                        const std::vector<model::Alert>& alerts, const ViewOptions& options);

}  // namespace tellwire::shell
