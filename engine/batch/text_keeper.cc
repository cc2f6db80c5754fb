#include "batch/text_keeper.h"

#include <filesystem>

#include "base/file.h"

namespace tellwire::batch {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> FilesIn(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TextKeeper::TextKeeper(store::Store& store, const Program& program, std::string rules_folder)
    : texts_(store),
      program_(program),
      rules_folder_(std::move(rules_folder)),
      kept_(program.rules.rules.size(), false) {}

void TextKeeper::Keep(size_t index) {
  if (kept_[index]) return;
  kept_[index] = true;
  KeepLexicon();
  const rule::Rule& rule = program_.rules.rules[index];
  texts_.Keep("rule", NameOf(rule.where.file), VersionOf(rule.id, rule.version), rule.text);
  KeepLists(rule);
  KeepModules(rule);
  if (!rule.excepted.empty()) {
    KeepFile(rule, "exceptions.lua", rules_folder_ + "/exceptions.lua");
  }
}

// Below the rules folder as it is; a file from elsewhere in a pack of its own.
std::string TextKeeper::NameOf(const std::string& path) const {
  const fs::path below = fs::path(path).lexically_relative(rules_folder_);
  const bool inside = !rules_folder_.empty() && !below.empty() && *below.begin() != "..";
  return inside ? below.string() : "pack/" + fs::path(path).filename().string();
}

void TextKeeper::KeepFile(const rule::Rule& rule, const std::string& name,
                          const std::string& path) {
  if (auto text = ReadFile(path)) {
    texts_.Keep("rule", name, VersionOf(rule.id, rule.version), *text);
  }
}

void TextKeeper::KeepLists(const rule::Rule& rule) {
  for (const std::string& named : rule.lists) {  // "name=hash"
    const auto* list = program_.analyser.vocabulary().FindList(named.substr(0, named.find('=')));
    if (list != nullptr) KeepFile(rule, "lists/" + list->name + ".txt", list->file);
  }
}

// A rule requires files that stand beside its own. Which of them is not known here, so all are
// kept.
void TextKeeper::KeepModules(const rule::Rule& rule) {
  if (rule.text.find("require") == std::string::npos) return;
  for (const fs::path& file : FilesIn(fs::path(rule.where.file).parent_path(), ".lua")) {
    if (file.string().ends_with(".cases.lua")) continue;
    KeepFile(rule, NameOf(file.string()), file.string());
  }
}

void TextKeeper::KeepLexicon() {
  if (lexicon_kept_ || rules_folder_.empty()) return;
  lexicon_kept_ = true;
  for (const fs::path& file : FilesIn(fs::path(rules_folder_) / "lexicon", ".tsv")) {
    if (auto text = ReadFile(file)) {
      texts_.Keep("lexicon", "lexicon/" + file.filename().string(), program_.analyser.version(),
                  *text);
    }
  }
}

}  // namespace tellwire::batch
