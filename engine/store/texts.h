// The exact text of rules, lists and lexicons, by hash: what `replay` runs a year later.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/store.h"

namespace tellwire::store {

class Texts {
 public:
  explicit Texts(Store& store) : store_(store) {}

  // `kind` is "rule", "list", "lexicon" or "exceptions"; `name` a rule's id or a file's name below
  // the rules folder; `version` what alerts refer to. Kept once.
  void Keep(std::string_view kind, std::string_view name, std::string_view version,
            std::string_view text);
  std::optional<std::string> Read(std::string_view kind, std::string_view name,
                                  std::string_view version);

 private:
  Store& store_;
};

}  // namespace tellwire::store
