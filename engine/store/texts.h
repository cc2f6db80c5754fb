// The exact text of rules, lists and lexicons, by hash: what `replay` runs a year later.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

class Texts {
 public:
  explicit Texts(Store& store) : store_(store) {}

  // `kind` is "rule" or "lexicon"; `name` the file's path below the rules folder; `version` whose
  // it is: "<id>@<version>" of a rule (its file and all that it needs: lists, modules, exceptions),
  // the analysis version of a lexicon. Kept once.
  void Keep(std::string_view kind, std::string_view name, std::string_view version,
            std::string_view text);
  std::optional<std::string> Read(std::string_view kind, std::string_view name,
                                  std::string_view version);
  struct File {
    std::string name, text;
  };
  // All that was kept of one kind and version, by name.
  std::vector<File> All(std::string_view kind, std::string_view version);

 private:
  Store& store_;
};

}  // namespace tellwire::store
