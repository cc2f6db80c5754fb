#include "ingest/front_matter.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/table.h"

namespace tellwire::ingest {
namespace {

// Takes the first line off the text, without its newline.
std::string_view TakeLine(std::string_view* text) {
  const size_t end = text->find('\n');
  std::string_view line = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// A scalar as written: without its quotes, or without a comment behind it.
std::string Scalar(std::string_view written) {
  written = Trim(written);
  if (written.size() > 1 && (written[0] == '"' || written[0] == '\'')) {
    const char quote = written[0];
    std::string value;
    for (size_t i = 1; i < written.size() && written[i] != quote; ++i) {
      const bool escaped = quote == '"' && written[i] == '\\' && i + 1 < written.size();
      value += written[escaped ? ++i : i];
    }
    return value;
  }
  const size_t comment = written.find(" #");
  const std::string_view value = Trim(written.substr(0, comment));
  return value == "null" || value == "~" ? "" : std::string(value);
}

// `[a, "b, c"]`
std::vector<std::string> InlineList(std::string_view written) {
  std::vector<std::string> values;
  written.remove_prefix(1);
  if (written.ends_with(']')) written.remove_suffix(1);
  size_t begin = 0;
  char quote = '\0';
  for (size_t i = 0; i <= written.size(); ++i) {
    if (i < written.size() && quote != '\0') {
      if (written[i] == quote) quote = '\0';
    } else if (i < written.size() && (written[i] == '"' || written[i] == '\'')) {
      quote = written[i];
    } else if (i == written.size() || written[i] == ',') {
      std::string value = Scalar(written.substr(begin, i - begin));
      if (!value.empty()) values.push_back(std::move(value));
      begin = i + 1;
    }
  }
  return values;
}

class FrontMatterReader {
 public:
  explicit FrontMatterReader(char separator) : separator_(separator) {}

  void Take(std::string_view line) {
    const std::string_view trimmed = Trim(line);
    if (trimmed.empty() || trimmed[0] == '#') return;
    const bool indented = line[0] == ' ' || line[0] == '\t';
    if (trimmed.starts_with("- ") && !entries.empty()) return AddItem(trimmed.substr(2));
    if (indented && !entries.empty()) return Continue(trimmed);
    const size_t at = trimmed.find(separator_);
    if (at == std::string_view::npos) return;
    FrontMatter::Entry entry;
    entry.key = Lowered(Scalar(trimmed.substr(0, at)));
    const std::string_view value = Trim(trimmed.substr(at + 1));
    if (value.starts_with('[')) {
      entry.list = true;
      entry.values = InlineList(value);
    } else if (value != "|" && value != ">" && value != "|-" && value != ">-") {
      std::string scalar = Scalar(value);
      if (!scalar.empty()) entry.values = {std::move(scalar)};
    }
    entries.push_back(std::move(entry));
  }

  std::vector<FrontMatter::Entry> entries;

 private:
  void AddItem(std::string_view written) {
    entries.back().list = true;
    entries.back().values.push_back(Scalar(written));
  }

  // The next line of a long scalar; one of a nested map is kept as it is written.
  void Continue(std::string_view line) {
    auto& values = entries.back().values;
    if (values.empty()) {
      values.emplace_back(line);
    } else {
      values.back() += ' ';
      values.back() += line;
    }
  }

  char separator_;
};

}  // namespace

const FrontMatter::Entry* FrontMatter::Find(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const Entry& entry : entries) {
      if (entry.key == name && !entry.values.empty()) return &entry;
    }
  }
  return nullptr;
}

FrontMatter ReadFrontMatter(std::string_view text) {
  std::string_view rest = text;
  const std::string_view fence = TakeLine(&rest);
  const bool toml = Trim(fence) == "+++";
  if (!toml && Trim(fence) != "---") return {};
  FrontMatterReader reader(toml ? '=' : ':');
  while (!rest.empty()) {
    const std::string_view line = TakeLine(&rest);
    const std::string_view trimmed = Trim(line);
    if (trimmed == (toml ? "+++" : "---") || (!toml && trimmed == "...")) {
      FrontMatter matter;
      matter.entries = std::move(reader.entries);
      matter.end = text.size() - rest.size();
      return matter;
    }
    reader.Take(line);
  }
  return {};
}

}  // namespace tellwire::ingest
