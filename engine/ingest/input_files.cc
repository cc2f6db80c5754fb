#include "ingest/input_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "base/ascii.h"

namespace tellwire::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, InputForm>, 10> kExtensions = {
    {{".txt", InputForm::kText},
     {".text", InputForm::kText},
     {".md", InputForm::kMarkdown},
     {".markdown", InputForm::kMarkdown},
     {".html", InputForm::kHtml},
     {".htm", InputForm::kHtml},
     {".xhtml", InputForm::kHtml},
     {".json", InputForm::kJson},
     {".jsonl", InputForm::kJsonLines},
     {".ndjson", InputForm::kJsonLines}}};

Error Unreadable(const std::string& path, const std::error_code& why) {
  return {ErrorKind::kSystem, Where{path, 0, 0}, "cannot be read: " + why.message(),
          "check the name and its permissions"};
}

void AddFile(const std::string& path, InputForm form, int64_t size, InputList* list) {
  list->files.push_back({path, form, size});
  list->bytes += size;
}

// Adds what lies in a folder. Depth is kept on a stack of our own: a tree of links or of thousands
// of levels costs memory, not the call stack.
void AddFolder(const std::string& root, InputList* list) {
  std::vector<std::string> pending = {root};
  while (!pending.empty()) {
    const std::string path = std::move(pending.back());
    pending.pop_back();
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (fs::is_directory(status)) {
      std::vector<std::string> entries;
      for (fs::directory_iterator at(path, failed), end; !failed && at != end;
           at.increment(failed)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        if (name.starts_with('.')) continue;
        if (at->is_symlink(ignored) && at->is_directory(ignored)) continue;
        entries.push_back((fs::path(path) / name).string());
      }
      if (failed) list->errors.push_back(Unreadable(path, failed));
      std::sort(entries.rbegin(), entries.rend());  // the last is taken first
      pending.insert(pending.end(), entries.begin(), entries.end());
    } else if (fs::is_regular_file(status)) {
      const InputForm form = FormByName(path);
      if (form == InputForm::kGuess) {
        list->skipped.push_back(path);
      } else {
        const auto size = fs::file_size(path, failed);
        AddFile(path, form, failed ? 0 : static_cast<int64_t>(size), list);
      }
    }
  }
}

}  // namespace

namespace {

// `.md` of `notes/Feed.MD.gz`.
std::string ExtensionOf(const std::string& path) {
  fs::path name = Lowered(fs::path(path).filename().string());
  if (name.extension() == ".gz") name = name.stem();
  return name.extension().string();
}

}  // namespace

bool IsTableName(const std::string& path) {
  const std::string extension = ExtensionOf(path);
  return extension == ".csv" || extension == ".tsv";
}

InputForm FormByName(const std::string& path) {
  const std::string extension = ExtensionOf(path);
  for (const auto& [known, form] : kExtensions) {
    if (extension == known) return form;
  }
  return InputForm::kGuess;
}

InputList ListInputs(const std::vector<std::string>& paths) {
  InputList list;
  bool unknown_size = false;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (path == "-") {
      AddFile(path, InputForm::kGuess, 0, &list);
      unknown_size = true;
    } else if (fs::is_directory(path, failed)) {
      AddFolder(path, &list);
    } else {
      const bool regular = fs::is_regular_file(path, failed);
      const auto size = regular ? fs::file_size(path, failed) : 0;
      unknown_size = unknown_size || !regular;
      AddFile(path, FormByName(path), failed ? 0 : static_cast<int64_t>(size), &list);
    }
  }
  if (unknown_size) list.bytes = 0;
  return list;
}

}  // namespace tellwire::ingest
