// Regular expressions in RE2 syntax: linear time, no backtracking, memory bounded.
// RE2 is included in pattern.cc only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/span.h"

namespace tellwire::text {

// Immutable; safe to use from several threads; cheap to copy (shared).
class Pattern {
 public:
  struct Options {
    bool case_sensitive = true;
  };
  static Result<Pattern> Compile(std::string_view expression, const Options& options);
  static Result<Pattern> Compile(std::string_view expression) {
    return Compile(expression, Options());
  }

  const std::string& expression() const;
  int groups() const;

  // The leftmost match at or after `from`: span 0 is the whole match, then one span a group (empty:
  // not set). nullopt when there is none.
  std::optional<std::vector<Span>> Find(std::string_view text, size_t from = 0) const;

  // Literals of which every match contains at least one, as few as they may be; empty when there
  // are none. ASCII in lower case: look for them in the text with its ASCII letters lowered,
  // whatever the pattern's case. What gates the pattern in the network.
  std::vector<std::string> RequiredLiterals() const;

 private:
  struct Compiled;
  explicit Pattern(std::shared_ptr<const Compiled> compiled);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace tellwire::text
