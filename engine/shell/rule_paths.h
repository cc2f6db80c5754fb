// Which rule files a `rule` command speaks of: those that were named, else all.
#pragma once

#include <string>
#include <vector>

#include "shell/workbench.h"

namespace tellwire::shell {

class RulePaths {
 public:
  // `paths`: files or folders, inside the rules folder or elsewhere; none: the whole rules folder.
  // The error names a path that does not exist.
  static Result<RulePaths> Find(const std::vector<std::string>& paths,
                                const std::string& rules_folder);

  // Those that are not inside the rules folder: to be loaded beside it.
  const std::vector<std::string>& outside() const { return outside_; }

  // Whether a rule file is one of those that were named.
  bool Covers(const std::string& file) const;

 private:
  std::vector<std::string> named_;    // absolute; empty: everything
  std::vector<std::string> outside_;  // as given
};

}  // namespace tellwire::shell
