// The seam through which a rule's Lua handler takes part without match/ seeing Lua.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/alert.h"
#include "model/analysis.h"
#include "model/article.h"
#include "model/hit.h"
#include "rule/rule.h"

namespace tellwire::match {

// What a handler decided about a hit.
struct Decision {
  bool raise = true;  // false: the handler returned nil
  std::optional<double> score;
  std::optional<std::string> note, title;
  std::optional<model::Severity> severity;
  std::optional<std::vector<std::string>> tags;
};

class Handler {
 public:
  virtual ~Handler() = default;

  // Runs the rule's handler over a hit. The error is the rule's failure on this article. Not
  // thread-safe: handlers run in order of arrival. REQUIRES: rule.has_handler
  virtual Result<Decision> Handle(const rule::Rule& rule, const model::Hit& hit,
                                  const model::Article& article,
                                  const model::Analysis& analysis) = 0;
};

}  // namespace tellwire::match
