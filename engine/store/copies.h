// Near-duplicate articles: a wire story printed forty times is one group, named after its first
// article.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace tellwire::store {

struct CopyRow {
  int64_t seq = 0;      // of the revision that the sketch was made of
  int64_t article = 0;  // its article
  int64_t first = 0;    // the first article of its group; itself where it has no copies
  uint64_t sketch = 0;  // 64-bit simhash of the body
};

class Copies {
 public:
  explicit Copies(Store& store) : store_(store) {}

  std::vector<CopyRow> All();  // one an article, by seq
  // Notes the sketch of an article's current revision and its group. An article never leaves the
  // group that it was first put into: keys of alerts stay.
  void Save(const CopyRow& row);
  // How many articles of the article's group arrived no later than `seq`, itself among them, and
  // how many different sources they have.
  struct Extent {
    int64_t articles = 1, sources = 1;
  };
  Extent ExtentAt(int64_t seq);

 private:
  Store& store_;
};

}  // namespace tellwire::store
