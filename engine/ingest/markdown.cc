#include "ingest/markdown.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "base/table.h"
#include "text/utf8.h"

namespace tellwire::ingest {
namespace {

constexpr size_t kFarthestBracket = 400;  // bytes that are searched for the end of a link

// --- Inside a paragraph. ---

class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  std::string Run() {
    while (at_ < text_.size()) Step();
    return DecodeEntities(out_);
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size() && !IsWordByte(text_[at_ + 1])) {
      out_ += text_[at_ + 1];
      at_ += 2;
    } else if (c == '!' && text_.substr(at_).starts_with("![") && TakeLink(at_ + 1, false)) {
    } else if (c == '[' && TakeLink(at_, true)) {
    } else if (c == '<' && TakeTag()) {
    } else if ((c == '*' || c == '_' || c == '`' || c == '~') && TakeMark(c)) {
    } else {
      out_ += c;
      ++at_;
    }
  }

  size_t Find(char c, size_t from) const {
    return text_.substr(0, std::min(text_.size(), from + kFarthestBracket)).find(c, from);
  }

  // `[text](url)`, `[text][ref]`, `[^note]`, from the bracket at `open`. Keeps the text or drops
  // it.
  bool TakeLink(size_t open, bool keep) {
    if (Find(']', open) == std::string_view::npos) return false;
    size_t close = open + 1;
    const size_t end = std::min(text_.size(), open + kFarthestBracket);
    for (int depth = 1; close < end; ++close) {
      if (text_[close] == '[') ++depth;
      if (text_[close] == ']' && --depth == 0) break;
    }
    if (close >= end) return false;
    const std::string_view inside = text_.substr(open + 1, close - open - 1);
    const char next = close + 1 < text_.size() ? text_[close + 1] : ' ';
    if (inside.starts_with('^')) {
      at_ = close + 1;
      return true;
    }
    if (next != '(' && next != '[') return false;
    const size_t link_end = Find(next == '(' ? ')' : ']', close + 2);
    if (link_end == std::string_view::npos) return false;
    if (keep && !inside.starts_with("![")) out_ += InlineReader(inside).Run();
    at_ = link_end + 1;
    return true;
  }

  // Tags go, but `<https://...>` is its address.
  bool TakeTag() {
    const size_t close = Find('>', at_);
    if (close == std::string_view::npos || close == at_ + 1) return false;
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    const char first = inside[0];
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    if (!letter && first != '/' && first != '!') return false;
    if (inside.starts_with("http")) out_ += inside;
    if (inside.starts_with("br")) out_ += '\n';
    at_ = close + 1;
    return true;
  }

  // Runs of `*`, `_`, `` ` `` and `~~` beside a word are marks; alone between spaces they are
  // signs, and `_` inside a word is part of it.
  bool TakeMark(char c) {
    size_t end = at_;
    while (end < text_.size() && text_[end] == c) ++end;
    if (c == '~' && end - at_ != 2) return false;
    const char before = at_ > 0 ? text_[at_ - 1] : ' ';
    const char after = end < text_.size() ? text_[end] : ' ';
    if (before == ' ' && after == ' ') return false;
    if (c == '_' && IsWordByte(before) && IsWordByte(after)) return false;
    at_ = end;
    return true;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string out_;
};

// --- Blocks. ---

class BlockReader {
 public:
  std::string Run(std::string_view text) {
    while (!text.empty()) {
      const size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      if (line.ends_with('\r')) line.remove_suffix(1);
      TakeLine(line);
    }
    EndParagraph();
    return std::move(out_);
  }

 private:
  void TakeLine(std::string_view line) {
    std::string_view trimmed = Trim(line);
    if (trimmed.starts_with("```") || trimmed.starts_with("~~~")) {
      EndParagraph();
      in_code_ = !in_code_;
    } else if (in_code_) {
      Emit(line);
    } else if (trimmed.empty()) {
      EndParagraph();
    } else {
      while (trimmed.starts_with('>')) trimmed = Trim(trimmed.substr(1));
      TakeWords(trimmed, line.ends_with("  ") || line.ends_with('\\'));
    }
  }

  void TakeWords(std::string_view line, bool hard_break) {
    if (line.empty() || IsDefinition(line)) return EndParagraph();
    if (IsRule(line)) return TakeRule(line[0]);
    if (line.starts_with('#')) {
      EndParagraph();
      paragraph_ = line;
      return EndParagraph();
    }
    if (line.starts_with('|')) return TakeTableRow(line);
    if (IsListItem(line)) EndParagraph(/*gap=*/!in_list_);
    in_list_ = in_list_ || IsListItem(line);
    if (!paragraph_.empty()) paragraph_ += paragraph_.back() == '\n' ? "" : " ";
    paragraph_ += line.ends_with('\\') ? line.substr(0, line.size() - 1) : line;
    if (hard_break) paragraph_ += '\n';
  }

  // `===` or `---` below a line makes it a heading; elsewhere it is a rule.
  void TakeRule(char sign) {
    if (!paragraph_.empty() && (sign == '=' || sign == '-') && !in_list_) {
      paragraph_.insert(0, "# ");
    }
    EndParagraph();
  }

  void TakeTableRow(std::string_view line) {
    EndParagraph(/*gap=*/!in_table_);
    in_table_ = true;
    if (line.find_first_not_of("|-: ") == std::string_view::npos) return;
    std::string row;
    for (const std::string& cell : SplitList(line, '|')) {
      if (cell.empty()) continue;
      row += row.empty() ? "" : "\t";
      row += InlineReader(cell).Run();
    }
    Emit(row);
  }

  static bool IsRule(std::string_view line) {
    if (line.size() < 3) return false;
    const std::string_view allowed = line[0] == '-'   ? "- "
                                     : line[0] == '*' ? "* "
                                     : line[0] == '_' ? "_ "
                                                      : "=";
    return line.find_first_not_of(allowed) == std::string_view::npos;
  }

  static bool IsListItem(std::string_view line) {
    if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
      return line[1] == ' ';
    }
    size_t digits = 0;
    while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9')
      ++digits;
    return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
           line[digits + 1] == ' ';
  }

  // `[ref]: https://...`
  static bool IsDefinition(std::string_view line) {
    const size_t close = line.find("]: ");
    return line.starts_with('[') && close != std::string_view::npos && close < 100 &&
           line.find("http", close) != std::string_view::npos;
  }

  void EndParagraph(bool gap = true) {
    if (!paragraph_.empty()) {
      const std::string_view mark = ListMark();
      Emit(std::string(mark) +
           std::string(Trim(InlineReader(std::string_view(paragraph_).substr(mark.size())).Run())));
    }
    paragraph_.clear();
    if (!gap) return;
    in_list_ = in_table_ = false;
    gap_ = true;
  }

  // The marker of a list item: its `*` is no emphasis.
  std::string_view ListMark() const {
    if (!IsListItem(paragraph_)) return "";
    return std::string_view(paragraph_).substr(0, paragraph_.find(' ') + 1);
  }

  void Emit(std::string_view line) {
    if (!out_.empty()) out_ += gap_ ? "\n\n" : "\n";
    gap_ = false;
    out_ += line;
  }

  std::string out_, paragraph_;
  bool in_code_ = false, in_list_ = false, in_table_ = false;
  bool gap_ = false;  // a blank line is due
};

std::string WithoutComments(std::string_view text) {
  std::string out;
  while (true) {
    const size_t open = text.find("<!--");
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    const size_t close = text.find("-->", open);
    if (close == std::string_view::npos) return out;
    text.remove_prefix(close + 3);
  }
}

// The character that an entity's name or number stands for; 0 for none.
char32_t EntityOf(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, char32_t>, 20> kNames = {
      {{"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
       {"apos", '\''},     {"nbsp", 0xA0},    {"ndash", 0x2013}, {"mdash", 0x2014},
       {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
       {"hellip", 0x2026}, {"euro", 0x20AC},  {"pound", 0xA3},   {"yen", 0xA5},
       {"copy", 0xA9},     {"bull", 0x2022},  {"trade", 0x2122}, {"cent", 0xA2}}};
  for (const auto& [known, point] : kNames) {
    if (name == known) return point;
  }
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  uint32_t number = 0;
  const auto [end, failed] =
      std::from_chars(name.data(), name.data() + name.size(), number, hex ? 16 : 10);
  const bool whole = failed == std::errc() && end == name.data() + name.size();
  const bool valid = number > 0 && number < 0x110000 && !(number >= 0xD800 && number < 0xE000);
  return whole && valid ? number : 0;
}

}  // namespace

std::string DecodeEntities(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text[at] == '&'
                           ? text.substr(0, std::min(text.size(), at + 12)).find(';', at)
                           : std::string_view::npos;
    const char32_t point =
        end == std::string_view::npos ? 0 : EntityOf(text.substr(at + 1, end - at - 1));
    if (point == 0) {
      out += text[at++];
    } else {
      text::AppendUtf8(point, &out);
      at = end + 1;
    }
  }
  return out;
}

std::string PlainFromMarkdown(std::string_view markdown) {
  return BlockReader().Run(WithoutComments(markdown));
}

}  // namespace tellwire::ingest
