#include "shell/find_articles.h"

#include <fmt/format.h>

#include "shell/settings.h"

namespace tellwire::shell {

std::vector<store::Revision> FindArticles(const std::string& called, store::Store& store) {
  std::vector<store::Revision> found = store::Articles(store).Find(called);
  if (found.empty()) {
    Complain(
        {ErrorKind::kNotFound,
         {},
         fmt::format("there is no article \"{}\"", called),
         "articles go by their id, url, path or arrival number; `tellwire search` finds them"});
  }
  return found;
}

}  // namespace tellwire::shell
