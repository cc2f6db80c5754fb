// A scanner, not a parser: it knows strings, comments, brackets and where a chain of calls begins
// and ends. The file has been compiled by Lua before, so brackets are balanced and nesting is
// bounded (Lua's own limit is 200).
// Tested by tests/script/tokens_test.cc.
#include "script/tokens.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tellwire::script {
namespace {

constexpr std::array<std::string_view, 22> kWords = {
    "and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
    "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
    "repeat",   "return", "then", "true", "until",  "while"};

bool IsNameStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool IsNamePart(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// The end of a long bracket that opens at `at` (`[[`, `[==[`); npos: none opens there.
size_t LongBracketEnd(std::string_view text, size_t at) {
  size_t level = at + 1;
  while (level < text.size() && text[level] == '=') ++level;
  if (level >= text.size() || text[level] != '[') return std::string_view::npos;
  const std::string close = "]" + std::string(level - at - 1, '=') + "]";
  const size_t end = text.find(close, level);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

size_t StringEnd(std::string_view text, size_t at) {
  for (size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == text[at]) {
      return i + 1;
    }
  }
  return text.size();
}

size_t SignEnd(std::string_view text, size_t at) {
  for (const std::string_view sign :
       {"...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"}) {
    if (text.substr(at).starts_with(sign)) return at + sign.size();
  }
  return at + 1;
}

}  // namespace

const TableSite::Entry* TableSite::Find(std::string_view key) const {
  const auto found = std::find_if(entries.rbegin(), entries.rend(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == entries.rend() ? nullptr : &*found;
}

const TableSite::Entry* TableSite::Find(int index) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.key.empty() && entry.index == index;
  });
  return found == entries.end() ? nullptr : &*found;
}

// Splits the text, then finds the calls. One pass each.
class SourceMap::Reader {
 public:
  explicit Reader(SourceMap* map) : map_(*map), tokens_(map->tokens_) {}

  void Split() {
    const std::string_view text = map_.text_;
    size_t at = text.starts_with('#') ? std::min(text.find('\n'), text.size()) : 0;
    while (at < text.size()) {
      if (text[at] == '\n') ++line_, line_start_ = at + 1;
      if (std::isspace(static_cast<unsigned char>(text[at]))) {
        ++at;
      } else if (text.substr(at).starts_with("--")) {
        at = SkipComment(at);
      } else {
        at = TakeToken(at);
      }
    }
  }

  void FindCalls() { Range(0, static_cast<uint32_t>(tokens_.size())); }

 private:
  using Kind = Token::Kind;

  size_t SkipComment(size_t at) {
    const std::string_view text = map_.text_;
    size_t end = at + 2 < text.size() && text[at + 2] == '[' ? LongBracketEnd(text, at + 2)
                                                             : std::string_view::npos;
    if (end == std::string_view::npos) return std::min(text.find('\n', at), text.size());
    CountLines(at, end);
    return end;
  }

  void CountLines(size_t from, size_t to) {
    for (size_t i = from; i < to; ++i) {
      if (map_.text_[i] == '\n') ++line_, line_start_ = i + 1;
    }
  }

  size_t TakeToken(size_t at) {
    const std::string_view text = map_.text_;
    Token token;
    token.line = line_;
    token.column = static_cast<int>(at - line_start_) + 1;
    size_t end = at + 1;
    if (IsNameStart(text[at])) {
      while (end < text.size() && IsNamePart(text[end])) ++end;
      const std::string_view word = text.substr(at, end - at);
      token.kind =
          std::find(kWords.begin(), kWords.end(), word) == kWords.end() ? Kind::kName : Kind::kWord;
    } else if (std::isdigit(static_cast<unsigned char>(text[at]))) {
      while (end < text.size() && (IsNamePart(text[end]) || text[end] == '.')) ++end;
      token.kind = Kind::kNumber;
    } else if (text[at] == '"' || text[at] == '\'') {
      end = StringEnd(text, at);
      token.kind = Kind::kString;
    } else if (text[at] == '[' && LongBracketEnd(text, at) != std::string_view::npos) {
      end = LongBracketEnd(text, at);
      token.kind = Kind::kString;
    } else {
      end = SignEnd(text, at);
    }
    token.text = text.substr(at, end - at);
    tokens_.push_back(token);
    CountLines(at, end);
    return end;
  }

  bool Is(uint32_t at, std::string_view text) const {
    return at < tokens_.size() && tokens_[at].text == text &&
           (tokens_[at].kind == Kind::kSign || tokens_[at].kind == Kind::kWord);
  }

  bool OpensArguments(uint32_t at) const {
    return at < tokens_.size() && (Is(at, "(") || Is(at, "{") || tokens_[at].kind == Kind::kString);
  }

  // Goes through the tokens of a stretch without brackets of its own.
  void Range(uint32_t at, uint32_t end) {
    while (at < end) at = One(at);
  }

  // One token, chain or bracket; returns what comes behind it.
  uint32_t One(uint32_t at) {
    if (tokens_[at].kind == Kind::kName) return Chain(at);
    if (Is(at, "return") && Is(at + 1, "{")) {
      map_.returned_ = std::make_unique<TableSite>();
      return Table(at + 1, map_.returned_.get());
    }
    if (Is(at, "{")) return Table(at, nullptr);
    if (Is(at, "(")) return ChainBehind(at, Parentheses(at));
    return at + 1;
  }

  uint32_t Parentheses(uint32_t at) {
    ++at;
    while (at < tokens_.size() && !Is(at, ")")) at = One(at);
    return std::min<uint32_t>(at + 1, static_cast<uint32_t>(tokens_.size()));
  }

  uint32_t Chain(uint32_t first) { return Calls(first, first, first + 1); }
  uint32_t ChainBehind(uint32_t first, uint32_t at) { return Calls(first, UINT32_MAX, at); }

  // What is called behind a primary expression: `.name`, `:name` and arguments. The calls of one
  // name in a row (`rule "id" { .. }`, `at_least(2) { .. }`) are one site.
  uint32_t Calls(uint32_t first, uint32_t name, uint32_t at) {
    while (at < tokens_.size()) {
      if ((Is(at, ".") || Is(at, ":")) && at + 1 < tokens_.size()) {
        name = at + 1;
        at += 2;
      } else if (OpensArguments(at)) {
        CallSite site;
        site.first = name == UINT32_MAX ? first : name;
        site.name = name == UINT32_MAX ? "" : std::string(tokens_[name].text);
        site.where = map_.At(tokens_[site.first]);
        site.line = tokens_[first].line;
        while (at < tokens_.size() && OpensArguments(at)) at = Arguments(at, &site);
        site.last = at;
        map_.calls_.push_back(std::move(site));
      } else {
        break;
      }
    }
    return at;
  }

  uint32_t Arguments(uint32_t at, CallSite* site) {
    if (Is(at, "{")) {
      site->tables.push_back(std::make_unique<TableSite>());
      return Table(at, site->tables.back().get());
    }
    if (!Is(at, "(")) return at + 1;
    ++at;
    while (at < tokens_.size() && !Is(at, ")")) {
      if (Is(at, "{")) {
        site->tables.push_back(std::make_unique<TableSite>());
        at = Table(at, site->tables.back().get());
      } else {
        at = One(at);
      }
    }
    return std::min<uint32_t>(at + 1, static_cast<uint32_t>(tokens_.size()));
  }

  uint32_t Table(uint32_t at, TableSite* table) {
    ++at;
    int index = 0;
    while (at < tokens_.size() && !Is(at, "}")) {
      at = Entry(at, &index, table);
      if (Is(at, ",") || Is(at, ";")) ++at;
    }
    return std::min<uint32_t>(at + 1, static_cast<uint32_t>(tokens_.size()));
  }

  uint32_t Entry(uint32_t at, int* index, TableSite* table) {
    TableSite::Entry entry;
    entry.where = map_.At(tokens_[at]);
    if (tokens_[at].kind == Kind::kName && Is(at + 1, "=")) {
      entry.key = tokens_[at].text;
      at += 2;
    } else if (Is(at, "[") && at + 3 < tokens_.size() && tokens_[at + 1].kind == Kind::kString &&
               Is(at + 2, "]") && Is(at + 3, "=")) {
      const std::string_view quoted = tokens_[at + 1].text;
      entry.key = quoted.substr(1, quoted.size() - 2);
      at += 4;
    } else if (!Is(at, "[")) {
      entry.index = ++*index;
    }
    entry.first = at;
    if (at < tokens_.size()) entry.value = map_.At(tokens_[at]);
    if (Is(at, "{")) {
      entry.table = std::make_unique<TableSite>();
      at = Table(at, entry.table.get());
    }
    at = ValueEnd(at);
    entry.last = at;
    if (table) table->entries.push_back(std::move(entry));
    return at;
  }

  // To the separator or the closing brace; a function's body may hold separators of its own.
  uint32_t ValueEnd(uint32_t at) {
    int open = 0;
    while (at < tokens_.size()) {
      if (open == 0 && (Is(at, ",") || Is(at, ";") || Is(at, "}"))) break;
      if (Is(at, "function") || Is(at, "if") || Is(at, "do")) ++open;
      if (Is(at, "end")) --open;
      at = One(at);
    }
    return at;
  }

  SourceMap& map_;
  std::vector<Token>& tokens_;
  int line_ = 1;
  size_t line_start_ = 0;
};

SourceMap::SourceMap(std::string file, std::string_view text, bool compiled)
    : file_(std::move(file)), text_(text) {
  Reader reader(this);
  if (!compiled) return;
  reader.Split();
  reader.FindCalls();
  for (uint32_t i = 0; i < calls_.size(); ++i) by_line_[calls_[i].line].push_back(i);
}

const CallSite* SourceMap::Find(int line, std::string_view name, int turn) const {
  const auto on_line = by_line_.find(line);
  if (on_line == by_line_.end()) return nullptr;
  const CallSite* found = nullptr;
  int count = 0;
  for (const uint32_t index : on_line->second) {
    const CallSite& call = calls_[index];
    if (call.name != name) continue;
    if (count++ == turn || !found) found = &call;
  }
  if (count == 1) return found;
  return turn < count ? found : nullptr;
}

std::vector<const CallSite*> SourceMap::Calls(std::string_view name) const {
  std::vector<const CallSite*> found;
  for (const CallSite& call : calls_) {
    if (call.name == name) found.push_back(&call);
  }
  std::sort(found.begin(), found.end(),
            [](const CallSite* a, const CallSite* b) { return a->first < b->first; });
  return found;
}

void SourceMap::AddDuplicates(const TableSite& table, std::vector<Twice>* found) const {
  for (size_t i = 0; i < table.entries.size(); ++i) {
    const TableSite::Entry& entry = table.entries[i];
    if (entry.table) AddDuplicates(*entry.table, found);
    if (entry.key.empty()) continue;
    for (size_t j = 0; j < i; ++j) {
      const TableSite::Entry& lost = table.entries[j];
      if (lost.key != entry.key) continue;
      const Where end = lost.last < tokens_.size() ? At(tokens_[lost.last]) : entry.where;
      found->push_back({entry.key, entry.where, lost.value, end});
      break;
    }
  }
}

std::vector<SourceMap::Twice> SourceMap::Duplicates() const {
  std::vector<Twice> found;
  for (const CallSite& call : calls_) {
    for (const auto& table : call.tables) AddDuplicates(*table, &found);
  }
  if (returned_) AddDuplicates(*returned_, &found);
  return found;
}

Where SourceMap::Operator(int line, std::string_view token) const {
  Where found{file_, line, 0};
  for (const Token& candidate : tokens_) {
    if (candidate.line != line || candidate.text != token) continue;
    if (candidate.kind != Token::Kind::kSign || found.column > 0) return {file_, line, 0};
    found.column = candidate.column;
  }
  return found;
}

Where SourceMap::Word(int line, std::string_view word) const {
  for (const Token& token : tokens_) {
    if (token.line == line && token.text == word) return At(token);
  }
  return {file_, line, 0};
}

bool SourceMap::HasLogicWord(int line) const {
  return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
    return token.line == line && token.kind == Token::Kind::kWord &&
           (token.text == "and" || token.text == "or" || token.text == "not");
  });
}

std::string SourceMap::RuleAt(const Where& where) const {
  for (const CallSite& call : calls_) {
    if (call.name != "rule" || call.first + 1 >= call.last) continue;
    const Token& end = tokens_[call.last - 1];
    const bool inside =
        std::pair(call.where.line, call.where.column) <= std::pair(where.line, where.column) &&
        std::pair(where.line, where.column) <= std::pair(end.line, end.column);
    const std::string_view id = tokens_[call.first + 1].text;
    if (inside && id.size() > 2) return std::string(id.substr(1, id.size() - 2));
  }
  return "";
}

const CallSite* SourceMap::CallAt(const Where& where) const {
  const auto on_line = by_line_.find(where.line);
  if (on_line == by_line_.end()) return nullptr;
  for (const uint32_t index : on_line->second) {
    if (calls_[index].where == where) return &calls_[index];
  }
  return nullptr;
}

std::string SourceMap::TextOf(const CallSite& call) const {
  const char* begin = tokens_[call.first].text.data();
  const std::string_view last = tokens_[call.last - 1].text;
  return std::string(begin, last.data() + last.size());
}

std::string SourceMap::Line(int line) const {
  size_t begin = 0;
  for (int i = 1; i < line && begin != std::string::npos; ++i) {
    begin = text_.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  if (line < 1 || begin == std::string::npos) return "";
  return text_.substr(begin, text_.find('\n', begin) - begin);
}

}  // namespace tellwire::script
