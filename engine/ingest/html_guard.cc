#include "ingest/html_guard.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.h"
#include "ingest/markdown.h"

namespace tellwire::ingest {
namespace {

constexpr size_t kLargest = 24 << 20;
constexpr int kDeepest = 400;
constexpr int kMostFormatting = 40;
constexpr size_t kMostBlanksInTag = 2000;  // as many attributes
constexpr size_t kMostCopies = 3'000'000;  // nodes that open formatting could be copied to

using Names = std::initializer_list<std::string_view>;

bool IsAmong(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsFormatting(std::string_view name) {
  return IsAmong(name, {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike",
                        "strong", "tt", "u"});
}

// Elements without content, and those that the next of their kind closes.
bool NeverNests(std::string_view name) {
  return IsAmong(name, {"area",  "base",  "br",     "col",      "embed", "hr",       "img", "input",
                        "link",  "meta",  "param",  "source",   "track", "wbr",      "p",   "li",
                        "dt",    "dd",    "option", "optgroup", "tr",    "td",       "th",  "thead",
                        "tbody", "tfoot", "html",   "head",     "body",  "colgroup", "rp",  "rt"});
}

bool IsBlock(std::string_view name) {
  return IsAmong(name, {"p",       "div",     "br",    "li",         "ul",  "ol", "tr",
                        "td",      "h1",      "h2",    "h3",         "h4",  "h5", "h6",
                        "section", "article", "table", "blockquote", "pre", "hr", "title"});
}

struct Tag {
  std::string name;  // lower case
  bool closes = false;
  size_t end = 0;     // behind its `>`
  size_t blanks = 0;  // outside of quotes
};

// The tag that begins at `at`, or one with end 0 when there is none.
Tag TagAt(std::string_view html, size_t at) {
  Tag tag;
  size_t i = at + 1;
  if (i < html.size() && html[i] == '/') {
    tag.closes = true;
    ++i;
  }
  if (i >= html.size() || !IsLetter(html[i])) return tag;
  for (; i < html.size() && (IsLetter(html[i]) || IsDigit(html[i])); ++i) {
    if (tag.name.size() < 16) tag.name += static_cast<char>(html[i] | 0x20);
  }
  char quote = '\0';
  for (; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      break;
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '/') {
      ++tag.blanks;
    }
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

// Past the content of an element that holds no tags (`script`, `style`).
size_t SkipRawText(std::string_view html, size_t at, const std::string& name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    std::string found(html.substr(at + 2, name.size()));
    for (char& c : found) c = static_cast<char>(c | 0x20);
    if (found == name) return at;
    at += 2;
  }
  return html.size();
}

// Calls `visit(tag, begin)` for every tag outside of comments, scripts and styles until it is
// false.
template <typename Visit>
void ForEachTag(std::string_view html, const Visit& visit) {
  for (size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
    if (html.substr(at).starts_with("<!--")) {
      const size_t end = html.find("-->", at + 4);
      at = end == std::string_view::npos ? html.size() : end + 3;
      continue;
    }
    const Tag tag = TagAt(html, at);
    if (tag.end == 0) {
      ++at;
      continue;
    }
    if (!visit(tag, at)) return;
    at = tag.end;
    const bool raw = !tag.closes && IsAmong(tag.name, {"script", "style", "textarea"});
    if (raw) at = SkipRawText(html, at, tag.name);
  }
}

}  // namespace

bool IsSafeToParse(std::string_view html) {
  if (html.size() > kLargest) return false;
  std::unordered_map<std::string, int> open;
  int depth = 0, formatting = 0, most_formatting = 0;
  size_t tags = 0;
  bool safe = true;
  ForEachTag(html, [&](const Tag& tag, size_t) {
    ++tags;
    if (!NeverNests(tag.name)) {
      int& count = open[tag.name];
      const int step = tag.closes ? (count > 0 ? -1 : 0) : 1;
      count += step;
      depth += step;
      if (IsFormatting(tag.name)) formatting += step;
      most_formatting = std::max(most_formatting, formatting);
    }
    safe = depth <= kDeepest && formatting <= kMostFormatting && tag.blanks <= kMostBlanksInTag;
    return safe;
  });
  return safe && tags * static_cast<size_t>(most_formatting) <= kMostCopies;
}

std::string StripTags(std::string_view html) {
  std::string out;
  size_t text_begin = 0;
  bool skipping = false;  // inside script or style
  ForEachTag(html, [&](const Tag& tag, size_t begin) {
    if (!skipping) out += html.substr(text_begin, begin - text_begin);
    skipping = !tag.closes && IsAmong(tag.name, {"script", "style"});
    if (IsBlock(tag.name) && !out.ends_with('\n')) out += '\n';
    text_begin = tag.end;
    return true;
  });
  if (!skipping) out += html.substr(std::min(text_begin, html.size()));
  return DecodeEntities(out);
}

std::string DeclaredCharset(std::string_view html) {
  const std::string head = Lowered(html.substr(0, 4096));
  const size_t at = head.find("charset=");
  if (at == std::string::npos) return "";
  size_t begin = at + 8;
  while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) ++begin;
  const size_t end = head.find_first_of("\"' />;\n\r\t", begin);
  return head.substr(begin, end - begin);
}

}  // namespace tellwire::ingest
