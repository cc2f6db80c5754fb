#include "analysis/word_lists.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/hash.h"
#include "base/table.h"

namespace tellwire::analysis {
namespace {

namespace fs = std::filesystem;

// A date cell: empty is none; false when it is no date.
bool ReadDate(const std::string& cell, std::optional<Day>* day) {
  if (cell.empty()) return true;
  *day = ParseDay(cell);
  return day->has_value();
}

void ReadLine(std::string_view line, int number, model::WordList* list,
              std::vector<Error>* problems) {
  std::vector<std::string> cells = SplitList(line, '\t');
  if (cells.empty() || cells[0].starts_with('#')) return;
  model::ListEntry entry{cells[0], std::nullopt, std::nullopt, number};
  cells.resize(std::max<size_t>(cells.size(), 3));
  if (cells.size() > 3 || !ReadDate(cells[1], &entry.from) || !ReadDate(cells[2], &entry.until)) {
    problems->push_back({ErrorKind::kRule,
                         {list->file, number, 0},
                         "the line is not a phrase with at most two dates",
                         "write phrase<TAB>2026-01-01<TAB>2026-12-31; the line is skipped"});
    return;
  }
  list->entries.push_back(std::move(entry));
}

void LoadList(const fs::path& file, model::Vocabulary* vocabulary) {
  const auto bytes = ReadFile(file);
  if (!bytes) {
    vocabulary->problems.push_back(bytes.error());
    return;
  }
  model::WordList list;
  list.name = file.stem().string();
  list.file = file.string();
  list.hash = HashHex(*bytes);
  std::string_view rest = *bytes;
  for (int number = 1; !rest.empty(); ++number) {
    const size_t end = rest.find('\n');
    ReadLine(rest.substr(0, end), number, &list, &vocabulary->problems);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  vocabulary->lists.insert_or_assign(list.name, std::move(list));
}

}  // namespace

void LoadWordLists(const std::string& folder, model::Vocabulary* vocabulary) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) LoadList(file, vocabulary);
}

}  // namespace tellwire::analysis
