// First the element that holds the article is chosen: what marks itself as its body, else the
// largest <article>, else <main>, else the whole body; a candidate counts only if it holds a fair
// part of the page's prose. Then its blocks are written out. Inside, elements whose tag, role,
// class or id says that they are no article are left out, and so are short blocks that are all
// links.
//
// Tested by tests/ingest/html_test.cc.
#include "ingest/html_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/table.h"
#include "ingest/html_node.h"

namespace tellwire::ingest {
namespace {

bool IsAmong(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// --- What is no article. ---

bool IsNeverText(GumboTag tag) {
  return IsAmong(tag,
                 {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,      GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV,
                  GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE,      GUMBO_TAG_FORM,     GUMBO_TAG_BUTTON,
                  GUMBO_TAG_SVG,    GUMBO_TAG_IFRAME,     GUMBO_TAG_SELECT,   GUMBO_TAG_TEMPLATE,
                  GUMBO_TAG_HEAD,   GUMBO_TAG_FIGCAPTION, GUMBO_TAG_OBJECT,   GUMBO_TAG_VIDEO,
                  GUMBO_TAG_AUDIO,  GUMBO_TAG_CANVAS,     GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT});
}

// Words of class and id attributes of what surrounds an article.
constexpr std::array<std::string_view, 39> kSurroundings = {
    "nav",       "navbar",       "navigation",    "menu",    "breadcrumb",  "breadcrumbs",
    "share",     "sharing",      "social",        "related", "recommended", "newsletter",
    "promo",     "advert",       "advertisement", "ads",     "ad",          "sponsored",
    "cookie",    "cookies",      "comments",      "comment", "sidebar",     "footer",
    "subscribe", "subscription", "paywall",       "popup",   "modal",       "banner",
    "toolbar",   "pagination",   "pager",         "tags",    "skip",        "masthead",
    "login",     "signup",       "outbrain"};

// Calls `visit` with each word of an attribute: `article__share-bar` is article, share, bar.
template <typename Visit>
void ForEachWord(std::string_view names, const Visit& visit) {
  std::string word;
  for (size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool hump = IsUpper(c) && i > 0 && IsLower(names[i - 1]);
    if ((!IsLetter(c) || hump) && !word.empty()) {
      visit(word);
      word.clear();
    }
    if (IsLetter(c)) word += ToLower(c);
  }
}

bool NamesSurroundings(std::string_view names) {
  bool found = false;
  if (names.size() > 500) return false;
  ForEachWord(names, [&](const std::string& word) {
    found =
        found || std::find(kSurroundings.begin(), kSurroundings.end(), word) != kSurroundings.end();
  });
  return found;
}

bool IsHidden(const GumboNode* node) {
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden")) return true;
  if (AttributeOf(node, "aria-hidden") == "true") return true;
  std::string style(AttributeOf(node, "style").substr(0, 200));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

// All text below a node, whatever it is.
size_t RawSize(const GumboNode* node) {
  size_t size = 0;
  ForEachNode(node, [&](const GumboNode* at) {
    if (at->type == GUMBO_NODE_TEXT) size += std::string_view(at->v.text.text).size();
  });
  return size;
}

// `page` is the RawSize of the whole page: what holds most of it is no surroundings, whatever its
// class says.
bool IsLeftOut(const GumboNode* node, size_t page) {
  const GumboTag tag = TagOf(node);
  if (IsNeverText(tag)) return true;
  if (IsAmong(tag, {GUMBO_TAG_BODY, GUMBO_TAG_HTML, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}))
    return false;
  const std::string_view role = AttributeOf(node, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" ||
      role == "search") {
    return true;
  }
  if (IsHidden(node)) return true;
  const bool named =
      NamesSurroundings(AttributeOf(node, "class")) || NamesSurroundings(AttributeOf(node, "id"));
  return named && RawSize(node) * 5 < page * 3;
}

// --- Which element holds the article. ---

// Letters of prose below a node: those outside of links and of what is left out.
size_t ProseSize(const GumboNode* node, size_t page) {
  if (node->type == GUMBO_NODE_TEXT) return Trim(node->v.text.text).size();
  if (!IsElement(node) || TagOf(node) == GUMBO_TAG_A || IsLeftOut(node, page)) return 0;
  size_t size = 0;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    size += ProseSize(static_cast<const GumboNode*>(children.data[i]), page);
  }
  return size;
}

// How surely an element says that it is the article: 0 not at all.
int ArticleRank(const GumboNode* node) {
  if (!IsElement(node)) return 0;
  if (AttributeOf(node, "itemprop").find("articleBody") != std::string_view::npos) return 4;
  const GumboTag tag = TagOf(node);
  if (tag == GUMBO_TAG_ARTICLE) return 3;
  if (tag == GUMBO_TAG_MAIN || AttributeOf(node, "role") == "main") return 1;
  static constexpr std::array<std::string_view, 9> kBodies = {
      "article-body",  "articlebody", "article-content", "story-body",  "post-content",
      "entry-content", "post-body",   "article__body",   "article_body"};
  std::string names(AttributeOf(node, "class").substr(0, 300));
  names += ' ';
  names += AttributeOf(node, "id").substr(0, 100);
  for (char& c : names) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool body = std::any_of(kBodies.begin(), kBodies.end(), [&](std::string_view known) {
    return names.find(known) != std::string::npos;
  });
  return body ? 2 : 0;
}

const GumboNode* MainElement(const GumboNode* root, size_t page) {
  struct Candidate {
    const GumboNode* node;
    int rank;
    size_t size;
  };
  std::vector<Candidate> candidates;
  ForEachNode(root, [&](const GumboNode* node) {
    // Nested candidates are measured anew; a page has few.
    const int rank = candidates.size() < 60 ? ArticleRank(node) : 0;
    if (rank > 0) candidates.push_back({node, rank, ProseSize(node, page)});
  });
  const size_t whole = ProseSize(root, page);
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    if (candidate.size * 5 < whole * 2) continue;  // two fifths of the page's prose
    const bool better = !best || candidate.rank > best->rank ||
                        (candidate.rank == best->rank && candidate.size > best->size);
    if (better) best = &candidate;
  }
  return best ? best->node : root;
}

// --- Writing it out. ---

class TextWriter {
 public:
  TextWriter(std::string title, size_t page) : title_(std::move(title)), page_(page) {}

  void Write(const GumboNode* node, bool is_root) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
      return AddText(node->v.text.text);
    }
    if (!IsElement(node) || (!is_root && IsLeftOut(node, page_))) return;
    const GumboTag tag = TagOf(node);
    if (tag == GUMBO_TAG_BR) return EndBlock(1);
    const size_t gap = GapAround(tag);
    if (gap > 0) EndBlock(gap);
    if (tag == GUMBO_TAG_LI) bullet_ = true;
    if (IsAmong(tag, {GUMBO_TAG_TD, GUMBO_TAG_TH}) && !line_.empty()) line_ += '\t';
    heading_ = IsHeading(tag) || (heading_ && gap == 0);
    links_ += tag == GUMBO_TAG_A;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      Write(static_cast<const GumboNode*>(children.data[i]), false);
    }
    links_ -= tag == GUMBO_TAG_A;
    if (gap > 0) EndBlock(gap);
    if (tag == GUMBO_TAG_LI) bullet_ = false;
  }

  std::string Take() {
    EndBlock(2);
    return std::move(out_);
  }

 private:
  static bool IsHeading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

  // Newlines around a block; 0 for what stands in a line.
  static size_t GapAround(GumboTag tag) {
    if (IsAmong(tag, {GUMBO_TAG_LI, GUMBO_TAG_TR, GUMBO_TAG_DT, GUMBO_TAG_DD})) return 1;
    const bool block =
        IsHeading(tag) ||
        IsAmong(tag,
                {GUMBO_TAG_P,       GUMBO_TAG_DIV,        GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,
                 GUMBO_TAG_MAIN,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_UL,      GUMBO_TAG_OL,
                 GUMBO_TAG_DL,      GUMBO_TAG_TABLE,      GUMBO_TAG_PRE,     GUMBO_TAG_HEADER,
                 GUMBO_TAG_FIGURE,  GUMBO_TAG_HR,         GUMBO_TAG_ADDRESS, GUMBO_TAG_DETAILS,
                 GUMBO_TAG_SUMMARY, GUMBO_TAG_CENTER,     GUMBO_TAG_BODY,    GUMBO_TAG_CAPTION});
    return block ? 2 : 0;
  }

  // White space in a page is one space; at the start of a block it is nothing.
  void AddText(std::string_view text) {
    for (const char c : text) {
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      if (space && (line_.empty() || line_.back() == ' ' || line_.back() == '\t')) continue;
      if (bullet_ && !space) line_ = "- ";  // before the item's first word, however deep it lies
      bullet_ = bullet_ && space;
      line_ += space ? ' ' : c;
      if (links_ > 0 && !space) ++link_bytes_;
    }
  }

  void EndBlock(size_t gap) {
    const std::string_view words = Trim(line_);
    if (!words.empty() && !IsLinkLine(words) && !SaysTitle(words)) {
      if (!out_.empty()) out_.append(std::max(gap_, size_t{1}), '\n');
      out_ += words;
      gap_ = 0;
    }
    gap_ = std::max(gap_, gap);
    line_.clear();
    link_bytes_ = 0;
  }

  // A short line that is nearly all links is navigation, unless it has numbers (a provider's
  // tickers and scores), ends a sentence or is a heading.
  bool IsLinkLine(std::string_view words) const {
    if (heading_ || link_bytes_ * 10 < words.size() * 7 || words.size() > 160) return false;
    const bool number = std::any_of(words.begin(), words.end(), IsDigit);
    return !number && !words.ends_with('.');
  }

  bool SaysTitle(std::string_view words) {
    if (title_.empty() || words != title_) return false;
    title_.clear();  // only once
    return true;
  }

  std::string out_, line_, title_;
  size_t page_;
  size_t gap_ = 0;  // newlines due before the next block
  size_t link_bytes_ = 0;
  int links_ = 0;
  bool heading_ = false;
  bool bullet_ = false;  // due
};

}  // namespace

std::string InnerText(const GumboNode* node) {
  std::string text;
  ForEachNode(node, [&](const GumboNode* at) {
    if (at->type != GUMBO_NODE_TEXT && at->type != GUMBO_NODE_WHITESPACE) return;
    for (const char c : std::string_view(at->v.text.text)) {
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) text += c;
      if (space && !text.empty() && text.back() != ' ') text += ' ';
    }
  });
  return std::string(Trim(text));
}

std::string MainText(const GumboNode* root, const std::string& title) {
  const size_t page = RawSize(root);
  TextWriter writer(title, page);
  writer.Write(MainElement(root, page), true);
  return writer.Take();
}

}  // namespace tellwire::ingest
