// A provider's line is told from prose by being nothing else: `Market Impact: 0.46` is one,
// `Market impact was 0.46 points` is not. A label may stand alone; then the next line is its value.
// Theme names run together where a small letter meets a capital (`CloudEarnings`): the longest
// known name wins, and after the label `Themes` an unknown one reaches to the next such joint.
// Tested by tests/analysis/stated_test.cc.
#include "analysis/stated.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "base/ascii.h"
#include "base/table.h"

namespace tellwire::analysis {
namespace {

using Kind = StatedTable::Kind;

constexpr size_t kLongestLine = 800;

bool StartsWithFolded(std::string_view line, std::string_view surface) {
  if (line.size() < surface.size()) return false;
  for (size_t i = 0; i < surface.size(); ++i) {
    if (ToLower(line[i]) != surface[i]) return false;
  }
  return true;
}

// Whether a name that ended before `at` may have ended there: no word is cut in two.
bool IsJoint(std::string_view line, size_t at) {
  if (at == 0 || at >= line.size()) return true;
  return !(IsLower(line[at]) && (IsLower(line[at - 1]) || IsUpper(line[at - 1])));
}

// The longest entry of one of the kinds at the head of the line.
const StatedTable::Entry* EntryAt(const StatedTable& table, std::string_view line, Kind first,
                                  Kind last) {
  if (line.empty()) return nullptr;
  for (const auto& entry : table.entries[static_cast<unsigned char>(ToLower(line[0]))]) {
    if (entry.kind < first || entry.kind > last) continue;
    if (StartsWithFolded(line, entry.surface) && IsJoint(line, entry.surface.size())) return &entry;
  }
  return nullptr;
}

// Takes `-0.35`, `+.5`, `1` or `−0.2` (U+2212) from the head of the line. Scores lie in -1..1.
std::optional<double> TakeScore(std::string_view* line) {
  std::string_view rest = *line;
  double sign = 1;
  constexpr std::string_view kMinus = "\xe2\x88\x92";
  if (rest.starts_with(kMinus)) {
    sign = -1;
    rest.remove_prefix(kMinus.size());
  } else if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) {
    sign = rest[0] == '-' ? -1 : 1;
    rest.remove_prefix(1);
  }
  if (rest.empty() || !(IsDigit(rest[0]) || rest[0] == '.')) return std::nullopt;
  double value = 0;
  const auto [end, error] =
      std::from_chars(rest.data(), rest.data() + rest.size(), value, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(value) || value > 1) return std::nullopt;
  line->remove_prefix(static_cast<size_t>(end - line->data()));
  return value == 0 ? 0 : sign * value;
}

// Takes `TSLA` or `0700.HK` from the head of the line: capitals, not followed by a small letter.
std::string_view TakeTicker(std::string_view* line) {
  size_t at = 0;
  while (at < line->size() && IsDigit((*line)[at])) ++at;
  const bool foreign = at >= 3 && at <= 6 && at < line->size() && (*line)[at] == '.';
  if (at > 0 && !foreign) return {};
  if (foreign) ++at;
  const size_t letters = at;
  while (at < line->size() && at - letters < 6 && IsUpper((*line)[at])) ++at;
  if (at == letters || (at < line->size() && IsLower((*line)[at]))) return {};
  if (at + 1 < line->size() && (*line)[at] == '.' && IsUpper((*line)[at + 1])) at += 2;  // BRK.B
  const std::string_view ticker = line->substr(0, at);
  line->remove_prefix(at);
  return ticker;
}

void SkipSeparators(std::string_view* line) {
  constexpr std::string_view kSeparators = " \t:|/,;()[]";
  while (!line->empty() && kSeparators.find(line->front()) != std::string_view::npos) {
    line->remove_prefix(1);
  }
}

// `TSLA-0.35`, several of them in a row, or with spaces between where `spaced` allows it.
std::map<std::string, double> ReadTickers(std::string_view line, bool spaced) {
  std::map<std::string, double> found;
  while (!line.empty()) {
    const std::string_view ticker = TakeTicker(&line);
    if (ticker.empty()) return {};
    if (spaced) SkipSeparators(&line);
    const bool has_point = line.find('.') != std::string_view::npos;
    const auto score = TakeScore(&line);
    if (!score || !has_point) return {};
    found[std::string(ticker)] = *score;
    SkipSeparators(&line);
  }
  return found;
}

// Where an unknown theme name ends: before a capital that follows a small letter, or at a
// separator.
size_t UnknownThemeEnd(std::string_view line) {
  size_t at = 1;
  while (at < line.size() && !(IsUpper(line[at]) && IsLower(line[at - 1])) && line[at] != ',' &&
         line[at] != '|' && line[at] != ';') {
    ++at;
  }
  return at;
}

// The theme names of a line. `labelled`: the line is known to hold themes, unknown ones count too;
// else it must be two known ones at least and nothing beside them.
std::vector<std::string> ReadThemes(const StatedTable& table, std::string_view line,
                                    bool labelled) {
  std::vector<std::string> themes;
  SkipSeparators(&line);
  while (!line.empty()) {
    const auto* entry = EntryAt(table, line, Kind::kTheme, Kind::kTheme);
    if (!entry && !labelled) return {};
    const size_t end = entry ? entry->surface.size() : UnknownThemeEnd(line);
    themes.emplace_back(Trim(line.substr(0, end)));
    line.remove_prefix(end);
    SkipSeparators(&line);
  }
  if (!labelled && themes.size() < 2) return {};
  return themes;
}

// Reads lines in order; remembers the label that waits for its value on the next line.
class Reader {
 public:
  explicit Reader(const StatedTable& table) : table_(table) {}

  void Read(std::string_view line) {
    if (line.empty()) return;
    const std::optional<Kind> awaited = awaited_;
    awaited_.reset();
    if (line.size() > kLongestLine) return;
    if (ReadLabelled(line)) return;
    if (awaited && ReadValue(*awaited, line)) {
      if (*awaited == Kind::kTickers || *awaited == Kind::kThemes) awaited_ = awaited;
      return;
    }
    for (const auto& [ticker, score] : ReadTickers(line, false)) {
      stated_.tickers.emplace(ticker, score);
    }
    AddThemes(ReadThemes(table_, line, false));
  }

  model::Stated Take() { return std::move(stated_); }

 private:
  bool ReadLabelled(std::string_view line) {
    const auto* label = EntryAt(table_, line, Kind::kSentiment, Kind::kThemes);
    if (!label) return false;
    std::string_view value = line.substr(label->surface.size());
    SkipSeparators(&value);
    if (value.empty()) {
      awaited_ = label->kind;
      return true;
    }
    const bool glued = value.data() == line.data() + label->surface.size();
    const bool colon = line.substr(label->surface.size(), 2).find(':') != std::string_view::npos;
    if (label->kind == Kind::kThemes && !colon && !glued) return false;  // "Themes of the year"
    return ReadValue(label->kind, value);
  }

  bool ReadValue(Kind kind, std::string_view line) {
    switch (kind) {
      case Kind::kTickers:
        return ReadTickerPair(line);
      case Kind::kThemes:
        return ReadThemeLine(line);
      case Kind::kImpact:
        return ReadNumber(line, &stated_.impact);
      default:
        return ReadMood(line);
    }
  }

  // Under a label, a ticker and its score may stand on lines of their own.
  bool ReadTickerPair(std::string_view line) {
    auto found = ReadTickers(line, true);
    if (found.empty() && !pending_ticker_.empty()) {
      std::string_view rest = line;
      if (const auto score = TakeScore(&rest); score && rest.empty()) {
        found[pending_ticker_] = *score;
      }
    }
    pending_ticker_.clear();
    stated_.tickers.insert(found.begin(), found.end());
    if (!found.empty()) return true;
    std::string_view rest = line;
    const std::string_view ticker = TakeTicker(&rest);
    if (ticker.empty() || !rest.empty()) return false;
    pending_ticker_ = ticker;
    return true;
  }

  bool ReadThemeLine(std::string_view line) {
    if (line.find(". ") != std::string_view::npos || line.ends_with('.')) return false;  // prose
    const bool known = EntryAt(table_, line, Kind::kTheme, Kind::kTheme) != nullptr;
    if (!known && !stated_.themes.empty()) return false;
    AddThemes(ReadThemes(table_, line, true));
    return true;
  }

  bool ReadNumber(std::string_view line, std::optional<double>* into) {
    const auto score = TakeScore(&line);
    SkipSeparators(&line);
    if (!score || !line.empty()) return false;
    if (!*into) *into = score;
    return true;
  }

  // A number and words of mood, in either order, and nothing else.
  bool ReadMood(std::string_view line) {
    std::optional<double> score;
    std::string mood;
    while (!line.empty()) {
      if (const auto* entry = EntryAt(table_, line, Kind::kMood, Kind::kMood);
          entry && mood.empty()) {
        mood = line.substr(0, entry->surface.size());
        line.remove_prefix(entry->surface.size());
      } else if (auto number = score ? std::nullopt : TakeScore(&line)) {
        score = number;
      } else {
        return false;
      }
      SkipSeparators(&line);
    }
    if (stated_.sentiment.empty()) stated_.sentiment = mood;
    if (!stated_.score) stated_.score = score;
    return true;
  }

  void AddThemes(std::vector<std::string> themes) {
    for (std::string& theme : themes) {
      auto& known = stated_.themes;
      if (std::find(known.begin(), known.end(), theme) == known.end()) {
        known.push_back(std::move(theme));
      }
    }
  }

  const StatedTable& table_;
  model::Stated stated_;
  std::optional<Kind> awaited_;
  std::string pending_ticker_;
};

std::optional<Kind> ParseKind(std::string_view name) {
  constexpr std::pair<std::string_view, Kind> kKinds[] = {
      {"sentiment", Kind::kSentiment}, {"score", Kind::kScore},   {"impact", Kind::kImpact},
      {"tickers", Kind::kTickers},     {"themes", Kind::kThemes}, {"mood", Kind::kMood},
      {"theme", Kind::kTheme}};
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

}  // namespace

Result<StatedTable> StatedTable::Load(const LexiconLoad& load) {
  auto read = ReadTable(load.folder + "/stated.tsv");
  if (!read) return read.error();
  const Table& file = read.value();
  load.problems->insert(load.problems->end(), file.problems.begin(), file.problems.end());
  StatedTable table;
  for (const TableRow& row : file.rows) {
    const auto kind = ParseKind(row.cells[1]);
    if (!kind || row.cells[0].empty()) {
      load.problems->push_back({ErrorKind::kRule, file.At(row),
                                "bad kind of label \"" + row.cells[1] + "\"",
                                "use sentiment, score, impact, tickers, themes, mood or theme"});
      continue;
    }
    std::string surface = row.cells[0];
    std::transform(surface.begin(), surface.end(), surface.begin(), ToLower);
    table.entries[static_cast<unsigned char>(surface[0])].push_back({std::move(surface), *kind});
  }
  for (std::vector<Entry>& entries : table.entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.surface.size() > b.surface.size();
    });
  }
  return table;
}

model::Stated ReadStated(const StatedTable& table, std::string_view text) {
  Reader reader(table);
  while (!text.empty()) {
    const size_t end = text.find('\n');
    reader.Read(Trim(text.substr(0, end)));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return reader.Take();
}

}  // namespace tellwire::analysis
