// The block of keys at the head of a Markdown file: YAML between lines of `---`, or TOML between
// lines of `+++`. Only what front matter is made of in practice: scalars and lists of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tellwire::ingest {

struct FrontMatter {
  struct Entry {
    std::string key;                  // in lower case
    std::vector<std::string> values;  // one for a scalar
    bool list = false;
  };
  std::vector<Entry> entries;
  size_t end = 0;  // where the text begins behind it; 0: there is none

  // The first entry of these names that has a value; nullptr when none has.
  const Entry* Find(std::initializer_list<std::string_view> names) const;
};

// REQUIRES: valid UTF-8. A block that is never closed is none: the file is all text.
FrontMatter ReadFrontMatter(std::string_view text);

}  // namespace tellwire::ingest
