#include "shell/rule_paths.h"

#include <algorithm>
#include <filesystem>

namespace tellwire::shell {
namespace {

namespace fs = std::filesystem;

std::string Absolute(const std::string& path) {
  std::error_code ignored;
  std::string absolute = fs::weakly_canonical(path, ignored).string();
  while (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
  return absolute;
}

// Whether `path` is `folder` or lies in it; both absolute.
bool LiesIn(const std::string& path, const std::string& folder) {
  return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

}  // namespace

Result<RulePaths> RulePaths::Find(const std::vector<std::string>& paths,
                                  const std::string& rules_folder) {
  RulePaths found;
  const std::string rules = Absolute(rules_folder);
  for (const std::string& path : paths) {
    if (!fs::exists(path)) {
      return Error{ErrorKind::kUsage,
                   {path},
                   "there is no such file or folder",
                   "name rule files, packs, or nothing for all"};
    }
    found.named_.push_back(Absolute(path));
    if (!LiesIn(found.named_.back(), rules)) found.outside_.push_back(path);
  }
  return found;
}

bool RulePaths::Covers(const std::string& file) const {
  if (named_.empty()) return true;
  const std::string absolute = Absolute(file);
  return std::any_of(named_.begin(), named_.end(),
                     [&](const std::string& named) { return LiesIn(absolute, named); });
}

}  // namespace tellwire::shell
