// The same answer again: an alert made anew from the rule's exact text, the article's exact text
// and the lexicon of its day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/alert.h"
#include "store/store.h"

namespace tellwire::batch {

struct Difference {
  std::string field, kept, again;
};

struct Replayed {
  model::Alert kept;
  std::optional<model::Alert> again;    // none: the rule does not fire any more
  std::vector<Difference> differences;  // none: the same answer
};

// Runs an alert's rule on its first article in the world that it saw then: what had arrived before.
// The error is that there is no such alert, or that its texts were not kept or do not load.
Result<Replayed> Replay(store::Store& store, std::string_view id);

}  // namespace tellwire::batch
