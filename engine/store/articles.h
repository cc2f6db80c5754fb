// Articles and their revisions. An article is known by the first that it has of: source + id, url,
// path (a file that holds one article), content. Every revision has an arrival number `seq` and is
// kept for ever.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/article.h"
#include "store/store.h"

namespace tellwire::store {

// What makes two articles the same one: "id:source/id", "url:...", "path:/absolute/path" or
// "content:hash".
std::string IdentityOf(const model::Article& article);

// Hash of title, text, source, url, published, language and entities: what a new revision differs
// in. 32 hexadecimal digits.
std::string FingerprintOf(const model::Article& article);

struct Revision {
  int64_t seq = 0;      // arrival number
  int64_t article = 0;  // key of the article that it is a revision of
  int number = 1;       // 1 for the first
  bool current = true;
  int64_t seen = 0;         // the clock when it arrived
  std::string fingerprint;  // of this revision
  std::string headline;     // the title, or the line that is lent as one; may be empty
  std::string group;        // fingerprint of the first revision of the first article of its
                            // near-duplicate group: what an alert's key is made of
  model::Article content;
};

class Articles {
 public:
  explicit Articles(Store& store) : store_(store) {}

  enum class Change { kNew, kRevised, kUnchanged };
  struct Added {
    Change change = Change::kNew;
    int64_t seq = 0;      // of the current revision
    int64_t article = 0;  // its key
  };
  // Adds an article, or a revision of one that is known, and keeps the full-text index in step.
  // `headline` is what search weighs as the title. Two files of one run never meet by path: pass
  // one object for the run. REQUIRES: a Transaction around many calls, or each waits for the disk.
  Added Add(const model::Article& article, std::string_view headline, int64_t now);

  // Whether Add would change nothing. Two files that meet by path are for Add to tell apart.
  bool IsUnchanged(const model::Article& article);

  std::optional<Revision> Read(int64_t seq);
  // Revisions (superseded ones too) with seq > after, in order of arrival, at most `limit`.
  std::vector<Revision> ReadAfter(int64_t after, size_t limit);
  // Only the arrival numbers.
  std::vector<int64_t> SeqsAfter(int64_t after);
  // The current revisions of the articles that people call so: an id, a url, a path or a seq.
  std::vector<Revision> Find(std::string_view called);

  int64_t LastSeq();    // 0 for an empty store
  int64_t Count();      // articles
  int64_t Revisions();  // all of them

 private:
  bool MeetsByPath(const std::string& identity);
  void AddWords(std::string_view text);

  Store& store_;
  std::unordered_set<std::string> paths_;  // identities by path that this object has added
  std::unordered_set<uint64_t> known_words_;
};

}  // namespace tellwire::store
