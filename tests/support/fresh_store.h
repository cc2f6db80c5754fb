// Stores for tests: in memory, or a file that goes away with its folder.
#pragma once

#include <filesystem>
#include <string>

#include "model/article.h"
#include "store/store.h"

namespace tellwire {

inline store::Store FreshStore() { return store::Store(":memory:"); }

// An empty folder that is removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tellwire-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline model::Article MakeArticle(std::string id, std::string title, std::string text,
                                  const std::string& published = "") {
  model::Article article;
  article.id = std::move(id);
  article.source = "Wire";
  article.title = std::move(title);
  article.text = std::move(text);
  if (!published.empty()) article.published = ParseTimestamp(published).value();
  return article;
}

}  // namespace tellwire
